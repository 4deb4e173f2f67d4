"""A PDF file opened, read page by page, or drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pypdfium2 as pdfium
from pypdfium2 import raw

from gouji.errors import DamagedFileError, NoTextError, PasswordNeededError, WrongPasswordError
from gouji.model.report import Source
from gouji.sources.page import OpenedSource, Page
from gouji.sources.pdf.objects import is_pictured, page_objects
from gouji.sources.pdf.rulings import rulings
from gouji.sources.pdf.space import Space
from gouji.sources.pdf.words import ILLEGIBLE, words

MEDIA_TYPE = "application/pdf"
FEWEST_LETTERS = 20
"""A file with fewer readable characters has no text layer worth the name."""
READABLE = 0.5
"""So much of the text must be readable, or it is a garbled layer."""


def read_pdf(path: Path, password: str | None = None) -> OpenedSource:
    """The pages of a PDF with their words and ruling lines.

    `DamagedFileError` when it is no PDF, `PasswordNeededError` or `WrongPasswordError` when it is
    encrypted, `NoTextError` when it holds pictures only.
    """
    content = path.read_bytes()
    with _opened(path, content, password) as document:
        try:
            pages = tuple(_page(document, index) for index in range(len(document)))
        except pdfium.PdfiumError as error:
            raise DamagedFileError(path, kind="PDF") from error
    if not _is_legible(pages):
        raise NoTextError(path)
    digest = hashlib.sha256(content).hexdigest()
    return OpenedSource(Source(path.name, digest, MEDIA_TYPE, len(pages)), pages)


class PdfPages:
    """A PDF whose pages can be drawn; close it, or use it in a ``with``."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        self._document = _open(path, path.read_bytes(), password)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def draw(self, number: int, scale: float) -> tuple[int, int, bytes]:
        """Width, height and pixels (4 bytes each: blue, green, red, unused) of a page.

        Pages count from 1; scale 1 is 72 dots per inch.
        """
        page = self._document[number - 1]
        try:
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            try:
                return bitmap.width, bitmap.height, bytes(bitmap.buffer)
            finally:
                bitmap.close()
        finally:
            page.close()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


@contextmanager
def _opened(path: Path, content: bytes, password: str | None) -> Iterator[Any]:
    document = _open(path, content, password)
    try:
        yield document
    finally:
        document.close()


def _open(path: Path, content: bytes, password: str | None) -> Any:
    try:
        return pdfium.PdfDocument(content, password=password)
    except pdfium.PdfiumError as error:
        if error.err_code != raw.FPDF_ERR_PASSWORD:
            raise DamagedFileError(path, kind="PDF") from error
        raise (PasswordNeededError(path) if password is None else WrongPasswordError(path)) from error


def _page(document: Any, index: int) -> Page:
    page = document[index]
    try:
        space = Space.of(page)
        objects = page_objects(page)
        pictured = is_pictured(objects, space.width, space.height)
        return Page(
            number=index + 1,
            width=space.width,
            height=space.height,
            words=tuple(words(page, space, pictured=pictured)),
            rulings=tuple(rulings(objects, space)),
        )
    finally:
        page.close()


def _is_legible(pages: Iterable[Page]) -> bool:
    text = "".join(word.text for page in pages for word in page.words)
    letters = len(text) - text.count(ILLEGIBLE)
    return letters >= FEWEST_LETTERS and letters >= READABLE * len(text)
