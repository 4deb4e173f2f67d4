"""The list of named steps, in the menu and beside the trail, leads back and forth through them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gouji.model.correction import StepKind
from gouji.model.form import Address
from gouji.ui.trail.steps_menu import MOST
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, DONE, FEES, NEW, Bench

UPHELD = Address.parse("disputes.review.upheld")


def listed(bench: Bench) -> list[str]:
    menu = bench.window.menus.steps
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_steps_are_named_by_what_was_done_to_which_cell(opened: Opened) -> None:
    bench = opened()
    assert listed(bench) == ["None yet"]
    bench.session.edit(DONE, 51)
    bench.session.edit(FEES, None)
    bench.session.apply(StepKind.PASTE, {NEW: 3, UPHELD: 4})
    bench.session.note(DONE, "待核实\n再问")
    bench.session.revert([DONE])
    assert listed(bench) == [
        "Undo: revert · （七）总计 · 自然人: 51 → 50",
        "Undo: note · （七）总计 · 自然人: 待核实 再问",
        "Undo: paste, 2 cells",
        "Undo: clear · 行政事业性收费 · 本年收费金额（单位：万元）: 12.500000 → □",
        "Undo: edit · （七）总计 · 自然人: 50 → 51",
    ]


def test_a_step_is_chosen_and_gone_to(opened: Opened) -> None:
    bench = opened()
    for value in (1, 2, 3):
        bench.session.edit(DONE, value)
    bench.session.edit(NEW, 9)
    listed(bench)
    bench.window.menus.steps.actions()[1].trigger()
    assert (bench.value(DONE), bench.value(NEW)) == (2, 51)
    assert bench.selection.cell == DONE
    assert [text.partition(":")[0] for text in listed(bench)] == ["Redo", "Redo", "Undo", "Undo"]
    bench.window.menus.steps.actions()[0].trigger()
    assert (bench.value(DONE), bench.value(NEW)) == (3, 9)
    assert bench.session.redoable is None


def test_the_list_is_no_longer_than_a_screen(opened: Opened) -> None:
    bench = opened(CLEAN)
    for value in range(40):
        bench.session.edit(NEW, value + 1)
    assert len(listed(bench)) == MOST


def test_the_trail_offers_the_steps_and_reverting_by_its_own_menu(opened: Opened) -> None:
    bench = opened()
    for address in (DONE, NEW, UPHELD):
        bench.session.edit(address, 7)
    trail = bench.window.trail
    bench.window.panes.tabs.setCurrentWidget(trail)
    assert trail.steps.menu() is bench.window.menus.steps
    place = trail.table.visualRect(trail.model.index(1, 0)).center()
    QTest.mouseClick(trail.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    one, table, everything = trail.table.actions()
    assert [action.text() for action in (one, table, everything)] == [
        *("Revert this correction", "Revert its table", "Revert all"),
    ]
    table.trigger()
    assert list(bench.session.document.corrections) == [UPHELD]
    everything.trigger()
    assert bench.session.document.corrections == {}
    assert not everything.isEnabled()
    bench.do("undo")
    bench.do("undo")
    assert len(bench.session.document.corrections) == 3
