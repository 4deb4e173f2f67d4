"""The figures of a document as they are, and as they would be after some changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.report import Number

Sums = Mapping[Address, tuple[tuple[Address, ...], ...]]
"""What each total is the sum of, by every equation that says so."""


class Sheet(NamedTuple):
    """A document with changes that are being weighed."""

    document: Document
    changes: Mapping[Address, Number]
    sums: Sums

    def before(self, address: Address) -> Number:
        """The figure in force; nothing counts as 0."""
        return self.document.value(address) or 0

    def after(self, address: Address) -> Number:
        """The figure after the changes; nothing counts as 0."""
        return self.changes.get(address, self.before(address))

    def growth(self, address: Address) -> Number:
        return self.after(address) - self.before(address)

    def neighbours(self, address: Address) -> Iterator[Address]:
        """The cells beside, above and below."""
        return iter(neighbours(address, self.document.report.form))

    def beside(self, address: Address) -> Iterator[Address]:
        """The cells to the left and to the right."""
        return (each for each in self.neighbours(address) if each.row == address.row)

    def are_neighbours(self, one: Address, other: Address) -> bool:
        return other in neighbours(one, self.document.report.form)


def in_line(*addresses: Address) -> bool:
    """Whether cells stand in one row or in one column of a table."""
    rows = {(each.table, each.row) for each in addresses}
    columns = {(each.table, each.column) for each in addresses}
    return len(rows) == 1 or len(columns) == 1


@cache
def neighbours(address: Address, form: Form) -> tuple[Address, ...]:
    """The cells beside, above and below one, as printed."""
    for block in form.by_id[address.table].blocks:
        rows, columns = [each.id for each in block.rows], [each.id for each in block.columns]
        if address.row in rows and address.column in columns:
            row, column = rows.index(address.row), columns.index(address.column)
            beside = [columns[at] for at in (column - 1, column + 1) if 0 <= at < len(columns)]
            stacked = [rows[at] for at in (row - 1, row + 1) if 0 <= at < len(rows)]
            return (
                *(Address(address.table, address.row, each) for each in beside),
                *(Address(address.table, each, address.column) for each in stacked),
            )
    return ()
