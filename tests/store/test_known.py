"""What the desk knows of the files of a queue, in one query."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gouji.model.correction import StepKind
from gouji.store.journal import Journal
from gouji.store.known import Known, history_of, known
from tests.store.desks import SOURCE, UPHELD, again, review, take_up


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "desk")
    yield journal
    journal.close()


def look(journal: Journal, *sha256s: str) -> dict[str, Known]:
    with journal.reading() as sql:
        return dict(known(sql, sha256s))


def test_a_mark_outlives_the_program_and_can_be_taken_back(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal)
    kept.session.mark_reviewed(reviewed=True)
    kept.session.mark_reviewed(reviewed=True)
    kept.leave()
    assert look(journal, SOURCE) == {SOURCE: Known(1, is_reviewed=True)}
    assert again(tmp_path / "desk").session.is_reviewed
    kept = take_up(journal)
    kept.session.mark_reviewed(reviewed=False)
    kept.leave()
    assert not look(journal, SOURCE)[SOURCE].is_reviewed


def test_a_mark_stays_through_other_entries(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal)
    kept.session.mark_reviewed(reviewed=True)
    kept.session.apply(StepKind.EDIT, {UPHELD: 3})
    kept.session.undo()
    kept.leave()
    assert look(journal, SOURCE)[SOURCE] == Known(3, is_reviewed=True)
    assert again(tmp_path / "desk").session.is_reviewed


def test_only_what_was_asked_for_is_told(journal: Journal) -> None:
    for number in range(3):
        kept = take_up(journal, review(sha256=str(number) * 64))
        kept.session.mark_reviewed(reviewed=number > 0)
        kept.leave()
    found = look(journal, "1" * 64, "0" * 64, "9" * 64)
    assert {sha256[0]: each.is_reviewed for sha256, each in found.items()} == {"0": False, "1": True}


def test_a_history_is_at_hand_without_taking_the_review_up(journal: Journal) -> None:
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    with journal.reading() as sql:
        history = history_of(sql, SOURCE)
        assert history_of(sql, "9" * 64) is None
    assert history == kept.session.history
    kept.leave()
