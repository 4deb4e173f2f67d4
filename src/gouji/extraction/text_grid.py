"""Text files into printed tables: rows of tabs, rows between bars, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.extraction.book import is_known
from gouji.extraction.numerals import read_figure
from gouji.extraction.slot import Grid, Slot, TextLine
from gouji.model.geometry import Box
from gouji.model.report import Doubt

Row = list[Slot]
Lines = Sequence[str]

_BAR_RULE = re.compile(r"\|?(\s*:?-{2,}:?\s*\|)+(\s*:?-{2,}:?\s*)?")
_BARS_ONLY = re.compile(r"\|+")
_SINGLE_SHARE = 0.8
"""So many of the lines with tabs hold one cell only, where a file has one cell a line."""
_LONGEST_CELL_LINE = 60
_BRACKETS = "（(〔["


def text_strips(lines: Lines) -> list[Grid | TextLine]:
    """The printed tables of a text file and the text between them, in reading order.

    Boxes are columns and lines, counted from 0, ends exclusive.
    """
    tab_reader = _cells_by_tab if _one_cell_a_line(lines) else _rows_by_tab
    strips: list[Grid | TextLine] = []
    number = 0
    while number < len(lines):
        text = lines[number]
        end = number
        rows: list[Row] = []
        if "\t" in text and text.strip():
            end, rows = tab_reader(lines, number)
        elif "|" in text and _is_barred(text):
            end, rows = _rows_by_bar(lines, number)
        if rows:
            strips.append(_grid(rows))
        elif end == number:
            if text.strip():
                strips.append(TextLine(text.strip(), 1, _trimmed_box(text, 0, len(text), number)))
            end = number + 1
        number = end
    return strips


def _grid(rows: list[Row]) -> Grid:
    boxes = [slot.box for row in rows for slot in row]
    box = Box(
        min(box.x0 for box in boxes),
        boxes[0].top,
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
    return Grid(1, box, tuple(map(tuple, rows)), ruled=False)


def _slot(text: str, start: int, end: int, line: int, column: int) -> Slot:
    """The slot of the characters from start to end of a line."""
    return Slot(text[start:end].strip(), 1, _trimmed_box(text, start, end, line), column)


def _at(slot: Slot, column: int) -> Slot:
    """The slot in another column of the grid."""
    return slot if slot.column == column else Slot(slot.text, slot.page, slot.box, column, doubt=slot.doubt)


def _trimmed_box(text: str, start: int, end: int, line: int) -> Box:
    """The box of what is printed between start and end; of the gap, where there is nothing."""
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return Box(start, line, max(end, start + 1), line + 1)
    left = start + len(part) - len(part.lstrip())
    return Box(left, line, left + len(bare), line + 1)


def _cut(text: str, mark: str, line: int) -> Row:
    """The cells of a line between the marks."""
    row, start = [], 0
    for column, part in enumerate(text.split(mark)):
        row.append(_slot(text, start, start + len(part), line, column))
        start += len(part) + 1
    return row


# ------------------------------------------------------------------ tabs


def _one_cell_a_line(lines: Lines) -> bool:
    tabbed = [line.strip() for line in lines if "\t" in line]
    single = sum("\t" not in line for line in tabbed)
    return single > _SINGLE_SHARE * len(tabbed)


def _rows_by_tab(lines: Lines, start: int) -> tuple[int, list[Row]]:
    """Rows of cells between tabs, from a line on; empty lines between them do not end a table."""
    rows: list[Row] = []
    number = end = start
    while number < len(lines) and (not lines[number].strip() or "\t" in lines[number]):
        if lines[number].strip():
            rows.append(_cut(lines[number], "\t", number))
            end = number + 1
        number += 1
    return end, rows


def _cells_by_tab(lines: Lines, start: int) -> tuple[int, list[Row]]:
    """Rows of cells, each on a line that a tab begins; an empty line ends a row.

    A line without a tab directly under a cell goes on with it.
    """
    rows: list[Row] = [[]]
    number = start
    while number < len(lines):
        text = lines[number]
        if "\t" in text:
            parts = [part for part in _cut(text, "\t", number) if part.text]
            for part in parts or [_slot(text, 0, len(text), number, 0)]:
                rows[-1].append(_at(part, len(rows[-1])))
        elif not text.strip():
            if rows[-1]:
                rows.append([])
        elif rows[-1] and _goes_on(rows[-1][-1].text, text.strip()):
            rows[-1][-1] = _continued(rows[-1][-1], _slot(text, 0, len(text), number, 0))
        else:
            break
        number += 1
    return number, [_settled(row) for row in rows if row]


def _goes_on(cell: str, text: str) -> bool:
    """Whether a line can be the rest of the cell above it."""
    if len(text) > _LONGEST_CELL_LINE or is_known(text):
        return False
    if cell and read_figure(cell) is not None:
        return read_figure(text) is not None or text[0] in _BRACKETS
    return True


def _continued(cell: Slot, rest: Slot) -> Slot:
    if cell.text:
        return replace(cell, text=f"{cell.text}\n{rest.text}", box=cell.box.union(rest.box))
    # An empty cell with a figure below it may as well be a blank cell and a page number.
    doubt = Doubt.TORN if read_figure(rest.text) is not None else None
    return replace(cell, text=rest.text, box=rest.box, doubt=doubt)


def _settled(row: Row) -> Row:
    """The row, its doubts gone where every figure of it stands on the line under its tab."""
    figures = [slot for slot in row if slot.text and read_figure(slot.text) is not None]
    if len(figures) > 1 and all(slot.doubt is Doubt.TORN for slot in figures):
        return [replace(slot, doubt=None) for slot in row]
    return row


# ------------------------------------------------------------------ bars


def _is_barred(text: str) -> bool:
    bare = text.strip()
    return bare.startswith("|") or bare.endswith("|") or bare.count("|") > 1


def _rows_by_bar(lines: Lines, start: int) -> tuple[int, list[Row]]:
    """Rows of cells between bars, from a line on; a line with a single cell is a part of a row."""
    rows: list[Row] = []
    number, one_a_line = start, False
    while number < len(lines) and ("|" in lines[number] and _is_barred(lines[number])):
        text = lines[number]
        if not _BAR_RULE.fullmatch(text.strip()):
            cells = _cut_bars(text, number)
            single = sum(bool(cell.text) for cell in cells) <= 1
            one_a_line = single and (one_a_line or not text.lstrip().startswith("|"))
            if one_a_line:
                _gather(rows, cells, joined=number > start)
            else:
                rows.append(cells)
        number += 1
    return number, rows


def _cut_bars(text: str, line: int) -> Row:
    """The cells of a line, without the nothing before the first and after the last bar."""
    bare = text.strip()
    if _BARS_ONLY.fullmatch(bare):
        # Bars alone are so many empty cells: each of them ends one.
        left = text.index("|")
        return [Slot("", 1, Box(left + n, line, left + n + 1, line + 1), n) for n in range(len(bare))]
    row = _cut(text, "|", line)
    if bare.endswith("|"):
        row.pop()
    if bare.startswith("|") and not bare.startswith("||"):
        row.pop(0)
    return [_at(slot, column) for column, slot in enumerate(row)]


def _gather(rows: list[Row], cells: Row, *, joined: bool) -> None:
    """Add cells to the row at hand; a word after figures begins a new row."""
    row = rows[-1] if rows and joined else None
    for cell in cells:
        word = bool(cell.text) and read_figure(cell.text) is None
        if row is None or (word and any(slot.text and read_figure(slot.text) for slot in row)):
            row = []
            rows.append(row)
        row.append(_at(cell, len(row)))
