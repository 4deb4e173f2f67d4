"""How long whole processes take, as ratios measured in one run: ``python -m tests.benchmarks.startup``.

The targets: 100 ms for ``--version``, 150 ms for ``extract`` of a text, and for the window half as much again
as for a bare one. Median and quickest of each: other work on the machine shows in the median alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from gouji.resources import resource

ROUNDS = 9
BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow, QSplitter, QTableView
application = QApplication([])
window, splitter = QMainWindow(), QSplitter()
splitter.addWidget(QGraphicsView())
splitter.addWidget(QTableView())
window.setCentralWidget(splitter)
window.resize(1280, 800)
window.show()
"""
OUR_WINDOW = """
from gouji.ui import start
application = start.make_application()
settings = start.Settings()
look, window = start.Look(application, settings), start.MainWindow(settings)
window.show()
"""
TELL_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os.write(1, b"."))
        return False
watch = Watch()
window.installEventFilter(watch)
application.exec()
"""

Seconds = Callable[[], float]


def process(*arguments: str) -> Seconds:
    """The time of Python with the arguments, from start to end."""

    def seconds() -> float:
        start = perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        return perf_counter() - start

    return seconds


def window(program: str) -> Seconds:
    """The time until the window of a program is painted."""
    command = [sys.executable, "-c", program + TELL_PAINTED]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}

    def seconds() -> float:
        start = perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        ) as running:
            assert running.stdout is not None
            assert running.stdout.read(1), "it ended without a window"
            taken = perf_counter() - start
            running.kill()
        return taken

    return seconds


def main() -> None:
    """Print a line for each command and for the window."""
    example = str(next(resource("examples").glob("*.txt")))
    bare = "bare Python", process("-c", "pass")
    gouji = {
        "gouji --version": process("-m", "gouji", "--version"),
        "gouji extract": process("-m", "gouji", "extract", example),
        "gouji check": process("-m", "gouji", "check", example),
    }
    tell(bare, gouji)
    tell(("bare window", window(BARE_WINDOW)), {"gouji": window(OUR_WINDOW)})


def tell(bare: tuple[str, Seconds], ours: dict[str, Seconds]) -> None:
    """Print what each takes, measured in turns, against the bare."""
    name, without = bare
    takes: dict[str, list[float]] = {each: [] for each in (name, *ours)}
    for turn in range(ROUNDS + 1):
        for each, seconds in {name: without, **ours}.items():
            taken = seconds() * 1000
            # The first is to warm up.
            if turn:
                takes[each].append(taken)
    for each, times in takes.items():
        middle, least = median(times), min(times)
        ratios = f"× {middle / median(takes[name]):.1f} and × {least / min(takes[name]):.1f} of the {name}"
        print(f"{each:16} {middle:6.1f} ms, at best {least:6.1f}   {ratios}")  # noqa: T201 -- what a benchmark is for


if __name__ == "__main__":
    main()
