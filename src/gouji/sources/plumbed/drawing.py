"""Pages drawn with what a reading saw on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pdfplumber.display import PageImage
from PIL import ImageFont

from gouji.model.geometry import Box
from gouji.sources.file import SourceFile
from gouji.sources.plumbed.document import opened
from gouji.sources.seen import Outline

POINTS_AN_INCH = 72
RULING = (214, 31, 38, 255)
SLOT = (29, 95, 191, 255)
CELL = (20, 110, 50, 255)
CELL_FILL = (46, 160, 80, 45)
NO_FILL = (0, 0, 0, 0)
LETTERS = 3.0
"""Height of labels, in points of the page."""
Drawn = tuple[int, int, bytes]
"""Width, height and pixels (4 bytes each: blue, green, red, unused)."""


def draw_outline(
    file: SourceFile, password: str | None, number: int, scale: float, outline: Outline
) -> Drawn:
    """A page with rulings red, slots blue, and the cells of the form green, with their names.

    Pages count from 1; scale 1 is 72 dots per inch. Raises the `GoujiError` that names the trouble.
    """
    with _image(file, password, number, scale) as image:
        for box, name in outline.labels:
            image.draw_rect(_on(image, box), fill=CELL_FILL, stroke=CELL)
            _write(image, box, name)
        for box in outline.slots:
            image.draw_rect(_on(image, box), fill=NO_FILL, stroke=SLOT)
        for box in outline.rulings:
            image.draw_rect(_on(image, box), fill=RULING, stroke=RULING)
        return _pixels(image)


def draw_tables(file: SourceFile, password: str | None, number: int, scale: float) -> Drawn:
    """A page as pdfplumber's table finder draws it: lines red, crossings as circles, cells blue."""
    with _image(file, password, number, scale) as image:
        return _pixels(image.debug_tablefinder())


@contextmanager
def _image(file: SourceFile, password: str | None, number: int, scale: float) -> Iterator[PageImage]:
    with opened(file.path, file.content(), password) as pdf:
        yield pdf.pages[number - 1].to_image(resolution=POINTS_AN_INCH * scale, antialias=True)


def _on(image: PageImage, box: Box) -> tuple[float, float, float, float]:
    """A box of the page as seen, in pdfplumber's coordinates."""
    left, top = image.bbox[:2]
    return left + box.x0, top + box.top, left + box.x1, top + box.bottom


def _write(image: PageImage, box: Box, name: str) -> None:
    """The name of a cell at its top, a part a line."""
    place = (box.x0 * image.scale + 2, box.top * image.scale)
    font = ImageFont.load_default(LETTERS * image.scale)
    image.draw.multiline_text(place, name.replace(".", "\n"), fill=CELL, font=font, spacing=0)


def _pixels(image: PageImage) -> Drawn:
    width, height = image.annotated.size
    return width, height, image.annotated.tobytes("raw", "BGRX")
