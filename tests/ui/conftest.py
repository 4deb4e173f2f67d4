"""Windows for the tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.errors import GoujiError
from gouji.model.loaded import Loaded
from gouji.ui.app import Gouji
from gouji.ui.look.look import set_look
from tests.factory import Figure
from tests.ui.harness import BROKEN, Answers, Bench, Replies, Written, loaded, settings_at, text_source

Opened = Callable[..., Bench]
Start = Callable[..., Bench]


class Programs:
    """Starts the program, in English, and ends it."""

    def __init__(self, application: QApplication, qtbot: QtBot, folder: Path) -> None:
        set_look(application)
        self._application = application
        self._qtbot = qtbot
        self._folder = folder
        self._running: list[Gouji] = []

    def run(self, answers: Answers, names: Sequence[str] = (), data: Path | None = None) -> Bench:
        """The program with files of the folder, as soon as its window is seen and its reader has begun."""
        settings = settings_at(self._folder)
        settings.language = "en"
        replies, written = Replies(), Written()
        gouji = Gouji(self._application, settings, lambda: answers, written, replies, data)
        self._running.append(gouji)
        gouji.show([self._folder / name for name in names])
        self._qtbot.waitExposed(gouji.window)
        gouji.window.activateWindow()
        self._qtbot.waitUntil(lambda: answers.started == 1)
        if names:
            self._qtbot.waitUntil(lambda: gouji.desk.bridge.session is not None)
        return Bench(gouji, answers, replies, written)

    def stop(self) -> None:
        """End those that run."""
        while self._running:
            gouji = self._running.pop()
            gouji.window.hide()
            gouji.stop()
            gouji.window.deleteLater()
            QApplication.sendPostedEvents()


@pytest.fixture
def programs(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Programs]:
    programs = Programs(qapp, qtbot, tmp_path)
    yield programs
    programs.stop()


@pytest.fixture
def bench(programs: Programs, tmp_path: Path) -> Bench:
    """A window without a report, in English and light."""
    settings_at(tmp_path).palette = "light"
    return programs.run(Answers())


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
def start(programs: Programs, tmp_path: Path) -> Start:
    """Starts the program, again and again, on the same data."""
    (tmp_path / "报告.txt").write_text("a report")

    def start_program(
        *names: str,
        content: Loaded | GoujiError | None = None,
        data: Path = tmp_path / "data",
        alone: bool = True,
    ) -> Bench:
        if alone:
            programs.stop()
        answers = Answers()
        answers.files["报告.txt"] = content or loaded(BROKEN, text_source(tmp_path / "报告.txt"))
        return programs.run(answers, names, data)

    return start_program
