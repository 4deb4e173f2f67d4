"""A scanned PDF, page by page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path

from gouji.errors import NoTextError
from gouji.model.geometry import Box
from gouji.model.report import Source
from gouji.sources.file import SourceFile
from gouji.sources.ocr.picture import Picture, draw
from gouji.sources.ocr.picture_rulings import find_rulings
from gouji.sources.ocr.prints import Print, find_prints
from gouji.sources.ocr.recogniser import Recognised, Recogniser
from gouji.sources.page import OpenedSource, Page, Word
from gouji.sources.pdf import MEDIA_TYPE, PdfPages

Tell = Callable[[int, int], None]
"""Called with the number of pages that are done, and of all."""

ILLEGIBLE = "\ufffd"
"""Stands for print that could not be recognised at all."""
BEARING = 0.06
"""Of the height of a line: characters are cast with so much white at their sides."""
DASH = "—"
"""Stands for nothing in a cell; recognition takes it for the figure one in Chinese."""

PAGE_NUMBER = re.compile(r"[-–—一]?\s*[0-9]{1,3}\s*[-–—一]|[-–—一]\s*[0-9]{1,3}")
"""A page number beside dashes, which recognition takes for the figure one in Chinese as well."""


def read_scan(file: SourceFile, password: str | None = None, tell: Tell | None = None) -> OpenedSource:
    """The pages of a PDF of pictures, with every word's score; those with text of their own by that.

    `NoTextError` where the model is not to be found, and what opening and drawing a PDF raises. Takes
    seconds a page.
    """
    model = find_model()
    if model is None:
        raise NoTextError(file.path)
    recogniser = Recogniser(model)
    pages: list[Page] = []
    with PdfPages(file, password) as drawn:
        sizes = drawn.sizes
        for number, size in enumerate(sizes, start=1):
            page = drawn.read(number)
            if page.pictured or not page.words:
                page = read_picture(recogniser, draw(drawn, number, size), number)
            pages.append(page)
            if tell is not None:
                tell(number, len(sizes))
    digest = hashlib.sha256(file.content()).hexdigest()
    return OpenedSource(Source(file.path.name, digest, MEDIA_TYPE, len(pages)), tuple(pages))


def read_picture(recogniser: Recogniser, picture: Picture, number: int = 1) -> Page:
    """The page that a picture shows."""
    rulings = find_rulings(picture)
    prints = sorted(find_prints(picture, rulings), key=lambda each: (each.area.top, each.area.left))
    height, width = picture.grey.shape
    return Page(
        number=number,
        width=width / picture.dots,
        height=height / picture.dots,
        words=tuple(_words(prints, recogniser.read(picture, prints), picture.dots)),
        rulings=tuple(rulings),
        skew=picture.skew,
    )


def _words(prints: Iterable[Print], texts: Iterable[Recognised], dots: float) -> Iterable[Word]:
    for printed, (text, score) in zip(prints, texts, strict=True):
        box = _room(printed, dots)
        if printed.is_dash:
            yield Word(DASH, box, 1.0)
        elif number := PAGE_NUMBER.fullmatch(text):
            yield Word(number[0].replace("一", DASH), box, score)
        else:
            yield Word(text, box, score) if text else Word(ILLEGIBLE, box, 0.0)


def _room(printed: Print, dots: float) -> Box:
    """The room that a print takes in its line, in points: a little wider than its ink."""
    area, aside = printed.area, BEARING * printed.line_height
    return Box((area.left - aside) / dots, area.top / dots, (area.right + aside) / dots, area.bottom / dots)


def find_model() -> Path | None:
    """The model that the wheel of rapidocr carries; None where it carries none."""
    folder = Path(str(files("rapidocr"))) / "models"
    return min(folder.glob("*_rec_*.onnx"), default=None)
