"""A page as a picture: drawn, evened out, laid straight."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan, degrees, sqrt

import cv2
import numpy as np
from numpy.typing import NDArray

from gouji.sources.pdf import PdfPages

Grey = NDArray[np.uint8]
"""Rows of pixels, 0 black to 255 white."""
Mask = NDArray[np.bool_]
"""Rows of pixels, true where there is something."""

RESOLUTION = 200.0
"""Dots per inch; small print has strokes of two dots then."""
MOST_DOTS = 12_000_000
"""A larger sheet is drawn more coarsely; A4 has 3.9 million."""
INK = 0.78
"""Ink is darker than this part of the paper around it; grey bands behind heads are paper."""
STROKE = 24
"""Dots; the paper shows within so many of any stroke, at the resolution above."""
GRAINS = 7
"""Dots; over so many grains of noise even out."""
STEEPEST = 0.06
"""The largest slope of a paper that was laid askew: three degrees."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page laid straight, its paper made white."""

    grey: Grey
    ink: Mask
    dots: float
    """To a point."""
    skew: float
    """Radians by which the page, as it is in the file, is turned clockwise."""


def draw(pages: PdfPages, number: int, size: tuple[float, float]) -> Picture:
    """The picture of a page of that size in points; pages count from 1."""
    scale = min(RESOLUTION / 72, sqrt(MOST_DOTS / (size[0] * size[1])))
    width, height, pixels = pages.draw(number, scale)
    colours = np.frombuffer(pixels, np.uint8).reshape(height, width, 4)
    return straighten(np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGRA2GRAY), np.uint8), scale)


def straighten(grey: Grey, dots: float) -> Picture:
    """A grey picture, with so many dots to a point, evened out and turned until its lines are level."""
    even = whiten(grey)
    slope = find_slope(ink_of(even))
    if slope:
        even = turn(even, slope)
    return Picture(even, ink_of(even), dots, atan(slope))


def whiten(grey: Grey) -> Grey:
    """The picture with all paper white, also where it is shaded or lies in a shadow."""
    kernel = np.ones((STROKE, STROKE), np.uint8)
    # Of grains of noise the lightest would count as paper, and all others as darker than it.
    smooth = cv2.blur(grey, (GRAINS, GRAINS))
    paper = cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, kernel)
    return np.asarray(cv2.divide(grey, paper, scale=255), np.uint8)


def ink_of(even: Grey) -> Mask:
    """Where there is ink on white paper; single grains of noise are smoothed away."""
    smooth = np.asarray(cv2.GaussianBlur(even, (3, 3), 0), np.uint8)
    return smooth < INK * 255


def find_slope(ink: Mask) -> float:
    """By how much lines fall to the right, per dot: the slope along which rows of ink part most sharply."""
    rows, columns = np.nonzero(ink[::2, ::2])
    if not rows.size:
        return 0.0
    best = 0.0
    for reach, step in ((STEEPEST, 0.004), (0.004, 0.0004)):
        around = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(around, key=lambda slope: _sharpness(rows, columns, slope)))
    return best if abs(best) > 0.0003 else 0.0  # noqa: PLR2004 -- half a dot over a page: level


def _sharpness(rows: NDArray[np.intp], columns: NDArray[np.intp], slope: float) -> float:
    levels = np.rint(rows - slope * columns).astype(np.intp)
    counts = np.bincount(levels - levels.min()).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def turn(grey: Grey, slope: float) -> Grey:
    """The picture turned about its middle so that lines of that slope become level."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees(atan(slope)), 1.0)
    turned = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255.0,))
    return np.asarray(turned, np.uint8)
