"""A review is changed step by step, and every step can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.checking.standing import Standing
from gouji.errors import OtherYearError
from gouji.model.comparison import Reference
from gouji.model.correction import Mistake, StepKind
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.review import Review
from gouji.model.rule import DecisionState
from gouji.session import ReviewSession
from tests.factory import make_document

UPHELD = Address.parse("disputes.review.upheld")
TOTAL = Address.parse("disputes.review.total")
CORRECTED = Address.parse("disputes.review.corrected")


def session(**cells: Cell | int) -> ReviewSession:
    """A session on a report whose only figures stand in the row of 行政复议."""
    figures = {f"disputes.review.{column}": figure for column, figure in cells.items()}
    return ReviewSession(Review(make_document("2021", figures)))


def test_an_edit_is_in_force_and_the_file_says_what_it_said() -> None:
    review = session(upheld=10, corrected=1, total=0)
    review.edit(TOTAL, 11)
    assert review.document.value(TOTAL) == 11
    assert review.document.cell(TOTAL).value == 0
    assert review.findings == []


def test_undo_and_redo_bring_back_the_very_same_findings() -> None:
    review = session(upheld=10, corrected=1, total=0)
    before = review.findings
    review.edit(TOTAL, 11)
    step = review.undo()
    assert step is not None
    assert step.kind is StepKind.EDIT
    assert review.findings == before
    assert review.document.corrections == {}
    review.redo()
    assert review.findings == []
    assert review.redo() is None


def test_an_edit_after_undo_forgets_what_was_undone() -> None:
    review = session()
    review.edit(UPHELD, 1)
    review.undo()
    review.edit(UPHELD, 2)
    assert review.redoable is None


def test_typing_what_the_file_says_takes_the_correction_away() -> None:
    review = session(upheld=3, total=3)
    review.edit(UPHELD, 4)
    review.edit(UPHELD, 3)
    assert review.document.corrections == {}
    review.undo()
    assert review.document.value(UPHELD) == 4


def test_typing_the_value_that_is_already_in_force_is_no_step() -> None:
    review = session(upheld=3)
    review.edit(UPHELD, 3)
    assert review.undoable is None


def test_a_doubtful_value_can_be_confirmed_and_that_is_remembered() -> None:
    doubtful = Cell(22, "22（其中修订 16 件）", Reading.DOUBTFUL, None, Doubt.ANNOTATION)
    review = session(upheld=doubtful, total=22)
    review.confirm(UPHELD)
    assert review.document.corrections[UPHELD].confirms
    assert not review.document.is_corrected(UPHELD)


def test_whose_mistake_is_proposed_from_the_reading() -> None:
    doubtful = Cell(7, "7", Reading.DOUBTFUL, None, Doubt.TORN)
    review = session(upheld=doubtful, corrected=1)
    review.edit(UPHELD, 8)
    review.edit(CORRECTED, 2)
    corrections = review.document.corrections
    assert corrections[UPHELD].mistake is Mistake.READING
    assert corrections[CORRECTED].mistake is Mistake.SOURCE


def test_before_is_what_the_file_says_however_often_a_cell_is_edited() -> None:
    review = session(upheld=3)
    for value in (4, 5, 6):
        review.edit(UPHELD, value)
    assert review.document.corrections[UPHELD].before == 3
    assert review.document.corrections[UPHELD].after == 6


def test_reverting_everything_is_one_step() -> None:
    review = session(upheld=3, corrected=1)
    review.edit(UPHELD, 4)
    review.edit(CORRECTED, 2)
    review.revert(review.report.form.addresses)
    assert review.document.corrections == {}
    review.undo()
    assert set(review.document.corrections) == {UPHELD, CORRECTED}


def test_a_pasted_block_is_one_step() -> None:
    review = session()
    review.apply(StepKind.PASTE, {UPHELD: 1, CORRECTED: 2, TOTAL: 3})
    review.undo()
    assert review.document.corrections == {}


def test_listeners_hear_of_every_cell_whose_mark_changes() -> None:
    review = session(upheld=10, corrected=1, total=0)
    heard: list[frozenset[Address]] = []
    review.listen(heard.append)
    review.edit(TOTAL, 11)
    row = {address for address in review.report.form.addresses if address.row == "review"}
    assert heard == [frozenset(row)]
    assert review.standings[UPHELD] is Standing.PROVED


def test_a_decision_survives_the_next_check_and_is_no_step() -> None:
    review = session(upheld=10, total=0)
    finding = review.findings[0]
    review.decide(finding, DecisionState.SOURCE_ERROR, "所报即如此")
    review.edit(CORRECTED, 2)
    assert review.review.decisions[finding.key].state is DecisionState.SOURCE_ERROR
    review.decide(finding, None)
    assert review.review.decisions == {}


def test_a_session_knows_whether_it_was_saved() -> None:
    review = session()
    assert review.is_saved
    review.edit(UPHELD, 1)
    assert not review.is_saved
    review.mark_saved()
    assert review.is_saved
    review.undo()
    assert not review.is_saved
    review.redo()
    assert review.is_saved


def test_last_year_s_report_is_compared_as_soon_as_it_is_there() -> None:
    review = ReviewSession(Review(make_document("2021", {"requests.carried_in.business": 2})))
    broken = [finding.key for finding in review.findings]
    before = make_document("2021", {"requests.carried_out.business": 3})
    previous = replace(Reference.of(before), year=2020)
    heard: list[frozenset[Address]] = []
    review.listen(heard.append)
    review.set_previous(previous)
    new = [finding for finding in review.findings if finding.key not in broken]
    assert [(finding.rule.id, finding.at) for finding in new] == [("history.carry", "business")]
    assert not review.is_saved
    assert len(heard) == 1
    review.edit(Address.parse("requests.carried_in.business"), 3)
    assert not any(finding.rule.id == "history.carry" for finding in review.findings)
    review.undo()
    assert review.review.previous == previous
    review.set_previous(None)
    assert [finding.key for finding in review.findings] == broken


def test_a_report_of_another_year_is_not_compared() -> None:
    review = session()
    with pytest.raises(OtherYearError) as caught:
        review.set_previous(Reference.of(make_document()))
    assert "2020" in caught.value.sentence("zh")


edits = st.tuples(st.sampled_from([UPHELD, CORRECTED, TOTAL]), st.one_of(st.none(), st.integers(0, 99)))


@given(st.lists(edits, max_size=12))
def test_undoing_everything_leads_back_to_what_the_file_says(made: list[tuple[Address, int | None]]) -> None:
    review = session(upheld=10, corrected=1, total=0)
    start, findings = review.review, review.findings
    states = [review.review]
    for address, value in made:
        review.edit(address, value)
        if review.review is not states[-1]:
            states.append(review.review)
    for expected in reversed(states[:-1]):
        review.undo()
        assert dict(review.document.corrections) == dict(expected.document.corrections)
    assert review.undoable is None
    assert review.review == start
    assert review.findings == findings


def test_a_note_is_kept_told_and_taken_back_as_a_step() -> None:
    review = session(upheld=10)
    told: list[frozenset[Address]] = []
    review.listen(told.append)
    review.note(UPHELD, "  待电话核实\n")
    assert review.review.notes[UPHELD].text == "待电话核实"
    assert UPHELD in told[-1]
    assert not review.is_saved
    assert review.document.corrections == {}
    review.note(UPHELD, "待电话核实")
    assert len(review.history.done) == 1
    review.note(UPHELD, "")
    assert review.review.notes == {}
    assert review.undoable is not None
    assert review.undoable.kind is StepKind.NOTE
    review.undo()
    assert review.review.notes[UPHELD].text == "待电话核实"
    review.revert([UPHELD])
    assert len(review.review.notes) == 1


def test_notes_come_along_into_another_reading() -> None:
    before = session(upheld=10)
    before.note(UPHELD, "待核实")
    after = session(upheld=11)
    after.carry_over(before.review)
    assert after.review.notes[UPHELD].text == "待核实"
    after.undo()
    assert after.review.notes == {}
