"""Where something is printed: pieces of lines, none of which reaches over a ruling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from statistics import median

from gouji.sources.ocr.blots import Area, Rooms, around, blots_by_room, find_rooms
from gouji.sources.ocr.picture import Mask, Picture
from gouji.sources.page import Ruling

SPECK = 1.5
"""Points; print that is no larger than this in both directions is no print."""
BREAK = 0.8
"""A gap wider than this part of the height of its characters parts a line."""
TWO_LINES = 1.5
"""So many times the usual height, and a line is two that touch."""
LOWEST = 4.0
"""Points; lower than any type, but not than dashes."""
USUAL = 9.0
"""Points; the height of type where there is none to measure."""
SEVERAL = 3
"""So many times wider than high, and a line has several characters."""
MOST_OF = 0.7
"""Of the height of a line: most characters are as high as this."""
ONE = 1.15
"""Of the usual height; two lines are higher."""
FLAT = 0.3
"""Of the height of a line; a stroke that is lower is a dash."""

Line = list[Area]
"""The blots of ink that stand beside each other."""


@dataclass(frozen=True, slots=True)
class Print:
    """A piece of a printed line: its place, and the height of the line it may be a low sign of."""

    area: Area
    line_height: int
    alone: bool = False
    """Whether nothing else is printed in its cell, or near it in its line where it stands in none."""

    @property
    def is_dash(self) -> bool:
        """Whether it is the stroke that stands for nothing in a cell."""
        area = self.area
        return self.alone and area.height < FLAT * self.line_height and area.width >= area.height


def find_prints(picture: Picture, rulings: Iterable[Ruling]) -> list[Print]:
    """Every piece of a printed line."""
    rooms = find_rooms(picture.ink.shape, picture.dots, rulings)
    by_room = blots_by_room(picture, rooms)
    outside = by_room.pop(int(rooms[0, 0]), [])
    lines = chain.from_iterable(_prints([outside], picture, rooms))
    found = [replace(each, alone=True) for each in lines]
    for prints in _prints(by_room.values(), picture, rooms):
        found += [replace(each, alone=len(prints) == 1) for each in prints]
    return found


def _prints(group: Iterable[list[Area]], picture: Picture, rooms: Rooms) -> Iterator[list[Print]]:
    """The prints of each of several rooms that are set in the same type."""
    strips = [list(_lines(blots)) for blots in group]
    usual = _usual_height(chain.from_iterable(strips), picture.dots)
    for several in strips:
        lines = [
            line
            for strip in _completed(several, usual)
            for piece in _pieces(strip, rooms)
            for part in _parted(piece, usual)
            for line in _single(part, picture.ink, usual)
        ]
        areas = [area for area in map(around, lines) if _is_print(area, picture.dots)]
        yield [Print(area, max(area.height, round(usual))) for area in areas]


def _is_print(area: Area, dots: float) -> bool:
    return max(area.height, area.width) > SPECK * dots


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


def _usual_height(lines: Iterable[Line], dots: float) -> float:
    """The height of Chinese type: that of lines with several characters, for figures are lower."""
    areas = [area for area in map(around, lines) if area.height >= LOWEST * dots]
    heights = [area.height for area in areas if area.width > SEVERAL * area.height]
    return median(heights or [area.height for area in areas] or [USUAL * dots])


def _completed(lines: Sequence[Line], usual: float) -> list[Line]:
    """The lines of a room; what looks like several, but is no higher than one character, is one."""
    highest = max((around(line).height for line in lines), default=0)
    most = ONE * (min(highest, usual) if highest > usual / 2 else usual)
    completed: list[Line] = []
    for line in lines:
        if completed and around([*completed[-1], *line]).height <= most:
            completed[-1] = [*completed[-1], *line]
        else:
            completed.append(line)
    return completed


def _parted(piece: Line, usual: float) -> list[Line]:
    """The lines of a piece that stood beside higher ones; a character of several blots stays whole."""
    if around(piece).height <= ONE * usual:
        return [piece]
    return _completed(list(_lines(piece)), usual)


def _single(line: Line, ink: Mask, usual: float) -> Iterator[Line]:
    """A line, or its parts where it is so high that it must be lines that touch."""
    whole = around(line)
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


def _pieces(strip: Line, rooms: Rooms) -> Iterator[Line]:
    """The parts of a strip between wide gaps and rulings."""
    whole = around(strip)
    gap = BREAK * max(blot.height for blot in strip)
    middle = rooms[(whole.top + whole.bottom) // 2]
    piece: Line = []
    end = 0
    for blot in sorted(strip):
        if piece and (blot.left - end > gap or not middle[end : blot.left].all()):
            yield piece
            piece = []
        end = max(end, blot.right) if piece else blot.right
        piece.append(blot)
    if piece:
        yield piece
