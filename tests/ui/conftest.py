"""Windows for the tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.model.loaded import Loaded
from gouji.ui.app import Gouji, set_look
from tests.factory import Figure
from tests.ui.harness import BROKEN, Answers, Bench, Replies, Written, loaded, settings_at

Opened = Callable[..., Bench]


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """A window without a report, in English and light."""
    set_look(qapp)
    settings = settings_at(tmp_path)
    settings.language = "en"
    settings.palette = "light"
    answers, replies, written = Answers(), Replies(), Written()
    gouji = Gouji(qapp, settings, lambda: answers, written, replies)
    gouji.show([])
    qtbot.waitExposed(gouji.window)
    gouji.window.activateWindow()
    qtbot.waitUntil(lambda: answers.started == 1)
    yield Bench(gouji, answers, replies, written)
    gouji.window.hide()
    gouji.stop()
    gouji.window.deleteLater()
    QApplication.sendPostedEvents()


@pytest.fixture
def opened(bench: Bench, qtbot: QtBot, tmp_path: Path) -> Opened:
    """Opens a report in the window; a broken one unless told otherwise."""

    def open_report(
        figures: Mapping[str, Figure] = BROKEN, content: Loaded | None = None, name: str = "报告.txt"
    ) -> Bench:
        bench.answers.files[name] = content or loaded(figures)
        with qtbot.waitSignal(bench.gouji.desk.opened):
            bench.gouji.desk.open(tmp_path / name)
        return bench

    return open_report
