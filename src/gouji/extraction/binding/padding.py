"""Blank cells that only fill up a table in which merged labels do not take the cells they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from gouji.extraction.lines.line import Line
from gouji.sources.strip import Slot

FEWEST_LINES = 3
"""So many lines of the same build show that it is no accident."""


class Settled(NamedTuple):
    """A line without padding."""

    line: Line
    even: bool
    """Whether its zone holds the cells of its row and nothing else, as those of the other lines do."""


def settle_zones(lines: Sequence[Line], counts: Sequence[int]) -> list[Settled]:
    """The lines, each meant to have so many cells, without the blank ones that fill up the table.

    Where merged labels take one cell each, those they leave over are behind the last column; else they are
    in front of the first. One line that can only be read one way tells it of all that are as wide.
    """
    if is_even(lines, counts):
        return [Settled(line, even=True) for line in lines]
    chosen = _of_usual_width(lines, counts)
    behind = _is_behind([(line.zone, len(line.zone) - count) for line, count in chosen])
    if behind is None:
        return [Settled(line, even=False) for line in lines]
    cut = {
        id(line): replace(line, zone=line.zone[:count] if behind else line.zone[-count:])
        for line, count in chosen
    }
    even = is_even(list(cut.values()), [count for _, count in chosen])
    return [Settled(cut.get(id(line), line), even and id(line) in cut) for line in lines]


def is_even(lines: Sequence[Line], counts: Sequence[int]) -> bool:
    """Whether every line has exactly the cells of its row after the label, so that none is padding."""
    return len(lines) >= FEWEST_LINES and all(
        len(line.zone) == count for line, count in zip(lines, counts, strict=True)
    )


def _is_behind(padded: Sequence[tuple[Sequence[Slot], int]]) -> bool | None:
    """Whether so many cells of the zones are padding at their ends, or at their beginnings; None if unknown.

    Where both may be, the right one is that which leaves more columns empty all the way down.
    """
    long = [(zone, rest) for zone, rest in padded if rest]
    behind = any(_is_filled(zone[:rest]) for zone, rest in long)
    before = any(_is_filled(zone[-rest:]) for zone, rest in long)
    if not behind and not before:
        filled = [(index, rest) for zone, rest in padded for index, slot in enumerate(zone) if slot.text]
        from_left, from_right = {index for index, _ in filled}, {index - rest for index, rest in filled}
        behind, before = len(from_left) < len(from_right), len(from_right) < len(from_left)
    return None if behind == before else behind


def _of_usual_width(lines: Sequence[Line], counts: Sequence[int]) -> list[tuple[Line, int]]:
    """The lines without rulings that are as wide as most, and their numbers of cells."""
    widths = Counter(filter(None, map(_width, lines)))
    # Where every cell has a line of its own, the cells of several rows may stand in one.
    usual = max(widths, key=lambda width: _multiples(widths, width), default=1)
    return [
        (line, count)
        for line, count in zip(lines, counts, strict=True)
        if _width(line) and _width(line) % usual == 0 and len(line.zone) >= count
    ]


def _multiples(widths: Counter[int], of: int) -> int:
    return sum(number for width, number in widths.items() if width % of == 0)


def _width(line: Line) -> int:
    """In how many columns the line and all before it in its row stand; 0 where rulings tell the columns."""
    return line.zone[-1].column + 1 if line.zone and not line.ruled else 0


def _is_filled(zone: Sequence[Slot]) -> bool:
    return any(slot.text for slot in zone)


def last_row(line: Line, count: int) -> Line:
    """The last row of so many cells, where the line without rulings holds several rows one after another."""
    several = not line.ruled and len(line.zone) > count and _width(line) % count == 0
    return replace(line, zone=line.zone[-count:]) if several else line
