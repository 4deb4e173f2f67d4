"""Rows of figures some of which are wrapped in their cells, told by the heights they share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from gouji.extraction.paper.seating import is_full, may_go_on
from gouji.extraction.paper.typesetting import around
from gouji.model.geometry import Box
from gouji.sources.page import Word

MOST_LINES = 4
"""A figure is wrapped over at most so many lines."""
LEVEL = 0.25
"""The middles of the cells of one row differ by less than this part of the height of a line."""
ROOM = 1.3
"""A line of a wrapped figure leaves room for less than so many figures more in its column."""
FEWEST = 0.5
"""This share of the columns has a figure in every row, at least."""
AS_NEAR = 1.0
"""Points by which distances may differ that are the same."""
MOST_TRIES = 400
"""Tables that take more are left to others."""

Columns = Sequence[Sequence[Word]]
Starts = tuple[int, ...]
"""Where in each column the next row begins."""


Row = tuple[tuple[int, Word], ...]
"""The figures of a row, each with its column."""


class Cut(NamedTuple):
    """One way to take the next row: where the row after it begins, and what it takes."""

    starts: Starts
    row: Row


def wrapped_rows(entries: Sequence[Word], stops: Sequence[float]) -> list[Box] | None:
    """Around the figures of each row, wrapped ones whole; None where no way to take them all is found.

    The cells of a row stand with their middles at one height, or with their first lines.
    """
    columns = _columns(entries, stops)
    for first_lines in (False, True):
        search = _Search(columns, first_lines=first_lines)
        rows = search.rows()
        if rows is not None:
            return [around([word for _, word in row]) for row in search.joined(rows)]
    return None


def is_rest(
    upper: Sequence[Word],
    lower: Sequence[Word],
    columns: Mapping[int, float],
    stops: Sequence[float],
    room: float,
) -> bool:
    """Whether a line of figures may be but the ends of some of those above it, which fill their columns.

    `columns` are the widest figures of the columns, by their number between the stops; lines of one cell
    have no more `room` between them.
    """
    above = {_column(word, stops): word for word in upper}
    return len(lower) < len(upper) and all(
        (column := _column(word, stops)) in above
        and word.box.top - above[column].box.bottom < room
        and is_full(above[column], columns[column], ROOM)
        for word in lower
    )


def widest(entries: Sequence[Word], stops: Sequence[float]) -> dict[int, float]:
    """How wide the widest figure of each column is, by the number of the column between the stops."""
    columns: dict[int, float] = {}
    for word in entries:
        column = _column(word, stops)
        columns[column] = max(columns.get(column, 0.0), word.box.width)
    return columns


def _column(word: Word, stops: Sequence[float]) -> int:
    return bisect_right(stops, (word.box.x0 + word.box.x1) / 2)


def _columns(entries: Sequence[Word], stops: Sequence[float]) -> list[list[Word]]:
    columns: dict[int, list[Word]] = {}
    for word in sorted(entries, key=lambda word: word.box.top):
        columns.setdefault(_column(word, stops), []).append(word)
    return list(columns.values())


class _Search:
    """The rows from top to bottom, each as small as it can be; what leads nowhere is not tried twice."""

    def __init__(self, columns: Columns, *, first_lines: bool) -> None:
        self._columns, self._first_lines = columns, first_lines
        self._widest = [max(word.box.width for word in column) for column in columns]
        self._dead: set[Starts] = set()
        self._tries = 0

    def rows(self) -> list[Row] | None:
        path: list[tuple[Iterator[Cut], Row]] = [(self._cuts((0,) * len(self._columns)), ())]
        while path:
            cut = next((cut for cut in path[-1][0] if cut.starts not in self._dead), None)
            if cut is None:
                path.pop()
                continue
            self._tries += 1
            if self._tries > MOST_TRIES:
                return None
            self._dead.add(cut.starts)
            path.append((self._cuts(cut.starts), cut.row))
            if self._is_end(cut.starts):
                return [row for _, row in path[1:]]
        return None

    def joined(self, rows: Sequence[Row]) -> list[Row]:
        """The rows; those that stand closer than others, and may all go on below, are one in all columns."""
        whole = [self._may_be_whole(upper, lower) for upper, lower in pairwise(rows)]
        boxes = [around([word for _, word in row]) for row in rows]
        gaps = [lower.top - upper.bottom for upper, lower in pairwise(boxes)]
        usual = min((gap for gap, one in zip(gaps, whole, strict=True) if not one), default=-inf)
        found = list(rows[:1])
        for row, gap, one in zip(rows[1:], gaps, whole, strict=True):
            if one and gap < usual - AS_NEAR:
                found[-1] += row
            else:
                found.append(row)
        return found

    def _may_be_whole(self, upper: Row, lower: Row) -> bool:
        """Whether every figure of a row may be the rest of one above it."""
        above = dict(upper)
        return all(index in above and self._goes_on(index, above[index], word) for index, word in lower)

    def _cuts(self, starts: Starts) -> Iterator[Cut]:
        """The ways to take the next row, a small one first, and last a row that a page cuts."""
        runs = [list(self._runs(index, start)) for index, start in enumerate(starts)]
        levels = {self._level(run): run[0].box.height for each in runs for run in each}
        # Cells that begin at one height say nothing of where they end.
        ways = [runs, [each[::-1] for each in runs]] if self._first_lines else [runs]
        found = {
            cut
            for way in ways
            for level, height in levels.items()
            if (cut := self._cut(starts, way, level, height))
        }
        whole = [cut for cut in found if len({index for index, _ in cut.row}) >= FEWEST * len(self._columns)]
        cut_off = [cut for cut in found if not any(starts) or self._is_end(cut.starts)]
        yield from sorted(whole, key=lambda cut: sum(cut.starts))
        yield from sorted({*cut_off} - {*whole}, key=lambda cut: sum(cut.starts))

    def _is_end(self, starts: Starts) -> bool:
        return all(start == len(column) for start, column in zip(starts, self._columns, strict=True))

    def _runs(self, index: int, start: int) -> Iterator[Sequence[Word]]:
        """The lines that may be the next cell of a column: one, or several that are full but for the last."""
        column = self._columns[index]
        for end in range(start + 1, min(start + MOST_LINES, len(column)) + 1):
            yield column[start:end]
            if end < len(column) and not self._goes_on(index, column[end - 1], column[end]):
                return

    def _goes_on(self, column: int, upper: Word, lower: Word) -> bool:
        return may_go_on(upper, lower, self._widest[column], ROOM)

    def _level(self, run: Sequence[Word]) -> float:
        last = run[0] if self._first_lines else run[-1]
        return (run[0].box.top + last.box.bottom) / 2

    def _cut(
        self, starts: Starts, runs: Sequence[Sequence[Sequence[Word]]], level: float, height: float
    ) -> Cut | None:
        """The row at a height; None where a figure stands above it and is no part of it."""
        ends, row = list(starts), []
        for index, each in enumerate(runs):
            run = next((run for run in each if abs(self._level(run) - level) < LEVEL * height), None)
            if run is not None:
                ends[index] += len(run)
                row += [(index, word) for word in run]
            elif each and self._level(min(each, key=len)) < level + height / 2:
                return None
        return Cut(tuple(ends), tuple(row)) if row else None
