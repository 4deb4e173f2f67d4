"""How each cell stands after a check: broken, not checkable, proved, or simply read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from gouji.checking.equations import weigh
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.rule import EquationRule, Finding, Outcome, Relation, Rule


class Standing(StrEnum):
    """What the equations say of a cell, the gravest first."""

    BROKEN = "broken"
    """It is a member of a broken equation, or breaks a rule by itself."""
    NOT_CHECKABLE = "not checkable"
    """It is a member of an equation that lacks a figure."""
    PROVED = "proved"
    """It stands in a kept equation that would notice a change of it."""
    UNPROVED = "unproved"
    """No equation says anything of it."""


def standings(
    document: Document, rules: Iterable[Rule], findings: Iterable[Finding]
) -> Mapping[Address, Standing]:
    """The standing of every cell of the form."""
    found = dict.fromkeys(document.report.form.addresses, Standing.UNPROVED)
    for rule in rules:
        if isinstance(rule, EquationRule) and rule.relation is Relation.EQUAL:
            for equation in rule.equations(document.report.form):
                balance = weigh(equation, document)
                if balance.outcome is Outcome.KEPT and not balance.unknown:
                    found.update(dict.fromkeys(equation.members, Standing.PROVED))
    for outcome, standing in (
        (Outcome.NOT_CHECKABLE, Standing.NOT_CHECKABLE),
        (Outcome.BROKEN, Standing.BROKEN),
    ):
        for finding in findings:
            if finding.outcome is outcome:
                found.update(dict.fromkeys(finding.members, standing))
    return found
