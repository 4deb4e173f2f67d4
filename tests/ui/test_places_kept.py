"""The window and its parts have at the next start the places and sizes that they had."""

from __future__ import annotations

from tests.ui.conftest import Start
from tests.ui.harness import Bench


def sizes(bench: Bench) -> list[list[int]]:
    window = bench.window
    splitters = (window.panes.down, window.findings.splitter)
    return [[window.width(), window.height()], *(splitter.sizes() for splitter in splitters)]


def test_what_was_moved_by_hand_stays_there(start: Start) -> None:
    bench = start("报告.txt")
    untouched = sizes(bench)
    bench.window.resize(780, 720)
    bench.window.panes.down.setSizes([420, 220])
    bench.window.findings.splitter.setSizes([500, 279])
    wanted = sizes(bench)
    assert all(one != other for one, other in zip(untouched, wanted, strict=True))
    bench.window.close()
    assert sizes(start("报告.txt")) == wanted
