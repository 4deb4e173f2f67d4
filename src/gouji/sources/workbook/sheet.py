"""One sheet: its cells as they are seen, merged ones with the places they cover."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from lxml import etree

from gouji.errors import DamagedFileError, FileTooLargeError
from gouji.model.report import Doubt
from gouji.sources.tidying import tidy
from gouji.sources.transcript import PrintedCell
from gouji.sources.workbook.parts import Look, Parts, rich_text, whole
from gouji.sources.workbook.shown import Shown, show_number

KIND = "XLSX"
MOST_COVERED = 500_000
"""Rows that merged cells may reach over, counted for each."""

Row = dict[int, PrintedCell]
"""The cells of a row by their column, counted from 1."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


@dataclass(slots=True)
class Sheet:
    """What was read of a sheet; rows and columns count from 1."""

    rows: dict[int, Row] = field(default_factory=lambda: defaultdict(dict))
    """The cells that hold something or have a border."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column."""
    hidden: set[int] = field(default_factory=set)
    """Rows that are not seen."""
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last."""


def read_sheet(path: Path, content: bytes, parts: Parts) -> list[list[PrintedCell]]:
    """The rows of a sheet in which something is seen, and in each its cells from left to right.

    `DamagedFileError` and `FileTooLargeError` where the part of the file is so.
    """
    sheet = Sheet()
    try:
        for cell, bordered in _stored(path, content, parts, sheet):
            if cell.text or bordered:
                sheet.rows[cell.row][cell.column] = cell
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(path, kind=KIND) from error
    _merge(path, sheet)
    seen = [
        [row[column] for column in sorted(row) if not _is_hidden(column, sheet)]
        for number, row in sorted(sheet.rows.items())
        if number not in sheet.hidden
    ]
    return [row for row in seen if any(cell.text for cell in row)]


def stored_cells(path: Path, content: bytes, parts: Parts) -> dict[tuple[int, int], PrintedCell]:
    """Every cell of a sheet that holds something, hidden or not, by its row and column; errors as above."""
    try:
        cells = (cell for cell, _ in _stored(path, content, parts, Sheet()))
        return {(cell.row, cell.column): cell for cell in cells if cell.text}
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(path, kind=KIND) from error


def filled_up(rows: list[list[PrintedCell]]) -> list[PrintedCell]:
    """The cells of a table, with a blank one wherever a column that is in use has none in a row."""
    columns = sorted({cell.column for row in rows for cell in row if cell.text})
    reached = dict.fromkeys(columns, 0)
    cells: list[PrintedCell] = []
    for row in rows:
        number = row[0].row
        for cell in row:
            for column in columns:
                if cell.column <= column < cell.column + cell.column_span:
                    reached[column] = max(reached[column], cell.row + cell.row_span)
        cells += row
        cells += [PrintedCell("", number, column) for column in columns if reached[column] <= number]
    return cells


def _stored(path: Path, content: bytes, parts: Parts, sheet: Sheet) -> Iterator[tuple[PrintedCell, bool]]:
    """Every stored cell and whether it has a border; what else the sheet says is noted in it."""
    names = tuple(f"{{*}}{name}" for name in ("sheetData", "row", "c", "col", "mergeCell"))
    row = column = 0
    for event, element in etree.iterparse(
        BytesIO(content), events=("start", "end"), tag=names, no_network=True, resolve_entities=False
    ):
        name = element.tag.rpartition("}")[2]
        if name == "row" and event == "start":
            row, column = whole(element, "r") or row + 1, 0
            if element.get("hidden") in ("1", "true"):
                sheet.hidden.add(row)
        elif name == "row":
            parts.cells.spend()
            element.clear()
        elif name == "c" and event == "end":
            parts.cells.spend()
            column = _column_of(element.get("r")) or column + 1
            look = parts.look(whole(element, "s"))
            shown = _shown(element, look, parts)
            yield PrintedCell(shown.text, row, column, doubt=shown.doubt), look.bordered
        elif event == "end":
            _note(path, element, name, sheet)


def _note(path: Path, element: etree._Element, name: str, sheet: Sheet) -> None:
    if name == "col" and element.get("hidden") in ("1", "true"):
        sheet.hidden_columns.append((whole(element, "min"), whole(element, "max")))
    elif name == "mergeCell":
        match = _REFERENCE.fullmatch(element.get("ref", ""))
        if match and match[3]:
            sheet.merged.append((int(match[2]), _number(match[1]), int(match[4]), _number(match[3])))
    elif name == "sheetData" and element.getroottree().docinfo.doctype:
        raise DamagedFileError(path, kind=KIND)


def _shown(cell: etree._Element, look: Look, parts: Parts) -> Shown:
    """What a cell shows; a formula without a result shows itself, so that it is no figure."""
    kind = cell.get("t", "n")
    stored = cell.findtext("{*}v") or ""
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        shown = Shown("") if inline is None else rich_text(inline)
    elif not stored and kind != "str":
        formula = cell.find("{*}f")
        shown = Shown("") if formula is None else Shown(f"={formula.text or ''}", Doubt.DISPLAY)
    elif kind == "s":
        shown = parts.text(stored)
    elif kind == "n":
        shown = show_number(stored, look.number_format)
    elif kind == "b":
        shown = Shown("FALSE" if stored == "0" else "TRUE")
    else:
        shown = Shown(tidy(stored))
    return Shown(shown.text, Doubt.DISPLAY) if look.struck and shown.text else shown


def _merge(path: Path, sheet: Sheet) -> None:
    """Give every merged cell its spans, and take away what it covers."""
    covered = 0
    last = max(sheet.rows, default=0)
    for top, left, bottom, right in sheet.merged:
        reached = range(top, min(bottom, last) + 1)
        covered += len(reached)
        if covered > MOST_COVERED:
            raise FileTooLargeError(path)
        for row in reached:
            cells = sheet.rows.get(row, {})
            for column in [column for column in cells if left <= column <= right]:
                if (row, column) != (top, left):
                    del cells[column]
        if left in sheet.rows.get(top, {}):
            cell = sheet.rows[top][left]
            sheet.rows[top][left] = replace(cell, row_span=bottom + 1 - top, column_span=right + 1 - left)


def _is_hidden(column: int, sheet: Sheet) -> bool:
    return any(first <= column <= last for first, last in sheet.hidden_columns)


def _column_of(reference: str | None) -> int:
    """The column of a reference such as ``AB12``; 0 where there is none."""
    match = _REFERENCE.fullmatch(reference or "")
    return _number(match[1]) if match else 0


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value
