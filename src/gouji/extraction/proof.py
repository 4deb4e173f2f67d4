"""Rows of tables without rulings in which cells are empty or lost: believed where their own sums agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gouji.library import rules_for
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Doubt, Number, Reading
from gouji.model.rule import Each, EquationRule, Relation

Cells = dict[Address, Cell]


def doubt_unproved(cells: Cells, form: Form, rows: Iterable[tuple[str, str]]) -> None:
    """Doubt the rows, given as (table, row), unless an equation of their own cells is kept.

    Where nothing but text tells the columns apart, a lost figure looks like a blank cell, and a blank
    cell that left no trace moves the figures after it to the left.
    """
    sums = [
        equation
        for rule in rules_for(form.id)
        if isinstance(rule, EquationRule) and rule.each is Each.ROW and rule.relation is Relation.EQUAL
        for equation in rule.equations(form)
    ]
    for row in rows:
        of_row = [equation for equation in sums if equation.members[0][:2] == row]
        kept = [_sum(cells, equation.left) == _sum(cells, equation.right) for equation in of_row]
        if not kept or not all(kept):
            _doubt(cells, row)


def _sum(cells: Cells, addresses: Iterable[Address]) -> Number:
    """Blank cells count as nothing, and so do cells that were not found."""
    total: Number = 0
    for address in addresses:
        cell = cells.get(address)
        total += (cell.value if cell else None) or 0
    return total


def _doubt(cells: Cells, row: tuple[str, str]) -> None:
    of_row = {address: cell for address, cell in cells.items() if address[:2] == row}
    short = any(cell.reading is Reading.BLANK for cell in of_row.values())
    for address, cell in of_row.items():
        if cell.doubt is None:
            doubt = Doubt.SHORT_ROW if short else Doubt.COLUMN
            cells[address] = replace(cell, reading=Reading.DOUBTFUL, doubt=doubt)
