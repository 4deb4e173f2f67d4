"""Where something is printed: pieces of lines, none of which reaches over a ruling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from gouji.sources.ocr.picture import Mask, Picture
from gouji.sources.page import Ruling

GRAIN = 0.55
"""Points; ink no larger than this in both directions is dust, smaller than any full stop."""
SPECK = 1.5
"""Points; print that is no larger than this in both directions is no print."""
LARGEST = 60.0
"""Points; what is higher is no type."""
BREAK = 1.2
"""A gap wider than this part of its height parts a line."""
TWO_LINES = 1.5
"""So many times the usual height, and a line is two that touch."""
SEVERAL = 3
"""So many times wider than high, and a line has several characters."""
MOST_OF = 0.7
"""Of the height of a line: most characters are as high as this."""
ONE = 1.15
"""Of the usual height; two lines are higher."""
BARRIER = 1.5
"""Points by which rulings are drawn out, so that those that nearly touch enclose."""


class Area(NamedTuple):
    """A rectangle of a picture, in dots."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


Line = list[Area]
"""The blots of ink that stand beside each other."""


@dataclass(frozen=True, slots=True)
class Print:
    """A piece of a printed line: its place, and the height of the line it may be a low sign of."""

    area: Area
    line_height: int


def find_prints(picture: Picture, rulings: Iterable[Ruling]) -> list[Print]:
    """Every piece of a printed line."""
    rooms = _rooms(picture, rulings)
    by_room: dict[int, list[Area]] = {}
    for blot in _blots(picture, rooms != 0):
        by_room.setdefault(_room_of(blot, rooms), []).append(blot)
    outside = list(_lines(by_room.pop(int(rooms[0, 0]), [])))
    inside = [list(_lines(blots)) for blots in by_room.values()]
    return [
        each
        # Tables are set in smaller type than what stands around them.
        for group in ([outside], inside)
        for usual in (_usual_height(chain.from_iterable(group)),)
        for lines in group
        for each in _prints(lines, picture, rooms, usual)
    ]


def _prints(lines: Sequence[Line], picture: Picture, rooms: Rooms, usual: float) -> list[Print]:
    """The prints of one room."""
    return [
        Print(_around(piece), max(_around(line).height, round(usual)))
        for several in _completed(lines, usual)
        for line in _single(several, picture.ink, usual)
        for piece in _pieces(line, rooms)
        if max(_around(piece).height, _around(piece).width) > SPECK * picture.dots
    ]


Rooms = NDArray[np.int32]
"""For every dot the number of the room it lies in, 0 on a ruling."""


def _rooms(picture: Picture, rulings: Iterable[Ruling]) -> Rooms:
    """The parts of a page that rulings keep apart."""
    free = np.ones(picture.ink.shape, np.uint8)
    reach, dots = BARRIER * picture.dots, picture.dots
    for ruling in rulings:
        box = ruling.box
        along, across = (reach, 1.0) if ruling.horizontal else (1.0, reach)
        top, bottom = (max(round(at), 0) for at in (box.top * dots - across, box.bottom * dots + across))
        left, right = (max(round(at), 0) for at in (box.x0 * dots - along, box.x1 * dots + along))
        free[top:bottom, left:right] = 0
    return np.asarray(cv2.connectedComponents(free, connectivity=4)[1], np.int32)


def _blots(picture: Picture, free: Mask) -> Iterator[Area]:
    """The connected blots of ink beside the rulings, without dust."""
    stats = cv2.connectedComponentsWithStats((picture.ink & free).astype(np.uint8))[2]
    grain, largest = GRAIN * picture.dots, LARGEST * picture.dots
    for left, top, width, height, _ in stats[1:].tolist():
        if max(width, height) > grain and height <= largest:
            yield Area(left, top, left + width, top + height)


def _room_of(blot: Area, rooms: Rooms) -> int:
    """The room of a blot; one around whose middle a ruling runs lies in the room of its corner."""
    middle = rooms[(blot.top + blot.bottom) // 2, (blot.left + blot.right) // 2]
    return int(middle or rooms[blot.top, blot.left] or rooms[blot.bottom - 1, blot.right - 1])


def _lines(blots: Iterable[Area]) -> Iterator[Line]:
    """Blots that stand beside each other, from top to bottom."""
    line: Line = []
    lowest = 0
    for blot in sorted(blots, key=lambda blot: blot.top):
        if line and blot.top >= lowest:
            yield line
            line, lowest = [], 0
        line.append(blot)
        lowest = max(lowest, blot.bottom)
    if line:
        yield line


def _usual_height(lines: Iterable[Line]) -> float:
    """The height of Chinese type: that of lines with several characters, for figures are lower."""
    around = [_around(line) for line in lines]
    heights = [area.height for area in around if area.width > SEVERAL * area.height]
    return float(median(heights or [area.height for area in around] or [0]))


def _completed(lines: Sequence[Line], usual: float) -> list[Line]:
    """The lines of a room; what looks like several, but is no higher than one character, is one."""
    highest = max((_around(line).height for line in lines), default=0)
    most = ONE * (min(highest, usual) if highest > usual / 2 else usual)
    completed: list[Line] = []
    for line in lines:
        if completed and _around([*completed[-1], *line]).height <= most:
            completed[-1] = [*completed[-1], *line]
        else:
            completed.append(line)
    return completed


def _single(line: Line, ink: Mask, usual: float) -> Iterator[Line]:
    """A line, or its parts where it is so high that it must be lines that touch."""
    whole = _around(line)
    margin = round(usual / 2)
    if whole.height < TWO_LINES * usual or whole.height <= 2 * margin or _is_large(line, whole, usual):
        yield line
        return
    profile = ink[whole.top + margin : whole.bottom - margin, whole.left : whole.right].sum(axis=1)
    cut = whole.top + margin + int(profile.argmin())
    upper = [blot._replace(bottom=min(blot.bottom, cut)) for blot in line if blot.top < cut]
    lower = [blot._replace(top=max(blot.top, cut)) for blot in line if blot.bottom > cut]
    yield from _single(upper, ink, usual)
    yield from _single(lower, ink, usual)


def _is_large(line: Line, whole: Area, usual: float) -> bool:
    """Whether a line is high because its type is: several of its characters are as high and as wide."""
    large = [
        blot
        for blot in line
        if blot.height > MOST_OF * whole.height and TWO_LINES * blot.width > blot.height > usual
    ]
    return len(large) >= SEVERAL


def _pieces(line: Sequence[Area], rooms: Rooms) -> Iterator[Line]:
    """The parts of a line between wide gaps and rulings."""
    whole = _around(line)
    middle = rooms[(whole.top + whole.bottom) // 2]
    piece: Line = []
    end = 0
    for blot in sorted(line):
        parted = blot.left - end > BREAK * whole.height or not middle[end : blot.left].all()
        if piece and parted:
            yield piece
            piece = []
        piece.append(blot)
        end = max(end, blot.right) if len(piece) > 1 else blot.right
    if piece:
        yield piece


def _around(blots: Iterable[Area]) -> Area:
    lefts, tops, rights, bottoms = zip(*blots, strict=True)
    return Area(min(lefts), min(tops), max(rights), max(bottoms))
