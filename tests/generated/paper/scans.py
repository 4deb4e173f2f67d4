"""Prints a manuscript, and lays its pages on a scanner: all of them, or some."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.generated.manuscript import Manuscript
from tests.generated.paper.habits import Pen, Rules, Turn, draw_habits
from tests.generated.paper.press import print_pdf

if TYPE_CHECKING:
    from PIL.Image import Image

STEEPEST = 3.0
"""Degrees."""


def can_scan() -> bool:
    """Whether the extra ``ocr`` is installed, that reads scans and works on pictures."""
    return all(map(find_spec, ("rapidocr", "onnxruntime", "cv2", "PIL")))


@dataclass(frozen=True)
class Scanner:
    """How a scanner works."""

    resolution: int
    """Dots to an inch."""
    degrees: float
    """By how much sheets lie askew, at most."""
    noise: float
    """The spread of grains, of 255 shades."""
    paper: int
    """The shade of the paper."""
    blur: float
    """The reach, in dots, by which it is out of focus."""
    specks: int
    """So many specks of dirt on a page."""
    quality: int
    """Of the JPEG."""


def draw_scanner(random: Random) -> Scanner:
    """Any scanner that offices have."""
    return Scanner(
        resolution=random.choice([150, 200, 200, 300]),
        degrees=random.choice([0.0, 1.0, STEEPEST]),
        noise=random.choice([0.0, 4.0, 10.0]),
        paper=random.choice([255, 245, 225]),
        blur=random.choice([0.0, 0.0, 0.5, 0.8]),
        specks=random.choice([0, 0, 20, 60]),
        quality=random.choice([50, 75, 90]),
    )


def print_scan(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript as pictures of its pages."""
    _print(manuscript, random, path, share=1.0)


def print_mixed(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript with some of its pages as pictures."""
    _print(manuscript, random, path, share=0.5)


def _print(manuscript: Manuscript, random: Random, path: Path, share: float) -> None:
    habits = draw_habits(random)
    pen = Pen.STROKE if habits.pen is Pen.DASHED else habits.pen
    habits = replace(habits, rules=Rules.ALL, pen=pen, turn=Turn.LEVEL, small=max(habits.small, 9.0))
    with TemporaryDirectory() as folder:
        printed = Path(folder) / "printed.pdf"
        print_pdf(manuscript, random, printed, habits)
        lay_on_scanner(printed, path, random, draw_scanner(random), share)


def lay_on_scanner(printed: Path, path: Path, random: Random, scanner: Scanner, share: float = 1.0) -> None:
    """A PDF with a share of its pages as pictures, chosen by chance."""
    source = pdfium.PdfDocument(printed)
    made = pdfium.PdfDocument.new()
    for index in range(len(source)):
        if random.random() >= share:
            made.import_pages(source, [index])
            continue
        page = source[index]
        picture = page.render(scale=scanner.resolution / 72, grayscale=True).to_pil()
        sheet = pdfium.PdfDocument(_sheet(soiled(picture, random, scanner), page.get_size(), scanner.quality))
        made.import_pages(sheet)
        sheet.close()
    made.save(path)
    made.close()
    source.close()


def _sheet(picture: Image, size: tuple[float, float], quality: int) -> bytes:
    """A PDF of one page that is a picture."""
    jpeg, pdf = io.BytesIO(), io.BytesIO()
    picture.save(jpeg, "JPEG", quality=quality)
    jpeg.seek(0)
    canvas = Canvas(pdf, pagesize=size)
    canvas.drawImage(ImageReader(jpeg), 0, 0, *size)
    canvas.save()
    return pdf.getvalue()


def soiled(picture: Image, random: Random, scanner: Scanner) -> Image:
    """The picture as the scanner takes it."""
    import numpy as np  # noqa: PLC0415 -- of the extra, which tests can do without
    from PIL import Image, ImageDraw, ImageFilter  # noqa: PLC0415 -- as above

    drawing = ImageDraw.Draw(picture)
    for _ in range(scanner.specks):
        x, y = random.uniform(0, picture.width), random.uniform(0, picture.height)
        size = random.uniform(0.2, 0.7) * scanner.resolution / 72
        drawing.ellipse((x, y, x + size, y + size), fill=random.randint(0, 120))
    angle = random.uniform(-scanner.degrees, scanner.degrees)
    picture = picture.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    if scanner.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(scanner.blur))
    grains = np.random.default_rng(random.getrandbits(32)).normal(
        0, scanner.noise, (picture.height, picture.width)
    )
    shades: Any = np.clip(np.asarray(picture) * (scanner.paper / 255) + grains, 0, 255)
    return Image.fromarray(shades.astype(np.uint8))
