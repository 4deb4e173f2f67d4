"""Which column a printed figure stands in: by the printed heads, or by counting where nothing is lost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gouji.extraction.book import Book, head_words
from gouji.extraction.label import fold
from gouji.extraction.line import Line
from gouji.extraction.numerals import read_figure
from gouji.extraction.slot import Slot
from gouji.model.form import Block
from gouji.model.report import Doubt

Place = tuple[float, float]
"""From where to where a column reaches: points on a ruled page, grid columns in other tables."""

FEWEST_LINES = 3
"""So many lines of the same build show that it is no accident."""
SHORTEST_HEAD = 2


class Seating(NamedTuple):
    """The slots of a line, one for each column; None where there is no such cell."""

    slots: tuple[Slot | None, ...]
    doubt: Doubt | None = None

    @property
    def gaps(self) -> bool:
        """Whether a place is empty or absent."""
        return not all(slot is not None and slot.text for slot in self.slots)


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """A column head as printed."""

    words: str
    slot: Slot
    number: int
    """Which line it stands in."""
    ruled: bool


def printed_heads(book: Book, lines: Sequence[Line]) -> list[PrintedHead]:
    """The column heads of a table, also those printed only in part, in printed order."""
    heads = []
    for number, line in enumerate(lines):
        for slot in line.labels:
            ordinal, words = fold(slot.text)
            if ordinal:
                continue  # a row that is called like a column
            if words in book.column_words or _begins_a_head(book, words):
                heads.append(PrintedHead(words, slot, number, line.ruled))
    return heads


def _begins_a_head(book: Book, words: str) -> bool:
    return len(words) >= SHORTEST_HEAD and any(head.startswith(words) for head in book.column_words)


class Heads:
    """The heads over one block of a table, as far as they are printed."""

    def __init__(self, block: Block, printed: Sequence[PrintedHead]) -> None:
        self._wanted = [head_words(column) for _ in _repeats(block) for column in block.columns]
        self._printed = printed
        self._numbers = [head.number for head in printed]
        self._across = block.across
        self._seen: dict[int, list[PrintedHead | None]] = {}

    @property
    def count(self) -> int:
        return len(self._wanted)

    def over(self, number: int) -> list[PrintedHead | None]:
        """The head over each column, seen from a line: the nearest above it, None where none is printed."""
        end = bisect_right(self._numbers, number)
        if end not in self._seen:
            above = self._printed[:end]
            self._seen[end] = (
                self._in_sequence(above)
                if self._across
                else [_last(above, wanted) for wanted in self._wanted]
            )
        return self._seen[end]

    def _in_sequence(self, above: Sequence[PrintedHead]) -> list[PrintedHead | None]:
        """Heads that repeat are told apart by their order, so it takes the whole sequence."""
        ordered = sorted(above, key=lambda head: head.slot.box.x0) if _all_ruled(above) else list(above)
        tail = ordered[-self.count :]
        fits = len(tail) == self.count and all(map(_names, tail, self._wanted))
        return list(tail) if fits else [None] * self.count


def _repeats(block: Block) -> range:
    return range(len(block.rows) if block.across else 1)


def _names(head: PrintedHead, wanted: frozenset[str]) -> bool:
    return any(words.startswith(head.words) for words in wanted)


def _last(heads: Sequence[PrintedHead], wanted: frozenset[str]) -> PrintedHead | None:
    exact = [head for head in heads if head.words in wanted]
    rough = [head for head in heads if _names(head, wanted)]
    found = exact or rough
    return found[-1] if found else None


def _all_ruled(heads: Sequence[PrintedHead]) -> bool:
    return bool(heads) and all(head.ruled for head in heads)


def places(heads: Sequence[PrintedHead | None]) -> list[Place] | None:
    """Where the columns reach, when every head is printed and they stand apart in the order of the form."""
    found = [head for head in heads if head is not None]
    if len(found) < len(heads):
        return None
    if _all_ruled(found):
        reach = [(head.slot.box.x0, head.slot.box.x1) for head in found]
    else:
        reach = [(head.slot.column, head.slot.column + head.slot.column_span) for head in found]
    ascending = all(left[0] < right[0] for left, right in pairwise(reach))
    return [(float(start), float(end)) for start, end in reach] if ascending else None


def swapped(heads: Sequence[PrintedHead | None]) -> bool:
    """Whether heads that are printed side by side stand in another order than the form's."""
    found = [head.slot.box for head in heads if head is not None]
    return any(left.top == right.top and left.x0 > right.x0 for left, right in pairwise(found))


