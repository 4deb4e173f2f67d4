"""The reading process itself: answers requests until there are no more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from gouji.errors import DamagedFileError, GoujiError, ReaderStoppedError
from gouji.library import rule_settings
from gouji.loader import load, recognise, second_reading
from gouji.resources import resource
from gouji.sources import open_pages
from gouji.sources.limits import MEMORY, MEMORY_TO_RECOGNISE
from gouji.worker.channel import CHANNEL, Channel
from gouji.worker.files import Files, Inbox, Wanted
from gouji.worker.frames import BrokenFrameError, send
from gouji.worker.messages import error_to_json, loaded_to_json, report_to_json
from gouji.worker.sandbox import confine
from gouji.worker.turned import turned_picture

if TYPE_CHECKING:
    from gouji.sources.pdf import PdfPages


def main() -> None:
    """Serve the process at the other end of standard input and output."""
    ends = _take_ends()
    _warm_up()
    serve(*ends)


def serve(channel: Channel, answers: IO[bytes]) -> None:
    """Answer requests until there are no more, confined for good to reading and thinking."""
    _limit_memory(MEMORY)
    # What is imported from now on leaves no compiled copy behind.
    sys.dont_write_bytecode = True
    confine(is_told_paths=channel.tells_paths)
    server, inbox = Server(), Inbox(channel)
    with suppress(BrokenFrameError):
        while True:
            request = inbox.request()
            answer, payload = server.answer(request, inbox, partial(send, answers))
            send(answers, answer, payload)


class Server:
    """Reads files and draws the pages of the one it last drew."""

    def __init__(self) -> None:
        self._pages: PdfPages | None = None
        self._drawn: tuple[int, str | None] | None = None

    def answer(
        self, request: dict[str, Any], inbox: Inbox, send_ahead: Callable[[dict[str, Any]], None]
    ) -> tuple[dict[str, Any], bytes]:
        """The answer to one request, a file's trouble included.

        Word of its progress is sent ahead, and which files it wants to have in the inbox.
        """
        answer: dict[str, Any] = {"id": request["id"]}

        def tell(done: int, pages: int) -> None:
            send_ahead(answer | {"done": done, "pages": pages})

        def want(which: Wanted) -> None:
            send_ahead(answer | {"wants": which})

        with Files(request["name"], inbox, want) as files:
            try:
                found, payload = self._do(request, files, tell)
            except GoujiError as error:
                return answer | {"error": error_to_json(error)}, b""
            except MemoryError:
                return answer | {"error": error_to_json(ReaderStoppedError(files.path))}, b""
        return answer | found, payload

    def _do(
        self, request: dict[str, Any], files: Files, tell: Callable[[int, int], None]
    ) -> tuple[dict[str, Any], bytes]:
        """What is asked for, by its name, and the pixels where it is a picture."""
        match request["do"]:
            case "preview":
                return self._preview(request, files)
            case "draw":
                drawn = self._draw(request, files)
                width, height, pixels = turned_picture(*drawn, int(request["turns"]))
                return {"width": width, "height": height}, pixels
            case "find":
                return self._find(request, files), b""
            case _:
                return _answer(request, files, tell), b""

    def _preview(self, request: dict[str, Any], files: Files) -> tuple[dict[str, Any], bytes]:
        """The sizes of all pages and the picture of the first; nothing for a file without pages."""
        pages = self._open(request, files)
        if pages is None or not pages.sizes:
            return {"preview": None}, b""
        widest = max(width for width, _ in pages.sizes)
        scale = float(request["room"]) / (widest + float(request["margin"]))
        width, height, pixels = pages.draw(1, scale)
        sizes = [list(size) for size in pages.sizes]
        return {"preview": {"page_sizes": sizes, "scale": scale}, "width": width, "height": height}, pixels

    def _draw(self, request: dict[str, Any], files: Files) -> tuple[int, int, bytes]:
        number, scale, seen = int(request["page"]), float(request["scale"]), request["seen"]
        if seen is not None:
            from gouji.sources.seen import Seen  # noqa: PLC0415 -- as below
            from gouji.worker.seen import draw_seen  # noqa: PLC0415 -- for those who work on the readers

            return draw_seen(files.own(), request["password"], number, scale, Seen(seen))
        return self._pdf(request, files).draw(number, scale)

    def _find(self, request: dict[str, Any], files: Files) -> dict[str, Any]:
        from gouji.worker.found import passages_to_json  # noqa: PLC0415 -- a command looks for nothing

        first, last = int(request["first"]), int(request["last"])
        return passages_to_json(self._pdf(request, files).find(request["phrase"], first, last))

    def _pdf(self, request: dict[str, Any], files: Files) -> PdfPages:
        pages = self._open(request, files)
        if pages is None:
            raise DamagedFileError(files.path, kind="PDF")
        return pages

    def _open(self, request: dict[str, Any], files: Files) -> PdfPages | None:
        wanted = (int(request["file"]), request["password"])
        if self._pages is None or self._drawn != wanted:
            if self._pages is not None:
                self._pages.close()
            self._pages = open_pages(files.own(), request["password"])
            self._drawn = wanted
        return self._pages


def _answer(request: dict[str, Any], files: Files, tell: Callable[[int, int], None]) -> dict[str, Any]:
    """What is asked for and no picture, by its name."""
    password = request["password"]
    match request["do"]:
        case "load":
            return {"loaded": loaded_to_json(load(files.own(), password, request["encoding"]))}
        case "recognise":
            _limit_memory(MEMORY_TO_RECOGNISE)
            return {"loaded": loaded_to_json(recognise(files.own(), password, tell))}
        case "read again":
            return {"report": report_to_json(second_reading(files.own(), password))}
        case "summarise":
            from gouji.worker.summarising import summarise  # noqa: PLC0415 -- in a process of its own

            return {"summary": summarise(files.own(), request)}
        case "suggest":
            from gouji.worker.suggested import seek  # noqa: PLC0415 -- a command asks for none

            return {"suggestions": seek(request["review"])}
        case _:
            from gouji.reviewfile.compared import reference_values  # noqa: PLC0415 -- as rarely as the search
            from gouji.worker.neighbour import find_previous  # noqa: PLC0415 -- most files come alone

            found = find_previous(files.near(), request["unit"], request["year"])
            return {"previous": reference_values(found)}


def _warm_up() -> None:
    """Load and work out what the first file needs, so that it takes no longer than the second."""
    import gouji.sources.pdf  # noqa: F401, PLC0415 -- most files are PDFs

    # What an office sets lies where nothing can be read later.
    rule_settings()
    # What is wrong with the program itself is told of the file that is asked for.
    with suppress(GoujiError):
        for example in resource("examples").glob("*.txt"):
            load(example)


def _take_ends() -> tuple[Channel, IO[bytes]]:
    """Keep input and output for frames alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return CHANNEL(os.dup(sys.stdin.fileno())), answers


def _limit_memory(limit: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- not on every system

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY or most > MEMORY_TO_RECOGNISE:
            most = MEMORY_TO_RECOGNISE
        resource.setrlimit(resource.RLIMIT_AS, (min(limit, most), most))
