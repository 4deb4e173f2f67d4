"""The cells that ruling lines enclose: a lattice whose neighbours without a line between are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gouji.extraction.rulings import NEAR, Rule, Ruled
from gouji.model.geometry import Box

FEWEST = 2
"""Fewer lines in either direction enclose nothing."""


@dataclass(frozen=True, slots=True)
class Field:
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
    owners: Mapping[tuple[int, int], int]
    """By row and column: the index of the field."""
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
        row, first, last = self.row(y), self.column(x0), self.column(x1)
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
    fields: list[Field] = []
    owners: dict[tuple[int, int], int] = {}
    for places in _merged(ruled, xs, ys):
        owners.update(dict.fromkeys(places, len(fields)))
        fields.append(_field(places, xs, ys))
    return Lattice(tuple(xs), tuple(ys), tuple(fields), owners, ruled)


def _stops(rules: Iterable[Rule], crossing: Iterable[Rule]) -> list[float]:
    """Where the lines lie, with the outermost ends of those that cross them."""
    places = [rule.at for rule in rules]
    ends = sorted(end for rule in crossing for end in (rule.start, rule.end))
    stops: list[float] = []
    for place in sorted([*places, *ends[:1], *ends[-1:]]):
        if not stops or place - stops[-1] > 2 * NEAR:
            stops.append(place)
    return stops


def _merged(ruled: Ruled, xs: list[float], ys: list[float]) -> list[list[tuple[int, int]]]:
    """The smallest cells, as (row, column), in groups that no line parts, from top to bottom."""
    rows, columns = len(ys) - 1, len(xs) - 1
    upright, level = _by_stop(ruled.vertical, xs), _by_stop(ruled.horizontal, ys)
    group = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while group[place] != place:
            place = group[place]
        return place

    for row, column in list(group):
        if column + 1 < columns and not _is_drawn(upright[column + 1], ys[row], ys[row + 1]):
            group[root((row, column + 1))] = root((row, column))
        if row + 1 < rows and not _is_drawn(level[row + 1], xs[column], xs[column + 1]):
            group[root((row + 1, column))] = root((row, column))
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in group:
        members.setdefault(root(place), []).append(place)
    return sorted(members.values(), key=min)


def _by_stop(rules: Iterable[Rule], stops: list[float]) -> list[list[Rule]]:
    return [[rule for rule in rules if abs(rule.at - stop) <= 2 * NEAR] for stop in stops]


def _is_drawn(rules: Iterable[Rule], start: float, end: float) -> bool:
    return any(rule.covers(start, end) for rule in rules)


def _field(places: list[tuple[int, int]], xs: list[float], ys: list[float]) -> Field:
    top, left = min(row for row, _ in places), min(column for _, column in places)
    bottom, right = max(row for row, _ in places) + 1, max(column for _, column in places) + 1
    return Field(top, left, bottom - top, right - left, Box(xs[left], ys[top], xs[right], ys[bottom]))