def places_hold(lines: Sequence[Line], reach: Sequence[Place]) -> bool:
    """Whether the lines stand under the heads: no label reaches into a column, no figure beside one."""
    return all(_stands_under(line, reach) for line in lines)


def _stands_under(line: Line, reach: Sequence[Place]) -> bool:
    starts = {start for start, _ in reach}
    labels_end = all(slot.column < reach[0][0] for slot in line.labels[-1:])
    return labels_end and all(slot.column in starts for slot in line.figures)


def even_zones(lines: Sequence[Line], counts: Sequence[int]) -> bool:
    """Whether every line has exactly the cells of its row after the label, so that none is padding."""
    return len(lines) >= FEWEST_LINES and all(
        len(line.zone) == count for line, count in zip(lines, counts, strict=True)
    )


def seat(line: Line, count: int, reach: Sequence[Place] | None, *, even: bool) -> Seating:
    """The slots of a line by columns.

    Args:
        line: the printed line.
        count: how many columns its row has.
        reach: where the columns are, if that is known for this line.
        even: whether every cell of the row is in the zone and nothing else.
    """
    figures = line.figures
    plain = all(read_figure(slot.text) is not None for slot in figures)
    span = _span(line.zone)
    if plain and len(figures) == count:
        return Seating(tuple(figures))
    if reach and (placed := _by_place(line, reach)):
        return Seating(placed)
    if plain and len(span) == count:
        return Seating(tuple(span))
    if even:
        return Seating(tuple(line.zone))
    return _in_order(figures, count)


def _in_order(figures: Sequence[Slot], count: int) -> Seating:
    """As many figures as there are columns from the left, all of them in doubt."""
    if len(figures) > count:
        return Seating(tuple(figures[:count]), Doubt.LONG_ROW)
    if len(figures) == count:
        return Seating(tuple(figures), Doubt.COLUMN)
    absent = (None,) * (count - len(figures))
    return Seating((*figures, *absent), Doubt.SHORT_ROW)


def _span(zone: Sequence[Slot]) -> Sequence[Slot]:
    """The zone from its first figure to its last, when it begins with a figure."""
    filled = [index for index, slot in enumerate(zone) if slot.text]
    return zone[: filled[-1] + 1] if filled and filled[0] == 0 else ()


def _by_place(line: Line, reach: Sequence[Place]) -> tuple[Slot | None, ...] | None:
    """The slot under each head; None when a figure stands under none, or two under one."""
    seats: list[Slot | None] = [None] * len(reach)
    for slot in line.zone:
        column = _column_of(slot, reach, ruled=line.ruled)
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


def _column_of(slot: Slot, reach: Sequence[Place], *, ruled: bool) -> int | None:
    """The column that the slot shares most of its width with, if that is half of the narrower of both."""
    if ruled:
        start, end = slot.box.x0, slot.box.x1
    else:
        start, end = slot.column, slot.column + slot.column_span
    shares = [
        (min(end, right) - max(start, left)) / max(min(end - start, right - left), 1e-6)
        for left, right in reach
    ]
    best = max(range(len(shares)), key=shares.__getitem__)
    return best if shares[best] >= 0.5 else None  # noqa: PLR2004 -- half, see above
