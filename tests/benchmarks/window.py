"""How long the window takes, in milliseconds: ``python -m tests.benchmarks.window``.

From the start of the process to the first painted window, in turns with a bare window of the same widgets, by
the clock and of the processor (others may be at work beside); from the wish for a PDF to its figures in the
tables; from a key that enters a figure to the tables with all findings renewed. The targets: 400 ms and 1.5
times the bare window, 500 ms, 16 ms.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, time
from typing import TYPE_CHECKING
from unittest.mock import patch

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow, QSplitter, QTableView, QWidget

from gouji.resources import resource

if TYPE_CHECKING:
    from gouji.ui.settings.settings import Settings

ROUNDS = 9
KEYS = 60
_READY = 3000
"""Milliseconds in which the reading process is surely ready."""


class _FirstPaint(QObject):
    """Tells when a window was painted, and ends the process."""

    def __init__(self, window: QWidget, since: float) -> None:
        super().__init__(window)
        self._since = since
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802 -- as Qt calls it
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print(1000 * (time() - self._since), 1000 * process_time(), flush=True)  # noqa: T201
        # The rest of the window may be on its way, and is not waited for.
        os._exit(0)


def bare(since: float) -> None:
    """A window with a table and a view of graphics, and nothing of ours."""
    application = QApplication([])
    window = QMainWindow()
    parts = QSplitter()
    parts.addWidget(QGraphicsView())
    parts.addWidget(QTableView())
    window.setCentralWidget(parts)
    window.resize(1280, 800)
    _FirstPaint(window, since)
    window.show()
    application.exec()


def ours(since: float) -> None:
    """The window of the program as it starts, without a report."""
    # As `gouji.__main__` does it.
    gc.disable()
    from gouji.ui import start  # noqa: PLC0415 -- not in the bare window
    from gouji.ui.main_window import MainWindow  # noqa: PLC0415

    class Watched(MainWindow):
        def __init__(self, settings: Settings) -> None:
            super().__init__(settings)
            _FirstPaint(self, since)

    with patch.object(start, "MainWindow", Watched):
        start.run([])


def started() -> dict[str, list[tuple[float, float]]]:
    """Milliseconds by the clock and of the processor until each window is painted, in turns."""
    times: dict[str, list[tuple[float, float]]] = {"bare": [], "ours": []}
    with TemporaryDirectory() as folder:
        # The program is compiled where it is installed, and has a desk that is empty.
        own = ("GOUJI_DATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "PYTHONPYCACHEPREFIX")
        environment = {**os.environ, **dict.fromkeys(own, folder), "PYTHONDONTWRITEBYTECODE": ""}
        for turn in range(ROUNDS + 1):
            for name, taken in times.items():
                command = [sys.executable, "-m", "tests.benchmarks.window", name, str(time())]
                told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=environment)
                clock, work = map(float, told.stdout.split())
                # The first is to compile it.
                if turn:
                    taken.append((clock, work))
    return times


def used() -> tuple[float, float, float]:
    """Median times of opening a PDF, of a key that enters a figure, and of one that only types it."""
    from gouji.ui.app import Gouji  # noqa: PLC0415 -- not in the bare window
    from gouji.ui.look.look import make_application  # noqa: PLC0415
    from gouji.ui.settings.settings import Settings  # noqa: PLC0415

    application = make_application()
    with TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "gouji.ini"), QSettings.Format.IniFormat)
        gouji = Gouji(application, Settings(store), data=Path(folder))
        gouji.show([])
        _wait(_READY)
        opened = [_opening(gouji) for _ in range(ROUNDS)]
        _wait(_READY)
        entered, typed = _typing(gouji)
        gouji.stop()
    return median(opened), median(entered), median(typed)


def _opening(gouji) -> float:  # type: ignore[no-untyped-def] # noqa: ANN001 -- imported late
    path = next(resource("examples").glob("*.pdf"))
    loop = QEventLoop()
    gouji.desk.opened.connect(loop.quit)
    start = perf_counter()
    gouji.desk.open(path)
    loop.exec()
    QApplication.processEvents()
    gouji.window.repaint()
    taken = 1000 * (perf_counter() - start)
    gouji.desk.opened.disconnect(loop.quit)
    return taken


def _typing(gouji) -> tuple[list[float], list[float]]:  # type: ignore[no-untyped-def] # noqa: ANN001
    entered, typed = [], []
    gouji.window.deeds["next_finding"].trigger()
    for number in range(KEYS):
        typed.append(_key(Qt.Key(Qt.Key.Key_0 + number % 10)))
        entered.append(_key(Qt.Key.Key_Tab))
    return entered, typed


def _key(key: Qt.Key) -> float:
    """What a key takes of the processor until everything is painted; others may be at work beside."""
    widget = QApplication.focusWidget()
    assert widget is not None
    start = process_time()
    QTest.keyClick(widget, key)
    QApplication.processEvents()
    return 1000 * (process_time() - start)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Print a line a figure."""
    if len(sys.argv) > 1:
        {"bare": bare, "ours": ours}[sys.argv[1]](float(sys.argv[2]))
        return
    times = started()
    for column, kind in enumerate(("by the clock", "of the processor")):
        empty, full = ([each[column] for each in times[name]] for name in ("bare", "ours"))
        for word, pick in (("median", median), ("least", min)):
            ratio = f"bare window {pick(empty):.1f} ms, × {pick(full) / pick(empty):.2f}"
            print(f"first painted window  {pick(full):7.1f} ms   {ratio}   {word} {kind}")  # noqa: T201
    opened, entered, typed = used()
    for line in (
        f"PDF to its figures    {opened:7.1f} ms",
        f"figure entered        {entered:7.1f} ms   typed {typed:.1f} ms",
    ):
        print(line)  # noqa: T201 -- what a benchmark is for


if __name__ == "__main__":
    main()
