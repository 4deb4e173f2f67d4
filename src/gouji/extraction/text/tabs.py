"""Tables in text files whose cells stand between tabs, or each on a line that a tab begins."""

from __future__ import annotations

from gouji.extraction.labels.book import is_known
from gouji.extraction.lines.line import is_page_number
from gouji.extraction.numerals import read_figure
from gouji.extraction.text.cells import Lines, Row, cut, moved, slot_of
from gouji.model.report import Doubt
from gouji.sources.strip import Slot

_SINGLE_SHARE = 0.8
"""So many of the lines with tabs hold one cell only, where a file has one cell a line."""
_LONGEST_CELL_LINE = 60
_BRACKETS = "（(〔["


def one_cell_a_line(lines: Lines) -> bool:
    """Whether a tab begins a cell in this file, rather than standing between two."""
    tabbed = [line.strip() for line in lines if "\t" in line]
    single = sum("\t" not in line for line in tabbed)
    return single > _SINGLE_SHARE * len(tabbed)


def rows_by_tab(lines: Lines, start: int) -> tuple[int, list[Row]]:
    """Rows of cells between tabs, from a line on; empty lines between them do not end a table."""
    rows: list[Row] = []
    number = end = start
    while number < len(lines) and (not lines[number].strip() or "\t" in lines[number]):
        if lines[number].strip():
            rows.append(cut(lines[number], "\t", number))
            end = number + 1
        number += 1
    return end, rows


def cells_by_tab(lines: Lines, start: int) -> tuple[int, list[Row]]:
    """Rows of cells, each on a line that a tab begins; an empty line ends a row.

    A line without a tab directly under a cell goes on with it.
    """
    rows: list[Row] = [[]]
    number = start
    while number < len(lines):
        text = lines[number]
        if "\t" in text:
            parts = [part for part in cut(text, "\t", number) if part.text]
            for part in parts or [slot_of(text, 0, len(text), number, 0)]:
                rows[-1].append(moved(part, len(rows[-1])))
        elif not text.strip():
            if rows[-1]:
                rows.append([])
        elif is_page_number(text):
            pass
        elif rows[-1] and _goes_on(rows[-1][-1].text, text.strip()):
            rows[-1][-1] = _continued(rows[-1][-1], slot_of(text, 0, len(text), number, 0))
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
        return cell._replace(text=f"{cell.text}\n{rest.text}", box=cell.box.union(rest.box))
    # An empty cell with a figure below it may as well be a blank cell and a page number.
    doubt = Doubt.TORN if read_figure(rest.text) is not None else None
    return cell._replace(text=rest.text, box=rest.box, doubt=doubt)


def _settled(row: Row) -> Row:
    """The row, its doubts gone where every figure of it stands on the line under its tab."""
    figures = [slot for slot in row if slot.text and read_figure(slot.text) is not None]
    if len(figures) > 1 and all(slot.doubt is Doubt.TORN for slot in figures):
        return [slot._replace(doubt=None) for slot in row]
    return row
