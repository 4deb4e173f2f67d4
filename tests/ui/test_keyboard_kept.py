"""The keyboard is where the current cell is, whatever was in between: no character typed there is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, DONE, NEW, focus, focus_key, focus_text, loaded, page_source

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.mark.screen
def test_after_a_block_was_pasted_into_another_table(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(BROKEN)
    bench.go(bench.session.report.form.addresses[0])
    form = bench.session.report.form
    block = f"\t{form.column(NEW).label}\n{form.row(NEW).label}\t61"
    QGuiApplication.clipboard().setText(block)
    focus_key(KEY.Key_V, CONTROL)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClick(dialog, KEY.Key_Return)
    assert bench.value(NEW) == 61
    qtbot.waitUntil(lambda: focus() is bench.view("requests"))
    focus_text("62")
    focus_key(KEY.Key_Tab)
    assert bench.value(NEW) == 62


def test_tab_into_the_tables_leads_to_the_current_cell(opened: Opened) -> None:
    bench = opened(BROKEN)
    bench.go(NEW)
    first = bench.window.tables.views[0]
    bench.window.findings.decision.reason.setFocus()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus() is bench.view("requests")
    focus_text("62")
    focus_key(KEY.Key_Tab)
    assert bench.value(NEW) == 62


def test_another_language_leaves_the_reviewer_where_he_was(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(content=loaded(BROKEN, page_source()), name="报告.pdf")
    for _ in range(3):
        focus_key(KEY.Key_F8)
    finding, cell = bench.finding.key, bench.selection.cell
    bench.window.panes.tabs.setCurrentIndex(1)
    focus_key(KEY.Key_Plus, CONTROL)
    scale = bench.window.source.place()["scale"]
    bench.gouji.choose_language("zh")
    qtbot.waitExposed(bench.window)
    bench.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert (bench.finding.key, bench.selection.cell) == (finding, cell)
    assert bench.window.panes.tabs.currentIndex() == 1
    qtbot.waitUntil(lambda: bench.window.source.place()["scale"] == scale)
    focus_text("7")
    editor = bench.window.tables.current_table().editor()  # type: ignore[union-attr]
    assert editor is not None
    assert editor.text() == "7"
    focus_key(KEY.Key_Escape)
    bench.gouji.choose_language("en")


def test_another_language_leaves_what_was_refused_in_its_editor(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(BROKEN)
    bench.go(DONE)
    focus_text("5x")
    bench.gouji.choose_language("zh")
    qtbot.waitExposed(bench.window)
    editor = bench.view(DONE.table).editor()
    assert editor is not None
    assert editor.text() == "5x"
    editor.setText("51")
    editor.setModified(True)
    QTest.keyClick(editor, KEY.Key_Tab)
    assert bench.value(DONE) == 51
    bench.gouji.choose_language("en")


def test_f2_stands_behind_the_figure(opened: Opened) -> None:
    """To mend one digit: who wants another figure types it without them."""
    bench = opened(BROKEN)
    bench.go(DONE)
    assert bench.value(DONE) == 50
    focus_key(KEY.Key_F2)
    focus_key(KEY.Key_Backspace)
    focus_text("7")
    focus_key(KEY.Key_Tab)
    assert bench.value(DONE) == 57
