"""The tables of a document: which lattice places each cell covers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from gouji.model.report import Doubt
from gouji.sources.transcript import PrintedCell
from gouji.sources.word.names import child, is_on, number, tag, value

MOST_COLUMNS = 1000
WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
"""What stands around rows, cells and paragraphs without being printed."""

CellText = Callable[[etree._Element], tuple[str, Doubt | None]]  # noqa: SLF001 -- lxml has no other name for it
"""What is printed in a cell, and what is doubtful about it."""


def members(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The members of these names, in order, also those within wrappers."""
    for inner in element:
        name = tag(inner)
        if name in names:
            yield inner
        elif name in WRAPPERS:
            yield from members(inner, *names)


def printed_cells(table: etree._Element, text: CellText) -> list[PrintedCell]:
    """The cells of a table."""
    cells: list[PrintedCell] = []
    above: dict[int, int] = {}
    for row, element in enumerate(_rows(table)):
        here: dict[int, int] = {}
        for cell, column, span in _row_cells(element):
            properties = child(cell, "tcPr")
            if _continues(properties, "hMerge") and cells and cells[-1].row == row:
                cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + span)
            elif _continues(properties, "vMerge") and column in above:
                here[column] = above[column]
            else:
                here[column] = len(cells)
                printed, doubt = text(cell)
                cells.append(PrintedCell(printed, row, column, 1, span, doubt))
        for index in here.values():
            cells[index] = replace(cells[index], row_span=row + 1 - cells[index].row)
        above = here
    return cells


def _row_cells(row: etree._Element) -> Iterator[tuple[etree._Element, int, int]]:
    """The cells of a row, each with the column it begins in and how many it covers."""
    before = child(child(row, "trPr"), "gridBefore")
    column = 0 if before is None else number(before, MOST_COLUMNS)
    for cell in members(row, "tc"):
        properties = child(cell, "tcPr")
        if child(properties, "cellDel") is None:
            span = number(child(properties, "gridSpan"), MOST_COLUMNS)
            yield cell, min(column, MOST_COLUMNS), span
            column += span


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in members(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is None and not is_on(properties, "hidden"):
            yield row


def _continues(properties: etree._Element | None, name: str) -> bool:
    """Whether a cell goes on with a merged one; without a value it does."""
    merged = child(properties, name)
    return merged is not None and (value(merged) or "continue") == "continue"
