"""From broken equations to ranked repairs of what hangs together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType

from gouji.checking.values import takes
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.rule import FindingKey, Rule, ValueRule
from gouji.model.suggestion import Reason, Suggestion
from gouji.repair.cost import Cost, Named, cost_of, strangeness
from gouji.repair.cover import Repair, covers, effort
from gouji.repair.search import Part, Search
from gouji.repair.sheet import Sheet
from gouji.repair.stories import tell
from gouji.repair.system import System

LARGEST = 3
"""So many cells at most depend on each other in a repair."""


class Solver:
    """Solves the system of one document, place by place."""

    def __init__(self, system: System, rules: Iterable[Rule], named: Named) -> None:
        self.system = system
        self._named = named
        self._value_rules = [rule.id for rule in rules if isinstance(rule, ValueRule)]

    def solve(self, place: frozenset[int], cancelled: Callable[[], bool]) -> list[Repair]:
        """The repairs of one place that take the fewest cells, the likeliest first.

        Larger sets are sought only where smaller ones do not do: a repair of two cells may do with one
        set of two, but none can do with a set of three.
        """
        broken = [at for at in self.system.broken if at in place]
        search = Search(self.system, cancelled)
        parts: list[Part] = []
        for size, sought in enumerate((search.singles, search.pairs, search.triples), 1):
            parts += _without_detours(parts, sought(broken))
            if size == 1:
                parts += self._joined(parts)
            unsettled, cells = effort(broken, parts)
            if unsettled == 0 and cells <= size:
                break
        found = covers(broken, parts, self.cost)
        return [repair for repair in found if self.system.keeps_limits(repair.growths)]

    def _joined(self, singles: list[Part]) -> list[Part]:
        """Two cells that do without each other, but tell a less strange story together."""
        return [
            joined
            for one, other in combinations(singles, 2)
            if one.settles.isdisjoint(other.settles)
            and self.system.keeps_limits({**one.growths, **other.growths})
            and strangeness(self.story(joined := one.with_part(other)))
            < strangeness((*self.story(one), *self.story(other)))
        ]

    def cost(self, part: Part) -> Cost:
        """What speaks against a part."""
        changes = self.changes(part.growths)
        return cost_of(changes, self.story(part), self.system.document, self.system.proved, self._named)

    def story(self, part: Part) -> tuple[Reason, ...]:
        """What may have happened to the cells of a part."""
        changes = self.changes(part.growths)
        return tell(Sheet(self.system.document, changes, self.system.structure.sums))

    def changes(self, growths: Mapping[int, Number]) -> dict[Address, Number]:
        """The new values of cells that grow."""
        cells, values = self.system.structure.cells, self.system.values
        return {cells[cell]: _plain((values[cell] or 0) + growth) for cell, growth in growths.items()}

    def suggestion(self, parts: Iterable[Part]) -> Suggestion:
        """Parts as one suggestion, in the order in which the cells are printed."""
        parts = tuple(parts)
        growths = {cell: growth for part in parts for cell, growth in part.growths.items()}
        settled = self.system.settled(growths, (at for part in parts for at in part.settles))
        changes = self.changes(dict(sorted(growths.items())))
        reasons = tuple(reason for part in parts for reason in self.story(part))
        return Suggestion(MappingProxyType(changes), reasons, (*settled, *self._made_valid(changes)))

    def _made_valid(self, changes: Mapping[Address, Number]) -> Iterator[FindingKey]:
        """What is found now of single figures, all of which their columns will take."""
        form = self.system.document.report.form
        for address in changes:
            before = self.system.document.value(address)
            if before is not None and not takes(form.column(address).quantity, before):
                yield from (FindingKey(rule, str(address)) for rule in self._value_rules)


def _without_detours(known: Iterable[Part], found: Iterable[Part]) -> list[Part]:
    """The parts but those that settle just what a smaller one settles."""
    done = {part.settles for part in known}
    return [part for part in found if part.settles not in done]


def _plain(value: Number) -> Number:
    """A whole number without the decimal point that its neighbours were printed with."""
    return int(value) if value == int(value) else value
