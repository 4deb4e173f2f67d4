"""The equations of a form as one sparse linear system, and what a document lacks in each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

from gouji.checking.values import takes
from gouji.model.correction import Document
from gouji.model.form import Address, Form, Quantity
from gouji.model.report import Number, Reading
from gouji.model.rule import Equation, EquationRule, FindingKey, Relation, Rule

Terms = tuple[tuple[int, int], ...]
"""Numbers of cells, or of equations, each with the sign that the cell has in the equation."""


@dataclass(frozen=True)
class Structure:
    """Which cell stands with which sign in which equation: the same for every document of a form."""

    form: Form
    equations: tuple[tuple[EquationRule, Equation], ...]
    cells: tuple[Address, ...]
    """The cells that stand in an equation, as printed."""
    members: tuple[Terms, ...]
    """The cells of every equation."""
    terms: tuple[Terms, ...]
    """The equations of every cell."""

    @cached_property
    def is_bound(self) -> tuple[bool, ...]:
        """Whether the two sums of each equation must be equal; else the left one may be less."""
        return tuple(equation.relation is Relation.EQUAL for _, equation in self.equations)

    @cached_property
    def number(self) -> Mapping[FindingKey, int]:
        """The equations by what is found when they are broken."""
        return {FindingKey(rule.id, each.at): at for at, (rule, each) in enumerate(self.equations)}

    @cached_property
    def standing_in(self) -> Mapping[frozenset[int], tuple[int, ...]]:
        """The cells that stand in all the equations of a set."""
        found: dict[frozenset[int], list[int]] = {}
        for cell, terms in enumerate(self.terms):
            own = [equation for equation, _ in terms if self.is_bound[equation]]
            for count in range(1, len(own) + 1):
                for chosen in combinations(own, count):
                    found.setdefault(frozenset(chosen), []).append(cell)
        return {chosen: tuple(cells) for chosen, cells in found.items()}

    @cached_property
    def places(self) -> tuple[frozenset[int], ...]:
        """The equations that must balance, table by table."""
        found: dict[str, set[int]] = {}
        for at, (rule, _) in enumerate(self.equations):
            if self.is_bound[at]:
                found.setdefault(rule.table, set()).add(at)
        return tuple(frozenset(group) for group in found.values())

    @cached_property
    def sums(self) -> Mapping[Address, tuple[tuple[Address, ...], ...]]:
        """What each total is the sum of, by every equation that says so."""
        found: dict[Address, list[tuple[Address, ...]]] = {}
        for _, equation in self.equations:
            if equation.relation is Relation.EQUAL and len(equation.left) == 1:
                found.setdefault(equation.left[0], []).append(equation.right)
        return {total: tuple(members) for total, members in found.items()}


def structure_of(rules: Iterable[Rule], form: Form) -> Structure:
    """The system of all the equations that the rules make of a form."""
    return _structure(tuple(rule for rule in rules if isinstance(rule, EquationRule)), form)


@cache
def _structure(rules: tuple[EquationRule, ...], form: Form) -> Structure:
    equations = tuple((rule, equation) for rule in rules for equation in rule.equations(form))
    bound = {address for _, equation in equations for address in equation.members}
    cells = tuple(address for address in form.addresses if address in bound)
    numbers = {address: number for number, address in enumerate(cells)}
    members: list[Terms] = []
    terms: list[list[tuple[int, int]]] = [[] for _ in cells]
    for at, (_, equation) in enumerate(equations):
        signed = [(numbers[each], 1) for each in equation.left]
        signed += [(numbers[each], -1) for each in equation.right]
        for cell, sign in signed:
            terms[cell].append((at, sign))
        members.append(tuple(signed))
    return Structure(form, equations, cells, tuple(members), tuple(map(tuple, terms)))


class System:
    """What a document lacks in every equation: by how much its left sum must grow.

    A blank counts as 0. An equation of which a member was not found in the file says nothing.
    """

    def __init__(self, structure: Structure, document: Document) -> None:
        self.structure = structure
        self.document = document
        self.values = [document.value(address) for address in structure.cells]
        self.absent = {cell for cell in range(len(self.values)) if self._is_absent(cell)}
        self.lack: list[Number] = []
        self.speaks: list[bool] = []
        """Whether an equation that must balance has all its members."""
        for members, is_bound in zip(structure.members, structure.is_bound, strict=True):
            self.lack.append(-sum((self.values[cell] or 0) * sign for cell, sign in members))
            self.speaks.append(is_bound and not any(cell in self.absent for cell, _ in members))
        self.broken = [at for at, lack in enumerate(self.lack) if self.speaks[at] and lack != 0]

    @cached_property
    def terms(self) -> list[Terms]:
        """The equations that have a say on every cell."""
        return [tuple((at, sign) for at, sign in terms if self.speaks[at]) for terms in self.structure.terms]

    def unknown(self, equation: int) -> list[int]:
        """The members of an equation that have no value."""
        return [cell for cell, _ in self.structure.members[equation] if self.values[cell] is None]

    def asked_growth(self, cell: int, equation: int) -> Number:
        """By how much one of its cells must grow for an equation to be kept."""
        sign = next(sign for at, sign in self.structure.terms[cell] if at == equation)
        return sign * self.lack[equation]

    def takes(self, cell: int, growth: Number) -> bool:
        """Whether the column of the cell takes its figure once it has grown."""
        return takes(self._quantities[cell], (self.values[cell] or 0) + growth)

    def keeps_limits(self, growths: Mapping[int, Number]) -> bool:
        """Whether no sum outgrows another that it may not exceed."""
        lacks = self._limits(growths)
        return all(lack >= 0 or self.lack[at] < 0 for at, lack in lacks.items())

    def settled(self, growths: Mapping[int, Number], equations: Iterable[int]) -> Iterator[FindingKey]:
        """What the equations found, and what is no longer exceeded, once the cells have grown."""
        limits = (at for at, lack in self._limits(growths).items() if self.lack[at] < 0 <= lack)
        for at in sorted({*equations, *limits}):
            rule, equation = self.structure.equations[at]
            yield FindingKey(rule.id, equation.at)

    @cached_property
    def proved(self) -> frozenset[Address]:
        """The cells in an equation that is kept, and would not be if one of them changed."""
        kept = (at for at, lack in enumerate(self.lack) if self.speaks[at] and lack == 0)
        return frozenset(
            self.structure.cells[cell]
            for at in kept
            if not self.unknown(at)
            for cell, _ in self.structure.members[at]
        )

    def _limits(self, growths: Mapping[int, Number]) -> dict[int, Number]:
        """What room would be left between sums of which one limits the other, once cells have grown."""
        lacks: dict[int, Number] = {}
        for cell, growth in growths.items():
            for at, sign in self.structure.terms[cell]:
                if not self.structure.is_bound[at]:
                    lacks[at] = lacks.get(at, self.lack[at]) - sign * growth
        return lacks

    @cached_property
    def _quantities(self) -> list[Quantity]:
        return [self.structure.form.column(address).quantity for address in self.structure.cells]

    def _is_absent(self, cell: int) -> bool:
        address = self.structure.cells[cell]
        missing = self.document.cell(address).reading is Reading.MISSING
        return missing and address not in self.document.corrections
