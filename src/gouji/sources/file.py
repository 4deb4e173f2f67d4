"""Files to be read: each is opened in one place, and read by whoever was given it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from gouji.errors import DamagedFileError, FileMissingError, IsFolderError, NoPermissionError, NotAFileError

MISSING = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)
"""What the system calls a file that is not there, or cannot be."""


class SourceFile:
    """A file that is open to be read; close it, or use it in a ``with``.

    Its path says what it is called, in messages and by its ending. Nothing is opened by it any more: where
    files are read, there may be none of that name.
    """

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self.path = path
        self._stream = stream
        self.open_beside: Callable[[Path], SourceFile] = open_file
        """How other files of its folder are opened."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def size(self) -> int:
        """In bytes."""
        return os.fstat(self._stream.fileno()).st_size

    def content(self, most: int = -1, start: int = 0) -> bytes:
        """Its bytes from the start on, all or at most so many."""
        self._stream.seek(start)
        return self._stream.read(most)

    def beside(self, name: str) -> SourceFile:
        """Another file of its folder, opened; raises the `GoujiError` that names the trouble with it."""
        if name in {"", ".", ".."}:
            raise FileMissingError(self.path)
        return self.open_beside(self.path.with_name(name))

    def fileno(self) -> int:
        """The descriptor of the open file."""
        return self._stream.fileno()

    def close(self) -> None:
        self._stream.close()


def open_file(path: Path) -> SourceFile:
    """The file at a path, open; raises the `GoujiError` that names the trouble with it.

    A folder, a pipe and a device are none; nobody waits for them.
    """
    if "\0" in str(path):
        # No system has such a name, and Python calls it a slip.
        raise FileMissingError(path)
    with system_trouble(path):
        # Even to open a device may do something to it.
        _refuse_unfit(path, path.stat())
        file = SourceFile(path, open(path, "rb", opener=_open_at_once))  # noqa: SIM115 -- closed with the file
        try:
            # Something else may have come in its place since.
            _refuse_unfit(path, os.fstat(file.fileno()))
        except (IsFolderError, NotAFileError):
            file.close()
            raise
        return file


@contextmanager
def opened(source: Path | SourceFile) -> Iterator[SourceFile]:
    """The file, open; one that comes as a path is opened here, and closed at the end.

    What the system says about it meanwhile is the `GoujiError` that names the trouble.
    """
    if isinstance(source, Path):
        with open_file(source) as file, system_trouble(source):
            yield file
    else:
        with system_trouble(source.path):
            yield source


@contextmanager
def system_trouble(path: Path) -> Iterator[None]:
    """What the system says about a file, in plain words."""
    try:
        yield
    except PermissionError as error:
        raise NoPermissionError(path) from error
    except OSError as error:
        missing = error.errno in MISSING
        raise (FileMissingError(path) if missing else DamagedFileError(path, kind=path.suffix)) from error


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_unfit(path: Path, status: os.stat_result) -> None:
    """Anything but a regular file would block or never end."""
    if stat.S_ISDIR(status.st_mode):
        raise IsFolderError(path)
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(path)
