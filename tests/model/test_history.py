"""A history is what its entries amount to, and fits a report as far as its figures are printed there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gouji.model.correction import Change, Correction, Mistake, Step, StepKind
from gouji.model.form import Address
from gouji.model.history import Decided, Done, Entry, History, HistoryError, Marked, Redone, Started, Undone
from gouji.model.merging import bring_together, known_part
from gouji.model.note import Note, NoteChange
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState, FindingKey
from tests.factory import make_document, now

UPHELD = Address.parse("disputes.review.upheld")
TOTAL = Address.parse("disputes.review.total")
KEY = FindingKey("disputes.sum", "review")


def correction(address: Address, after: int, minutes: int = 0) -> Correction:
    return Correction(address, 0, after, Mistake.SOURCE, "", now() + timedelta(minutes=minutes))


def done(history: History, address: Address, after: int | None, minutes: int = 0) -> Done:
    new = None if after is None else correction(address, after, minutes)
    return Done(Step(StepKind.EDIT, (Change(address, history.corrections.get(address), new),)))


def with_edit(history: History, address: Address, after: int | None, minutes: int = 0) -> History:
    return history.after(done(history, address, after, minutes))


def with_note(history: History, address: Address, text: str, minutes: int = 0) -> History:
    new = Note(address, text, now() + timedelta(minutes=minutes)) if text else None
    change = NoteChange(address, history.notes.get(address), new)
    return history.after(Done(Step(StepKind.NOTE, (), (change,))))


def notes(history: History) -> dict[str, str]:
    return {str(address): each.text for address, each in history.notes.items()}


def values(history: History) -> dict[str, object]:
    return {str(address): each.after for address, each in history.corrections.items()}


def word(state: DecisionState, minutes: int = 0) -> Decision:
    return Decision(state, "", now() + timedelta(minutes=minutes))


def test_undo_and_redo_go_to_and_fro() -> None:
    one = with_edit(History(), UPHELD, 1)
    undone = one.after(Undone())
    assert undone.corrections == {}
    assert undone.after(Redone()) == one
    with pytest.raises(HistoryError):
        History().after(Undone())
    with pytest.raises(HistoryError):
        one.after(Redone())


def test_a_start_is_all_there_is() -> None:
    one = with_edit(History(), UPHELD, 1)
    assert with_edit(History(), TOTAL, 9).after(Started(one)) == one


def test_what_is_printed_otherwise_by_now_is_left_out_of_every_step() -> None:
    history = with_edit(with_edit(with_edit(History(), UPHELD, 1), TOTAL, 2), UPHELD, 3).after(Undone())
    report = make_document("2021", {str(UPHELD): 7}).report
    fitted, left = history.fitted(report)
    assert left == (UPHELD,)
    assert values(fitted) == {str(TOTAL): 2}
    assert [len(fitted.done), len(fitted.undone)] == [1, 0]
    same, nothing = history.fitted(make_document().report)
    assert same is history
    assert nothing == ()


BASE = with_edit(History(), UPHELD, 5)


def test_what_only_one_side_did_stands() -> None:
    ours, theirs = with_edit(BASE, TOTAL, 7, 2), with_edit(BASE, UPHELD, 6, 1)
    merged = bring_together(ours, BASE, theirs)
    assert values(merged.history) == {str(UPHELD): 6, str(TOTAL): 7}
    assert merged.differing == ()
    assert values(merged.history.after(Undone())) == {str(UPHELD): 5, str(TOTAL): 7}


@pytest.mark.parametrize(("ours_at", "theirs_at", "expected"), [(1, 2, 6), (2, 1, 7)])
def test_of_two_corrections_of_a_cell_the_later_is_in_force_and_the_other_one_undo_away(
    ours_at: int, theirs_at: int, expected: int
) -> None:
    ours, theirs = with_edit(BASE, UPHELD, 7, ours_at), with_edit(BASE, UPHELD, 6, theirs_at)
    merged = bring_together(ours, BASE, theirs)
    assert merged.differing == (UPHELD,)
    assert values(merged.history) == {str(UPHELD): expected}
    assert values(merged.history.after(Undone())) == {str(UPHELD): 13 - expected}


def test_a_revert_on_one_side_is_a_change_too() -> None:
    merged = bring_together(BASE, BASE, with_edit(BASE, UPHELD, None))
    assert values(merged.history) == {}
    merged = bring_together(with_edit(BASE, UPHELD, 8, 1), BASE, with_edit(BASE, UPHELD, None))
    assert values(merged.history) == {str(UPHELD): 8}
    assert merged.differing == (UPHELD,)


def test_the_later_word_on_a_finding_stands() -> None:
    early = History().after(Decided(KEY, word(DecisionState.DISMISSED)))
    late = History().after(Decided(KEY, word(DecisionState.SOURCE_ERROR, 5)))
    for ours, theirs in ((early, late), (late, early)):
        assert bring_together(ours, History(), theirs).history.decisions == late.decisions
    taken_back = early.after(Decided(KEY, None))
    assert bring_together(early, early, taken_back).history.decisions == {}
    assert bring_together(late, early, taken_back).history.decisions == late.decisions


def test_what_a_review_file_said_before_it_was_changed_here_is_known() -> None:
    document = make_document()
    saved = replace(document, corrections={UPHELD: correction(UPHELD, 5), TOTAL: correction(TOTAL, 9, 3)})
    entries: list[Entry] = [done(History(), UPHELD, 5), Undone()]
    known = known_part(Review(saved, {KEY: word(DecisionState.DISMISSED)}), entries)
    assert values(known) == {str(UPHELD): 5}
    assert known.decisions == {}
    merged = bring_together(History(), known, History.of(Review(saved)))
    assert values(merged.history) == {str(TOTAL): 9}


def test_a_note_is_a_step_of_its_own_and_changes_no_figure() -> None:
    one = with_edit(History(), UPHELD, 1)
    noted = with_note(with_note(one, UPHELD, "再问"), UPHELD, "已问")
    assert notes(noted) == {str(UPHELD): "已问"}
    assert noted.corrections is one.corrections
    assert notes(noted.after(Undone())) == {str(UPHELD): "再问"}
    assert noted.after(Undone()).after(Redone()) == noted
    assert notes(with_note(noted, UPHELD, "")) == {}


def test_notes_stand_whatever_the_report_prints_by_now() -> None:
    noted = with_note(with_edit(History(), UPHELD, 1), UPHELD, "再问")
    fitted, left = noted.fitted(make_document("2021", {str(UPHELD): 7}).report)
    assert left == (UPHELD,)
    assert notes(fitted) == {str(UPHELD): "再问"}
    assert [step.kind for step in fitted.done] == [StepKind.NOTE]


@pytest.mark.parametrize(("ours_at", "theirs_at", "expected"), [(1, 2, "他"), (2, 1, "我")])
def test_of_two_notes_on_a_cell_the_later_stands_and_the_other_is_one_undo_away(
    ours_at: int, theirs_at: int, expected: str
) -> None:
    base = with_note(History(), UPHELD, "旧")
    ours, theirs = with_note(base, UPHELD, "我", ours_at), with_note(base, UPHELD, "他", theirs_at)
    merged = bring_together(ours, base, with_note(theirs, TOTAL, "又"))
    assert notes(merged.history) == {str(UPHELD): expected, str(TOTAL): "又"}
    assert {"我", "他"} == {expected, notes(merged.history.after(Undone()))[str(UPHELD)]}


def test_a_note_that_was_known_is_not_taken_for_theirs() -> None:
    noted = with_note(History(), UPHELD, "再问")
    review = replace(Review(make_document()), notes=noted.notes)
    assert known_part(review, [Started(noted)]).notes == noted.notes
    assert known_part(review, []).notes == {}
def test_a_mark_is_brought_together_like_the_rest() -> None:
    base = History()
    marked = base.after(Marked(is_reviewed=True))
    assert bring_together(base, base, marked).history.is_reviewed
    assert bring_together(marked, base, base).history.is_reviewed
    assert not bring_together(marked, marked, base).history.is_reviewed
    assert with_edit(marked, UPHELD, 1).is_reviewed
