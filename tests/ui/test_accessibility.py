"""Everything by the keyboard, and under a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, DONE, NEW, Bench, focus, focus_key


def reachable(window: QWidget) -> Iterator[QWidget]:
    """What of a window Tab leads to."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("tab", ["findings", "trail"])
def test_all_that_the_keyboard_reaches_has_a_name(opened: Opened, tab: str) -> None:
    bench = opened(BROKEN)
    bench.session.edit(DONE, 51)
    bench.do("next_finding")
    bench.window.panes.tabs.setCurrentWidget(getattr(bench.window, tab))
    assert [widget for widget in reachable(bench.window) if not spoken(widget)] == []


@pytest.mark.parametrize("deed", ["settings", "about", "help"])
def test_dialogs_have_names_too(bench: Bench, deed: str) -> None:
    bench.do(deed)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert [widget for widget in reachable(dialog) if not spoken(widget)] == []
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_goes_round_all_of_the_window(opened: Opened) -> None:
    """From the last figure on; within the tables it goes from figure to figure."""
    bench = opened(BROKEN)
    bench.do("next_finding")
    bench.go(bench.session.report.form.addresses[-1])
    wanted = set(reachable(bench.window)) - set(bench.window.tables.views)
    met: set[QWidget] = set()
    for _ in range(3 * len(wanted) + len(bench.session.report.form.addresses)):
        focus_key(Qt.Key.Key_Tab)
        met.add(focus())
    missed = [widget for widget in wanted - met if not _is_part_of(widget, met)]
    assert missed == []


def _is_part_of(widget: QWidget, met: set[QWidget]) -> bool:
    """Of a group of which one has the focus, or standing for another, as its line for a spin box."""
    return any(widget.isAncestorOf(each) or widget.focusProxy() is each for each in met)


def test_f6_goes_from_panel_to_panel_and_back_to_the_figure(opened: Opened) -> None:
    bench = opened(BROKEN)
    view = bench.go(NEW)
    places = []
    for _ in range(3):
        focus_key(Qt.Key.Key_F6)
        places.append(focus())
    assert places == [bench.window.findings.list, bench.window.source.view, view]


def test_a_cell_is_said_with_row_column_figure_and_what_is_wrong(opened: Opened) -> None:
    bench = opened(BROKEN)
    view = bench.go(NEW)
    cell = QAccessible.queryAccessibleInterface(view).child(0)
    assert cell is not None
    said = str(view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    form = bench.session.report.form
    for part in (form.row(NEW).label, form.column(NEW).label, "51", "an equation is broken"):
        assert part in said
