"""Where the cells of an HTML table stand, told from their spans, as browsers work it out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from gouji.sources.transcript import PrintedCell

MOST_COLUMNS = 200
"""No cell reaches beyond this column; statutory tables have sixteen."""
MOST_ROWS = 65534

_SPAN = re.compile(r"\s*([0-9]+)")
_LONGEST_SPAN = 9


def read_span(text: str | None, most: int) -> int:
    """The number of an attribute; 1 where there is none, at most `most` where it is absurd; 0 stays 0."""
    match = _SPAN.match(text or "")
    if match is None:
        return 1
    return most if len(match[1]) > _LONGEST_SPAN else min(int(match[1]), most)


class SpanTable:
    """A table in the making, row by row and each row from left to right."""

    def __init__(self) -> None:
        self._cells: list[PrintedCell] = []
        self._row = -1
        self._column = 0
        self._taken = [0] * MOST_COLUMNS
        """For each column, the first row that no cell above reaches into."""

    def add_row(self) -> None:
        """Go to the next row."""
        self._row += 1
        self._column = 0

    def add_cell(self, cell: PrintedCell) -> None:
        """Put a cell into the next free place; a row span of 0 goes on to the end.

        Its row and column are given to it here.
        """
        if self._row < 0:
            self.add_row()
        column = self._free(self._column)
        column_span = max(1, min(cell.column_span, MOST_COLUMNS - column))
        row_span = cell.row_span or MOST_ROWS
        self._column = min(column + column_span, MOST_COLUMNS - 1)
        if row_span > 1:
            here = slice(column, column + column_span)
            self._taken[here] = [max(end, self._row + row_span) for end in self._taken[here]]
        self._cells.append(PrintedCell(cell.text, self._row, column, row_span, column_span, cell.doubt))

    def finish(self) -> Iterable[PrintedCell]:
        """All cells, none of which reaches below the last row."""
        for cell in self._cells:
            most = self._row + 1 - cell.row
            yield cell if cell.row_span <= most else replace(cell, row_span=most)

    def _free(self, column: int) -> int:
        """The first column from here on into which no cell of a row above reaches."""
        while column < MOST_COLUMNS - 1 and self._taken[column] > self._row:
            column += 1
        return column
