"""What a key costs the eye: the cells that changed are painted, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Opened
from tests.ui.harness import DONE, DOUBTFUL, focus_key, focus_text


class Painted(QObject):
    """The part of a widget that is painted from now on."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802 -- as Qt calls it
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


class LaidOut(QObject):
    """How often a widget is laid out from now on."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802 -- as Qt calls it
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


def settle() -> None:
    """Lay out the whole window: what a widget wants is heard by one after the other that it stands in."""
    for _ in range(10):
        QApplication.processEvents()


def test_a_figure_entered_paints_the_cells_that_it_changes(opened: Opened) -> None:
    bench = opened()
    view = bench.go(DONE)
    # The window was laid out only just now.
    for _ in range(2):
        QApplication.processEvents()
    painted = {each.objectName(): Painted(each.viewport()) for each in bench.window.tables.views}
    focus_text("7")
    focus_key(Qt.Key.Key_Tab)
    QApplication.processEvents()
    region = painted.pop(view.objectName()).region
    assert region.contains(view.visualRect(bench.model("requests").index_of(DONE)).center())
    parts = cast("Iterable[QRect]", region)  # the stubs do not know that it is one
    area = sum(part.width() * part.height() for part in parts)
    assert 0 < area < view.viewport().width() * view.viewport().height() / 5
    assert all(each.region.isEmpty() for each in painted.values())


def test_a_figure_entered_leaves_what_stays_as_it_is(opened: Opened) -> None:
    """Tabs are named anew and other equations are shown; neither is a reason to lay out the window."""
    bench = opened()
    bench.go(DONE)
    settle()
    tabs = bench.window.panes.tabs
    filters, laid_out = Painted(bench.window.findings.filter), LaidOut(bench.window.panes.down)
    focus_text("7")
    focus_key(Qt.Key.Key_Tab)
    settle()
    assert tabs.tabText(1) == "Corrections (1)"
    assert filters.region.isEmpty()
    assert laid_out.times == 0


def test_a_tab_has_room_for_its_name(opened: Opened) -> None:
    tabs = opened().window.panes.tabs
    narrow = tabs.tabBar().width()
    tabs.name(0, 40 * "x")
    settle()
    assert tabs.tabBar().width() == tabs.tabBar().sizeHint().width() > narrow


def test_the_source_and_the_figures_have_the_room_they_ask_for(opened: Opened) -> None:
    bench = opened()
    settle()
    laid_out = LaidOut(bench.window.panes.down)
    bench.window.strip.setMinimumHeight(bench.window.strip.height() + 60)
    settle()
    assert laid_out.times > 0


def test_a_table_shows_nothing_of_the_focus(opened: Opened) -> None:
    """So that it need not be painted when that comes or goes."""
    bench = opened()
    view = bench.go(DOUBTFUL)
    focused = view.grab().toImage()
    bench.window.findings.list.setFocus()
    assert not view.hasFocus()
    assert view.grab().toImage() == focused
