"""Editing: every way in, refusal in words, nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gouji.model.form import Address
from gouji.ui.desk.questions import Leaving
from gouji.ui.grid.marks import Mark
from gouji.ui.grid.model import MARKS, SPOKEN, TOOLTIP
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, DOUBTFUL, FEES, MISSED, NEW, Bench, focus, focus_key, focus_text

KEY = Qt.Key
BELOW = Address.parse("requests.carried_in.natural_person")


def commit(bench: Bench, text: str) -> None:
    """What an input method sends when it gives its text in one piece."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(bench.view("requests"), event)


def test_typing_replaces_the_figure(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    focus_text("51")
    focus_key(KEY.Key_Tab)
    assert bench.value(DONE) == 51
    assert bench.selection.cell == Address.parse("requests.total.business")


@pytest.mark.parametrize(("way", "value"), [("F2", 501), ("double click", 1), ("menu", 501)])
def test_other_ways_into_the_editor(opened: Opened, way: str, value: int) -> None:
    """What is typed after a double-click takes the place of the figure; the others are there to mend it."""
    bench = opened()
    view = bench.go(DONE)
    if way == "F2":
        focus_key(KEY.Key_F2)
    elif way == "menu":
        bench.do("edit")
    else:
        place = view.visualRect(view.currentIndex()).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = view.editor()
    assert editor is not None
    assert editor.text() == "50"
    QTest.keyClicks(editor, "1")
    focus_key(KEY.Key_Down)
    assert bench.value(DONE) == value


def test_an_input_method_that_commits_at_once_loses_nothing(opened: Opened) -> None:
    bench = opened()
    view = bench.go(DONE)
    commit(bench, "５")
    editor = view.editor()
    assert editor is not None
    assert editor.text() == "５"
    event = QInputMethodEvent("", [])
    event.setCommitString("１")
    QApplication.sendEvent(editor, event)
    focus_key(KEY.Key_Tab)
    assert bench.value(DONE) == 51


def test_an_input_method_that_composes_first_loses_nothing(opened: Opened) -> None:
    bench = opened()
    view = bench.go(DONE)
    QApplication.sendEvent(view, QInputMethodEvent("wu", []))
    event = QInputMethodEvent("", [])
    event.setCommitString("5")
    QApplication.sendEvent(view, event)
    editor = view.editor()
    assert editor is not None
    assert editor.text() == "5"


def test_an_input_method_may_commit_and_go_on_composing(opened: Opened) -> None:
    bench = opened()
    view = bench.go(DONE)
    event = QInputMethodEvent("一", [])
    event.setCommitString("５")
    QApplication.sendEvent(view, event)
    editor = view.editor()
    assert editor is not None
    event = QInputMethodEvent("", [])
    event.setCommitString("１，２００")
    QApplication.sendEvent(editor, event)
    assert editor.text() == "５１，２００"
    focus_key(KEY.Key_Tab)
    assert bench.value(DONE) == 51200


def test_input_methods_are_asked_for_in_every_figure(opened: Opened) -> None:
    bench = opened()
    for address in (DONE, FEES):
        view = bench.go(address)
        assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("１２，３４５", 12345),
        ("1.2万", 12000),
        ("１ ２３４", 1234),
        ("　7　", 7),
        ("－３", -3),
        ("3万件", 30000),
    ],
)
def test_figures_are_understood_as_people_type_them(opened: Opened, text: str, value: int) -> None:
    bench = opened()
    bench.go(DONE)
    commit(bench, text)
    focus_key(KEY.Key_Tab)
    assert bench.value(DONE) == value


