"""The sums a form prescribes, as a checksum of the reading: a slip in a figure breaks those it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from gouji.library import equations_for, forms
from gouji.model.form import Address
from gouji.model.report import Cell, Number, Reading
from gouji.model.rule import Each, Equation, Relation

Cells = Mapping[Address, Cell]
Place = tuple[str, str]
"""A row or a column, as (table, row) or (table, column)."""
Sums = Mapping[Place, tuple[Equation, ...]]


@cache
def row_sums(form_id: str) -> Sums:
    """The sums within each row, by (table, row); rows without one are not among them."""
    return _grouped((equation.members[0][:2], equation) for equation in _sums(form_id, Each.ROW))


@cache
def column_sums(form_id: str) -> Sums:
    """The sums down each column, by (table, column); columns without one are not among them."""
    return _grouped(
        ((equation.members[0].table, equation.at), equation) for equation in _sums(form_id, Each.COLUMN)
    )


@cache
def crossing_sums(form_id: str) -> Sums:
    """The sums down the columns in which cells of a row stand, by (table, row)."""
    return _grouped(
        (row, equation)
        for equation in _sums(form_id, Each.COLUMN)
        for row in dict.fromkeys(member[:2] for member in equation.members)
    )


def found(cells: Cells, addresses: Iterable[Address]) -> bool:
    """Whether every cell was found, and has a figure or is blank."""
    return all(
        (cell := cells.get(address)) is not None and (cell.value is not None or cell.reading is Reading.BLANK)
        for address in addresses
    )


def agrees(cells: Cells, equation: Equation) -> bool:
    """Whether both sides are equal; cells that are blank or were not found count as nothing."""
    return total(cells, equation.left) == total(cells, equation.right)


def all_agree(cells: Cells, equations: Iterable[Equation]) -> bool:
    """Whether every equation agrees; also where there is none."""
    return all(agrees(cells, each) for each in equations)


def total(cells: Cells, addresses: Iterable[Address]) -> Number:
    """The sum of the cells; those that are blank or were not found count as nothing."""
    amount: Number = 0
    for address in addresses:
        cell = cells.get(address)
        amount += (cell.value if cell else None) or 0
    return amount


def _sums(form_id: str, each: Each) -> Iterator[Equation]:
    form = next(form for form in forms() if form.id == form_id)
    for rule in equations_for(form_id):
        if rule.each is each and rule.relation is Relation.EQUAL:
            yield from rule.equations(form)


def _grouped(pairs: Iterable[tuple[Place, Equation]]) -> Sums:
    groups: dict[Place, tuple[Equation, ...]] = {}
    for key, equation in pairs:
        groups[key] = (*groups.get(key, ()), equation)
    return groups
