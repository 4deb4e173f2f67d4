"""The heads over the columns of a table, as far as they are printed and legible."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.extraction.labels.book import Book, head_words
from gouji.extraction.labels.label import fold
from gouji.extraction.lines.line import Line
from gouji.model.form import Block
from gouji.sources.strip import Slot

Place = tuple[float, float]
"""From where to where a column reaches: points on a ruled page, grid columns in other tables."""

SHORTEST_HEAD = 2


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """A column head as printed."""

    words: str
    slot: Slot
    number: int
    """Which line it stands in."""
    measured: bool
    """Whether its column is known by its place on paper."""
    grid: int | None = None
    """Which of the printed tables it stands in; None for running text."""


def printed_heads(book: Book, lines: Sequence[Line]) -> list[PrintedHead]:
    """The column heads of a table, also those printed only in part, in printed order."""
    heads = []
    for number, line in enumerate(lines):
        for slot in line.labels:
            ordinal, words = fold(slot.text)
            if ordinal or _is_of_row(line, slot):
                continue  # a row that is called like a column
            if words in book.column_words or _begins_a_head(book, words):
                heads.append(PrintedHead(words, slot, number, line.measured, line.grid))
    return heads


def _is_of_row(line: Line, label: Slot) -> bool:
    """Whether a label in a table stands before the figures of its own line."""
    return line.grid is not None and any(label.box.x1 <= slot.box.x0 for slot in line.figures[:1])


def _begins_a_head(book: Book, words: str) -> bool:
    return len(words) >= SHORTEST_HEAD and words in book.column_beginnings


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
        tail = list(above[-self.count :])
        if _all_measured(tail):
            tail.sort(key=lambda head: head.slot.box.x0)
        fits = len(tail) == self.count and all(map(_names, tail, self._wanted))
        return [*tail] if fits else [None] * self.count


def _repeats(block: Block) -> range:
    return range(len(block.rows) if block.across else 1)


def _names(head: PrintedHead, wanted: frozenset[str]) -> bool:
    return any(words.startswith(head.words) for words in wanted)


def _last(heads: Sequence[PrintedHead], wanted: frozenset[str]) -> PrintedHead | None:
    exact = [head for head in heads if head.words in wanted]
    rough = [head for head in heads if _names(head, wanted)]
    found = exact or rough
    return found[-1] if found else None


def _all_measured(heads: Sequence[PrintedHead]) -> bool:
    return bool(heads) and all(head.measured for head in heads)


def places(heads: Sequence[PrintedHead | None]) -> list[Place] | None:
    """Where the columns reach, when every head is printed and they stand apart in the order of the form."""
    found = [head for head in heads if head is not None]
    if len(found) < len(heads):
        return None
    if _all_measured(found):
        reach = [(head.slot.box.x0, head.slot.box.x1) for head in found]
    else:
        reach = [(head.slot.column, head.slot.column + head.slot.column_span) for head in found]
    ascending = all(left[0] < right[0] for left, right in pairwise(reach))
    return [(float(start), float(end)) for start, end in reach] if ascending else None


def follow_each_other(heads: Sequence[PrintedHead | None]) -> bool:
    """Whether no column lies between those of the heads, such as one whose head is illegible."""
    slots = [head.slot for head in heads if head is not None]
    return all(left.column + left.column_span == right.column for left, right in pairwise(slots))


def swapped(heads: Sequence[PrintedHead | None]) -> bool:
    """Whether heads that are printed side by side stand in another order than the form's."""
    found = [head.slot.box for head in heads if head is not None]
    return any(left.top == right.top and left.x0 > right.x0 for left, right in pairwise(found))
