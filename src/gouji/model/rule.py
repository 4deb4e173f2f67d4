"""What a form implies about its figures: rules, their equations, and what is found when they are checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from gouji.model.form import Address, Form
from gouji.model.prose import Places
from gouji.model.quotation import Quotation
from gouji.model.report import Number


class Severity(StrEnum):
    """How much a broken rule weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Relation(StrEnum):
    """What must hold between the two sums of an equation."""

    EQUAL = "="
    AT_MOST = "≤"


class Each(StrEnum):
    """Over what a rule is spread: one equation for each column, or for each row, of its table."""

    COLUMN = "column"
    ROW = "row"


class Outcome(StrEnum):
    """What checking an equation, or any other demand, comes to."""

    KEPT = "kept"
    BROKEN = "broken"
    NOT_CHECKABLE = "not checkable"


class Equation(NamedTuple):
    """One instance of a rule: a sum of cells compared with another."""

    at: str
    """The id of the column or row it was spread over."""
    left: tuple[Address, ...]
    right: tuple[Address, ...]
    relation: Relation = Relation.EQUAL

    @property
    def members(self) -> tuple[Address, ...]:
        return self.left + self.right


class Balance(NamedTuple):
    """An equation worked out on the figures in force."""

    left: Number
    right: Number
    outcome: Outcome
    unknown: tuple[Address, ...] = ()
    """Members that have no value; counted as 0 in the sums."""

    @property
    def difference(self) -> Number:
        return self.left - self.right


@dataclass(frozen=True, slots=True)
class Rule:
    """What every rule states about itself; title and sentence are in the languages of the window."""

    id: str
    title: Mapping[str, str] = field(hash=False)
    sentence: Mapping[str, str] = field(hash=False)
    """What is wrong where the rule is broken, and what to look at."""
    basis: str
    severity: Severity
    forms: tuple[str, ...]
    """Ids of the forms the rule is for."""


@dataclass(frozen=True, slots=True)
class SpreadRule(Rule):
    """A rule that is written once and spread over the columns or the rows of a table."""

    table: str
    each: Each

    def places(self, form: Form) -> tuple[str, ...]:
        """The ids of the columns, or of the rows, that it is spread over."""
        table = form.by_id[self.table]
        return tuple(table.columns if self.each is Each.COLUMN else table.rows)

    def addresses(self, at: str, names: tuple[str, ...]) -> tuple[Address, ...]:
        """The cells of the named rows in one column, or of the named columns in one row."""
        if self.each is Each.COLUMN:
            return tuple(Address(self.table, name, at) for name in names)
        return tuple(Address(self.table, at, name) for name in names)


@dataclass(frozen=True, slots=True)
class EquationRule(SpreadRule):
    """A linear equation between cells of one report."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Relation = Relation.EQUAL

    def equations(self, form: Form) -> tuple[Equation, ...]:
        """One equation for each column (row) in which the form has all the named rows (columns)."""
        return _equations(self, form)


@cache
def _equations(rule: EquationRule, form: Form) -> tuple[Equation, ...]:
    def spread() -> Iterator[Equation]:
        for at in rule.places(form):
            left, right = rule.addresses(at, rule.left), rule.addresses(at, rule.right)
            if all(address in form for address in left + right):
                yield Equation(at, left, right, rule.relation)

    return tuple(spread())


class ValueRule(Rule):
    """Every cell holds a number that the quantity of its column allows."""

    __slots__ = ()


class FindingKey(NamedTuple):
    """What stays the same about a finding when the document is checked again."""

    rule: str
    at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken, or not checkable, at one place of a document."""

    rule: Rule
    at: str
    """The row or column of the equation, the address of the cell, or what else of the report it is about."""
    outcome: Outcome
    members: tuple[Address, ...]
    equation: Equation | None = None
    balance: Balance | None = None
    wording: str | None = None
    """Key of the wording that tells what was found; None where the equation or the figure tells it."""
    facts: Mapping[str, str | Number] = field(default_factory=lambda: MappingProxyType({}))
    """What the wording speaks of, by its names there."""
    places: Places = ()
    """Where the words stand that it is about."""
    quotation: Quotation | None = None
    """The words of the report that do not agree with it, where it is about prose."""

    @property
    def key(self) -> FindingKey:
        return FindingKey(self.rule.id, self.at)


class DecisionState(StrEnum):
    """What a reviewer said of a finding."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    SOURCE_ERROR = "source_error"
    READING_ERROR = "reading_error"


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's word on a finding; it survives checking again and reopening."""

    state: DecisionState
    reason: str
    at: datetime
    figures: Mapping[str, Number | None] | None = field(default=None, hash=False)
    """What it rests on, see `gouji.model.decided`; None where an earlier version did not say."""
