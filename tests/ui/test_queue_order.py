"""The queue put in another order, and what is said at its end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gouji.model.report import Cell, Doubt, Reading
from gouji.ui.queue.model import Column
from tests.ui.harness import BROKEN, FEES, Bench, focus_key, loaded, text_source
from tests.ui.test_queue import CONTROL, Fill, is_open, seen, taken
from tests.ui.test_queue import fill as fill  # noqa: PLC0414 -- pytest finds it here


def test_a_click_on_a_head_sorts_and_a_third_puts_it_back(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill(丙=loaded(BROKEN, text_source())))
    head = bench.window.queue.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(Column.ERRORS) + 9, head.height() // 2)
    firsts = []
    for _ in range(3):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        firsts.append(seen(bench)[0])
    assert firsts == ["甲", "丙", "甲"]
    assert seen(bench) == ["甲", "乙", "丙"]


def test_the_keyboard_sorts_by_a_menu_and_next_follows_that_order(
    bench: Bench, qtbot: QtBot, fill: Fill
) -> None:
    taken(bench, qtbot, fill(丙=loaded(BROKEN, text_source())))
    sorting = bench.window.queue.filter.more.findChild(QMenu)
    assert sorting is not None
    by = {action.text(): action for action in sorting.actions() if action.text()}
    by["Errors"].trigger()
    assert seen(bench) == ["丙", "甲", "乙"]
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "乙"))
    by["As they came"].trigger()
    assert seen(bench) == ["甲", "乙", "丙"]


def test_home_and_end_lead_to_the_first_and_the_last_line(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill())
    table = bench.window.queue.table
    table.setFocus()
    for key, line in ((Qt.Key.Key_End, 2), (Qt.Key.Key_Home, 0)):
        focus_key(key)
        assert table.currentIndex().row() == line
        assert [index.row() for index in table.selectionModel().selectedRows()] == [line]


def test_the_end_of_the_queue_is_said(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill(("甲.txt", "乙.txt")))
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "乙"))
    assert "No other report" not in bench.window.status.currentMessage()
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    assert "No other report is left" in bench.window.status.currentMessage()


def test_doubtful_figures_are_not_passed_over_in_silence(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    fees = Cell(12, "12", Reading.DOUBTFUL, None, Doubt.ANNOTATION)
    doubtful = loaded({str(FEES): fees}, text_source())
    taken(bench, qtbot, fill(甲=doubtful))
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "乙"))
    assert "1 doubtful figures" in bench.window.status.currentMessage()
