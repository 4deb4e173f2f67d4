"""The ruling lines in a picture: long runs of ink that are thin across."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gouji.model.geometry import Box
from gouji.sources.ocr.picture import Mask, Picture
from gouji.sources.page import Ruling

SHORTEST = 26.0
"""Points; strokes of characters are shorter, those of a headline apart."""
SHORTEST_ENCLOSED = 8.0
"""Points; a shorter upright line is one if it runs from ruling to ruling."""
OVERHANG = 9.0
"""Points by which a line must reach over the last that crosses it to rule a row that a page end cuts."""
LONG = 100.0
"""Points; a level line of this length rules by itself, a shorter one from upright to upright."""
THICKEST = 4.0
"""Points; what is thicker is a bar."""
BESIDE = 1.4
"""Points at the side of a line where, in a character, other strokes come from."""
BARE = 0.25
"""No more ink than this part of a line's length is at either side of it: that of crossing lines."""
BARE_SHORT = 0.1
"""As above, between the ends of a short line, where none cross."""
GAP = 0.8
"""Points; a line may be interrupted so far."""
TOUCHING = 2.5
"""Points; an end that comes so near to a line touches it."""
REACHING = 0.4
"""Points; print stands off a line by more."""
STEP = 2
"""Dots by which a line that is not quite straight may climb from one row to another."""


@dataclass(slots=True)
class Stroke:
    """A straight piece of ink, in dots: from where to where along, and from where to where across."""

    start: int
    end: int
    first: int
    last: int

    @property
    def length(self) -> int:
        return self.end - self.start


def find_rulings(picture: Picture) -> list[Ruling]:
    """The ruling lines of a page, in points."""
    dots = picture.dots
    level = _strokes(picture.ink, SHORTEST * dots, dots)
    upright = _uprights(picture.ink.T, dots)
    supported = [each for each in upright if _rules(each, level, dots)]
    level = [each for each in level if each.length >= LONG * dots or all(_touches(each, supported, dots))]
    upright = [_trimmed(each, level, dots) for each in upright if _rules(each, level, dots)]
    return [
        *(
            Ruling(Box(*(at / dots for at in (each.start, each.first, each.end, each.last))))
            for each in level
        ),
        *(
            Ruling(Box(*(at / dots for at in (each.first, each.start, each.last, each.end))))
            for each in upright
        ),
    ]


def _uprights(ink: Mask, dots: float) -> list[Stroke]:
    """What may be upright rulings: strokes for themselves, the short ones apart from the long."""
    long = _strokes(ink, SHORTEST * dots, dots)
    short = _strokes(ink, SHORTEST_ENCLOSED * dots, dots)
    found = [*long, *(each for each in short if each.length < SHORTEST * dots)]
    return [each for each in found if each.length >= LONG * dots or _is_bare(each, ink, dots)]


def _trimmed(upright: Stroke, level: list[Stroke], dots: float) -> Stroke:
    """The stroke without what print, in line with it by chance, adds to its ends."""
    middle, least = (upright.first + upright.last) / 2, OVERHANG * dots
    crossed = [
        (each.first + each.last) // 2
        for each in level
        if each.start <= middle <= each.end and upright.start < each.last and each.first < upright.end
    ]
    if not crossed:
        return upright
    start = min(crossed) if min(crossed) - upright.start < least else upright.start
    end = max(crossed) if upright.end - max(crossed) < least else upright.end
    return Stroke(start, end, upright.first, upright.last)


def _is_bare(stroke: Stroke, ink: Mask, dots: float) -> bool:
    """Whether there is little at the sides of a stroke, as beside a ruling and not within a character."""
    off, ends = round(BESIDE * dots), round(TOUCHING * dots)
    short = stroke.length < SHORTEST * dots
    # A short line is crossed at its ends only, if at all.
    along = slice(stroke.start + ends, stroke.end - ends) if short else slice(stroke.start, stroke.end)
    sides = [at for at in (stroke.first - off, stroke.last - 1 + off) if 0 <= at < len(ink)]
    return all(ink[at, along].mean() < (BARE_SHORT if short else BARE) for at in sides)


def _rules(upright: Stroke, level: list[Stroke], dots: float) -> bool:
    """Whether an upright stroke is a ruling: it touches one, or reaches two if it is short."""
    if upright.length >= SHORTEST * dots:
        return any(_touches(upright, level, dots)) or upright.length >= LONG * dots
    return all(_touches(upright, level, dots, within=REACHING))


def _touches(stroke: Stroke, others: list[Stroke], dots: float, within: float = TOUCHING) -> list[bool]:
    """Whether the start and the end of a stroke lie at one of those that run across it."""
    near, middle = within * dots, (stroke.first + stroke.last) / 2
    crossing = [each for each in others if each.start - near <= middle <= each.end + near]
    return [
        any(each.first - near <= end <= each.last + near for each in crossing)
        for end in (stroke.start, stroke.end)
    ]


def _strokes(ink: Mask, shortest: float, dots: float) -> list[Stroke]:
    """The strokes along the rows of a mask."""
    found: list[Stroke] = []
    open_strokes: list[Stroke] = []
    for row, start, end in _runs(ink, shortest, round(GAP * dots)):
        beside = [each for each in open_strokes if each.start < end and start < each.end]
        open_strokes = [each for each in open_strokes if each not in beside]
        whole = Stroke(start, end, row, row + 1)
        for each in beside:
            if row - each.last > STEP:
                found.append(each)
                continue
            whole.start, whole.end = min(whole.start, each.start), max(whole.end, each.end)
            whole.first = min(whole.first, each.first)
        open_strokes.append(whole)
    return [each for each in (*found, *open_strokes) if each.last - each.first <= THICKEST * dots]


def _runs(ink: Mask, shortest: float, gap: int) -> list[tuple[int, int, int]]:
    """Row, start and end of the runs of ink in the rows, a neighbouring row helping out."""
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    edged = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    edged[:, 1:-1] = thick
    steps = np.diff(edged, axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    return _joined(rows, starts, ends, shortest, gap)


Places = NDArray[np.intp]


def _joined(
    rows: Places, starts: Places, ends: Places, shortest: float, gap: int
) -> list[tuple[int, int, int]]:
    """Runs with their short gaps closed, those that are long enough and mostly ink."""
    if not rows.size:
        return []
    apart = np.ones(rows.size, bool)
    apart[1:] = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > gap)
    first = np.nonzero(apart)[0]
    last = np.append(first[1:], rows.size) - 1
    lengths = ends[last] - starts[first]
    inked = np.add.reduceat(ends - starts, first)
    long = (lengths >= shortest) & (inked >= MOSTLY * lengths)
    return [
        (int(rows[index]), int(starts[index]), int(ends[other]))
        for index, other in zip(first[long], last[long], strict=True)
    ]


MOSTLY = 0.95
"""So much of a line is ink; a row through printed characters is less."""
