"""A PDF file opened, read page by page, or drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import sqrt
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pypdfium2 as pdfium
from pypdfium2 import raw

from gouji.errors import (
    DamagedFileError,
    FileTooLargeError,
    NoTextError,
    PasswordNeededError,
    TooManyPagesError,
    WrongPasswordError,
)
from gouji.model.report import Source
from gouji.sources.allowance import Allowance
from gouji.sources.file import SourceFile
from gouji.sources.limits import LONGEST_SIDE, LONGEST_TEXT, MOST_DOTS, MOST_OBJECTS, MOST_PAGES
from gouji.sources.page import OpenedSource, Page, Word
from gouji.sources.pdf.cut import cut_places
from gouji.sources.pdf.objects import page_objects, pictured
from gouji.sources.pdf.rulings import rulings
from gouji.sources.pdf.search import PdfText
from gouji.sources.pdf.space import Space
from gouji.sources.pdf.words import ILLEGIBLE, direction, text_layer, words
from gouji.sources.phrase import Passages
from gouji.sources.turning import turned

MEDIA_TYPE = "application/pdf"
FEWEST_LETTERS = 20
"""A file with fewer readable characters has no text layer worth the name."""
SCANNED = 0.5
"""Pictures over this part of a page are a scan."""
ILLUSTRATED = 0.2
"""Pictures over this part of a page may hold a table."""
READABLE = 0.5
"""So much of the text must be readable, or it is a garbled layer."""


def read_pdf(file: SourceFile, password: str | None = None) -> OpenedSource:
    """The pages of a PDF with their words and ruling lines.

    `DamagedFileError` when it is no PDF, `PasswordNeededError` or `WrongPasswordError` when it is
    encrypted, `NoTextError` when it holds pictures only, `TooManyPagesError` and `FileTooLargeError` when
    there is more in it than in any report.
    """
    path, content = file.path, file.content()
    letters, objects = Allowance(path, LONGEST_TEXT), Allowance(path, MOST_OBJECTS)
    with _opened(path, content, password) as document:
        try:
            pages = tuple(_page(document, index, letters, objects) for index in range(len(document)))
        except pdfium.PdfiumError as error:
            raise DamagedFileError(path, kind="PDF") from error
    if any(max(page.width, page.height) > LONGEST_SIDE for page in pages):
        raise FileTooLargeError(path)
    if not _is_legible(word for page in pages for word in page.words):
        raise NoTextError(path)
    digest = hashlib.sha256(content).hexdigest()
    return OpenedSource(Source(path.name, digest, MEDIA_TYPE, len(pages)), pages)


class PdfPages:
    """A PDF whose pages can be drawn; close it, or use it in a ``with``."""

    def __init__(self, file: SourceFile, password: str | None = None) -> None:
        self._path = file.path
        self._document = _open(file.path, file.content(), password)
        self._text = PdfText(self._document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page as seen, in points."""
        return [self._document.get_page_size(index) for index in range(len(self._document))]

    def read(self, number: int) -> Page:
        """What a page says itself; `DamagedFileError` when it is broken."""
        allowed = Allowance(self._path, LONGEST_TEXT), Allowance(self._path, MOST_OBJECTS)
        try:
            return _page(self._document, number - 1, *allowed)
        except pdfium.PdfiumError as error:
            raise DamagedFileError(self._path, kind="PDF") from error

    def draw(self, number: int, scale: float) -> tuple[int, int, bytes]:
        """Width, height and pixels (4 bytes each: blue, green, red, unused) of a page.

        Pages count from 1; scale 1 is 72 dots per inch, less where the page is so large that its picture
        would have more than `MOST_DOTS`. `DamagedFileError` when the page is broken.
        """
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError as error:
            raise DamagedFileError(self._path, kind="PDF") from error
        try:
            width, height = page.get_size()
            finest = sqrt(MOST_DOTS / ((width + 1) * (height + 1)))
            bitmap = page.render(scale=min(scale, finest), prefer_bgrx=True)
            try:
                return bitmap.width, bitmap.height, bytes(bitmap.buffer)
            finally:
                bitmap.close()
        finally:
            page.close()

    def find(self, phrase: str, first: int, last: int) -> Passages:
        """Where a phrase stands on some of the pages, which count from 1.

        `DamagedFileError` when one is broken.
        """
        try:
            return self._text.find(phrase, first, last)
        except pdfium.PdfiumError as error:
            raise DamagedFileError(self._path, kind="PDF") from error

    def close(self) -> None:
        """Let go of its content."""
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
        document = pdfium.PdfDocument(content, password=password)
    except pdfium.PdfiumError as error:
        if error.err_code != raw.FPDF_ERR_PASSWORD:
            raise DamagedFileError(path, kind="PDF") from error
        raise (PasswordNeededError(path) if password is None else WrongPasswordError(path)) from error
    count = len(document)
    if count > MOST_PAGES:
        document.close()
        raise TooManyPagesError(path, pages=count, most=MOST_PAGES)
    return document


def _page(document: Any, index: int, letters: Allowance, drawn: Allowance) -> Page:
    page = document[index]
    try:
        space = Space.of(page)
        objects = page_objects(page, drawn)
        covered = pictured(objects, space.width, space.height)
        with text_layer(page) as text:
            letters.spend(raw.FPDFText_CountChars(text))
            level = space.with_turns(direction(text))
            # Where all is drawn, text that nobody sees may say what; under a scan it was guessed from it.
            found = list(words(text, level))
            if not found and covered < SCANNED:
                found = list(words(text, level, hidden=True))
            sideways = (level.turns - space.turns) % 4
            return Page(
                number=index + 1,
                width=space.width,
                height=space.height,
                words=tuple(_as_seen(word, level, sideways) for word in found) if sideways else tuple(found),
                rulings=tuple(rulings(objects, space)),
                sideways=sideways,
                cut=tuple(cut_places(objects, space)),
                pictured=covered > ILLUSTRATED and not _is_legible(found),
            )
    finally:
        page.close()


def _as_seen(word: Word, level: Space, sideways: int) -> Word:
    """A word of the page as it is read, on the page as it is seen."""
    return Word(word.text, turned(word.box, -sideways, level.width, level.height))


def _is_legible(found: Iterable[Word]) -> bool:
    text = "".join(word.text for word in found)
    letters = len(text) - text.count(ILLEGIBLE)
    return letters >= FEWEST_LETTERS and letters >= READABLE * len(text)
