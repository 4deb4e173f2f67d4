"""Files into pages of positioned words and ruling lines; one reader a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gouji.errors import (
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    IsFolderError,
    NoPermissionError,
    UnknownFormatError,
)
from gouji.sources.page import OpenedSource
from gouji.sources.text import read_text

__all__ = ["LARGEST_FILE", "READERS", "OpenedSource", "read"]

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; reports have less than a hundredth of it."""


def _read_pdf(path: Path, password: str | None) -> OpenedSource:
    from gouji.sources.pdf import read_pdf  # noqa: PLC0415 -- pdfium costs 80 ms that a text never needs

    return read_pdf(path, password)


READERS: dict[str, Callable[[Path, str | None], OpenedSource]] = {
    ".pdf": _read_pdf,
    ".txt": read_text,
    ".md": read_text,
}


def read(path: Path, password: str | None = None) -> OpenedSource:
    """The source file, opened; raises the `GoujiError` that names the trouble with it."""
    try:
        size = _size(path)
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            raise UnknownFormatError(path, kind=path.suffix or "?")
        if size == 0:
            raise EmptyFileError(path)
        if size > LARGEST_FILE:
            raise FileTooLargeError(path)
        return reader(path, password)
    except PermissionError as error:
        raise NoPermissionError(path) from error


def _size(path: Path) -> int:
    """Bytes of a regular file; anything else would block or never end."""
    try:
        if path.is_dir():
            raise IsFolderError(path)
        if not path.is_file():
            raise FileMissingError(path)
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(path) from error
