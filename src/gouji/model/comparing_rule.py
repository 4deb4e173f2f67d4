"""Rules between reports: with the year before, and with the units of an office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gouji.model.comparison import Reference
from gouji.model.form import Address, Form
from gouji.model.rule import Rule, Severity, SpreadRule


class YearsEquation(NamedTuple):
    """One instance of a rule over two years: a figure of last year and some of this one against others."""

    at: str
    previous: tuple[Address, ...]
    """Cells of last year's report; they count on the left."""
    left: tuple[Address, ...]
    right: tuple[Address, ...]

    @property
    def members(self) -> tuple[Address, ...]:
        """The cells of this year's report."""
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class YearsRule(SpreadRule):
    """A linear equation between cells of two reports in a row."""

    previous: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    other_unit: Severity
    """How much it weighs where the two reports do not name the same unit."""

    def equations(self, form: Form, reference: Reference) -> Iterator[YearsEquation]:
        """One for each column (row) in which both forms have all the named cells."""
        for at in self.places(form):
            found = YearsEquation(
                at,
                self.addresses(at, self.previous),
                self.addresses(at, self.left),
                self.addresses(at, self.right),
            )
            both = all(address in reference.form for address in found.previous)
            if both and all(address in form for address in found.members):
                yield found


@dataclass(frozen=True, slots=True)
class JumpRule(Rule):
    """No figure is many times that of the year before, or a fraction of it."""

    factor: int
    """How many times a count may be the other, less than."""
    apart: int
    """How far apart two counts are at least that are worth a look."""
    money_factor: int
    """How many times an amount of money may be the other, less than."""


class UnitsRule(Rule):
    """Every figure of a superior's report is the sum of those in its units' reports."""

    __slots__ = ()
