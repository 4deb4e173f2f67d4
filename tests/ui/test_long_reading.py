"""A file that takes long to read is named, with a bar and a way out; what was open stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gouji.errors import GoujiError
from gouji.model.loaded import Loaded
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, NEW, Bench, focus, focus_key, loaded

LONG = Path("长.pdf")
Answer = Callable[[Loaded | GoujiError], None]


@pytest.fixture
def waiting(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[Bench, list[Answer]]:
    """A window with a report, in the place of which another is being read without an end."""
    bench = opened()
    held: list[Answer] = []
    monkeypatch.setattr(
        bench.answers, "load", lambda _path, _password, answer, _encoding=None: held.append(answer)
    )
    bench.answers.pages[LONG.name] = ((595.0, 842.0),) * 9
    bench.gouji.desk.open(LONG)
    qtbot.waitUntil(lambda: bool(held))
    qtbot.waitUntil(lambda: bench.window.source.is_ahead)
    return bench, held


def test_it_is_named_with_a_way_out(waiting: tuple[Bench, list[Answer]], qtbot: QtBot) -> None:
    bench, held = waiting
    line = bench.window.recognition
    assert not line.isVisible(), "most files are read in a moment"
    qtbot.waitUntil(line.isVisible)
    assert LONG.name in line.words.text()
    assert (line.bar.minimum(), line.bar.maximum()) == (0, 0)
    line.cancel.setFocus()
    focus_key(Qt.Key.Key_Space)
    assert not line.isVisible()
    assert not bench.window.source.is_ahead
    assert bench.window.status.currentMessage() == ""
    assert focus() is bench.view("proactive")
    qtbot.waitUntil(lambda: bench.answers.stopped == 1)
    held[0](loaded(CLEAN))
    qtbot.wait(50)
    assert bench.value(NEW) == 51, "an answer that comes too late changes nothing"
    assert not bench.window.banner.isVisible()


def test_the_line_goes_when_it_is_read(waiting: tuple[Bench, list[Answer]], qtbot: QtBot) -> None:
    bench, held = waiting
    qtbot.waitUntil(bench.window.recognition.isVisible)
    with qtbot.waitSignal(bench.gouji.desk.opened):
        held[0](loaded(CLEAN))
    assert not bench.window.recognition.isVisible()
    assert bench.value(NEW) != 51
