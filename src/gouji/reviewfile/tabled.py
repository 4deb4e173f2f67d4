"""A statutory table on a sheet of our workbook, and what its cells hold when the workbook comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gouji.errors import ChangedLayoutError, LostSheetError, NotAFigureError
from gouji.extraction.numerals import read_figure
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.sources.transcript import PrintedCell
from gouji.sources.workbook import StoredSheets

LONGEST_TOLD = 30
"""So much of a text is repeated when it is refused."""

_SPACE = re.compile(r"\s+")

Place = tuple[int, int]
"""Row and column of a cell, counted from 1."""
Cells = Mapping[Place, PrintedCell]


@dataclass(frozen=True, slots=True)
class TabledSheet:
    """A sheet as it was written: which labels stand where, and the figures of which cells."""

    name: str
    labels: Mapping[Place, str]
    figures: Mapping[Place, Address]


def changed_values(
    table: TabledSheet, sheets: StoredSheets, document: Document
) -> dict[Address, Number | None]:
    """The values of a table that are others by now; raises what `reopen` does over a sheet."""
    if table.name not in sheets:
        raise LostSheetError(sheets.path, sheet=table.name)
    cells = sheets.cells(table.name)
    shift = _shift(table, cells)
    if shift is None:
        misplaced = next(place for place in table.labels if not _stands(table, place, (0, 0), cells))
        raise ChangedLayoutError(sheets.path, sheet=table.name, cell=_name(misplaced))
    figures = {_sum(place, shift): address for place, address in table.figures.items()}
    stray = _stray(figures, cells)
    if stray is not None:
        raise ChangedLayoutError(sheets.path, sheet=table.name, cell=_name(stray))
    values: dict[Address, Number | None] = {}
    for place, address in figures.items():
        before, cell = document.value(address), cells.get(place)
        try:
            after = _value(cell, before)
        except ValueError as error:
            text = str(error)[:LONGEST_TOLD]
            raise NotAFigureError(sheets.path, sheet=table.name, cell=_name(place), text=text) from error
        if after != before:
            values[address] = after
    return values


def _shift(table: TabledSheet, cells: Cells) -> Place | None:
    """By how many rows and columns the whole table was moved; None where a label is not where it belongs."""
    (row, column), label = next(iter(table.labels.items()))
    found = [place for place, cell in cells.items() if _same(cell.text, label)]
    shifts = [(place[0] - row, place[1] - column) for place in found]
    whole = (shift for shift in shifts if all(_stands(table, place, shift, cells) for place in table.labels))
    return next(whole, None)


def _stands(table: TabledSheet, place: Place, shift: Place, cells: Cells) -> bool:
    cell = cells.get(_sum(place, shift))
    return cell is not None and _same(cell.text, table.labels[place])


def _same(one: str, other: str) -> bool:
    return _SPACE.sub("", one) == _SPACE.sub("", other)


def _sum(place: Place, shift: Place) -> Place:
    return place[0] + shift[0], place[1] + shift[1]


def _stray(figures: Mapping[Place, Address], cells: Cells) -> Place | None:
    """A figure beside or below the cells of the table: it was moved there, or they away from it."""
    rows, columns = {row for row, _ in figures}, {column for _, column in figures}
    for (row, column), cell in cells.items():
        if (row, column) in figures or row < min(rows) or not min(columns) <= column <= max(columns):
            continue
        figure = read_figure(cell.text)
        if figure is not None and figure.value is not None:
            return row, column
    return None


def _value(cell: PrintedCell | None, before: Number | None) -> Number | None:
    """The value in a cell; `ValueError` with its text, where that is not one number beyond doubt."""
    if cell is None:
        return None
    if cell.text == str(before) and cell.doubt is None:
        # Also one with more digits than a spreadsheet keeps, which was written as text.
        return before
    figure = read_figure(cell.text)
    if figure is None or figure.doubt or cell.doubt:
        raise ValueError(cell.text)
    return figure.value


def _name(place: Place) -> str:
    """The cell as spreadsheets name it, such as ``AB12``."""
    row, column = place
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
