"""Checks single figures against the quantity of their column."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.form import Address, Form, Quantity
from gouji.model.report import Number
from gouji.model.rule import Finding, Outcome, ValueRule


def check_values(rule: ValueRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The cells whose number their column does not take."""
    for address, quantity in _quantities(document.report.form):
        value = document.value(address)
        if value is not None and not takes(quantity, value):
            yield Finding(rule, str(address), Outcome.BROKEN, (address,))


def takes(quantity: Quantity, value: Number) -> bool:
    """Whether a column of this quantity takes the number."""
    whole = isinstance(value, int) or value == value.to_integral_value()
    if quantity is Quantity.COUNT:
        return whole and value >= 0
    if quantity is Quantity.CHANGE:
        return whole
    return value >= Decimal(0)


@cache
def _quantities(form: Form) -> tuple[tuple[Address, Quantity], ...]:
    return tuple((address, form.column(address).quantity) for address in form.addresses)
