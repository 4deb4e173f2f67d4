"""Notes on cells: written by the keyboard, seen in the cell, its words and the trail, taken back as steps."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.export import write
from gouji.ui.grid.marks import Mark
from gouji.ui.grid.model import MARKS, SPOKEN, TOOLTIP
from gouji.ui.grid.note_editor import NoteEditor
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, NEW, Bench, focus_key, focus_text

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def editor(bench: Bench, qtbot: QtBot) -> NoteEditor:
    """The editor that Ctrl+M opens, once it has the keyboard."""
    focus_key(KEY.Key_M, CONTROL)
    found = next(each for each in bench.window.findChildren(NoteEditor) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is found.text)
    return found


def close(bench: Bench, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    focus_key(key, modifier)
    # A screen would give the keyboard back by itself.
    bench.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is bench.window)


def keep(bench: Bench, qtbot: QtBot, text: str) -> None:
    """Write a note on the current cell in the place of the one before."""
    editor(bench, qtbot).text.setPlainText(text)
    close(bench, qtbot, KEY.Key_Return, CONTROL)


def test_a_note_is_written_shown_and_taken_back(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.go(DONE)
    keep(bench, qtbot, "<b>来电</b>：\n多列一件 ")
    index = bench.model("requests").index_of(DONE)
    assert Mark(index.data(MARKS)) & Mark.NOTED
    assert "Note: &lt;b&gt;来电&lt;/b&gt;：" in index.data(TOOLTIP)
    assert "多列一件" in index.data(SPOKEN)
    assert bench.value(DONE) == 50
    trail = bench.window.trail.model
    assert [trail.index(0, column).data() for column in range(5)] == [
        *("（七）总计 · 自然人", "50", "50", "Note", "<b>来电</b>： 多列一件"),
    ]
    assert bench.window.panes.tabs.tabText(1) == "Corrections (1)"
    assert bench.window.isWindowModified()
    assert bench.window.deeds["undo"].text() == "&Undo note"
    focus_key(KEY.Key_Z, CONTROL)
    assert not Mark(index.data(MARKS)) & Mark.NOTED
    focus_key(KEY.Key_Y, CONTROL)
    assert bench.session.review.notes[DONE].text == "<b>来电</b>：\n多列一件"


def test_a_note_is_changed_left_and_taken_away(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.session.note(DONE, "旧")
    bench.go(DONE)
    assert editor(bench, qtbot).text.toPlainText() == "旧"
    focus_text("new")
    close(bench, qtbot, KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert bench.session.review.notes[DONE].text == "旧"
    keep(bench, qtbot, "新")
    assert bench.session.review.notes[DONE].text == "新"
    keep(bench, qtbot, " ")
    assert bench.session.review.notes == {}


def test_the_trail_leads_to_a_note_and_takes_it_away_with_corrections(opened: Opened) -> None:
    bench = opened()
    bench.session.edit(NEW, 7)
    bench.session.note(DONE, "待核实")
    trail = bench.window.trail
    bench.window.panes.tabs.setCurrentWidget(trail)
    place = trail.table.visualRect(trail.model.index(0, 0)).center()
    QTest.mouseClick(trail.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.selection.cell == DONE
    trail.table.selectAll()
    QTest.mouseClick(trail.revert, Qt.MouseButton.LeftButton)
    assert bench.session.review.notes == {}
    assert bench.session.document.corrections == {}
    bench.do("undo")
    assert list(bench.session.review.notes) == [DONE]
    assert list(bench.session.document.corrections) == [NEW]


def test_a_note_is_exported_beside_its_cell(opened: Opened, tmp_path: Path) -> None:
    bench = opened()
    bench.session.note(DONE, "=待核实")
    write(bench.session.review, bench.session.findings, tmp_path / "册.xlsx", "zh")
    book = load_workbook(tmp_path / "册.xlsx")
    cell = next(cell for line in book["表三"].iter_rows() for cell in line if cell.comment)
    told = {cell.comment.text for line in book["表三"].iter_rows() for cell in line if cell.comment}
    assert any("批注：=待核实" in text for text in told), cell.coordinate
    line = [cell.value for cell in book["更正记录"][3]]
    assert line[1] == "表三“（七）总计”行“自然人”列"
    assert line[5:7] == ["批注", "=待核实"]
    assert book["更正记录"]["G3"].data_type == "s"


def test_a_button_beside_the_decision_asks_for_one(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.do("next_finding")
    assert bench.selection.cell == DONE
    bench.click("writeNote")
    found = next(each for each in bench.window.findChildren(NoteEditor) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is found.text)
    found.text.setPlainText("来电")
    close(bench, qtbot, KEY.Key_Return, CONTROL)
    assert bench.session.review.notes[DONE].text == "来电"
