"""The cells that ruling lines enclose: a lattice whose neighbours without a line between are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gouji.extraction.paper.rulings import NEAR, Rule, Ruled
from gouji.model.geometry import Box

Place = tuple[int, int]
"""One of the smallest cells, by row and column."""

FEWEST = 2
"""Fewer lines in either direction enclose nothing."""


class Field(NamedTuple):
    """A rectangle of the lattice: where it begins, how far it spans, and its place on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Lattice:
    """The fields of one table, by rows, and which of them each of the smallest cells belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    fields: tuple[Field, ...]
    owners: Mapping[Place, int]
    """The index of the field that a smallest cell belongs to."""
    rules: Ruled
    """The lines that it is made of."""

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def column(self, x: float) -> int:
        """The column at a place."""
        return _between(self.xs, x)

    def row(self, y: float) -> int:
        """The row at a place."""
        return _between(self.ys, y)

    def under(self, x0: float, x1: float, y: float) -> list[int]:
        """The fields, by index from left to right, that a stretch of a line of text runs over."""
        # As `_between` has it, which is asked too often for a call each.
        end = len(self.xs) - 1
        row = bisect_right(self.ys, y, 1, len(self.ys) - 1) - 1
        first, last = bisect_right(self.xs, x0, 1, end) - 1, bisect_right(self.xs, x1, 1, end) - 1
        if first == last:
            return [self.owners[row, first]]
        return list(dict.fromkeys(self.owners[row, column] for column in range(first, last + 1)))


def _between(stops: Sequence[float], place: float) -> int:
    """Between which two stops a place lies; beyond the ends, the outermost."""
    return bisect_right(stops, place, 1, len(stops) - 1) - 1


def lattice(ruled: Ruled) -> Lattice | None:
    """The lattice of a table; None where the lines enclose nothing.

    Where a page cuts a table, its last row has no line below and the next one none above: verticals that
    reach beyond the outermost line close the row.
    """
    if len(ruled.vertical) < FEWEST:
        return None
    ys = _stops(ruled.horizontal, ruled.vertical)
    xs = _stops(ruled.vertical, ruled.horizontal)
    if len(ys) < FEWEST or len(xs) < FEWEST:
        return None
    merged = _merged(ruled, xs, ys)
    fields = tuple(_field(places, xs, ys) for places in merged)
    owners = {place: index for index, places in enumerate(merged) for place in places}
    return Lattice(tuple(xs), tuple(ys), fields, owners, ruled)


def _stops(rules: Iterable[Rule], crossing: Iterable[Rule]) -> list[float]:
    """Where the lines lie, with the outermost ends of those that cross them."""
    places = [rule.at for rule in rules]
    ends = sorted(end for rule in crossing for end in (rule.start, rule.end))
    stops: list[float] = []
    for place in sorted([*places, *ends[:1], *ends[-1:]]):
        if not stops or place - stops[-1] > 2 * NEAR:
            stops.append(place)
    return stops


def _merged(ruled: Ruled, xs: list[float], ys: list[float]) -> list[list[Place]]:
    """The smallest cells in groups that no line parts, from top to bottom."""
    rows, columns = range(len(ys) - 1), range(len(xs) - 1)
    upright, level = _drawn(ruled.vertical, xs, ys), _drawn(ruled.horizontal, ys, xs)
    groups = {(row, column): [(row, column)] for row in rows for column in columns}
    beside = [(row, column) for column in columns[1:] for row in rows if not upright[column][row]]
    below = [(row, column) for row in rows[1:] for column in columns if not level[row][column]]
    for row, column in beside:
        _merge(groups, (row, column - 1), (row, column))
    for row, column in below:
        _merge(groups, (row - 1, column), (row, column))
    # The cells come row by row, so that each group is met at its topmost.
    return list({id(group): group for group in groups.values()}.values())


def _merge(groups: dict[Place, list[Place]], one: Place, other: Place) -> None:
    small, large = sorted((groups[one], groups[other]), key=len)
    if small is not large:
        large += small
        groups.update(dict.fromkeys(small, large))


def _drawn(rules: Sequence[Rule], stops: list[float], crossing: list[float]) -> list[list[bool]]:
    """For each stop, whether a line is drawn there between each of those that cross it and the next."""
    stretches = list(pairwise(crossing))
    return [
        _covered([rule for rule in rules if abs(rule.at - stop) <= 2 * NEAR], stretches) for stop in stops
    ]


def _covered(rules: Sequence[Rule], stretches: Sequence[tuple[float, float]]) -> list[bool]:
    if any(rule.start <= stretches[0][0] and stretches[-1][1] <= rule.end for rule in rules):
        # As in most tables: one line from end to end.
        return [True] * len(stretches)
    covered = [False] * len(stretches)
    for rule in rules:
        _, first, last = rule
        covered = [
            known or (start < last and first < end and rule.covers(start, end))
            for known, (start, end) in zip(covered, stretches, strict=True)
        ]
    return covered


def _field(places: list[Place], xs: list[float], ys: list[float]) -> Field:
    if len(places) == 1:
        top, left = places[0]
        bottom, right = top + 1, left + 1
    else:
        rows, columns = zip(*places, strict=True)
        top, left, bottom, right = min(rows), min(columns), max(rows) + 1, max(columns) + 1
    return Field(top, left, bottom - top, right - left, Box(xs[left], ys[top], xs[right], ys[bottom]))
