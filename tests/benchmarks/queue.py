"""What a queue of many files costs the window: ``python -m tests.benchmarks.queue [FOLDER]``.

The targets for 100 files: the main thread never blocks longer than 50 ms while they come in and are read
ahead, and the window's process holds at most 300 MB when all of them are in the queue.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from gouji.resources import resource
from gouji.ui.app import Gouji
from gouji.ui.look.look import make_application
from gouji.ui.settings.settings import Settings
from tests.benchmarks.memory import megabytes

FILES = 100
PATIENCE = 600.0
REVIEWED = 30
"""So many reports are gone through with "reviewed, next"."""


class Pulse:
    """Beats on the main thread as often as that is free.

    A pause is how long it lasts by the clock, and how long the thread was at work: on a machine that has
    other things to do the first says nothing of the program.
    """

    def __init__(self) -> None:
        self.pauses: list[tuple[float, float]] = []
        self._last = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(2)

    def take(self) -> list[tuple[float, float]]:
        """The pauses since the last time, in milliseconds."""
        found, self.pauses = self.pauses, []
        self._last = perf_counter(), thread_time()
        return found

    def _beat(self) -> None:
        now = perf_counter(), thread_time()
        self.pauses.append((1000 * (now[0] - self._last[0]), 1000 * (now[1] - self._last[1])))
        self._last = now


def until(condition: Callable[[], bool]) -> None:
    """Let the window work until the condition holds."""
    end = monotonic() + PATIENCE
    while not condition():
        if monotonic() > end:
            raise TimeoutError
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def told(what: str, pauses: list[tuple[float, float]]) -> None:
    """Print the longest pauses."""
    clock, work = (
        ", ".join(f"{each:.0f}" for each in sorted(column, reverse=True)[:5])
        for column in zip(*pauses, strict=True)
    )
    print(f"{what:44} longest blocks: {work} ms of work, {clock} ms by the clock")  # noqa: T201


def hundred(folder: Path) -> Path:
    """Copies of the example, each with bytes of its own at the end."""
    example = next(resource("examples").glob("*.pdf"))
    for number in range(FILES):
        copy = folder / f"{number:03}.pdf"
        shutil.copy(example, copy)
        with copy.open("ab") as file:
            file.write(f"\n% {number}\n".encode())
    return folder


def measure(folder: Path, data: Path) -> None:
    """Open the folder in a window, let everything be read, go through some of it."""
    application = make_application()
    store = QSettings(str(data / "gouji.ini"), QSettings.Format.IniFormat)
    gouji = Gouji(application, Settings(store), data=data)
    # As the program does it when it starts.
    gouji.jobs.ready.connect(lambda _form: gc.freeze())
    gouji.show([])
    until(gouji.window.isVisible)
    pulse = Pulse()
    until(lambda: len(pulse.pauses) > FILES)
    bare = megabytes()
    pulse.take()
    start = perf_counter()
    queue = gouji.queueing.model.queue
    gouji.queueing.add([folder])
    until(lambda: bool(len(queue)) and queue.settled() == len(queue))
    told(f"{len(queue)} files read ahead in {perf_counter() - start:.1f} s", pulse.take())
    print(f"{'':44} {megabytes():.0f} MB resident, {bare:.0f} MB before")  # noqa: T201
    gouji.queueing.open(queue[0].path)
    until(lambda: gouji.desk.bridge.session is not None)
    for _ in range(min(REVIEWED, len(queue) - 1)):
        before = gouji.desk.path
        gouji.window.deeds["finish"].trigger()
        until(lambda before=before: gouji.desk.path != before)  # type: ignore[misc]
    told(f"{REVIEWED} opened one after the other", pulse.take())
    print(f"{'':44} {megabytes():.0f} MB resident")  # noqa: T201
    gouji.stop()


def main(arguments: list[str]) -> None:
    """Measure a folder, or a hundred copies of the example."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as data:
        measure(Path(arguments[0]) if arguments else hundred(Path(folder)), Path(data))


if __name__ == "__main__":
    main(sys.argv[1:])
