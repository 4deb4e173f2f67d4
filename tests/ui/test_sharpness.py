"""Pages are shown dot for dot on screens of any fineness."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from gouji.ui.look.look import make_application
from gouji.ui.source.page_view import PageView
from gouji.worker import Picture

application = make_application()


class Jobs(QObject):
    drawn = Signal(object, int, object)

    def draw(self, path, page, scale, seen, turns):
        width, height = round(600 * scale), round(840 * scale)
        if turns % 2:
            width, height = height, width
        rows = [bytes(255 * ((x + y) % 2) for x in range(width) for _ in range(4)) for y in (0, 1)]
        pixels = b"".join(rows[y % 2] for y in range(height))
        self.drawn.emit(path, page, Picture(page, scale, width, height, pixels))


def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


jobs = Jobs()
view = PageView(jobs)
view.resize(503, 611)
view.show()
view.show_pages(Path("any.pdf"), [(600.0, 840.0)] * 3, int(sys.argv[1]))
for steps in (0, 1, 3):
    if steps:
        view.zoom(steps)
    wait(250)
    page = view.pages_in_view()[0]
    room = view.mapFromScene(page.sceneBoundingRect()).boundingRect().adjusted(4, 4, -4, -4)
    room &= view.viewport().rect().adjusted(4, 4, -4, -4)
    ratio = view.devicePixelRatioF()
    seen = view.viewport().grab().toImage()
    left, right, top, bottom = (
        round(ratio * edge) for edge in (room.left(), room.right(), room.top(), room.bottom())
    )
    colours = {seen.pixel(x, y) & 255 for x in range(left, right) for y in range(top, bottom)}
    dots = [seen.pixel(x, (top + bottom) // 2) & 255 for x in range(left, right)]
    print(ratio, sorted(colours) == [0, 255], all(one != other for one, other in zip(dots, dots[1:])))
"""


@pytest.mark.parametrize("turns", [0, 1])
@pytest.mark.parametrize("ratio", ["1", "1.25", "1.5", "2"])
def test_every_dot_of_a_picture_is_one_of_the_screen(ratio: str, turns: int) -> None:
    """A board of black and white dots shows any stretching as grey, or as two alike side by side."""
    shown = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(turns)],
        env=os.environ | {"QT_SCALE_FACTOR": ratio},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert shown.stdout.splitlines() == [f"{float(ratio)} True True"] * 3
