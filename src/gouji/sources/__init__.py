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
from gouji.sources.kind import kind_of
from gouji.sources.page import OpenedSource
from gouji.sources.text import read_text

__all__ = ["LARGEST_FILE", "READERS", "OpenedSource", "can_recognise", "read", "recognise"]

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; reports have less than a hundredth of it."""


def _read_pdf(path: Path, password: str | None) -> OpenedSource:
    from gouji.sources.pdf import read_pdf  # noqa: PLC0415 -- pdfium costs 80 ms that a text never needs

    return read_pdf(path, password)


def _read_html(path: Path, password: str | None) -> OpenedSource:
    from gouji.sources.html import read_html  # noqa: PLC0415 -- lxml, which other formats never need

    return read_html(path, password)


def _read_word(path: Path, password: str | None) -> OpenedSource:
    from gouji.sources.word import read_word  # noqa: PLC0415 -- as above

    return read_word(path, password)


def _read_workbook(path: Path, password: str | None) -> OpenedSource:
    from gouji.sources.workbook import read_workbook  # noqa: PLC0415 -- as above

    return read_workbook(path, password)


READERS: dict[str, Callable[[Path, str | None], OpenedSource]] = {
    ".pdf": _read_pdf,
    ".txt": read_text,
    ".md": read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".mht": _read_html,
    ".mhtml": _read_html,
    ".docx": _read_word,
    ".xlsx": _read_workbook,
}
"""By the ending of a file's name, in small letters."""

TRUSTED_ENDINGS = (".pdf", ".txt", ".md")
"""A file so named must be what it promises; others are often named wrongly and read as what they are."""


def read(path: Path, password: str | None = None) -> OpenedSource:
    """The source file, opened; raises the `GoujiError` that names the trouble with it."""
    try:
        size = _size(path)
        if size == 0:
            raise EmptyFileError(path)
        if size > LARGEST_FILE:
            raise FileTooLargeError(path)
        return _reader(path)(path, password)
    except PermissionError as error:
        raise NoPermissionError(path) from error


def _reader(path: Path) -> Callable[[Path, str | None], OpenedSource]:
    """The reader by what the file is; by its name where the content does not tell."""
    ending = path.suffix.lower()
    if ending in TRUSTED_ENDINGS:
        return READERS[ending]
    kind = kind_of(path)
    if kind is not None and kind.suffix is not None:
        return READERS[kind.suffix]
    if kind is not None or ending not in READERS:
        name, advice = (kind.name, kind.advice) if kind else (path.suffix or "?", "convert")
        raise UnknownFormatError(path, kind=name, advice=advice)
    return READERS[ending]


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
