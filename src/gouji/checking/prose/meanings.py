"""What a meaning comes to on the figures in force."""

from __future__ import annotations

from collections.abc import Iterable

from gouji.checking.equations import is_missing
from gouji.library import rules_for
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.prose_rule import Meaning
from gouji.model.report import Number
from gouji.model.rule import Each, EquationRule, Relation


def worked_out(meaning: Meaning, document: Document) -> Number | None:
    """The sum less what is taken away; None where a figure was not found in the file."""
    form = document.report.form
    added = _sum(meaning.added(form), document)
    taken_away = _sum(meaning.taken_away(form), document)
    return None if added is None or taken_away is None else added - taken_away


def _sum(cells: Iterable[Address], document: Document) -> Number | None:
    total: Number = 0
    for cell in cells:
        value = _figure(cell, document)
        if value is None:
            return None
        total += value
    return total


def _figure(cell: Address, document: Document) -> Number | None:
    """The figure in force; a total that is not printed is that of its row, and a blank counts as 0."""
    value = document.value(cell)
    if value is not None:
        return value
    parts = _parts(cell, document)
    if parts and not any(is_missing(each, document) for each in parts):
        return sum((document.value(each) or 0 for each in parts), start=0)
    return None if is_missing(cell, document) else 0


def _parts(total: Address, document: Document) -> tuple[Address, ...]:
    """The cells of the same row that the total adds up."""
    form = document.report.form
    for rule in rules_for(form.id):
        if isinstance(rule, EquationRule) and rule.table == total.table and rule.each is Each.ROW:
            for equation in rule.equations(form):
                if equation.left == (total,) and equation.relation is Relation.EQUAL:
                    return equation.right
    return ()