def test_escape_leaves_the_figure(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    focus_text("99")
    focus_key(KEY.Key_Escape)
    assert bench.value(DONE) == 50
    assert bench.session.undoable is None


def test_what_is_no_number_is_refused_in_words_and_stays(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    view = bench.go(DONE)
    focus_text("5o")
    focus_key(KEY.Key_Return)
    editor = view.editor()
    assert editor is not None
    assert editor.text() == "5o"
    refusal = bench.window.findChild(QLabel, "refusal")
    assert refusal is not None
    assert "“5o” is not a number" in refusal.text()
    assert bench.value(DONE) == 50
    qtbot.waitUntil(lambda: focus() is editor)
    focus_key(KEY.Key_Backspace)
    focus_text("1")
    focus_key(KEY.Key_Return)
    assert bench.value(DONE) == 51


def test_a_refused_text_stays_when_another_cell_is_clicked(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    view = bench.go(DONE)
    focus_text("x")
    other = bench.model("requests").index_of(Address.parse("requests.total.business"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(other).center())
    qtbot.waitUntil(lambda: bench.selection.cell == DONE)
    editor = view.editor()
    assert editor is not None
    assert editor.text() == "x"
    focus_key(KEY.Key_Escape)


def test_nothing_is_saved_over_a_refused_text(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    focus_text("x")
    bench.do("save")
    assert bench.replies.heard == []
    focus_key(KEY.Key_Escape)


def test_typed_text_is_taken_before_saving(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    focus_text("51")
    bench.do("save")
    assert bench.value(DONE) == 51


def test_a_value_against_a_rule_is_accepted_and_marked(opened: Opened) -> None:
    bench = opened()
    bench.go(NEW)
    focus_text("-7")
    focus_key(KEY.Key_Tab)
    assert bench.value(NEW) == -7
    marks = Mark(bench.model("requests").data(bench.model("requests").index_of(NEW), MARKS))
    assert marks & Mark.BROKEN
    assert marks & Mark.CORRECTED


def test_emptying_a_cell_clears_it(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    focus_key(KEY.Key_F2)
    focus_key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    focus_key(KEY.Key_Delete)
    focus_key(KEY.Key_Tab)
    assert bench.value(DONE) is None


def test_looking_into_a_doubtful_cell_confirms_nothing_but_enter_does(opened: Opened) -> None:
    bench = opened()
    bench.go(DOUBTFUL)
    focus_key(KEY.Key_F2)
    focus_key(KEY.Key_Tab)
    assert DOUBTFUL not in bench.session.document.corrections
    bench.go(DOUBTFUL)
    focus_key(KEY.Key_Return)
    assert bench.session.document.corrections[DOUBTFUL].confirms


def test_enter_goes_to_the_next_finding_and_down_when_there_is_none(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    assert bench.selection.cell == DONE
    focus_text("51")
    focus_key(KEY.Key_Return)
    assert bench.value(DONE) == 51
    assert bench.selection.finding is not None
    bench.replies.on_leaving = Leaving.DISCARD
    clean = opened({}, name="净.txt")
    clean.go(NEW)
    focus_key(KEY.Key_Return)
    assert clean.selection.cell == BELOW


def test_undo_and_redo_are_named_and_lead_to_their_cell(opened: Opened) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.session.edit(FEES, None)
    assert bench.window.deeds["undo"].text() == "&Undo clear"
    assert bench.window.deeds["undo"].toolTip().startswith("Undo clear (Ctrl+Z)")
    bench.do("undo")
    assert bench.selection.cell == FEES
    assert bench.window.deeds["undo"].text() == "&Undo edit"
    assert bench.window.deeds["redo"].text() == "&Redo clear"
    bench.do("undo")
    assert bench.value(DONE) == 50
    assert not bench.window.deeds["undo"].isEnabled()
    bench.do("redo")
    assert bench.value(DONE) == 51


def test_revert_takes_back_what_the_file_says(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    assert not bench.window.deeds["revert"].isEnabled()
    bench.session.edit(DONE, 1)
    QTest.keyClick(focus(), KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert bench.value(DONE) == 50
    assert bench.window.deeds["undo"].text() == "&Undo revert"


def test_marks_tell_how_a_cell_was_read(opened: Opened) -> None:
    bench = opened()
    marks = {}
    for address in (DOUBTFUL, MISSED, DONE, Address.parse("proactive.regulations.repealed"), NEW):
        model = bench.model(address.table)
        marks[address] = Mark(model.data(model.index_of(address), MARKS))
    assert marks[DOUBTFUL] == Mark.DOUBTFUL
    assert marks[MISSED] == Mark.MISSING | Mark.NOT_CHECKABLE
    assert marks[DONE] == Mark.BROKEN
    assert marks[Address.parse("proactive.regulations.repealed")] == Mark.BLANK
    assert marks[NEW] & Mark.DISPUTED, "another equation of it holds"


def test_tooltips_and_spoken_names_say_it_in_words(opened: Opened) -> None:
    bench = opened()
    model = bench.model("proactive")
    told = model.data(model.index_of(DOUBTFUL), TOOLTIP)
    assert "22（其中修订 16 件）" in told
    assert "line 4" in told
    assert "annotation after the number" in told
    assert model.data(model.index_of(DOUBTFUL), SPOKEN) == "规章 · 本年制发件数, 22, doubtful reading"


def test_tab_at_the_end_leaves_the_tables(opened: Opened) -> None:
    bench = opened()
    view = bench.go(Address.parse("disputes.suit_after_review.total"))
    event_target = focus()
    assert event_target is view
    QTest.keyClick(view, KEY.Key_Tab)
    assert bench.selection.cell == Address.parse("disputes.suit_after_review.total")
    assert not view.hasFocus()


def test_the_editor_opens_only_for_figures(opened: Opened) -> None:
    bench = opened()
    view = bench.view("requests")
    label = view.model().index(0, 0)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(label).center())
    assert view.editor() is None
