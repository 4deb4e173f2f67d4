"""Finds the sets of one, two or three cells whose change settles equations and breaks none.

A set is sought along its equations. In every such set that has no smaller one inside, some equation has
only one of the cells: it is broken now, and says by how much that cell must grow. The rest of the set
then makes good what this cell unsettles, and the last cell is looked up by the equations that are open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gouji.model.report import Number
from gouji.repair.system import System

Step = tuple[int, Number]
"""A cell, and by how much it grows."""


class Part(NamedTuple):
    """Cells that grow together: every equation they stand in is settled or stays as it is."""

    steps: tuple[Step, ...]
    settles: frozenset[int]

    @property
    def growths(self) -> dict[int, Number]:
        return dict(self.steps)

    def with_part(self, other: Part) -> Part:
        """Both parts as one."""
        return Part((*self.steps, *other.steps), self.settles | other.settles)


@dataclass
class Search:
    """Goes through the system of one document, smaller sets first."""

    system: System
    cancelled: Callable[[], bool] = lambda: False
    _singles: dict[Step, Part] = field(default_factory=dict)
    _seen: set[frozenset[Step]] = field(default_factory=set)

    def singles(self, broken: list[int]) -> Iterator[Part]:
        """Single cells that settle all the broken equations they stand in."""
        for at in broken:
            for cell, growth in self._asked(at, 0):
                part = self._part(((cell, growth),), {})
                if part is not None:
                    self._singles[cell, growth] = part
                    yield part

    def pairs(self, broken: list[int]) -> Iterator[Part]:
        """Pairs of cells, neither of which can do without the other."""
        for step in self._first_steps(broken):
            if self.cancelled():
                return
            yield from self._closed((step,), self._net(step, {}))

    def triples(self, broken: list[int]) -> Iterator[Part]:
        """Sets of three cells, none of which can do without the others."""
        first = list(self._first_steps(broken))
        nets = [self._net(step, {}) for step in first]
        for place, (step, net) in enumerate(zip(first, nets, strict=True)):
            if self.cancelled():
                return
            for second in self._next_steps(step, net):
                yield from self._closed((step, second), self._net(second, net))
            for second in first[place + 1 :]:
                if second[0] != step[0]:
                    yield from self._closed((step, second), self._net(second, net))

    def _first_steps(self, broken: list[int]) -> Iterator[Step]:
        """Each cell of a broken equation, with each growth that settles one, where that unsettles others."""
        steps = dict.fromkeys(step for at in broken for step in self._asked(at, 0))
        return (step for step in steps if step not in self._singles)

    def _next_steps(self, step: Step, net: dict[int, Number]) -> Iterator[Step]:
        """The cells that make good one of the equations which a step has unsettled."""
        for at in self._open(net):
            for second in self._asked(at, net[at]):
                if second[0] != step[0] and second not in self._singles:
                    yield second

    def _closed(self, steps: tuple[Step, ...], net: dict[int, Number]) -> Iterator[Part]:
        """The steps with one more, which closes all equations that are open."""
        unsettled = frozenset(self._open(net))
        taken = [cell for cell, _ in steps]
        for cell in self.system.structure.standing_in.get(unsettled, ()):
            if cell not in taken:
                at = next(iter(unsettled))
                for step in self._growths(cell, at, net[at]):
                    if step not in self._singles:
                        part = self._part((*steps, step), net)
                        if part is not None:
                            yield part

    def _part(self, steps: tuple[Step, ...], net: dict[int, Number]) -> Part | None:
        """The steps as a part, all but the last of which made `net`; None when they are none, or not new."""
        net = self._net(steps[-1], net)
        lack = self.system.lack
        if any(change not in (0, lack[at]) for at, change in net.items()):
            return None
        settles = frozenset(at for at, change in net.items() if change != 0)
        key = frozenset(steps)
        if key in self._seen or not settles or not self.system.keeps_limits(dict(steps)):
            return None
        self._seen.add(key)
        return Part(steps, settles)

    def _open(self, net: dict[int, Number]) -> list[int]:
        lack = self.system.lack
        return [at for at, change in net.items() if change not in (0, lack[at])]

    def _net(self, step: Step, net: dict[int, Number]) -> dict[int, Number]:
        """What every equation has grown by after one more step."""
        cell, growth = step
        grown = dict(net)
        for at, sign in self.system.terms[cell]:
            grown[at] = grown.get(at, 0) + sign * growth
        return grown

    def _asked(self, at: int, change: Number) -> Iterator[Step]:
        """Every cell of an equation, with the growths that close it after a change."""
        for cell, sign in self.system.structure.members[at]:
            yield from self._grown(cell, sign, at, change)

    def _growths(self, cell: int, at: int, change: Number) -> Iterator[Step]:
        sign = next(sign for other, sign in self.system.terms[cell] if other == at)
        yield from self._grown(cell, sign, at, change)

    def _grown(self, cell: int, sign: int, at: int, change: Number) -> Iterator[Step]:
        """An equation is closed when it is settled, or when it is what it was before."""
        for wanted in {0, self.system.lack[at]}:
            growth = sign * (wanted - change)
            if growth != 0 and self.system.takes(cell, growth):
                yield cell, growth
