"""Puts parts together to whole repairs: those that settle most with the fewest cells, likeliest first.

A walk over what is left to settle: the first broken equation that is left is settled by one part or
another, or given up. Only the best ways to each such remainder are kept, so that the walk stays short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from heapq import nsmallest
from typing import NamedTuple

from gouji.model.report import Number
from gouji.repair.cost import FREE, Cost
from gouji.repair.search import Part

KEPT = 24
"""So many repairs of equally few cells are told apart."""
WIDTH = 400
"""So many remainders are followed up at a time: more than honest slips make, fewer than take long."""

Left = frozenset[int]
Effort = tuple[int, int]
"""How many equations were given up, and how many cells were changed."""


class Repair(NamedTuple):
    """Parts that settle different equations with different cells."""

    parts: tuple[Part, ...] = ()
    cost: Cost = FREE

    @property
    def growths(self) -> dict[int, Number]:
        """By how much every cell grows that is changed."""
        return {cell: growth for part in self.parts for cell, growth in part.steps}

    @property
    def as_printed(self) -> tuple[Part, ...]:
        """The parts in the order of their first cells."""
        return tuple(sorted(self.parts, key=lambda part: min(part.growths)))

    def extended(self, part: Part, cost: Cost) -> Repair | None:
        """The repair with one more part; None where that changes a cell which the repair changes too."""
        if self.growths.keys().isdisjoint(part.growths):
            return Repair((*self.parts, part), self.cost.plus(cost))
        return None


def covers(broken: Sequence[int], parts: Sequence[Part], cost: Callable[[Part], Cost]) -> list[Repair]:
    """The repairs that settle most of the broken equations with the fewest cells, by what they cost."""
    walk = _Walk(frozenset(broken), parts)
    price = cache(lambda number: cost(parts[number]))

    @cache
    def best(left: Left) -> list[Repair]:
        if left == walk.whole:
            return [Repair()]
        return nsmallest(KEPT, extended(left), key=lambda repair: repair.cost)

    def extended(left: Left) -> Iterator[Repair]:
        for before, chosen in walk.ways[left]:
            for repair in best(before):
                if not chosen:
                    yield repair
                for number in chosen:
                    if (longer := repair.extended(parts[number], price(number))) is not None:
                        yield longer

    return [repair for repair in best(frozenset()) if repair.parts]


def effort(broken: Sequence[int], parts: Sequence[Part]) -> Effort:
    """How many equations the best repair gives up, and how many cells it changes."""
    return _Walk(frozenset(broken), parts).efforts[frozenset()]


@dataclass
class _Walk:
    """The ways of least effort from the whole to every remainder."""

    whole: Left
    parts: Sequence[Part]
    efforts: dict[Left, Effort] = field(default_factory=dict)
    ways: dict[Left, list[tuple[Left, tuple[int, ...]]]] = field(default_factory=dict)
    """For each remainder the ones before it, with the parts that lead on; without any it was given up."""

    def __post_init__(self) -> None:
        choices = _choices(self.parts)
        self.efforts[self.whole] = (0, 0)
        for first in sorted(self.whole):
            for left in self._reached(first):
                unsettled, cells = self.efforts[left]
                self._go(left, left - {first}, (unsettled + 1, cells), ())
                for (settles, count), numbers in choices.get(first, {}).items():
                    if settles <= left:
                        self._go(left, left - settles, (unsettled, cells + count), numbers)

    def _reached(self, first: int) -> list[Left]:
        """The remainders that begin with an equation, those of least effort."""
        here = [left for left in self.efforts if left and min(left) == first]
        return nsmallest(WIDTH, here, key=lambda left: (len(left), self.efforts[left]))

    def _go(self, before: Left, after: Left, taken: Effort, numbers: tuple[int, ...]) -> None:
        known = self.efforts.get(after)
        if known is None or taken < known:
            self.efforts[after] = taken
            self.ways[after] = []
        if taken == self.efforts[after]:
            self.ways[after].append((before, numbers))


def _choices(parts: Sequence[Part]) -> Mapping[int, Mapping[tuple[Left, int], tuple[int, ...]]]:
    """The numbers of the parts, by the first equation they settle, by all of these and their cells."""
    found: dict[int, dict[tuple[Left, int], list[int]]] = {}
    for number, part in enumerate(parts):
        key = (part.settles, len(part.steps))
        found.setdefault(min(part.settles), {}).setdefault(key, []).append(number)
    return {first: {key: tuple(numbers) for key, numbers in each.items()} for first, each in found.items()}
