"""Where there is little room: a small screen, a queue in large text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from gouji.ui.main_window import MainWindow
from gouji.ui.queue.model import Column
from tests.ui.harness import CLEAN, NEW, Bench, loaded, settings_at, text_source


@pytest.fixture
def large(bench: Bench, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """A queue beside a report, in text of twice the size."""
    paths = [tmp_path / name for name in ("甲.txt", "乙.txt")]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
        bench.answers.files[path.name] = loaded(CLEAN, text_source(path))
    bench.window.resize(1280, 800)
    bench.gouji.queueing.take(paths)
    queue = bench.gouji.queueing.model.queue
    qtbot.waitUntil(lambda: bool(len(queue)) and queue.settled() == len(queue))
    bench.gouji.desk.settings.text_size = 200
    QApplication.processEvents()
    yield bench
    bench.gouji.desk.settings.text_size = 100


def test_units_are_legible_in_large_text(large: Bench) -> None:
    table = large.window.queue.table
    head = table.horizontalHeader()
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert head.sectionSize(Column.UNIT) >= table.fontMetrics().horizontalAdvance("某某市某局")
    assert sum(map(head.sectionSize, shown)) <= table.viewport().width()
    for column in (Column.ERRORS, Column.WARNINGS):
        assert head.sectionSize(column) >= table.fontMetrics().horizontalAdvance("99")


def test_the_year_comes_back_with_the_room(large: Bench) -> None:
    table = large.window.queue.table
    assert table.isColumnHidden(Column.YEAR)
    large.gouji.desk.settings.text_size = 100
    QApplication.processEvents()
    assert not table.isColumnHidden(Column.YEAR)


@pytest.mark.parametrize(
    ("screen", "shape"), [((1280, 800), "whole"), ((1366, 728), "whole"), ((1920, 1040), "a part")]
)
def test_the_first_window_fits_on_its_screen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], shape: str
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*screen))
    window = MainWindow(settings_at(tmp_path))
    qtbot.addWidget(window)
    window.show_whole()
    assert window.isMaximized() == (shape == "whole")


class Pictured(QProxyStyle):
    """A system that puts pictures of its own on the buttons of dialogs."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:  # noqa: N802 -- Qt's own name
        wanted = hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        return 1 if wanted else super().styleHint(hint, *rest)  # type: ignore[arg-type]


def test_buttons_bear_no_pictures_of_another_family(bench: Bench, qapp: QApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save, bench.window)
    style = Pictured("Fusion")
    # It must outlive whatever wears it.
    style.setParent(qapp)
    box.setStyle(style)
    hint = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    assert style.styleHint(hint, None, box) == 1
    assert box.style().styleHint(hint, None, box) == 0


def test_what_stands_at_the_right_of_a_finding_is_in_sight(large: Bench) -> None:
    large.session.edit(NEW, 999)
    view = large.window.findings.list
    large.window.findings.splitter.setSizes([300, 900])
    QApplication.processEvents()
    assert view.model().rowCount()
    rect = view.visualRect(view.model().index(0, 0))
    assert rect.width() == view.viewport().width()
    assert not view.horizontalScrollBar().isVisible()
