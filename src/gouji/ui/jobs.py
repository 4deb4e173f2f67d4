"""Work that must not hold up the window: reading, drawing and writing, answered in signals."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from gouji.errors import CannotWriteError, GoujiError, ReaderStoppedError
from gouji.model.review import Review
from gouji.model.rule import Finding

if TYPE_CHECKING:
    from gouji.loader import Loaded
    from gouji.worker import Picture

Writer = Callable[[Review, list[Finding], Path, str], None]


class Reader(Protocol):
    """What is asked of the reading process; its answers come on a thread of its own."""

    def start(self) -> None: ...
    def load(
        self, path: Path, password: str | None, answer: Callable[[Loaded | GoujiError], None]
    ) -> None: ...
    def recognise(
        self,
        path: Path,
        password: str | None,
        tell: Callable[[int, int], None],
        answer: Callable[[Loaded | GoujiError], None],
    ) -> None: ...
    def draw(
        self, path: Path, page: int, scale: float, answer: Callable[[Picture | GoujiError], None]
    ) -> None: ...
    def stop(self) -> None: ...


class Jobs(QObject):
    """Passes requests to the reading process and a writing thread, and their answers to the main thread."""

    loaded = Signal(object, object)
    """Path, and a `Loaded` or a `GoujiError`."""
    recognised = Signal(object, int, int)
    """Path of a scan, how many of its pages were recognised, and how many it has."""
    drawn = Signal(object, int, object)
    """Path, page, and a `Picture` or a `GoujiError`."""
    written = Signal(object, object, object)
    """Path, the review that was written, and None or a `GoujiError`."""

    def __init__(self, reader: Callable[[], Reader], writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_reader = reader
        self._reader: Reader | None = None
        self._scanner: Reader | None = None
        self._writer = writer
        self._stopped = False
        # Even to import the reading process takes longer than a window may stand still.
        self._asking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asking")
        self._pen = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")

    def start(self) -> None:
        """Make the reading process ready before the first file is chosen."""
        self._submit(self._asking, lambda: self._reading().start())

    def load(self, path: Path, password: str | None) -> None:
        """Have a file read."""
        self._submit(self._asking, self._load, path, password)

    def recognise(self, path: Path, password: str | None) -> None:
        """Have a scan read from its pictures, in a process of its own: that takes seconds a page."""
        self.give_up()
        self._scanner = scanner = self._make_reader()

        def answer(found: Loaded | GoujiError) -> None:
            # A scan that was given up is answered too, with the end of its process.
            if self._scanner is scanner:
                self.loaded.emit(path, found)

        scanner.recognise(path, password, lambda done, pages: self.recognised.emit(path, done, pages), answer)

    def give_up(self) -> None:
        """End the recognition of a scan, if one is going on."""
        scanner, self._scanner = self._scanner, None
        if scanner is not None:
            scanner.stop()

    def draw(self, path: Path, page: int, scale: float) -> None:
        """Have a page drawn."""
        self._submit(self._asking, self._draw, path, page, scale)

    def write(self, review: Review, findings: list[Finding], path: Path, language: str) -> None:
        """Have a review written to a file."""
        self._submit(self._pen, self._write, review, findings, path, language)

    def stop(self) -> None:
        """Finish what is being written, end the reading process; later requests are not heard."""
        self._stopped = True
        self._pen.shutdown()
        self.give_up()
        self._asking.shutdown()
        if self._reader is not None:
            self._reader.stop()
            self._reader = None

    def _reading(self) -> Reader:
        if self._reader is None:
            self._reader = self._make_reader()
        return self._reader

    def _submit(self, pool: ThreadPoolExecutor, work: Callable[..., None], *arguments: object) -> None:
        if not self._stopped:
            # Without asking for the result, what goes wrong would never be heard of.
            pool.submit(work, *arguments).add_done_callback(Future.result)

    def _load(self, path: Path, password: str | None) -> None:
        try:
            self._reading().load(path, password, lambda answer: self.loaded.emit(path, answer))
        except OSError:
            self.loaded.emit(path, ReaderStoppedError(path))

    def _draw(self, path: Path, page: int, scale: float) -> None:
        self._reading().draw(path, page, scale, lambda answer: self.drawn.emit(path, page, answer))

    def _write(self, review: Review, findings: list[Finding], path: Path, language: str) -> None:
        trouble: GoujiError | None = None
        try:
            self._writer(review, findings, path, language)
        except GoujiError as error:
            trouble = error
        except OSError as error:
            trouble = CannotWriteError(path, cause=error.strerror)
        self.written.emit(path, review, trouble)
