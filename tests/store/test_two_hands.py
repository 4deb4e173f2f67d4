"""One desk under two hands: nothing is corrupted, both are kept, and what differs is told."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

from gouji.store.journal import Journal
from tests.store.desks import CORRECTED, TOTAL, UPHELD, again, review, take_up, values


def test_a_review_open_twice_is_told_and_brought_together_in_the_end(tmp_path: Path) -> None:
    first = take_up(Journal(tmp_path))
    first.session.edit(UPHELD, 1)
    second = take_up(Journal(tmp_path))
    assert second.told == ["OpenElsewhereError"]
    assert values(second.session) == {str(UPHELD): 1}
    second.session.edit(TOTAL, 2)
    first.session.edit(CORRECTED, 3)
    first.session.edit(UPHELD, 4)
    second.session.undo()
    second.session.redo()
    second.session.edit(UPHELD, 5)
    for kept in (first, second):
        assert kept.session.is_kept
        kept.leave()
    third = take_up(Journal(tmp_path))
    assert third.told == ["TwoHandsError"]
    assert "1 cells differed" in third.sentences[0]
    assert values(third.session) == {str(UPHELD): 5, str(TOTAL): 2, str(CORRECTED): 3}
    third.session.undo()
    assert values(third.session)[str(UPHELD)] == 4
    third.leave()
    fourth = again(tmp_path)
    assert fourth.told == []
    assert fourth.session.history == third.session.history


def test_the_second_goes_on_alone_when_the_first_has_left(tmp_path: Path) -> None:
    first, second = take_up(Journal(tmp_path)), take_up(Journal(tmp_path))
    first.leave()
    second.session.edit(TOTAL, 2)
    third = take_up(Journal(tmp_path))
    assert third.told == ["OpenElsewhereError"]
    third.leave()
    second.leave()
    assert values(again(tmp_path).session) == {str(TOTAL): 2}


def test_two_reviews_of_one_desk_do_not_meet(tmp_path: Path) -> None:
    first = take_up(Journal(tmp_path))
    second = take_up(Journal(tmp_path), review(sha256="6" * 64))
    assert second.told == []
    first.session.edit(UPHELD, 1)
    second.session.edit(UPHELD, 2)
    first.leave()
    second.leave()
    assert values(again(tmp_path).session) == {str(UPHELD): 1}


def _work(folder: Path, number: int, edits: int) -> None:
    kept = take_up(Journal(folder), review(sha256=f"{number:064}"))
    for value in range(1, edits + 1):
        kept.session.edit(UPHELD, value)
        while not kept.session.is_kept:
            kept.keeping.retry()
    kept.leave()


def test_many_programs_on_one_desk_corrupt_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_work, args=(tmp_path, number, 40)) for number in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    with sqlite3.connect(tmp_path / "desk.sqlite3") as sql:
        assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for number in range(3):
        found = again(tmp_path, review(sha256=f"{number:064}"))
        assert found.told == []
        assert len(found.session.history.done) == 40
