"""Files into pages of positioned words and ruling lines; one reader a format."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from gouji.errors import (
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    IsFolderError,
    NoPermissionError,
    NoTextError,
    UnknownFormatError,
)
from gouji.sources.page import OpenedSource
from gouji.sources.text import read_text

__all__ = ["LARGEST_FILE", "READERS", "OpenedSource", "can_recognise", "read", "recognise"]

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


def can_recognise() -> bool:
    """Whether the optional extra ``ocr`` is installed."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "numpy"))


def recognise(
    path: Path, password: str | None = None, tell: Callable[[int, int], None] | None = None
) -> OpenedSource:
    """A scanned PDF, read from its pictures; takes seconds a page.

    Args:
        path: the file.
        password: what opens it, if it is encrypted.
        tell: called after every page with the number of pages that are done, and of all.

    Raises:
        NoTextError: where the extra ``ocr`` is not installed.
        GoujiError: any other trouble with the file.
    """
    try:
        if _size(path) > LARGEST_FILE:
            raise FileTooLargeError(path)
        if not can_recognise():
            raise NoTextError(path)
        from gouji.sources.ocr import read_scan  # noqa: PLC0415 -- half a second that only scans need

        return read_scan(path, password, tell)
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
