"""Thousands of damaged desks and copies of desks: what is whole is taken over, the rest is told in words.

As with reports, the long run is had by ``pytest tests/fuzz -m long -s``; a case that fails is had again by
its number.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pytest

from gouji.errors import GoujiError
from gouji.model.rule import DecisionState
from gouji.store.exchange import bring_desk, copy_desk
from gouji.store.folder import DATABASE
from gouji.store.journal import Journal
from tests.fuzz.mutation import mutated
from tests.store.desks import CORRECTED, TOTAL, UPHELD, again, review, take_up, values
from tests.typeset import seeded

FEW, MANY = 20, 2500
PATIENCE = 10.0
"""Seconds a desk may take; on a quiet machine none takes one."""
OURS = "a" * 64
SHARED = "b" * 64


@cache
def desk() -> tuple[bytes, bytes]:
    """The database of a desk with some reviews, and a copy to hand over."""
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder))
        for number in (*(f"{number:064}" for number in range(3)), SHARED):
            kept = take_up(journal, review({str(TOTAL): 7}, number))
            kept.session.edit(UPHELD, 3)
            kept.session.edit(TOTAL, 9)
            kept.session.undo()
            kept.session.decide(kept.session.findings[0], DecisionState.DISMISSED, "核对原件")
            kept.leave()
        copy = copy_desk(journal)
        journal.compact()
        journal.close()
        return (Path(folder) / DATABASE).read_bytes(), copy


def damaged_database(number: int) -> bytes:
    """Always the same one."""
    random = seeded(f"database {number}")
    return mutated(desk()[0], desk(), random)


def damaged_copy(number: int) -> bytes:
    """Mostly damaged inside, a line of it, as a stranger would."""
    random = seeded(f"copy {number}")
    if random.random() < 0.1:
        return mutated(desk()[1], desk(), random)
    lines = gzip.decompress(desk()[1]).splitlines()
    at = random.randrange(len(lines))
    lines[at] = mutated(lines[at], lines, random)
    return gzip.compress(b"\n".join(lines) + b"\n", 1)


def in_words(troubles: list[GoujiError]) -> str:
    """The names of troubles, each of which can be said."""
    for trouble in troubles:
        for language in ("zh", "en"):
            assert "\n" not in trouble.sentence(language)
    return " ".join(sorted({type(each).__name__ for each in troubles}))


def start(folder: Path) -> str:
    """Go on with a review on a desk that may be damaged; what is done then is there at the next start."""
    troubles: list[GoujiError] = []
    journal = Journal(folder)
    try:
        journal.open()
    except GoujiError as error:
        troubles.append(error)
    kept = take_up(journal, review({str(TOTAL): 7}, SHARED))
    kept.session.edit(CORRECTED, 4)
    assert kept.session.is_kept
    before = values(kept.session)
    kept.leave()
    troubles += [journal.trouble] if journal.trouble else []
    journal.close()
    assert values(again(folder, review({str(TOTAL): 7}, SHARED)).session) == before
    return in_words(troubles) or " ".join(kept.told) or ("read" if str(UPHELD) in before else "without")


def bring(folder: Path, content: bytes) -> str:
    """Bring a copy in that may be damaged; what was on the desk stays."""
    file = folder / "theirs.desk"
    file.write_bytes(content)
    journal = Journal(folder)
    try:
        brought = bring_desk(journal, file)
        outcome = f"read {brought.new + brought.known}"
    except GoujiError as error:
        outcome = in_words([error])
    journal.close()
    assert values(again(folder, review(sha256=OURS)).session) == {str(TOTAL): 5}
    return outcome


def run_databases(folder: Path, numbers: range) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    for number in numbers:
        place = folder / f"database {number}"
        place.mkdir()
        (place / DATABASE).write_bytes(damaged_database(number))
        began = perf_counter()
        outcomes[start(place)] += 1
        assert perf_counter() - began < PATIENCE, f"database {number} takes too long"
    return outcomes


def run_copies(folder: Path, numbers: range) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    journal = Journal(folder)
    kept = take_up(journal, review(sha256=OURS))
    kept.session.edit(TOTAL, 5)
    kept.leave()
    journal.close()
    for number in numbers:
        began = perf_counter()
        outcomes[bring(folder, damaged_copy(number))] += 1
        assert perf_counter() - began < PATIENCE, f"copy {number} takes too long"
    return outcomes


def test_whole_ones_are_read(tmp_path: Path) -> None:
    database, copy = desk()
    (tmp_path / DATABASE).write_bytes(database)
    assert start(tmp_path) == "read"
    other = tmp_path / "other"
    assert run_copies(other, range(0)) == {}
    assert bring(other, copy) == "read 4"


def test_some_damaged_databases(tmp_path: Path) -> None:
    run_databases(tmp_path, range(FEW))


def test_some_damaged_copies(tmp_path: Path) -> None:
    run_copies(tmp_path, range(FEW))


@pytest.mark.long
@pytest.mark.parametrize("run", [run_databases, run_copies])
def test_many(tmp_path: Path, run: Callable[[Path, range], Counter[str]]) -> None:
    outcomes = run(tmp_path, range(MANY))
    print(f"\n{run.__name__}: {dict(outcomes.most_common())}")  # noqa: T201 -- what the long run is for
