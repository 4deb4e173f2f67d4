"""Files into pages of positioned words and ruling lines; one reader a format.

A file comes open, or as a path, and is opened then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from gouji.errors import EmptyFileError, FileTooLargeError, NoTextError, UnknownFormatError
from gouji.sources.file import SourceFile, opened
from gouji.sources.kind import kind_of
from gouji.sources.limits import LARGEST_FILE, LONGEST_SIDE

if TYPE_CHECKING:
    from gouji.sources.page import OpenedSource
    from gouji.sources.pdf import PdfPages
    from gouji.sources.workbook import StoredSheets

__all__ = [
    "LARGEST_FILE",
    "READERS",
    "can_recognise",
    "open_pages",
    "open_sheets",
    "read",
    "read_again",
    "recognise",
]

Reader = Callable[[SourceFile, str | None, str | None], "OpenedSource"]
"""Takes the file, what opens it if it is encrypted, and the encoding to read it in if it is text."""


def _read_pdf(file: SourceFile, password: str | None, _encoding: str | None) -> OpenedSource:
    from gouji.sources.pdf import read_pdf  # noqa: PLC0415 -- pdfium costs 80 ms that a text never needs

    return read_pdf(file, password)


def _read_text(file: SourceFile, _password: str | None, encoding: str | None) -> OpenedSource:
    from gouji.sources.text import read_text  # noqa: PLC0415 -- for the process that reads

    return read_text(file, encoding)


def _read_html(file: SourceFile, _password: str | None, encoding: str | None) -> OpenedSource:
    from gouji.sources.html import read_html  # noqa: PLC0415 -- lxml, which other formats never need

    return read_html(file, encoding)


def _read_word(file: SourceFile, _password: str | None, _encoding: str | None) -> OpenedSource:
    from gouji.sources.word import read_word  # noqa: PLC0415 -- as above

    return read_word(file)


def _read_workbook(file: SourceFile, _password: str | None, _encoding: str | None) -> OpenedSource:
    from gouji.sources.workbook import read_workbook  # noqa: PLC0415 -- as above

    return read_workbook(file)


READERS: dict[str, Reader] = {
    ".pdf": _read_pdf,
    ".txt": _read_text,
    ".md": _read_text,
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


def read(source: Path | SourceFile, password: str | None = None, encoding: str | None = None) -> OpenedSource:
    """The source file, opened; raises the `GoujiError` that names the trouble with it.

    A file of text or a web page is read in the encoding, where one is given; for others it means nothing.
    """
    with _bounded(source) as file:
        if file.size == 0:
            raise EmptyFileError(file.path)
        return _reader(file)(file, password, encoding)


def open_sheets(source: Path | SourceFile) -> StoredSheets | None:
    """What the sheets of a workbook store, whatever it shows; None where the file is not a workbook."""
    with opened(source) as file:
        if not 0 < file.size <= LARGEST_FILE or _reader(file) is not _read_workbook:
            return None
        from gouji.sources.workbook import StoredSheets  # noqa: PLC0415 -- as above

        return StoredSheets(file)


def open_pages(source: Path | SourceFile, password: str | None = None) -> PdfPages | None:
    """The pages of a PDF, to be drawn; None where the file is none, or its pages are larger than any."""
    with opened(source) as file:
        if not 0 < file.size <= LARGEST_FILE or _reader(file) is not _read_pdf:
            return None
        from gouji.sources.pdf import PdfPages  # noqa: PLC0415 -- as above

        pages = PdfPages(file, password)
        return pages if all(0 < max(size) <= LONGEST_SIDE for size in pages.sizes) else None


@contextmanager
def _bounded(source: Path | SourceFile) -> Iterator[SourceFile]:
    """The file, open; `FileTooLargeError` where it is larger than any report."""
    with opened(source) as file:
        if file.size > LARGEST_FILE:
            raise FileTooLargeError(file.path)
        yield file


def _reader(file: SourceFile) -> Reader:
    """The reader by what the file is; by its name where the content does not tell."""
    ending = file.path.suffix.lower()
    if ending in TRUSTED_ENDINGS:
        return READERS[ending]
    kind = kind_of(file)
    if kind is not None and kind.suffix is not None:
        return READERS[kind.suffix]
    if kind is not None or ending not in READERS:
        name, advice = (kind.name, kind.advice) if kind else (ending or "?", "convert")
        raise UnknownFormatError(file.path, kind=name, advice=advice)
    return READERS[ending]


def read_again(source: Path | SourceFile, password: str | None = None) -> OpenedSource:
    """A PDF read by other means than by `read`; raises the `GoujiError` that names the trouble with it."""
    with _bounded(source) as file:
        from gouji.sources.plumbed import read_plumbed  # noqa: PLC0415 -- 160 ms for a second opinion only

        return read_plumbed(file, password)


def can_recognise() -> bool:
    """Whether the optional extra ``ocr`` is installed."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "numpy"))


def recognise(
    source: Path | SourceFile, password: str | None = None, tell: Callable[[int, int], None] | None = None
) -> OpenedSource:
    """A scanned PDF, read from its pictures; takes seconds a page.

    Args:
        source: the file.
        password: what opens it, if it is encrypted.
        tell: called after every page with the number of pages that are done, and of all.

    Raises:
        NoTextError: where the extra ``ocr`` is not installed.
        GoujiError: any other trouble with the file.
    """
    with _bounded(source) as file:
        if not can_recognise():
            raise NoTextError(file.path)
        from gouji.sources.ocr import read_scan  # noqa: PLC0415 -- half a second that only scans need

        return read_scan(file, password, tell)
