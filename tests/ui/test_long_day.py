"""Hundreds of reports opened, corrected, exported, saved and put away in one process leave nothing behind.

With the real reading process, the real writers and a journal. A short day is part of every test run; the long
one, of 500 reports, is had by ``pytest tests/ui/test_long_day.py -m long -s``, which prints its figures.
"""

from __future__ import annotations

import gc
import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.resources import resource
from gouji.reviewfile import read_review
from gouji.ui.app import Gouji
from gouji.ui.desk.questions import Leaving
from tests.ui.harness import DONE, Replies, settings_at

EXAMPLES = sorted(resource("examples").glob("*.[pt]*"))
MOST_GROWTH = 20.0
"""MB that the process may grow after the first reports."""
FEW, MANY, SETTLED = 10, 500, 50
PATIENCE = 60_000
"""Milliseconds that a report may take to be opened or written."""
MOST_REST = 10_000
"""Milliseconds after which what still runs is left behind."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory and handles as Linux tells them")


class Held(NamedTuple):
    """What the process holds."""

    megabytes: float
    handles: int
    threads: int
    children: int


def held() -> Held:
    """What it holds now, after all that can be given back was."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    process = Path("/proc/self")
    line = next(each for each in (process / "status").read_text().splitlines() if "VmRSS" in each)
    threads = list((process / "task").iterdir())
    children = [child for each in threads for child in _children(each)]
    handles = len(list((process / "fd").iterdir()))
    return Held(int(line.split()[1]) / 1024, handles, len(threads), len(children))


def _children(thread: Path) -> list[str]:
    """The processes that a thread started; none for one that ended since it was listed."""
    try:
        return (thread / "children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return []


class Worker:
    """Does with every report what a reviewer does."""

    def __init__(self, gouji: Gouji, replies: Replies, qtbot: QtBot, folder: Path) -> None:
        self._gouji, self._replies, self._qtbot, self._folder = gouji, replies, qtbot, folder
        replies.on_leaving = Leaving.DISCARD

    def review(self, number: int) -> None:
        desk, example = self._gouji.desk, EXAMPLES[number % len(EXAMPLES)]
        path = self._folder / f"{number}{example.suffix}"
        # Every report is another, so that the journal begins each anew.
        path.write_bytes(example.read_bytes() + b"\n" * (number + 1))
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        with self._qtbot.waitSignal(desk.opened, timeout=PATIENCE):
            desk.open(path)
        self._correct()
        review = self._written("save", path.with_suffix(".json"))
        assert desk.bridge.session is not None
        assert read_review(review) == desk.bridge.session.review
        self._written("export", path.with_suffix(".xlsx")).unlink()
        self._hear()
        with self._qtbot.waitSignal(desk.opened, timeout=PATIENCE):
            self._gouji.window.deeds["close"].trigger()
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before
        path.unlink()
        review.unlink()

    def _correct(self) -> None:
        session = self._gouji.desk.bridge.session
        assert session is not None
        for _ in session.findings[:3]:
            self._gouji.window.deeds["next_finding"].trigger()
        value = session.document.value(DONE) or 0
        for step in range(3):
            session.edit(DONE, value + step + 1)
        session.undo()
        assert session.document.value(DONE) == value + 2

    def _written(self, deed: str, target: Path) -> Path:
        self._replies.target = target
        with self._qtbot.waitSignal(self._gouji.desk.written, timeout=PATIENCE):
            self._gouji.window.deeds[deed].trigger()
        return target

    def rest(self, before: Held) -> None:
        """Wait until what still runs for the last report has ended; the test tells what never does."""
        with suppress(self._qtbot.TimeoutError):
            self._qtbot.waitUntil(lambda: _is_given_back(held(), before), timeout=MOST_REST)

    def _hear(self) -> None:
        """Wait for the second reading of a PDF: it ends a process of its own."""
        desk = self._gouji.desk
        if desk.source is not None and desk.source.page_sizes:
            self._qtbot.waitUntil(lambda: desk.opinion is not None, timeout=PATIENCE)


@pytest.fixture
def worker(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Worker]:
    replies = Replies()
    gouji = Gouji(qapp, settings_at(tmp_path), questions=replies, data=tmp_path / "data")
    gouji.show([])
    qtbot.waitExposed(gouji.window)
    yield Worker(gouji, replies, qtbot, tmp_path)
    gouji.window.hide()
    gouji.stop()
    gouji.window.deleteLater()
    QApplication.sendPostedEvents()


def _is_given_back(now: Held, before: Held) -> bool:
    return all(each <= first for each, first in zip(now[1:], before[1:], strict=True))


def spend_day(worker: Worker, reports: int, settled: int) -> tuple[Held, Held]:
    """What is held after the first reports, and after all."""
    for number in range(settled):
        worker.review(number)
    before = held()
    for number in range(settled, reports):
        worker.review(number)
    worker.rest(before)
    return before, held()


def assert_nothing_left(before: Held, after: Held) -> None:
    print(f"\n{before}\n{after}")  # noqa: T201 -- the figures are what a long run is for
    assert after.megabytes - before.megabytes <= MOST_GROWTH
    assert after.handles <= before.handles
    assert after.threads <= before.threads
    assert after.children <= before.children


def test_a_short_day_leaves_nothing_behind(worker: Worker) -> None:
    assert_nothing_left(*spend_day(worker, FEW, FEW // 2))


@pytest.mark.long
def test_a_long_day_leaves_nothing_behind(worker: Worker) -> None:
    assert_nothing_left(*spend_day(worker, MANY, SETTLED))
