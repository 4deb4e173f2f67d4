"""How each cell stands after a check: broken, disputed, not checkable, proved, or simply read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from gouji.checking.equations import weigh
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.rule import EquationRule, Finding, Outcome, Relation, Rule, Severity


class Standing(StrEnum):
    """What the equations say of a cell, the gravest first."""

    BROKEN = "broken"
    """It is a member of a broken equation, or breaks a rule by itself that does more than ask for a look."""
    DISPUTED = "disputed"
    """It is a member of a broken equation and of a kept one, which would notice a change of it."""
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
    proved = _proved(document, rules)
    found.update(dict.fromkeys(proved, Standing.PROVED))
    for finding in findings:
        if finding.outcome is Outcome.NOT_CHECKABLE and finding.equation is not None:
            found.update(dict.fromkeys(finding.members, Standing.NOT_CHECKABLE))
    for finding in findings:
        # Where only the prose says otherwise, the mistake may well be there.
        told = finding.quotation is not None or finding.rule.severity is Severity.INFO
        if finding.outcome is Outcome.BROKEN and not told:
            disputed = proved if finding.equation is not None else set()
            for each in finding.members:
                if found[each] is not Standing.BROKEN:
                    found[each] = Standing.DISPUTED if each in disputed else Standing.BROKEN
    return found


def _proved(document: Document, rules: Iterable[Rule]) -> set[Address]:
    """The members of kept equations.

    Such a one notices a change of any one member, since none stands in it twice. One in which a blank
    counts as 0 proves nothing: a figure may have slipped into the neighbouring cell.
    """
    proved: set[Address] = set()
    for rule in rules:
        if isinstance(rule, EquationRule) and rule.relation is Relation.EQUAL:
            for equation in rule.equations(document.report.form):
                balance = weigh(equation, document)
                if balance.outcome is Outcome.KEPT and not balance.unknown:
                    proved.update(equation.members)
    return proved
