"""Windows for the tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.errors import GoujiError
from gouji.model.loaded import Loaded
from gouji.ui.app import Gouji, set_look
from tests.factory import Figure
from tests.ui.harness import BROKEN, Answers, Bench, Replies, Written, loaded, settings_at, text_source

Opened = Callable[..., Bench]
Start = Callable[..., Bench]


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


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the program, again and again, on the same data."""
    set_look(qapp)
    running: list[Gouji] = []
    content = Path(tmp_path / "报告.txt")
    content.write_text("a report")

    def stop() -> None:
        while running:
            gouji = running.pop()
            gouji.window.hide()
            gouji.stop()
            gouji.window.deleteLater()
            QApplication.sendPostedEvents()

    def start_program(
        *names: str,
        content: Loaded | GoujiError | None = None,
        data: Path = tmp_path / "data",
        alone: bool = True,
    ) -> Bench:
        if alone:
            stop()
        settings = settings_at(tmp_path)
        settings.language = "en"
        answers, replies, written = Answers(), Replies(), Written()
        view = text_source(tmp_path / "报告.txt")
        answers.files["报告.txt"] = content or loaded(BROKEN, view)
        gouji = Gouji(qapp, settings, lambda: answers, written, replies, data)
        running.append(gouji)
        gouji.show([tmp_path / name for name in names])
        qtbot.waitExposed(gouji.window)
        qtbot.waitUntil(lambda: answers.started == 1)
        if names:
            qtbot.waitUntil(lambda: gouji.desk.bridge.session is not None)
        return Bench(gouji, answers, replies, written)

    yield start_program
    stop()
