"""The sums as a checksum of the reading: what they speak against is doubted, what they prove is believed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from gouji.extraction.proof.sums import agrees, all_agree, column_sums, crossing_sums, found, row_sums
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.rule import Equation

Cells = dict[Address, Cell]

SURE = (Reading.CLEAR, Reading.BLANK)
PROVABLE = (Doubt.COLUMN, Doubt.LABEL, Doubt.NO_LABEL, Doubt.SHORT_ROW)
"""Doubts about where a figure belongs, not about what it is."""
FEWEST_GAPS = 2
"""Where so many rows of a table have empty places, cells are blank as a rule; one may have lost a figure."""


def doubt_unproved(
    cells: Cells, form: Form, rows: Collection[tuple[str, str]], gaps: Collection[tuple[str, str]]
) -> None:
    """Doubt what the sums do not keep of the rows, given as (table, row); `gaps` are those with empty places.

    They are rows of tables without rulings in which cells are empty or lost. Where nothing but text tells
    the columns apart, a lost figure looks like a blank cell, and a blank cell that left no trace moves the
    figures after it to the left. Both break the sum of the row; and where cells are blank as a rule, those
    of the columns are asked as well, for a figure printed twice may make up for a cell without a trace.
    """
    for row in rows:
        sums = row_sums(form.id).get(row, ())
        if not sums or not all_agree(cells, sums):
            _doubt(cells, _row(cells, row))
    if len(gaps) < FEWEST_GAPS:
        return
    tables = {table for table, _ in rows}
    for (table, column), sums in column_sums(form.id).items():
        if table in tables and not all_agree(cells, sums):
            members = {member for each in sums for member in each.members}
            _doubt(cells, [each for each in members if each[:2] in rows and each.column == column])
    for row in gaps:
        _doubt_nothing_but_zeros(cells, _row(cells, row))


def _doubt_nothing_but_zeros(cells: Cells, row: Sequence[Address]) -> None:
    """Doubt all of a row, if any of it is in doubt, that has no figure whose place a sum could tell."""
    if not any(cells[address].value for address in row) and any(cells[address].doubt for address in row):
        _doubt(cells, row)


def doubt_alike(cells: Cells, form: Form, rows: Collection[tuple[str, str]]) -> None:
    """Doubt all rows with empty places of a table on paper without lines where one of them breaks its sum.

    The same columns were found for all of them: a row of nothing but zeros keeps any sum.
    """
    broken = [row for row in rows if not all_agree(cells, row_sums(form.id).get(row, ()))]
    for row in rows if broken else ():
        _doubt(cells, _row(cells, row))


def doubt_broken(cells: Cells, form: Form, rows: Collection[tuple[str, str]]) -> None:
    """Doubt the rows on paper without lines that break their sums, where most of them do.

    An office errs in a row or two; where nearly all are wrong the ends of figures are cut off, or columns.
    """
    sums = {row: own for row in rows if (own := row_sums(form.id).get(row))}
    broken = [row for row, each in sums.items() if not all_agree(cells, each)]
    if len(broken) > FEWEST_GAPS and 2 * len(broken) > len(sums):
        for row in broken:
            _doubt(cells, _row(cells, row))


def believe_proved(cells: Cells, form: Form) -> None:
    """Take back doubts about the place of figures that the sums of the form decide.

    A row of figures whose order is in doubt is believed as far as the doubted ones are equal: no order
    of them gives other values. A row that is the only one in doubt in the sums of all its columns is
    believed where these and its own are kept, and not for nothing but zeros: figures of another row,
    or in another order, would break some of them.
    """
    rows = _doubted_rows(cells)
    lone = [row for row, members in rows.items() if _is_proved(cells, form, row, members)]
    for row, members in rows.items():
        if _kept(cells, row_sums(form.id).get(row, ())):
            _believe_equal(cells, members)
    for row in lone:
        blank = any(cells[address].value is None for address in rows[row])
        for address in rows[row]:
            # A lost 0 leaves the same gap as a blank cell, and either may be its neighbour.
            cell = cells[address]
            if cell.doubt in PROVABLE and not (blank and cell.doubt is Doubt.SHORT_ROW and not cell.value):
                cells[address] = _believed(cell)


def _row(cells: Cells, row: tuple[str, str]) -> list[Address]:
    """The cells of a row, given as (table, row)."""
    table, name = row
    return [address for address in cells if address.row == name and address.table == table]


def _doubt(cells: Cells, addresses: Iterable[Address]) -> None:
    for address in addresses:
        cell = cells.get(address)
        if cell is not None and cell.doubt is None:
            cells[address] = replace(cell, reading=Reading.DOUBTFUL, doubt=Doubt.SHORT_ROW)


def _believed(cell: Cell) -> Cell:
    return replace(cell, reading=Reading.BLANK if cell.value is None else Reading.CLEAR, doubt=None)


def _doubted_rows(cells: Cells) -> dict[tuple[str, str], list[Address]]:
    """The cells of the rows with figures whose place is in doubt, by (table, row)."""
    doubted = {
        address[:2] for address, cell in cells.items() if cell.doubt is not None and cell.doubt in PROVABLE
    }
    rows: dict[tuple[str, str], list[Address]] = {}
    for address in cells if doubted else ():
        if address[:2] in doubted:
            rows.setdefault(address[:2], []).append(address)
    return rows


def _kept(cells: Cells, sums: Collection[Equation]) -> bool:
    """Whether there are sums, all their cells were found, and all are kept."""
    return bool(sums) and all(found(cells, each.members) and agrees(cells, each) for each in sums)


def _believe_equal(cells: Cells, row: Collection[Address]) -> None:
    doubted = [address for address in row if cells[address].doubt is Doubt.COLUMN]
    if len({(cells[address].value, cells[address].reading) for address in doubted}) == 1:
        cells.update((address, _believed(cells[address])) for address in doubted)


def _is_proved(cells: Cells, form: Form, row: tuple[str, str], members: Collection[Address]) -> bool:
    """Whether the sums of a row and of all its columns are kept, and nothing else in them is in doubt."""
    sums = crossing_sums(form.id).get(row, ())
    return (
        all(_is_sure(cells, member) for each in sums for member in each.members if member[:2] != row)
        and any(cells[member].value for member in members)
        and _kept(cells, sums)
        and _kept(cells, row_sums(form.id).get(row, ()))
    )


def _is_sure(cells: Cells, address: Address) -> bool:
    return address in cells and cells[address].reading in SURE
