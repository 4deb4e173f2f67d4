"""The window and its parts have at the next start the places and sizes that they had."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.conftest import Start
from tests.ui.harness import Bench


def sizes(bench: Bench) -> list[list[int]]:
    window = bench.window
    splitters = (window.panes.down, window.findings.splitter)
    return [[window.width(), window.height()], *(splitter.sizes() for splitter in splitters)]


def moved(bench: Bench) -> list[list[int]]:
    """Move what a hand can move; the sizes after that, none of which is what it was."""
    untouched = sizes(bench)
    bench.window.resize(780, 720)
    bench.window.panes.down.setSizes([420, 220])
    bench.window.findings.splitter.setSizes([500, 279])
    wanted = sizes(bench)
    assert all(one != other for one, other in zip(untouched, wanted, strict=True))
    return wanted


def test_what_was_moved_by_hand_stays_there(start: Start) -> None:
    bench = start("报告.txt")
    wanted = moved(bench)
    bench.window.close()
    assert sizes(start("报告.txt")) == wanted


def test_it_stays_there_in_another_language(start: Start, qtbot: QtBot) -> None:
    bench = start("报告.txt")
    wanted = moved(bench)
    bench.gouji.choose_language("zh")
    qtbot.waitExposed(bench.window)
    assert sizes(bench) == wanted
    bench.gouji.choose_language("en")
