"""Works out equations on the figures in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Number, Reading
from gouji.model.rule import Balance, Equation, EquationRule, Finding, Outcome, Relation, Rule


def check_equations(rule: EquationRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
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
    unknown: list[Address] = []
    left = add_up(equation.left, document, unknown)
    right = add_up(equation.right, document, unknown)
    kept = left == right if equation.relation is Relation.EQUAL else left <= right
    missing = any(is_missing(address, document) for address in unknown)
    return Balance(left, right, judge(kept=kept, unsure=bool(unknown), missing=missing), tuple(unknown))


def judge(*, kept: bool, unsure: bool, missing: bool) -> Outcome:
    """What a comparison comes to, where some figures count as 0 or may be others."""
    if missing or (unsure and not kept):
        return Outcome.NOT_CHECKABLE
    return Outcome.KEPT if kept else Outcome.BROKEN


def add_up(addresses: Iterable[Address], document: Document, unknown: list[Address]) -> Number:
    """The sum of the cells; those without a value count as 0, and are added to the unknown."""
    total: Number = 0
    for address in addresses:
        value = document.value(address)
        if value is None:
            unknown.append(address)
        else:
            total += value
    return total


def is_missing(address: Address, document: Document) -> bool:
    """Whether the cell was not found in the file, nor filled in since."""
    return address not in document.corrections and document.cell(address).reading is Reading.MISSING


def equations_at(
    address: Address, rules: Iterable[Rule], document: Document
) -> Iterator[tuple[EquationRule, Equation, Balance]]:
    """Every equation the cell takes part in, worked out, in rule order."""
    for rule in rules:
        if isinstance(rule, EquationRule) and rule.table == address.table:
            for equation in rule.equations(document.report.form):
                if address in equation.members:
                    yield rule, equation, weigh(equation, document)
