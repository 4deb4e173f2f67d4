"""The reading process itself: answers requests from standard input until it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any

from gouji.errors import GoujiError, ReaderStoppedError
from gouji.loader import load, recognise
from gouji.sources.pdf import PdfPages
from gouji.worker.frames import BrokenFrameError, receive, send
from gouji.worker.messages import error_to_json, loaded_to_json

MEMORY_LIMIT = 2 * 1024**3
"""Bytes of address space above which reading one file is given up."""


def main() -> None:
    """Serve the process at the other end of the pipes."""
    requests, answers = _take_pipes()
    _limit_memory()
    server = Server()
    while True:
        try:
            request, _ = receive(requests)
        except BrokenFrameError:
            return
        answer, payload = server.answer(request, partial(send, answers))
        send(answers, answer, payload)


class Server:
    """Reads files and draws the pages of the one it last drew."""

    def __init__(self) -> None:
        self._pages: PdfPages | None = None
        self._drawn: tuple[str, str | None] | None = None

    def answer(
        self, request: dict[str, Any], send_ahead: Callable[[dict[str, Any]], None]
    ) -> tuple[dict[str, Any], bytes]:
        """The answer to one request, a file's trouble included; word of its progress is sent ahead."""
        answer: dict[str, Any] = {"id": request["id"]}
        path, password = request["path"], request["password"]
        try:
            if request["do"] == "load":
                return answer | {"loaded": loaded_to_json(load(Path(path), password))}, b""
            if request["do"] == "recognise":

                def tell(done: int, pages: int) -> None:
                    send_ahead({"id": request["id"], "done": done, "pages": pages})

                return answer | {"loaded": loaded_to_json(recognise(Path(path), password, tell))}, b""
            width, height, pixels = self._open(path, password).draw(
                int(request["page"]), float(request["scale"])
            )
            return answer | {"width": width, "height": height}, pixels
        except GoujiError as error:
            return answer | {"error": error_to_json(error)}, b""
        except MemoryError:
            return answer | {"error": error_to_json(ReaderStoppedError(path))}, b""

    def _open(self, path: str, password: str | None) -> PdfPages:
        if self._pages is None or self._drawn != (path, password):
            if self._pages is not None:
                self._pages.close()
            self._pages = PdfPages(Path(path), password)
            self._drawn = (path, password)
        return self._pages


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the pipes for frames alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, answers


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
