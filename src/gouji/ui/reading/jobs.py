"""Work that must not hold up the window: reading, drawing and writing, answered in signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gouji.errors import CannotWriteError, GoujiError, ReaderStoppedError
from gouji.model.loaded import Loaded
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.session import ReviewSession
from gouji.sources.phrase import find_in_lines
from gouji.sources.seen import Seen
from gouji.ui.desk.watch import Watch
from gouji.ui.reading.errand import Errand
from gouji.ui.reading.reader import Reader

if TYPE_CHECKING:
    from gouji.model.correction import Document
    from gouji.model.history import History
    from gouji.model.loaded import SourceView
    from gouji.model.report import Report
    from gouji.queue.gather import Gathered

Writer = Callable[[Review, list[Finding], Path, str], None]


class Jobs(QObject):
    """Passes requests to reading processes and a writing thread, and their answers to the main thread."""

    ready = Signal(object)
    """The `Form` of the present: what a report of it needs is at hand."""
    loaded = Signal(object, object)
    """Path, and a `Loaded` or a `GoujiError`."""
    previewed = Signal(object, object)
    """Path, and a `Preview`, None for a file without pages, or a `GoujiError`."""
    recognised = Signal(object, int, int)
    """Path of a scan, how many of its pages were recognised, and how many it has."""
    read_again = Signal(object, object)
    """Path, and the `Report` that a second reading gave, or a `GoujiError`."""
    suggested = Signal(object, object)
    """A document, and the list of suggestions for it."""
    previous_found = Signal(object)
    """The `Reference` that was looked for last, or None."""
    previous_loaded = Signal(object, object)
    """Path of a file chosen as last year's report, and a `Loaded` or a `GoujiError`."""
    summarised = Signal(object, object)
    """Path of a file of the queue, and a `Summary` or a `GoujiError`."""
    drawn = Signal(object, int, object)
    """Path, page, and a `Picture` or a `GoujiError`."""
    found = Signal(object, str, object, object)
    """Path, phrase, the pages that were asked for, and the `Passages`, or a `GoujiError`."""
    exchanged = Signal(object, object)
    """The path of a copy of the desk, and what is to say of it or the `GoujiError`."""
    written = Signal(object, object, object)
    """Path, the review that was written, and None or a `GoujiError`."""

    _gathered = Signal(object, object)
    """Who asked for files to be looked up, and what was found."""

    def __init__(self, reader: Callable[[], Reader], writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_reader = reader
        self._reader: Reader | None = None
        self._writer = writer
        self._watch = Watch()
        self._stopped = False
        # Even to import the reading process takes longer than a window may stand still.
        self._asking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asking")
        self._pen = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")
        ask = partial(self._submit, self._asking)
        self._scan, self._second, self._previous = (Errand(reader, ask) for _ in range(3))
        self._search, self._ahead = (Errand(reader, ask, stays=True) for _ in range(2))
        # A slow folder on the network holds up nothing but the files in it.
        self._looking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="looking")
        self._gathered.connect(lambda hear, found: hear(found))

    def start(self) -> None:
        """Make the reading process ready before the first file is chosen."""
        self._submit(self._asking, lambda: self._reading().start())
        self._submit(self._looking, self._get_ready)

    def load(self, path: Path, password: str | None, encoding: str | None = None) -> None:
        """Have a file read; a text in the encoding, if one is given."""
        self._submit(self._asking, self._load, path, password, encoding)

    def give_up_loading(self) -> None:
        """End the process that reads a file; what is asked of it after that, another does."""
        self._submit(self._asking, lambda: self._reading().stop())

    def preview(self, path: Path, password: str | None, room: tuple[float, float]) -> None:
        """Have the first page of a file drawn before it is read, in the room as the reader takes it."""
        self._submit(self._asking, self._preview, path, password, room)

    def recognise(self, path: Path, password: str | None) -> None:
        """Have a scan read from its pictures: that takes seconds a page."""
        self._scan.begin(
            path,
            lambda reader, answer, tell: reader.recognise(path, password, tell, answer),
            partial(self._tell_loaded, path),
            partial(self.recognised.emit, path),
        )

    def give_up(self) -> None:
        """End the recognition of a scan, if one is going on."""
        self._scan.give_up()

    def ask_second(self, path: Path, password: str | None) -> None:
        """Have a PDF read again by other means: nothing else waits for it."""
        self._second.begin(
            path,
            lambda reader, answer, _tell: reader.read_again(path, password, answer),
            partial(self.read_again.emit, path),
        )

    def forget_second(self) -> None:
        """End the second reading, if one is going on."""
        self._second.give_up()

    def suggest(self, document: Document) -> None:
        """Have the repairs of a document sought; of any other they are no more."""

        def hear(found: object) -> None:
            if not isinstance(found, GoujiError):
                self.suggested.emit(document, found)

        self._search.begin(
            Path(document.report.source.name),
            lambda reader, answer, _tell: reader.suggest(document, answer),
            hear,
        )

    def forget_suggestions(self) -> None:
        """End the search for repairs, if one is going on."""
        self._search.give_up()

    def find_previous(self, path: Path, report: Report, recent: Sequence[Path]) -> None:
        """Have last year's report looked for, beside the path and among the files opened lately."""

        def hear(found: object) -> None:
            self.previous_found.emit(None if isinstance(found, GoujiError) else found)

        self._previous.begin(
            path, lambda reader, answer, _tell: reader.find_previous(path, report, recent, answer), hear
        )

    def load_previous(self, path: Path, password: str | None) -> None:
        """Have a file read that was chosen as last year's report; no other is looked for any more."""
        self._previous.begin(
            path,
            lambda reader, answer, _tell: reader.load(path, password, answer),
            partial(self.previous_loaded.emit, path),
        )

    def forget_previous(self) -> None:
        """End the search for last year's report, or the reading of it."""
        self._previous.give_up()

    def gather(self, paths: Sequence[Path], hear: Callable[[Gathered], None]) -> None:
        """Have files looked up, and those in folders; `hear` is called on this thread."""
        self._submit(self._looking, self._gather, paths, hear)

    def summarise(self, path: Path, history: History | None, encoding: str | None) -> None:
        """Have a file of the queue read ahead, with what was done to it; a text in the encoding, if any."""
        self._ahead.begin(
            path,
            lambda reader, answer, _tell: reader.summarise(path, history, answer, encoding),
            partial(self.summarised.emit, path),
        )

    def forget_summary(self) -> None:
        """End the reading ahead of a file, if one is read."""
        self._ahead.give_up()

    def rest_from_reading_ahead(self) -> None:
        """There is nothing to read ahead for now: its process need not wait for more."""
        self._ahead.rest()

    def draw(self, path: Path, page: int, scale: float, seen: Seen | None = None, turns: int = 0) -> None:
        """Have a page drawn, turned clockwise by quarters, with what a reading saw if that is `seen`."""
        self._submit(self._asking, self._draw, path, page, scale, seen, turns)

    def find(self, source: SourceView, phrase: str, pages: range) -> None:
        """Have a phrase looked for on some pages of a source, or in all of its lines."""
        self._submit(self._asking, self._find, source, phrase, pages)

    def look_at(self, path: Path) -> None:
        """Remember how a review file is before it is read."""
        self._submit(self._pen, self._watch.look, path)

    def keep(self, path: Path) -> None:
        """A review file was read as it was looked at."""
        self._submit(self._pen, self._watch.keep, path)

    def write(  # noqa: PLR0913 -- as a writer is called
        self,
        review: Review,
        findings: list[Finding],
        path: Path,
        language: str,
        writer: Writer | None = None,
        *,
        in_place: bool = False,
    ) -> None:
        """Have a review written to a file, by another writer than the usual one if that is given.

        `in_place` is refused where someone else changed the file.
        """
        put = partial(writer or self._writer, review, findings, path, language)
        self._submit(self._pen, self._write, review, path, put, in_place)

    def exchange(self, work: Callable[[], str], path: Path) -> None:
        """Have the desk written to a file, or brought in from one; `work` says what came of it."""
        self._submit(self._pen, self._exchange, work, path)

    def stop(self) -> None:
        """Finish what is being written, end the reading processes; later requests are not heard."""
        self._stopped = True
        self._pen.shutdown()
        self._looking.shutdown(cancel_futures=True)
        errands = (self._scan, self._second, self._search, self._previous, self._ahead)
        for errand in errands:
            errand.give_up()
        self._asking.shutdown()
        for errand in errands:
            errand.end()
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

    def _get_ready(self) -> None:
        """Work out beside the window what the first report needs: it may not stand still for so long."""
        import gouji.store.resume  # noqa: F401, PLC0415 -- the window is painted without it
        from gouji.library import forms, rules_in_force  # noqa: PLC0415 -- as above

        # What is wrong with a declaration is told with the report that needs it.
        with suppress(GoujiError):
            for form in forms():
                rules_in_force(form.id)
            self.ready.emit(forms()[0])

    def _tell_loaded(self, path: Path, answer: object) -> None:
        """Check a report before it is told: what is read out of its prose is kept for the main thread."""
        if isinstance(answer, Loaded):
            with suppress(GoujiError):
                ReviewSession(answer.review, answer.before)
        self.loaded.emit(path, answer)

    def _gather(self, paths: Sequence[Path], hear: Callable[[Gathered], None]) -> None:
        from gouji.queue.gather import gather  # noqa: PLC0415 -- few starts are with several files

        self._gathered.emit(hear, gather(paths))

    def _load(self, path: Path, password: str | None, encoding: str | None) -> None:
        try:
            self._reading().load(path, password, partial(self._tell_loaded, path), encoding)
        except OSError:
            self.loaded.emit(path, ReaderStoppedError(path))

    def _preview(self, path: Path, password: str | None, room: tuple[float, float]) -> None:
        # A process that cannot be had is told by the reading that follows.
        with suppress(OSError):
            self._reading().preview(path, password, room, partial(self.previewed.emit, path))

    def _draw(self, path: Path, page: int, scale: float, seen: Seen | None, turns: int) -> None:
        self._reading().draw(path, page, scale, partial(self.drawn.emit, path, page), seen, turns)

    def _find(self, source: SourceView, phrase: str, pages: range) -> None:
        hear = partial(self.found.emit, source.path, phrase, pages)
        if source.lines is not None:
            hear(find_in_lines(source.lines, phrase))
        else:
            self._reading().find(source.path, phrase, pages, hear)

    def _exchange(self, work: Callable[[], str], path: Path) -> None:
        try:
            self.exchanged.emit(path, work())
        except GoujiError as error:
            self.exchanged.emit(path, error)

    def _write(
        self,
        review: Review,
        path: Path,
        put: Callable[[], None],
        in_place: bool,  # noqa: FBT001 -- as the thread calls it
    ) -> None:
        trouble: GoujiError | None = None
        try:
            if in_place:
                self._watch.refuse_changed(path)
            put()
            self._watch.note_written(path)
        except GoujiError as error:
            trouble = error
        except OSError as error:
            trouble = CannotWriteError(path, cause=error.strerror)
        self.written.emit(path, review, trouble)
