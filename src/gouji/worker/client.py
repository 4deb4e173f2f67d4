"""The window's side of the reading process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from gouji.errors import GoujiError
from gouji.model.correction import Document
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.reviewfile import encode
from gouji.sources.limits import SECONDS, SECONDS_A_PAGE_TO_RECOGNISE, SECONDS_TO_PREVIEW
from gouji.worker.candidates import candidates
from gouji.worker.connection import Connection, Waiting
from gouji.worker.launch import COMMAND, Forked, Spawned
from gouji.worker.messages import (
    error_from_json,
    loaded_from_json,
    preview_from_json,
    reference_from_json,
    report_from_json,
    size_from_json,
)
from gouji.worker.offer import Offer

if TYPE_CHECKING:
    from gouji.model.comparison import Reference
    from gouji.model.history import History
    from gouji.model.suggestion import Suggestion
    from gouji.model.summary import Summary
    from gouji.sources.phrase import Passages
    from gouji.sources.seen import Seen

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: rows of 4-byte pixels in the order blue, green, red, unused."""

    page: int
    scale: float
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Preview:
    """A PDF before it is read: the sizes of its pages, and the picture of the first."""

    view: SourceView
    picture: Picture


class ReadingProcess:
    """A reading process that is started when first asked, and anew as soon as a file was the end of it.

    Answers come on a background thread, each as a result or as the `GoujiError` that prevented it;
    requests are answered in the order they were made. Those that waited behind a file that ended the
    process are asked again.
    """

    def __init__(self, command: tuple[str, ...] | None = COMMAND, time_limit: float = SECONDS) -> None:
        """Without a command it is a copy of this process, which must have no other threads then."""
        self._command = command
        self._time_limit = time_limit
        self._connection: Connection | None = None
        self._aside = False
        self._lock = Lock()
        self._passwords: dict[Path, str | None] = {}

    def start(self, *, aside: bool = False) -> None:
        """Have the process ready before the first file is chosen; `aside` it never holds up the window."""
        self._aside = aside
        self._connected()

    def load(
        self,
        path: Path,
        password: str | None,
        answer: Callable[[Loaded | GoujiError], None],
        encoding: str | None = None,
    ) -> None:
        """Ask for a file to be read; a text in the encoding, if one is given."""
        self._passwords[path] = password
        request = {"do": "load", "encoding": encoding}
        self._ask(request, path, partial(_loaded, path), answer, offer=Offer(path, beside=True))

    def preview(
        self,
        path: Path,
        password: str | None,
        room: tuple[float, float],
        answer: Callable[[Preview | GoujiError | None], None],
    ) -> None:
        """Ask for the first page of a file that is about to be read; None for one without pages.

        It is drawn as large as lets the widest page fill the room: pixels, and the points that are to
        stay free beside it. A page that takes its time is given up soon, the reading is not.
        """
        self._passwords[path] = password
        request = {"do": "preview", "room": room[0], "margin": room[1]}
        self._ask(request, path, partial(_preview, path), answer)

    def recognise(
        self,
        path: Path,
        password: str | None,
        tell: Callable[[int, int], None],
        answer: Callable[[Loaded | GoujiError], None],
    ) -> None:
        """Ask for a scan to be read from its pictures; `stop` gives it up.

        `tell` hears after every page how many are done, of how many. Other requests wait until the end:
        have a process of its own for this.
        """
        self._passwords[path] = password
        self._ask({"do": "recognise"}, path, partial(_loaded, path), answer, tell)

    def read_again(
        self, path: Path, password: str | None, answer: Callable[[Report | GoujiError], None]
    ) -> None:
        """Ask for a second reading of a PDF; have a process of its own for this, it takes its time."""
        self._passwords[path] = password
        self._ask({"do": "read again"}, path, lambda reply, _: report_from_json(reply), answer)

    def summarise(
        self,
        path: Path,
        history: History | None,
        answer: Callable[[Summary | GoujiError], None],
        encoding: str | None = None,
    ) -> None:
        """Ask what a line of a queue says of a file, with what was done to it; have a process for many."""
        from gouji.worker.summarised import (  # noqa: PLC0415 -- a command summarises nothing
            history_to_json,
            summary_from_json,
        )

        request = {"do": "summarise", "history": history_to_json(history), "encoding": encoding}
        offer = Offer(path, beside=True)
        self._ask(request, path, lambda reply, _: summary_from_json(reply), answer, offer=offer)

    def suggest(self, document: Document, answer: Callable[[list[Suggestion] | GoujiError], None]) -> None:
        """Ask for the repairs of a document, those of several cells too; `stop` gives the search up."""
        from gouji.worker.suggested import suggestions_from_json  # noqa: PLC0415 -- as above

        request = {"do": "suggest", "review": encode(Review(document), None)}
        path, form, offer = Path(document.report.source.name), document.report.form, Offer(None)
        self._ask(request, path, lambda reply, _: suggestions_from_json(reply, form), answer, offer=offer)

    def find_previous(
        self,
        path: Path,
        report: Report,
        recent: Sequence[Path],
        answer: Callable[[Reference | GoujiError | None], None],
    ) -> None:
        """Ask for last year's report of the same unit, beside the path or opened lately; None for none.

        Have a process of its own for this: it reads some files.
        """
        unit, year = report.unit, report.year
        near = partial(candidates, path, unit, year, tuple(recent)) if unit and year else None
        request, offer = {"do": "find previous", "unit": unit, "year": year}, Offer(path, near)
        self._ask(request, path, lambda reply, _: reference_from_json(reply), answer, offer=offer)

    def draw(  # noqa: PLR0913, PLR0917 -- every one says what is drawn
        self,
        path: Path,
        page: int,
        scale: float,
        answer: Callable[[Picture | GoujiError], None],
        seen: Seen | None = None,
        turns: int = 0,
    ) -> None:
        """Ask for one page of a PDF; pages count from 1, scale 1 is 72 dots per inch.

        It is turned clockwise by quarters; with what a reading saw on it, if that is `seen`.
        """
        request = {"do": "draw", "page": page, "scale": scale, "seen": seen, "turns": turns}
        self._ask(request, path, partial(_picture, page, scale), answer)

    def find(
        self, path: Path, phrase: str, pages: range, answer: Callable[[Passages | GoujiError], None]
    ) -> None:
        """Ask where a phrase stands on some pages of a PDF; the answer may end before the last of them."""
        from gouji.worker.found import passages_from_json  # noqa: PLC0415 -- as above

        request = {"do": "find", "phrase": phrase, "first": pages.start, "last": pages.stop - 1}
        self._ask(request, path, lambda reply, _: passages_from_json(reply, pages), answer)

    def stop(self) -> None:
        """End the process; waiting requests are answered with `ReaderStoppedError`."""
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.stop()

    def _ask(  # noqa: PLR0913, PLR0917 -- a request in all its parts
        self,
        request: dict[str, Any],
        path: Path,
        read: Callable[[dict[str, Any], bytes], Answer],
        answer: Callable[[Answer | GoujiError], None],
        tell: Callable[[int, int], None] | None = None,
        offer: Offer | None = None,
    ) -> None:
        def read_any(reply: dict[str, Any], payload: bytes) -> Answer | GoujiError:
            return error_from_json(reply, path) if "error" in reply else read(reply, payload)

        request |= {"password": self._passwords.get(path)}
        seconds = SECONDS_A_PAGE_TO_RECOGNISE if tell else self._time_limit
        if request["do"] == "preview":
            seconds = min(seconds, SECONDS_TO_PREVIEW)
        self._connected().ask(Waiting(request, path, offer or Offer(path), seconds, read_any, answer, tell))

    def _connected(self) -> Connection:
        with self._lock:
            if self._connection is None or not self._connection.is_alive:
                process = Spawned(self._command, aside=self._aside) if self._command else Forked()
                self._connection = Connection(process, self._start_anew)
            return self._connection

    def _start_anew(self, ended: Connection, left: list[Waiting], had_requests: bool) -> None:  # noqa: FBT001 -- as the connection calls it
        """Have another process ready for the next file; one that dies unasked would die for ever."""
        if ended.is_stopped or self._command is None:
            for waiting in left:
                waiting.give_up()
        elif had_requests:
            connection = self._connected()
            for waiting in left:
                connection.ask(waiting)


def _loaded(path: Path, reply: dict[str, Any], _payload: bytes) -> Loaded:
    return loaded_from_json(reply, path)


def _preview(path: Path, reply: dict[str, Any], payload: bytes) -> Preview | None:
    found = preview_from_json(reply, path)
    if found is None:
        return None
    view, scale = found
    return Preview(view, _picture(1, scale, reply, payload))


def _picture(page: int, scale: float, reply: dict[str, Any], payload: bytes) -> Picture:
    return Picture(page, scale, *size_from_json(reply, len(payload)), payload)
