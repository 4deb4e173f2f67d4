"""The size of the interface text, from that of the system to twice it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gouji.model.layout import Role
from gouji.ui.actions.tool_bar import ToolBar
from gouji.ui.grid.model import TableModel
from gouji.ui.grid.sizes import PAD_X, balanced
from gouji.ui.grid.view import TableView
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, NEW, Bench, focus_key

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=[100, 150, 200])
def sized(opened: Opened, request: pytest.FixtureRequest) -> Iterator[Bench]:
    bench = opened(BROKEN)
    bench.gouji.desk.settings.text_size = request.param
    bench.window.resize(1280, 800)
    QApplication.processEvents()
    yield bench
    bench.gouji.desk.settings.text_size = 100


def test_keys_make_the_text_larger_smaller_and_as_it_was(opened: Opened) -> None:
    bench = opened()
    settings = bench.gouji.desk.settings
    before = bench.window.font().pointSizeF()
    for _ in range(12):
        focus_key(Qt.Key.Key_Plus, CONTROL_SHIFT)
    assert settings.text_size == 200
    assert bench.window.font().pointSizeF() == pytest.approx(2 * before)
    assert bench.view("requests").fontMetrics().height() > 1.8 * bench.window.fontMetrics().height() / 2
    focus_key(Qt.Key.Key_Minus, CONTROL_SHIFT)
    assert settings.text_size == 190
    focus_key(Qt.Key.Key_0, CONTROL_SHIFT)
    assert settings.text_size == 100
    assert bench.window.font().pointSizeF() == pytest.approx(before)


@pytest.mark.parametrize("deed", ["zoom_in", "text_larger"])
def test_a_keyboard_that_needs_shift_for_plus_means_the_text(opened: Opened, deed: str) -> None:
    """There Ctrl++ and Ctrl+Shift++ are one press, which Qt calls ambiguous."""
    bench = opened()
    pressed = QShortcutEvent(QKeySequence("Ctrl+Shift+="), 0, True)  # noqa: FBT003 -- Qt's own order
    QApplication.sendEvent(bench.window.deeds[deed], pressed)
    assert bench.gouji.desk.settings.text_size == 110
    bench.gouji.desk.settings.text_size = 100


def test_zoom_of_the_source_is_another_thing(opened: Opened) -> None:
    bench = opened()
    before = bench.window.source.text.font().pointSizeF()
    focus_key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert bench.gouji.desk.settings.text_size == 100
    assert bench.window.source.text.font().pointSizeF() > before


def test_no_label_of_a_table_is_cut_off(sized: Bench) -> None:
    for view in sized.window.tables.views:
        assert list(_cut(view)) == []


def _cut(view: TableView) -> Iterator[str]:
    metrics = view.fontMetrics()
    model = view.model()
    assert isinstance(model, TableModel)
    for place in model.layout.places:
        index = view.model().index(place.row, place.column)
        rect = view.visualRect(index)
        text = str(index.data() or "")
        width = rect.width() - 2 * PAD_X
        if place.role is Role.COLUMN_HEAD:
            text = balanced(text, width, metrics)
        wanted = metrics.boundingRect(QRect(0, 0, width, 9999), Qt.TextFlag.TextWordWrap, text)
        if wanted.height() > rect.height() or wanted.width() > width + 1:
            yield f"{text}: {wanted} in {rect}"


def test_the_window_grows_no_larger_than_it_was(sized: Bench) -> None:
    assert (sized.window.width(), sized.window.height()) == (1280, 800)


def test_no_equation_is_cut_off(sized: Bench, qtbot: QtBot) -> None:
    sized.go(NEW)
    shown = [label for label in sized.window.strip.findChildren(QLabel) if label.text()]
    assert len(shown) >= 6
    qtbot.waitUntil(lambda: all(map(_is_whole, shown)))


def _is_whole(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    return label.sizeHint().width() <= label.width() and label.sizeHint().height() <= label.height()


def test_the_cell_at_hand_stays_in_view(opened: Opened) -> None:
    bench = opened(BROKEN)
    view = bench.go(NEW)
    for size in (200, 100):
        bench.gouji.desk.settings.text_size = size
        QApplication.processEvents()
        assert view.visibleRegion().contains(view.visualRect(view.currentIndex()).center())


def test_the_bar_shows_icons_alone_where_words_have_no_room(sized: Bench) -> None:
    (bar,) = sized.window.findChildren(ToolBar)
    assert bar.sizeHint().width() <= bar.width()
    large = sized.gouji.desk.settings.text_size > 100
    assert (bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly) == large


def test_the_statutory_tables_need_no_scrolling_sideways_at_the_usual_size(opened: Opened) -> None:
    bench = opened(BROKEN)
    for size in ((1280, 800), (1440, 900)):
        bench.window.resize(*size)
        QApplication.processEvents()
        assert bench.window.tables.horizontalScrollBar().maximum() == 0
