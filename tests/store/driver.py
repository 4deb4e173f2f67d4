"""A reviewer in a hurry: edits, undoes, decides, exports, closes and opens again, until killed.

What is done follows from a seed, so that whoever killed it can tell what must be there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from gouji.export import write
from gouji.model.correction import StepKind
from gouji.model.form import Address
from gouji.model.history import History
from gouji.model.rule import DecisionState
from gouji.session import ReviewSession
from gouji.store.journal import Journal
from tests.store.desks import CORRECTED, TOTAL, UPHELD, Kept, review, take_up

CELLS = (UPHELD, TOTAL, CORRECTED)
ENDINGS = (".json", ".json", ".json", ".xlsx")
Deed = Callable[[ReviewSession], object]


def deeds(seed: int) -> Iterator[Deed | str]:
    """What is done, one after the other; the words are for what is done to the desk and not to a session."""
    random = Random(seed)  # noqa: S311 -- no secret
    for number in count(1):
        kind = random.randrange(12)
        cell, other = random.sample(CELLS, 2)
        value = 1000 * seed + number
        if kind < 5:
            yield partial(edit, cell, value)
        elif kind == 5:
            yield partial(paste, {cell: value, other: None})
        elif kind < 8:
            yield ReviewSession.undo
        elif kind == 8:
            yield ReviewSession.redo
        elif kind == 9:
            yield partial(decide, random.choice([*DecisionState, None]))
        else:
            yield random.choice(["export", "close", "close"])


def edit(cell: Address, value: int, session: ReviewSession) -> None:
    session.edit(cell, value)


def paste(block: dict[Address, int | None], session: ReviewSession) -> None:
    session.apply(StepKind.PASTE, block, reason="粘贴")


def decide(state: DecisionState | None, session: ReviewSession) -> None:
    for finding in session.findings[:1]:
        session.decide(finding, state)


def drive(folder: Path, sha256: str, seed: int, tell: Connection) -> None:
    """Do it all on the desk in the folder; the number of each deed is told once it is kept."""
    kept = take_up(Journal(folder), review(sha256=sha256))
    tell.send_bytes(b"0")
    for number, deed in enumerate(deeds(seed), start=1):
        if deed == "export":
            export(kept, folder / "exported", Random(number).choice(ENDINGS))  # noqa: S311 -- no secret
        elif deed == "close":
            kept.leave()
            kept = take_up(Journal(folder), review(sha256=sha256))
        elif callable(deed):
            deed(kept.session)
        assert kept.session.is_kept
        tell.send_bytes(str(number).encode())


def export(kept: Kept, folder: Path, ending: str) -> None:
    """Write the review where others may already have been written."""
    folder.mkdir(exist_ok=True)
    write(kept.session.review, kept.session.findings, folder / f"表{ending}", "zh")


def said(history: History) -> object:
    """What a history says, but for the times."""
    return (
        [(str(each.address), each.after, each.reason) for each in history.corrections.values()],
        [
            [
                (step.kind, str(change.address), change.new and change.new.after)
                for step in steps
                for change in step.changes
            ]
            for steps in (history.done, history.undone)
        ],
        sorted((key, decision.state) for key, decision in history.decisions.items()),
    )


def expected(before: History, sha256: str, seed: int, told: int) -> tuple[object, object]:
    """What must be there after the deeds that were told; what may be there if the next was kept untold."""
    opened = review(sha256=sha256)
    session = ReviewSession(opened, history=before)
    script = deeds(seed)
    for _ in range(told):
        deed = next(script)
        if callable(deed):
            deed(session)
    acknowledged = said(session.history)
    deed = next(script)
    if callable(deed):
        deed(session)
    return acknowledged, said(session.history)
