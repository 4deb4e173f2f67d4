"""Work that must not hold up the window: reading, drawing and writing, answered in signals."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from gouji.errors import CannotWriteError, GoujiError, ReaderStoppedError
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.sources.seen import Seen
from gouji.ui.watch import Watch

if TYPE_CHECKING:
    from gouji.loader import Loaded
    from gouji.model.correction import Document
    from gouji.model.report import Report
    from gouji.model.suggestion import Suggestion
    from gouji.worker import Picture

Writer = Callable[[Review, list[Finding], Path, str], None]


class Reader(Protocol):
    """What is asked of the reading process; its answers come on a thread of its own."""

    def start(self) -> None: ...
    def load(
        self,
        path: Path,
        password: str | None,
        answer: Callable[[Loaded | GoujiError], None],
        encoding: str | None = None,
    ) -> None: ...
    def recognise(
        self,
        path: Path,
        password: str | None,
        tell: Callable[[int, int], None],
        answer: Callable[[Loaded | GoujiError], None],
    ) -> None: ...
    def read_again(
        self, path: Path, password: str | None, answer: Callable[[Report | GoujiError], None]
    ) -> None: ...
    def draw(
        self,
        path: Path,
        page: int,
        scale: float,
        answer: Callable[[Picture | GoujiError], None],
        seen: Seen | None = None,
    ) -> None: ...
    def suggest(
        self, document: Document, answer: Callable[[list[Suggestion] | GoujiError], None]
    ) -> None: ...
    def stop(self) -> None: ...


class Jobs(QObject):
    """Passes requests to the reading process and a writing thread, and their answers to the main thread."""

    loaded = Signal(object, object)
    """Path, and a `Loaded` or a `GoujiError`."""
    recognised = Signal(object, int, int)
    """Path of a scan, how many of its pages were recognised, and how many it has."""
    read_again = Signal(object, object)
    """Path, and the `Report` that a second reading gave, or a `GoujiError`."""
    suggested = Signal(object, object)
    """A document, and the list of suggestions for it."""
    drawn = Signal(object, int, object)
    """Path, page, and a `Picture` or a `GoujiError`."""
    written = Signal(object, object, object)
    """Path, the review that was written, and None or a `GoujiError`."""
    _solved = Signal(object, object)
    """A document, and its suggestions or a `GoujiError`."""
    _answered = Signal(int, object, object)
    """Number of a second reading, path, and what came of it."""

    def __init__(self, reader: Callable[[], Reader], writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_reader = reader
        self._reader: Reader | None = None
        self._scanner: Reader | None = None
        self._second: Reader | None = None
        self._seconds = 0
        self._solver: Reader | None = None
        self._solving: Document | None = None
        self._unanswered = False
        self._writer = writer
        self._watch = Watch()
        self._stopped = False
        # Even to import the reading process takes longer than a window may stand still.
        self._asking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asking")
        self._pen = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")
        self._answered.connect(self._end_second)
        self._solved.connect(self._end_search)

    def start(self) -> None:
        """Make the reading process ready before the first file is chosen."""
        self._submit(self._asking, lambda: self._reading().start())

    def load(self, path: Path, password: str | None, encoding: str | None = None) -> None:
        """Have a file read; a text in the encoding, if one is given."""
        self._submit(self._asking, self._load, path, password, encoding)

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

    def ask_second(self, path: Path, password: str | None) -> None:
        """Have a PDF read again by other means, in a process of its own: nothing else waits for it."""
        self.forget_second()
        self._second = self._make_reader()
        number = self._seconds
        try:
            self._second.read_again(path, password, lambda found: self._answered.emit(number, path, found))
        except OSError:
            self._answered.emit(number, path, ReaderStoppedError(path))

    def forget_second(self) -> None:
        """End the second reading, if one is going on."""
        second, self._second = self._second, None
        self._seconds += 1
        if second is not None:
            second.stop()

    def suggest(self, document: Document) -> None:
        """Have the repairs of a document sought, in a process of its own; of any other they are no more."""
        self.forget_suggestions()
        self._solving = document
        self._submit(self._asking, self._suggest, document)

    def forget_suggestions(self) -> None:
        """End the search for repairs, if one is going on."""
        if self._solving is not None:
            self._solving = None
            self._submit(self._asking, self._give_up_search)

    def draw(self, path: Path, page: int, scale: float, seen: Seen | None = None) -> None:
        """Have a page drawn, with what a reading saw on it if that is `seen`."""
        self._submit(self._asking, self._draw, path, page, scale, seen)

    def look_at(self, path: Path) -> None:
        """Remember how a review file is before it is read."""
        self._submit(self._pen, self._watch.look, path)

    def keep(self, path: Path) -> None:
        """A review file was read as it was looked at."""
        self._submit(self._pen, self._watch.keep, path)

    def write(
        self, review: Review, findings: list[Finding], path: Path, language: str, *, in_place: bool = False
    ) -> None:
        """Have a review written to a file; `in_place` is refused where someone else changed that."""
        self._submit(self._pen, self._write, review, findings, path, language, in_place)

    def stop(self) -> None:
        """Finish what is being written, end the reading process; later requests are not heard."""
        self._stopped = True
        self._pen.shutdown()
        self.give_up()
        self.forget_second()
        self._asking.shutdown()
        self._stop_solver()
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

    def _load(self, path: Path, password: str | None, encoding: str | None) -> None:
        try:
            self._reading().load(path, password, lambda answer: self.loaded.emit(path, answer), encoding)
        except OSError:
            self.loaded.emit(path, ReaderStoppedError(path))

    def _draw(self, path: Path, page: int, scale: float, seen: Seen | None) -> None:
        self._reading().draw(path, page, scale, lambda answer: self.drawn.emit(path, page, answer), seen)

    def _suggest(self, document: Document) -> None:
        # A search that is no longer wanted need not begin.
        if self._solving is document:
            self._solver = self._solver or self._make_reader()
            self._unanswered = True
            try:
                self._solver.suggest(document, partial(self._pass_on_search, document))
            except OSError:
                self._solver = None

    def _pass_on_search(self, document: Document, found: object) -> None:
        self._unanswered = False
        self._solved.emit(document, found)

    def _give_up_search(self) -> None:
        # One that was answered meanwhile leaves its process free for the next.
        if self._unanswered:
            self._stop_solver()

    def _stop_solver(self) -> None:
        solver, self._solver = self._solver, None
        if solver is not None:
            solver.stop()

    def _end_search(self, document: Document, found: object) -> None:
        if document is self._solving:
            self._solving = None
            if not isinstance(found, GoujiError):
                self.suggested.emit(document, found)

    def _end_second(self, number: int, path: Path, found: object) -> None:
        # One that was forgotten is answered too, with the end of its process.
        if number == self._seconds:
            self.forget_second()
            self.read_again.emit(path, found)

    def _write(
        self,
        review: Review,
        findings: list[Finding],
        path: Path,
        language: str,
        in_place: bool,  # noqa: FBT001 -- as the thread calls it
    ) -> None:
        trouble: GoujiError | None = None
        try:
            if in_place:
                self._watch.refuse_changed(path)
            self._writer(review, findings, path, language)
            self._watch.note_written(path)
        except GoujiError as error:
            trouble = error
        except OSError as error:
            trouble = CannotWriteError(path, cause=error.strerror)
        self.written.emit(path, review, trouble)
