"""Which column a printed figure stands in: by the printed heads, or by counting where nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gouji.extraction.binding.heads import Place
from gouji.extraction.lines.line import Line
from gouji.extraction.numerals import read_figure
from gouji.model.report import Doubt
from gouji.sources.strip import Slot

STRETCHED = 2
"""Where a line has so many times the cells that its row has columns, one figure may take several of them."""


class Seating(NamedTuple):
    """The slots of a line, one for each column; None where there is no such cell."""

    slots: tuple[Slot | None, ...]
    doubt: Doubt | None = None

    @property
    def gaps(self) -> bool:
        """Whether a place is empty or absent."""
        return not all(slot is not None and slot.text for slot in self.slots)

    @property
    def torn(self) -> bool:
        """Whether a figure was put together from what stands in several places."""
        return any(slot is not None and _is_torn(slot) for slot in self.slots)


def _is_torn(slot: Slot) -> bool:
    figure = read_figure(slot.text)
    return slot.doubt is Doubt.TORN or (figure is not None and figure.doubt is Doubt.TORN)


def places_hold(lines: Sequence[Line], reach: Sequence[Place]) -> bool:
    """Whether the lines stand under the heads: no label reaches into a column, no figure beside one."""
    return all(_stands_under(line, reach) for line in lines)


def _stands_under(line: Line, reach: Sequence[Place]) -> bool:
    starts = {start for start, _ in reach}
    labels_end = all(slot.column < reach[0][0] for slot in line.labels[-1:])
    return labels_end and all(slot.column in starts for slot in line.figures)


def spans_hold(line: Line, reach: Sequence[Place]) -> bool:
    """Whether every figure of a line of markup stands under a head; blank cells may fill up the table."""
    last = max((slot.column + slot.column_span for slot in line.labels[-1:]), default=0)
    return last <= reach[0][0] and all(
        column_of(slot, reach, measured=False) is not None for slot in line.figures
    )


def seat(line: Line, count: int, reach: Sequence[Place] | None, *, even: bool) -> Seating:
    """The slots of a line by columns.

    Args:
        line: the printed line.
        count: how many columns its row has.
        reach: where the columns are, if that is known for this line.
        even: whether the zones of all lines hold the cells of their rows and nothing else.
    """
    figures = line.figures
    plain = all(read_figure(slot.text) is not None for slot in figures)
    span = () if line.marked_up or len(line.zone) >= STRETCHED * count else _span(line.zone)
    if plain and len(figures) == count:
        return Seating(tuple(figures))
    if reach and (placed := _by_place(line, reach)):
        return Seating(placed, Doubt.SHORT_ROW if None in placed else None)
    if reach and line.measured:
        # A figure stands beside all heads: to count would be to guess.
        return _in_order(figures, count)
    if plain and len(span) == count:
        return _counted(line, span)
    if (even or line.marked_up) and len(line.zone) == count:
        return _counted(line, line.zone)
    return _in_order(figures, count)


def _counted(line: Line, slots: Sequence[Slot]) -> Seating:
    """The slots as they follow each other; without lines on paper a blank one may be none at all."""
    blank = line.loose and not all(slot.text for slot in slots)
    return Seating(tuple(slots), Doubt.COLUMN if blank else None)


def _in_order(figures: Sequence[Slot], count: int) -> Seating:
    """As many figures as there are columns from the left, all of them in doubt."""
    if len(figures) > count:
        return Seating(tuple(figures[:count]), Doubt.LONG_ROW)
    if len(figures) == count:
        return Seating(tuple(figures), Doubt.COLUMN)
    absent = (None,) * (count - len(figures))
    return Seating((*figures, *absent), Doubt.SHORT_ROW)


def spread(seating: Seating, under: Sequence[int], count: int, *, sure: bool) -> Seating:
    """The slots of the columns whose heads are printed, among all columns; in doubt unless they are sure."""
    slots = dict(zip(under, seating.slots, strict=True))
    doubt = seating.doubt or (None if sure else Doubt.SHORT_ROW)
    return Seating(tuple(slots.get(column) for column in range(count)), doubt)


def _span(zone: Sequence[Slot]) -> Sequence[Slot]:
    """The zone from its first figure to its last, when it begins with a figure."""
    filled = [index for index, slot in enumerate(zone) if slot.text]
    return zone[: filled[-1] + 1] if filled and filled[0] == 0 else ()


def _by_place(line: Line, reach: Sequence[Place]) -> tuple[Slot | None, ...] | None:
    """The slot under each head; None when a figure stands under none, or two under one."""
    seats: list[Slot | None] = [None] * len(reach)
    for slot in line.zone:
        column = column_of(slot, reach, measured=line.measured)
        if column is None and slot.text:
            return None
        if column is None:
            continue
        sitting = seats[column]
        if sitting is None or not sitting.text:
            seats[column] = slot
        elif slot.text:
            return None
    return tuple(seats)


def column_of(slot: Slot, reach: Sequence[Place], *, measured: bool) -> int | None:
    """The column that the slot shares most of its width with, if that is half of the narrower of both."""
    if measured:
        start, end = slot.box.x0, slot.box.x1
    else:
        start, end = slot.column, slot.column + slot.column_span
    shares = [
        (min(end, right) - max(start, left)) / max(min(end - start, right - left), 1e-6)
        for left, right in reach
    ]
    best = max(range(len(shares)), key=shares.__getitem__)
    return best if shares[best] >= 0.5 else None  # noqa: PLR2004 -- half, see above
