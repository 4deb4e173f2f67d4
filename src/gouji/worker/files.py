"""The files that a request needs, on the side that reads them: each is asked for, and comes open."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gouji.errors import FileMissingError, GoujiError
from gouji.sources.file import SourceFile
from gouji.worker.channel import Channel
from gouji.worker.messages import error_from_json

Wanted = int | str
"""The file that a request is about is number 0, those near to it come after; by name one of its folder."""


class Inbox:
    """What comes from the side that asks: requests in their order, and the files that were asked for."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._early: deque[dict[str, Any]] = deque()

    def request(self) -> dict[str, Any]:
        """The next request; `BrokenFrameError` where there are no more."""
        return self._early.popleft() if self._early else self._channel.receive()[0]

    def file(self) -> SourceFile | None:
        """The file that was asked for, None where there is none; requests that come before it are kept.

        Raises the `GoujiError` that names the trouble with it.
        """
        message, file = self._channel.receive()
        while "do" in message:
            self._early.append(message)
            message, file = self._channel.receive()
        if "error" in message:
            raise error_from_json(message, Path(message["error"]["path"]))
        return file


class Files:
    """The files of one request; none is open any more at the end of a ``with``."""

    def __init__(self, name: str, inbox: Inbox, want: Callable[[Wanted], None]) -> None:
        """`want` tells the other side which file to send to the inbox."""
        self.path = Path(name)
        """What the file that the request is about is called."""
        self._inbox = inbox
        self._want = want
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._opened.close()

    def own(self) -> SourceFile:
        """The file that the request is about; the `GoujiError` that names the trouble with it."""
        return self._wanted(0) or self._missing(self.path)

    def near(self) -> Iterator[SourceFile]:
        """Others that the asking side offers with it; those in trouble are left out."""
        for number in count(1):
            try:
                file = self._wanted(number)
            except GoujiError:
                continue
            if file is None:
                return
            with file:
                yield file

    def _beside(self, path: Path) -> SourceFile:
        return self._wanted(path.name) or self._missing(path)

    def _wanted(self, which: Wanted) -> SourceFile | None:
        self._want(which)
        file = self._inbox.file()
        if file is not None:
            self._opened.enter_context(file)
            file.open_beside = self._beside
        return file

    @staticmethod
    def _missing(path: Path) -> SourceFile:
        raise FileMissingError(path)
