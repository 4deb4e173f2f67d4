"""A table set for paper: its columns, the lines of its cells, and its rows shared out to pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from tests.generated.manuscript import Lattice, Spot
from tests.generated.paper.habits import Habits
from tests.generated.paper.lettering import printable, width_of, wrap

OVERHANG = 1.05
"""So many times the width of its cell a figure is set; where it were wider, all are set smaller."""
LEADING = 1.25
"""From line to line, in heights of the type."""


@dataclass(frozen=True)
class Part:
    """What of a spot stands on one page: its lines and its place, from the top of the page's own rows."""

    spot: Spot
    lines: tuple[str, ...]
    size: float
    """Of its type."""
    left: float
    right: float
    top: float
    bottom: float
    cut_above: bool
    """Whether the page before ended within the table just here,"""
    cut_below: bool
    """and whether this one does."""


@dataclass(frozen=True)
class Band:
    """A row, or the part of one, that stands on a page."""

    row: int
    height: float
    page: int


def set_table(
    table: Lattice, habits: Habits, random: Random, room: Callable[[int], float]
) -> list[list[Part]]:
    """The parts of a table page by page; `room` is how high the table may be on its first, second … page."""
    return _Setter(table, habits, random).pages(room)


class _Setter:
    def __init__(self, table: Lattice, habits: Habits, random: Random) -> None:
        self._table, self._habits = table, habits
        self._leading = habits.small * LEADING
        self._edges = _edges(table, habits, random)
        self._figure_size = habits.small * (1.0 if habits.wraps else min(map(self._shrunk, table.spots)))
        self._lines = {spot: self._set(spot) for spot in table.spots}
        self._heads = _head_rows(table) if habits.repeats and table.table == "requests" else 0
        self._sinks = random.random() < 0.5
        """Whether the figures of a torn row stand in its lower half."""

    def pages(self, room: Callable[[int], float]) -> list[list[Part]]:
        bands = list(self._bands(self._heights(), room))
        flows = {spot: list(lines) for spot, lines in self._lines.items()}
        return [
            self._page([band for band in bands if band.page == page], bands, flows)
            for page in range(bands[-1].page + 1)
        ]

    def _shrunk(self, spot: Spot) -> float:
        """By what the type must be smaller for a figure not to hide its neighbours."""
        width = width_of(printable(spot.text), self._habits.figure_face, self._habits.small)
        room = self._edges[spot.column + spot.column_span] - self._edges[spot.column]
        return min(1.0, OVERHANG * room / width) if spot.address and width else 1.0

    def _set(self, spot: Spot) -> list[str]:
        text = printable(spot.text)
        if spot.upright:
            return list(text)
        room = self._edges[spot.column + spot.column_span] - self._edges[spot.column]
        room -= 2 * self._habits.padding
        if spot.address and not self._habits.wraps:
            return [text] if text.strip() else []
        face = self._habits.figure_face if is_figure(spot) else self._habits.face
        # Wrapped cells may break a figure anywhere.
        return list(wrap(text, room, face, self._habits.small, whole=not spot.address))

    def _heights(self) -> list[float]:
        heights = [self._leading + 2 * self._habits.padding] * self._table.height
        for spot in sorted(self._table.spots, key=lambda spot: spot.row_span):
            needed = len(self._lines[spot]) * self._leading + 2 * self._habits.padding
            spanned = heights[spot.row : spot.row + spot.row_span]
            more = max(0.0, needed - sum(spanned)) / spot.row_span
            for row in range(spot.row, spot.row + spot.row_span):
                heights[row] += more
        return heights

    def _bands(self, heights: Sequence[float], room: Callable[[int], float]) -> Iterator[Band]:
        page, left = 0, room(0)
        least = self._leading + 2 * self._habits.padding
        row, rest = 0, heights[0]
        while True:
            if rest <= left + 0.1:
                yield Band(row, rest, page)
                left -= rest
                row += 1
                if row == len(heights):
                    return
                rest = heights[row]
                continue
            if self._habits.tears and left >= least and rest - left >= least:
                lines = int((left - 2 * self._habits.padding) / self._leading)
                height = lines * self._leading + 2 * self._habits.padding
                yield Band(row, height, page)
                rest -= height - 2 * self._habits.padding
            page += 1
            left = room(page)
            if row >= self._heads:
                left -= sum(heights[: self._heads])
            # A row higher than a page gets what it needs.
            left = max(left, rest)

    def _page(self, here: list[Band], bands: list[Band], flows: dict[Spot, list[str]]) -> list[Part]:
        if not here:
            return []
        first = here[0]
        again = first.page > 0 and first.row >= self._heads
        parts: list[Part] = []
        offset = 0.0
        if again and self._heads:
            heights = self._heights()[: self._heads]
            tops = [*accumulate(heights, initial=0.0)]
            for spot in self._table.spots:
                if spot.row < self._heads:
                    end = min(spot.row + spot.row_span, self._heads)
                    lines = tuple(self._lines[spot])
                    parts.append(
                        self._part(spot, lines, (tops[spot.row], tops[end]), above=False, below=False)
                    )
            offset = tops[-1]
        tops = [*accumulate((band.height for band in here), initial=offset)]
        for spot in self._table.spots:
            inside = [index for index, band in enumerate(here) if _covers(spot, band.row)]
            if not inside:
                continue
            above = any(_covers(spot, band.row) for band in bands if band.page < first.page)
            below = any(_covers(spot, band.row) for band in bands if band.page > first.page)
            top, bottom = tops[inside[0]], tops[inside[-1] + 1]
            lines = self._flow(spot, flows[spot], bottom - top, below=below)
            parts.append(self._part(spot, lines, (top, bottom), above=above, below=below))
        return parts

    def _flow(self, spot: Spot, lines: list[str], height: float, *, below: bool) -> tuple[str, ...]:
        count = len(lines)
        if below:
            # A line more or less reaches over its part by half at most, and not into the next one.
            count = min(count, max(round((height - self._habits.padding) / self._leading), 0))
            if spot.address and len(lines) == 1 and self._sinks:
                count = 0
        taken = tuple(lines[:count])
        del lines[:count]
        return taken

    def _part(
        self, spot: Spot, lines: tuple[str, ...], reach: tuple[float, float], *, above: bool, below: bool
    ) -> Part:
        left, right = self._edges[spot.column], self._edges[spot.column + spot.column_span]
        size = self._figure_size if spot.address else self._habits.small
        return Part(spot, lines, size, left, right, *reach, above, below)


def _covers(spot: Spot, row: int) -> bool:
    return spot.row <= row < spot.row + spot.row_span


def _head_rows(table: Lattice) -> int:
    return min((spot.row for spot in table.spots if spot.address), default=0)


def is_figure(spot: Spot) -> bool:
    """Whether the spot is that of a cell."""
    return spot.address is not None


def _edges(table: Lattice, habits: Habits, random: Random) -> list[float]:
    """The places of the upright lines, over the whole width of the text."""
    first = min((spot.column for spot in table.spots if spot.address), default=0)
    width = habits.paper[0] - 2 * habits.margin
    share = random.uniform(0.3, 0.5) if first else 0.0
    labels = [random.uniform(0.6, 1.0) for _ in range(first)]
    if labels:
        labels[-1] += 1.0
    figures = [random.choice([1.0, random.uniform(0.8, 1.2)]) for _ in range(table.width - first)]
    widths = [width * share * each / sum(labels) for each in labels]
    widths += [width * (1 - share) * each / sum(figures) for each in figures]
    return [*accumulate(widths, initial=habits.margin)]
