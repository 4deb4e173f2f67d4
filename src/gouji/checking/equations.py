"""Works out equations on the figures in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Number, Reading
from gouji.model.rule import Balance, Equation, EquationRule, Finding, Outcome, Relation, Rule


def check_equations(rule: EquationRule, document: Document) -> Iterator[Finding]:
    """The equations of the rule that are broken or cannot be checked."""
    for equation in rule.equations(document.report.form):
        balance = weigh(equation, document)
        if balance.outcome is not Outcome.KEPT:
            yield Finding(rule, equation.at, balance.outcome, equation.members, equation, balance)


def weigh(equation: Equation, document: Document) -> Balance:
    """The equation on the figures in force.

    A blank counts as 0 where that keeps the equation. Where it does not, and wherever a member was not
    found in the file, the equation cannot be checked (forms.md, part 4).
    """
    unknown = tuple(address for address in equation.members if document.value(address) is None)
    left = _sum(equation.left, document)
    right = _sum(equation.right, document)
    kept = left == right if equation.relation is Relation.EQUAL else left <= right
    if any(_is_missing(address, document) for address in unknown) or (unknown and not kept):
        outcome = Outcome.NOT_CHECKABLE
    else:
        outcome = Outcome.KEPT if kept else Outcome.BROKEN
    return Balance(left, right, outcome, unknown)


def equations_at(
    address: Address, rules: Iterable[Rule], document: Document
) -> Iterator[tuple[EquationRule, Equation, Balance]]:
    """Every equation the cell takes part in, worked out, in rule order."""
    for rule in rules:
        if isinstance(rule, EquationRule) and rule.table == address.table:
            for equation in rule.equations(document.report.form):
                if address in equation.members:
                    yield rule, equation, weigh(equation, document)


def _sum(addresses: Iterable[Address], document: Document) -> Number:
    total: Number = 0
    for address in addresses:
        total += document.value(address) or 0
    return total


def _is_missing(address: Address, document: Document) -> bool:
    return address not in document.corrections and document.cell(address).reading is Reading.MISSING
