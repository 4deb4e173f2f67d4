"""Checks a report against that of the year before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gouji.checking.equations import add_up, is_missing, judge
from gouji.model.comparing_rule import JumpRule, YearsEquation, YearsRule
from gouji.model.comparison import Comparison, Reference
from gouji.model.correction import Document
from gouji.model.form import Address, Quantity
from gouji.model.report import Number, Reading
from gouji.model.rule import Balance, Finding, Outcome, Rule, Severity

WEIGHTS = list(Severity)
"""The heaviest first."""


def check_years(rule: YearsRule, document: Document, comparison: Comparison) -> Iterator[Finding]:
    """The equations between both years that are broken or cannot be checked.

    A figure of last year in doubt accuses nobody: where it does not keep the equation, this stays open.
    """
    previous = _previous(document, comparison)
    if previous is None:
        return
    same = previous.is_of_unit(document.report)
    lighter = max(rule.severity, rule.other_unit, key=WEIGHTS.index)
    weighed = rule if same or lighter is rule.severity else replace(rule, severity=lighter)
    for equation in rule.equations(document.report.form, previous):
        balance = _weigh(equation, document, previous)
        if balance.outcome is not Outcome.KEPT:
            facts: dict[str, str | Number] = {
                "file": previous.name,
                "unit": previous.unit or "",
                "previous": sum(previous.cell(each).value or 0 for each in equation.previous),
                "unknown": len(balance.unknown),
                "sums": _sums(equation, document, previous),
            }
            wording = f"findings.years_{'broken' if balance.outcome is Outcome.BROKEN else 'open'}"
            yield Finding(
                weighed, equation.at, balance.outcome, equation.members, None, balance, wording, facts
            )


def years_at(
    address: Address, rules: Iterable[Rule], document: Document, comparison: Comparison
) -> Iterator[tuple[YearsRule, YearsEquation, Balance]]:
    """The equations between both years that a cell takes part in, worked out."""
    previous = _previous(document, comparison)
    for rule in rules:
        if previous is not None and isinstance(rule, YearsRule):
            for equation in rule.equations(document.report.form, previous):
                if address in equation.members:
                    yield rule, equation, _weigh(equation, document, previous)


def check_jumps(rule: JumpRule, document: Document, comparison: Comparison) -> Iterator[Finding]:
    """The figures out of all proportion to last year's."""
    previous, form = _previous(document, comparison), document.report.form
    if previous is None:
        return
    for address in form.addresses:
        after, cell = document.value(address), previous.cell(address)
        if after is None or cell.value is None or cell.reading is Reading.DOUBTFUL:
            continue
        if _is_jump(rule, form.column(address).quantity, cell.value, after):
            facts: dict[str, str | Number] = {"file": previous.name, "previous": cell.value, "value": after}
            yield Finding(
                rule, str(address), Outcome.BROKEN, (address,), wording="findings.jump", facts=facts
            )


def _previous(document: Document, comparison: Comparison) -> Reference | None:
    previous = comparison.previous
    return previous if previous and previous.is_year_before(document.report) else None


def _weigh(equation: YearsEquation, document: Document, previous: Reference) -> Balance:
    cells = [(address, previous.cell(address)) for address in equation.previous]
    unknown = [address for address, cell in cells if cell.value is None]
    left = sum(cell.value or 0 for _, cell in cells) + add_up(equation.left, document, unknown)
    right = add_up(equation.right, document, unknown)
    readings = {cell.reading for _, cell in cells}
    outcome = judge(
        kept=left == right,
        unsure=bool(unknown) or Reading.DOUBTFUL in readings,
        missing=Reading.MISSING in readings or any(is_missing(each, document) for each in equation.members),
    )
    return Balance(left, right, outcome, tuple(unknown))


def _is_jump(rule: JumpRule, quantity: Quantity, before: Number, after: Number) -> bool:
    """Whether one is many times the other; of money that is 0 in one of the years nothing is told."""
    low, high = sorted((before, after))
    if low < 0 or quantity is Quantity.CHANGE:
        return False
    if quantity is Quantity.AMOUNT:
        return low > 0 and high >= rule.money_factor * low
    return high >= rule.factor * low and high - low >= rule.apart


def _sums(equation: YearsEquation, document: Document, previous: Reference) -> str:
    """The equation with its figures, last year's first; one that is not there is □."""
    left = [previous.cell(address).value for address in equation.previous]
    left += [document.value(address) for address in equation.left]
    return f"{_told(left)} = {_told(document.value(address) for address in equation.right)}"


def _told(values: Iterable[Number | None]) -> str:
    return " + ".join("□" if value is None else str(value) for value in values)
