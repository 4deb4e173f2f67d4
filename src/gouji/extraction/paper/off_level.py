"""Parts of figures that were wrapped in their cells, told by their height where no lines part the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from statistics import median

from gouji.extraction.paper.lattice import Lattice
from gouji.extraction.paper.printed_columns import is_entry
from gouji.extraction.paper.seating import CLOSE, Seat, is_figure
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Word

LEVEL = 0.3
"""Figures of one row stand no further above and below each other, in heights."""


def doubt_off_level(lattice: Lattice, seats: Sequence[Seat]) -> list[Seat]:
    """Doubt the figures that are not level with the others of their row, and those close above and below.

    One of them may be the rest of the other, and the row of both is what the rows were shared out by.
    """
    doubted: set[int] = set()
    for row in _rows(lattice, seats):
        level = _level([seats[index][0] for index in row])
        for index in row:
            stray = [word for word in seats[index][0] if is_figure(word) and not _is_level(word.box, level)]
            if stray:
                doubted |= {index, *_beside(lattice, seats, index, stray)}
    return [
        (words, doubt or (Doubt.TORN if index in doubted else None))
        for index, (words, doubt) in enumerate(seats)
    ]


def _rows(lattice: Lattice, seats: Sequence[Seat]) -> Iterator[list[int]]:
    """The fields of each row that hold figures, or what stands for them, and nothing else."""
    rows: dict[int, list[int]] = {}
    for index, (words, _) in enumerate(seats):
        if words and all(map(is_entry, words)):
            rows.setdefault(lattice.fields[index].row, []).append(index)
    yield from rows.values()


def _level(cells: Iterable[Sequence[Word]]) -> float | None:
    """The height at which most cells of a row have a figure; None where there is no such height."""
    cells = list(cells)
    places = [[_middle(word.box) for word in words] for words in cells]
    room = LEVEL * median(word.box.height for words in cells for word in words)

    def sharing(place: float) -> int:
        return sum(any(abs(other - place) < room for other in here) for here in places)

    # Most figures of a row stand at the very same height.
    best = max(dict.fromkeys(chain.from_iterable(places)), key=sharing)
    return best if 2 * sharing(best) > len(cells) else None


def _is_level(box: Box, level: float | None) -> bool:
    return level is not None and abs(_middle(box) - level) < LEVEL * box.height


def _beside(lattice: Lattice, seats: Sequence[Seat], index: int, stray: Iterable[Word]) -> Iterator[int]:
    """The fields above and below in the same column whose figures stand close to a stray one."""
    field = lattice.fields[index]
    for row in (field.row - 1, field.row + field.row_span):
        other = lattice.owners.get((row, field.column))
        if other is not None and any(_is_close(word, each) for word in stray for each in seats[other][0]):
            yield other


def _is_close(word: Word, other: Word) -> bool:
    one, two = sorted((word.box, other.box), key=lambda box: box.top)
    return is_figure(other) and two.top - one.bottom < CLOSE * one.height


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2
