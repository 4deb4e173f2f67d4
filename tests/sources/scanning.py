"""Sheets for tests: drawn tables as grey pictures, and PDFs laid askew on a scanner."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gouji.sources.file import open_file
from gouji.sources.ocr.picture import Grey, turn
from gouji.sources.pdf import PdfPages

DOTS = 200 / 72
"""To a point, as recognition draws pages."""
PAPER = 255
COARSE = 150
"""Dots to an inch, as offices scan."""


def blank_sheet(width: float = 400, height: float = 300) -> Grey:
    """A white sheet of that size in points."""
    return np.full((round(height * DOTS), round(width * DOTS)), PAPER, np.uint8)


Place = tuple[float, float]


def rule(sheet: Grey, start: Place, end: Place, *, ink: int = 0) -> None:
    """Draw a line of two dots between places in points."""
    ends = [(round(x * DOTS), round(y * DOTS)) for x, y in (start, end)]
    cv2.line(sheet, ends[0], ends[1], (float(ink),), 2)


def rule_table(sheet: Grey, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Draw the lines of a table."""
    for y in ys:
        rule(sheet, (xs[0], y), (xs[-1], y))
    for x in xs:
        rule(sheet, (x, ys[0]), (x, ys[-1]))


def write(sheet: Grey, text: str, x: float, y: float, *, size: float = 8) -> None:
    """Write Latin text from a place on its base line, in points; the figures are so high."""
    font, thickness = cv2.FONT_HERSHEY_SIMPLEX, 2
    scale = cv2.getFontScaleFromHeight(font, round(size * DOTS), thickness)
    cv2.putText(sheet, text, (round(x * DOTS), round(y * DOTS)), font, scale, (0.0,), thickness, cv2.LINE_AA)


def scan(pdf: Path, to: Path, *, degrees: float = 0, noise: float = 0, paper: int = 255) -> Path:
    """The PDF as a scanner would give it: pictures of pages that lay askew on grey paper."""
    canvas = Canvas(str(to))
    with open_file(pdf) as file, PdfPages(file) as pages:
        for number, (width, height) in enumerate(pages.sizes, start=1):
            wide, high, pixels = pages.draw(number, COARSE / 72)
            colours = np.frombuffer(pixels, np.uint8).reshape(high, wide, 4)
            grey = np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGRA2GRAY), np.uint8)
            sheet = soil(turn(grey, float(np.tan(np.radians(degrees)))), noise=noise, paper=paper)
            canvas.setPageSize((width, height))
            canvas.drawImage(_jpeg(sheet), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return to


def soil(sheet: Grey, *, noise: float, paper: int = 255) -> Grey:
    """The sheet on darker paper, with grains; always the same ones."""
    grains = np.random.default_rng(1).normal(0, noise, sheet.shape)
    return np.clip(sheet * (paper / 255) + grains, 0, 255).astype(np.uint8)


def _jpeg(sheet: Grey) -> Any:
    file = io.BytesIO()
    Image.fromarray(sheet).save(file, "JPEG", quality=75)
    file.seek(0)
    return ImageReader(file)
