"""The way to the reading process: of requests, and of the files that it asks for.

Files travel open, as descriptors over a socket that leads nowhere else: the process has no need of paths, and
may be kept from reading any. Where the system hands no files over, as Windows, it is told a path.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path
from threading import Lock
from typing import Any, Protocol, Self

from gouji.sources.file import SourceFile, open_file
from gouji.worker.frames import packed, receive


class Channel(Protocol):
    """One end of the way, from its descriptor; frames go in one direction only."""

    tells_paths: bool
    """Whether whoever gets a file has to open it."""

    def __init__(self, descriptor: int) -> None: ...

    @classmethod
    def pair(cls) -> tuple[Self, int]:
        """The end to send from, and the descriptor that the other end is made of."""

    def send(self, message: dict[str, Any], file: SourceFile | None = None) -> None:
        """Send a frame, with a file if one is given; `OSError` or `ValueError` where nobody is there."""

    def receive(self) -> tuple[dict[str, Any], SourceFile | None]:
        """The next frame, and the file that came with it; `BrokenFrameError` at the end.

        The `GoujiError` where there is trouble with the file.
        """

    def close(self) -> None: ...


class OpenFiles:
    """A pair of local sockets, over which the system hands open files."""

    tells_paths = False

    def __init__(self, descriptor: int) -> None:
        self._socket = socket.socket(fileno=descriptor)
        self._lock = Lock()
        self._handed: list[int] = []

    @classmethod
    def pair(cls) -> tuple[Self, int]:
        ours, theirs = socket.socketpair(socket.AF_UNIX)
        return cls(ours.detach()), theirs.detach()

    def send(self, message: dict[str, Any], file: SourceFile | None = None) -> None:
        if file is None:
            with self._lock:
                self._socket.sendall(packed(message))
            return
        content = packed(message | {"name": file.path.name})
        with self._lock:
            sent = socket.send_fds(self._socket, [content], [file.fileno()])
            self._socket.sendall(content[sent:])

    def receive(self) -> tuple[dict[str, Any], SourceFile | None]:
        message, _ = receive(self)
        if not self._handed:
            return message, None
        stream = os.fdopen(self._handed.pop(), "rb")
        return message, SourceFile(Path(message["name"]), stream)

    def read(self, count: int, /) -> bytes:
        """So many bytes, less at the end; what is handed over with them is kept."""
        content = b""
        while len(content) < count:
            part, handed, _, _ = socket.recv_fds(self._socket, count - len(content), 1)
            self._handed += handed
            if not part:
                break
            content += part
        return content

    def close(self) -> None:
        self._socket.close()


class Paths:
    """A pipe, over which goes where a file is."""

    tells_paths = True

    def __init__(self, descriptor: int, mode: str = "rb") -> None:
        self._stream = os.fdopen(descriptor, mode)
        self._lock = Lock()

    @classmethod
    def pair(cls) -> tuple[Self, int]:
        theirs, ours = os.pipe()
        return cls(ours, "wb"), theirs

    def send(self, message: dict[str, Any], file: SourceFile | None = None) -> None:
        told = {} if file is None else {"name": file.path.name, "path": str(file.path.absolute())}
        with self._lock:
            self._stream.write(packed(message | told))
            self._stream.flush()

    def receive(self) -> tuple[dict[str, Any], SourceFile | None]:
        message, _ = receive(self._stream)
        return message, open_file(Path(message["path"])) if "path" in message else None

    def close(self) -> None:
        self._stream.close()


CHANNEL: type[Channel] = OpenFiles if hasattr(socket, "send_fds") else Paths
"""What this system has."""
