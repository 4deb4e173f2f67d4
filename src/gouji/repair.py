"""Suggestions: the values that would mend a broken equation, or fill one that cannot be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from gouji.checking.equations import equations_at
from gouji.checking.values import takes
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.rule import (
    Balance,
    Equation,
    Finding,
    FindingKey,
    Outcome,
    Relation,
    Rule,
    Suggestion,
)


def suggest(finding: Finding, document: Document, rules: Iterable[Rule]) -> list[Suggestion]:
    """Single values that settle the finding and break nothing that is kept.

    Those that settle most findings come first, then those nearest to the printed digits.
    """
    if finding.equation is None or finding.balance is None or finding.equation.relation is not Relation.EQUAL:
        return []
    rules = tuple(rules)
    found = [
        suggestion
        for address in _candidates(finding.equation, finding.balance)
        if (suggestion := _single(address, finding.equation, finding.balance, document, rules))
    ]
    return sorted(found, key=lambda each: (-len(each.settles), _slips(each, document)))


def _candidates(equation: Equation, balance: Balance) -> tuple[Address, ...]:
    """The unknown member where there is exactly one; any member of a broken equation."""
    if balance.outcome is Outcome.BROKEN:
        return equation.members
    return balance.unknown if len(balance.unknown) == 1 else ()


def _single(
    address: Address, equation: Equation, balance: Balance, document: Document, rules: tuple[Rule, ...]
) -> Suggestion | None:
    before = document.value(address)
    after = (before or 0) + _needed(address, equation, balance)
    if not takes(document.report.form.column(address).quantity, after):
        return None
    settles = []
    for rule, other, weighed in equations_at(address, rules, document):
        settled = _settled(address, after - (before or 0), other, weighed)
        if weighed.outcome is Outcome.KEPT and not settled:
            return None
        if weighed.outcome is Outcome.BROKEN and not settled:
            return None
        if weighed.outcome is not Outcome.KEPT and settled:
            settles.append(FindingKey(rule.id, other.at))
    reason = "repair.worked_out" if before is None else "repair.mends"
    return Suggestion(MappingProxyType({address: after}), reason, tuple(settles))


def _needed(address: Address, equation: Equation, balance: Balance) -> Number:
    """By how much the cell must grow for both sums to agree."""
    return -balance.difference if address in equation.left else balance.difference


def _settled(address: Address, growth: Number, equation: Equation, balance: Balance) -> bool:
    """Whether the equation is kept once the cell has grown and has a value."""
    difference = balance.difference + (growth if address in equation.left else -growth)
    unknown = [other for other in balance.unknown if other != address]
    if unknown and balance.outcome is Outcome.NOT_CHECKABLE:
        return False
    return difference == 0 if equation.relation is Relation.EQUAL else difference <= 0


def _slips(suggestion: Suggestion, document: Document) -> int:
    """How many digits of the printed figures change: the likeness to a slip of the pen."""
    return sum(_digit_changes(document.value(each), after) for each, after in suggestion.values.items())


def _digit_changes(before: Number | None, after: Number) -> int:
    old, new = "" if before is None else str(before), str(after)
    common = sum(1 for _ in _common(old, new)) + sum(1 for _ in _common(old[::-1], new[::-1]))
    return max(len(old), len(new)) - min(common, len(old), len(new))


def _common(one: str, other: str) -> Iterator[str]:
    for a, b in zip(one, other, strict=False):
        if a != b:
            return
        yield a
