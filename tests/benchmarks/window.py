"""How long the window takes, in milliseconds: ``python -m tests.benchmarks.window``.

From the start of the process to the first painted window, beside a bare window of the same widgets; from the
wish for a PDF to its figures in the tables; from a key that enters a figure to the tables with all findings
renewed. The targets: 400 ms and 1.5 times the bare window, 500 ms, 16 ms.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, time

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow, QSplitter, QTableView, QWidget

from gouji.resources import resource

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
        print(1000 * (time() - self._since), flush=True)  # noqa: T201 -- what a benchmark is for
        QApplication.exit()


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
    """The window of the program, without a report."""
    from gouji.ui.app import Gouji, make_application  # noqa: PLC0415 -- not in the bare window
    from gouji.ui.settings import Settings  # noqa: PLC0415

    application = make_application()
    with TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "gouji.ini"), QSettings.Format.IniFormat)
        gouji = Gouji(application, Settings(store), data=Path(folder))
        _FirstPaint(gouji.window, since)
        gouji.show([])
        application.exec()
        gouji.stop()


def started(name: str) -> float:
    """The median time from the start of a process to its first painted window."""
    times = []
    for _ in range(ROUNDS + 1):
        command = [sys.executable, "-m", "tests.benchmarks.window", name, str(time())]
        told = subprocess.run(command, capture_output=True, check=True, text=True)
        times.append(float(told.stdout))
    return median(times[1:])


def used() -> tuple[float, float, float]:
    """Median times of opening a PDF, of a key that enters a figure, and of one that only types it."""
    from gouji.ui.app import Gouji, make_application  # noqa: PLC0415 -- not in the bare window
    from gouji.ui.settings import Settings  # noqa: PLC0415

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
    empty, full = started("bare"), started("ours")
    opened, entered, typed = used()
    for line in (
        f"first painted window  {full:7.1f} ms   bare window {empty:.1f} ms, × {full / empty:.2f}",
        f"PDF to its figures    {opened:7.1f} ms",
        f"figure entered        {entered:7.1f} ms   typed {typed:.1f} ms",
    ):
        print(line)  # noqa: T201 -- what a benchmark is for


if __name__ == "__main__":
    main()
