"""How smoothly a PDF of 200 pages scrolls: ``python -m tests.benchmarks.scrolling``.

The targets: the window never stands still for longer than 50 ms, and pictures take at most 150 MB.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

import pypdfium2 as pdfium
from PySide6.QtCore import QEventLoop, QPoint, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from gouji.resources import resource
from gouji.ui.app import Gouji
from gouji.ui.look.look import make_application
from gouji.ui.settings.settings import Settings
from gouji.ui.source.page_view import PageView

PAGES = 200
FRAME = 16
"""Milliseconds between two turns of the wheel."""
TURN = 240
MB = 1024 * 1024


class Heartbeat:
    """The gaps between beats of the main thread: each longer than a beat is a block.

    On a busy machine most of a gap is waiting for a processor, which is not the window's own work.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._last, self._last_work = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now, work = perf_counter(), thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.work.append((work - self._last_work) * 1000)
        self._last, self._last_work = now, work


def long_report(path: Path) -> Path:
    """The example, and pages with rulings and figures behind it."""
    canvas = Canvas(str(path.with_name("behind.pdf")), pagesize=A4)
    for number in range(PAGES):
        for line in range(60):
            canvas.line(40, 40 + 12 * line, 550, 40 + 12 * line)
            for column in range(12):
                canvas.drawString(45 + 42 * column, 43 + 12 * line, str((number * line + column) % 997))
        canvas.showPage()
    canvas.save()
    whole = pdfium.PdfDocument(next(resource("examples").glob("*.pdf")))
    whole.import_pages(pdfium.PdfDocument(path.with_name("behind.pdf")))
    while len(whole) > PAGES:
        whole[len(whole) - 1].close()
        del whole[len(whole) - 1]
    whole.save(path)
    return path


def wait_for(ready: Callable[[], bool], seconds: float = 60) -> None:
    """Let the window work until something is so."""
    loop, end = QEventLoop(), perf_counter() + seconds
    while not ready() and perf_counter() < end:
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def scroll(pages: PageView, turns: int, down: int) -> Heartbeat:
    """Turn the wheel; the beats meanwhile, and until all is drawn."""
    heart, done, drawn = Heartbeat(), [0], list[int]()

    def turn() -> None:
        done[0] += 1
        middle = QPointF(pages.viewport().rect().center())
        event = QWheelEvent(
            middle,
            pages.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, -TURN * down),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 -- Qt's own signature
        )
        QApplication.sendEvent(pages.viewport(), event)

    wheel = QTimer()
    wheel.timeout.connect(turn)
    wheel.start(FRAME)
    wait_for(lambda: done[0] >= turns)
    wheel.stop()
    pages.pictures.drawn.connect(lambda: drawn.append(done[0]))
    pages.pictures.look_again()
    wait_for(lambda: bool(drawn))
    return heart


def kept(window: object) -> float:
    """Megabytes of pictures that are held."""
    source = window.source  # type: ignore[attr-defined]
    small = (source.thumbnails.pages.picture(page) for page in range(1, PAGES + 1))
    large = sum(page.memory for page in source.pages.pages)
    return float(large + sum(image.sizeInBytes() for image in small if image is not None)) / MB


def main() -> None:
    """Print the longest and the usual gap for several zooms, and the memory."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/gouji.ini", QSettings.Format.IniFormat))
        gouji = Gouji(application, settings)
        gouji.window.resize(1280, 800)
        gouji.show([long_report(Path(folder) / "long.pdf")])
        pages = gouji.window.source.pages
        wait_for(lambda: len(pages.pages) == PAGES)
        wait_for(lambda: gouji.desk.opinion is not None, 20)
        for zoom in (0, 4, 9):
            for _ in range(zoom):
                gouji.window.deeds["zoom_in"].trigger()
            for down in (1, -1):
                heart = scroll(pages, 300, down)
                usual = sorted(heart.gaps)[len(heart.gaps) * 99 // 100]
                print(  # noqa: T201 -- what a benchmark is for
                    f"zoom {pages.transform().m11():4.2f} {'down' if down > 0 else 'up':4}   "
                    f"longest block {max(heart.gaps):5.1f} ms, at work {max(heart.work):4.1f} ms   "
                    f"99 in 100 within {usual:5.1f} ms   "
                    f"pictures {kept(gouji.window):5.1f} MB"
                )
            gouji.window.deeds["fit_width"].trigger()
        gouji.stop()


if __name__ == "__main__":
    main()
