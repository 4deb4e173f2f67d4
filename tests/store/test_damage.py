"""A damaged desk never stops the start: what holds is there, and what does not is told.

The model of a power cut: the file ends at any byte, or any page of it holds half of something else.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from gouji.errors import DamagedDeskError
from gouji.model.correction import Correction
from gouji.model.form import Address
from gouji.model.history import History
from gouji.store import database
from gouji.store import journal as journal_module
from gouji.store.folder import DATABASE
from gouji.store.journal import Journal
from tests.store.desks import CORRECTED, SOURCE, TOTAL, UPHELD, Kept, again, review, take_up, values

PAGE = 4096
WAL_HEADER, FRAME = 32, 24 + PAGE


@pytest.fixture(autouse=True)
def _swift(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk holds is made up here; nothing need wait for it."""
    monkeypatch.setattr(database, "DURABLE", "OFF")
    monkeypatch.setattr(journal_module, "DURABLE", "OFF")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """A review with some history, still open: its last changes are in the write-ahead log."""
    kept = take_up(Journal(tmp_path / "data"))
    for value in range(1, 6):
        kept.session.edit(UPHELD, value)
    yield kept
    kept.leave()


def copied(tmp_path: Path, number: int) -> Path:
    """What the disk holds now, in a folder of its own."""
    folder = tmp_path / f"cut-{number}"
    folder.mkdir()
    for path in (tmp_path / "data").glob(f"{DATABASE}*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, folder)
    return folder


def opened(folder: Path) -> tuple[History, list[str]]:
    """What is there at the next start, and what is told; the start itself never fails."""
    journal = Journal(folder)
    kept = take_up(journal)
    kept.session.edit(CORRECTED, 99)
    assert kept.session.is_kept
    kept.session.undo()
    told = kept.told + ([type(journal.trouble).__name__] if journal.trouble else [])
    kept.leave()
    journal.close()
    return kept.session.history, told


def done(history: History) -> tuple[object, ...]:
    return (history.corrections, history.done)


def test_cut_anywhere_while_a_change_is_written_it_is_there_or_the_one_before(
    kept: Kept, tmp_path: Path
) -> None:
    wal = tmp_path / "data" / f"{DATABASE}-wal"
    before, start = kept.session.history, wal.stat().st_size
    kept.session.edit(TOTAL, 7)
    after, end = kept.session.history, wal.stat().st_size
    assert start < end
    whole = wal.read_bytes()
    lengths = {start, start + 1, start + 24, start + 25, end - 1, end, *range(start, end, 331)}
    found = []
    for number, length in enumerate(sorted(lengths)):
        folder = copied(tmp_path, number)
        (folder / wal.name).write_bytes(whole[:length])
        history, told = opened(folder)
        assert told == []
        assert done(history) in (done(before), done(after))
        found.append(done(history) == done(after))
    assert found == sorted(found)
    assert [found[0], found[-1]] == [False, True]


def test_a_log_cut_anywhere_opens_at_one_of_the_states_that_were(kept: Kept, tmp_path: Path) -> None:
    states: list[dict[Address, Correction | None]] = [{}]
    states += [{each.address: each.new for each in step.changes} for step in kept.session.history.done]
    whole = (tmp_path / "data" / f"{DATABASE}-wal").read_bytes()
    reached = set()
    for number, length in enumerate(range(0, len(whole), 1777)):
        folder = copied(tmp_path, number)
        (folder / f"{DATABASE}-wal").write_bytes(whole[:length])
        history, _ = opened(folder)
        reached.add(states.index(dict(history.corrections)))
    assert len(reached) >= 4


def test_a_page_of_the_log_torn_while_it_was_written_is_as_if_it_was_not(kept: Kept, tmp_path: Path) -> None:
    wal = tmp_path / "data" / f"{DATABASE}-wal"
    before, start = kept.session.history, wal.stat().st_size
    kept.session.edit(TOTAL, 7)
    whole = wal.read_bytes()
    for number, place in enumerate(range(start, len(whole), FRAME)):
        folder = copied(tmp_path, number)
        torn = bytearray(whole)
        torn[place + FRAME // 2 : place + FRAME] = bytes(FRAME - FRAME // 2)
        (folder / wal.name).write_bytes(torn)
        history, told = opened(folder)
        assert told == []
        assert done(history) == done(before)


def settled(folder: Path, reviews: int = 4) -> list[History]:
    """Several reviews in the database itself, with no log beside it; their histories."""
    histories = []
    journal = Journal(folder)
    for number in range(reviews):
        kept = take_up(journal, review(sha256=f"{number:064}"))
        for value in range(1, 25):
            kept.session.edit(UPHELD, value)
            kept.session.edit(TOTAL, value + number)
        kept.leave()
        histories.append(kept.session.history)
    journal.compact()
    journal.close()
    assert not (folder / f"{DATABASE}-wal").exists()
    return histories


def checked(folder: Path, histories: list[History]) -> tuple[int, bool]:
    """How many reviews are whole, and whether any that is not was told of."""
    journal = Journal(folder)
    journal.open()
    told = journal.trouble is not None
    whole = 0
    for number, history in enumerate(histories):
        kept = take_up(journal, review(sha256=f"{number:064}"))
        told = told or bool(kept.told)
        whole += done(kept.session.history) == done(history)
        kept.leave()
    journal.close()
    if isinstance(journal.trouble, DamagedDeskError):
        assert journal.trouble.path.exists()
        assert journal.trouble.path.name in journal.trouble.sentence("zh")
    return whole, told


@pytest.mark.parametrize("how", ["zeros", "noise", "half", "older", "text"])
def test_any_page_damaged_is_told_and_the_rest_is_there(tmp_path: Path, how: str) -> None:
    data = tmp_path / "data"
    histories = settled(data)
    content = (data / DATABASE).read_bytes()
    random = Random(7)  # noqa: S311 -- noise, no secret
    saved = []
    for number, start in enumerate(range(0, len(content), PAGE)):
        page = content[start : start + PAGE]
        other = {
            "zeros": bytes(PAGE),
            "noise": random.randbytes(PAGE),
            "half": page[: PAGE // 2] + random.randbytes(PAGE // 2),
            "older": content[PAGE : 2 * PAGE],
            "text": page.replace(b'"after":3', b'"after":4').replace(b"2026-", b"2025-"),
        }[how]
        if other == page:
            continue
        folder = tmp_path / f"{how}-{number}"
        folder.mkdir()
        (folder / DATABASE).write_bytes(content[:start] + other + content[start + PAGE :])
        whole, told = checked(folder, histories)
        assert told or whole == len(histories), f"page {number} was lost without a word"
        saved.append(whole)
    assert max(saved) >= len(histories) - 1


def test_a_database_cut_anywhere_is_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    histories = settled(data, 3)
    content = (data / DATABASE).read_bytes()
    for number, length in enumerate(range(1, len(content), 5003)):
        folder = tmp_path / f"cut-{number}"
        folder.mkdir()
        (folder / DATABASE).write_bytes(content[:length])
        whole, told = checked(folder, histories)
        assert told or whole == len(histories)


def test_a_file_of_something_else_is_set_aside_and_kept(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"no database at all, but somebody's letter")
    journal = Journal(tmp_path)
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    assert kept.session.is_kept
    assert isinstance(journal.trouble, DamagedDeskError)
    assert journal.trouble.path.read_bytes().startswith(b"no database")
    assert "\n" not in journal.trouble.sentence("zh")


def test_damage_while_a_review_is_open_loses_nothing_of_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    journal.compact()
    with (tmp_path / DATABASE).open("r+b") as file:
        file.write(b"\xff" * 20_000)
    # Another window finds it out, and sets it aside.
    other = Journal(tmp_path)
    other.open()
    assert isinstance(other.trouble, DamagedDeskError)
    kept.session.edit(TOTAL, 4)
    assert kept.session.is_kept
    kept.leave()
    assert values(again(tmp_path, review(sha256=SOURCE)).session) == {str(UPHELD): 3, str(TOTAL): 4}


def test_a_branch_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    kept = take_up(Journal(folder))
    kept.session.edit(UPHELD, 3)
    kept.leave()
    victim = tmp_path / "victim"
    victim.write_text("somebody's work")
    with closing(sqlite3.connect(folder / DATABASE)) as sql:
        sql.execute("UPDATE branch SET name = '../../victim'")
        sql.commit()
    found = again(folder)
    assert found.told
    assert victim.read_text() == "somebody's work"
