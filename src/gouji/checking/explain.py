"""Says in words what a finding is: which rule, where, both sums and the difference."""

from __future__ import annotations

from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.report import Number
from gouji.model.rule import Each, Equation, EquationRule, Finding, Outcome
from gouji.wording import say

SHORT_SUM = 6
"""So many members are told one by one, whatever they are."""


def explain(finding: Finding, document: Document, language: str) -> str:
    """One sentence that a clerk understands, with the live figures."""
    form = document.report.form
    place = where(finding, form, language)
    title = finding.rule.title[language]
    if finding.equation is None or finding.balance is None:
        value = document.value(finding.members[0])
        return say("findings.value", language, place=place, title=title, value=value)
    name = "broken" if finding.outcome is Outcome.BROKEN else "not_checkable"
    return say(
        f"findings.{name}",
        language,
        place=place,
        title=title,
        sums=sums(finding.equation, document),
        difference=finding.balance.difference,
        unknown=len(finding.balance.unknown),
    )


def where(finding: Finding, form: Form, language: str) -> str:
    """The printed label of the column, row or cell that the finding is about."""
    rule = finding.rule
    if isinstance(rule, EquationRule):
        table = form.by_id[rule.table]
        head = table.columns[finding.at] if rule.each is Each.COLUMN else table.rows[finding.at]
        return say(f"places.{rule.each}", language, table=table.title, label=head.label)
    return name(Address.parse(finding.at), form, language)


def name(address: Address, form: Form, language: str) -> str:
    """A cell by the labels of its row and column."""
    return say("places.cell", language, row=form.row(address).label, column=form.column(address).label)


def sums(equation: Equation, document: Document) -> str:
    """The equation with its live figures, such as ``51 + 0 = 50 + 0``; a figure that is not there is □.

    Long sums leave out their zeros: what is looked for is among the rest.
    """
    left, right = (_sum(side, document) for side in (equation.left, equation.right))
    return f"{left} {equation.relation} {right}"


def _sum(side: tuple[Address, ...], document: Document) -> str:
    values = [document.value(address) for address in side]
    told = values if len(side) <= SHORT_SUM else [value for value in values if value != 0]
    return " + ".join(map(_figure, told)) or "0"


def _figure(value: Number | None) -> str:
    return "□" if value is None else str(value)
