"""Text files into printed tables and the text between them."""

from __future__ import annotations

from gouji.extraction.text.bars import is_barred, rows_by_bar
from gouji.extraction.text.cells import Lines, Row, trimmed_box
from gouji.extraction.text.tabs import cells_by_tab, one_cell_a_line, rows_by_tab
from gouji.model.geometry import Box
from gouji.sources.strip import Grid, TextLine


def text_strips(lines: Lines) -> list[Grid | TextLine]:
    """The printed tables of a text file and the text between them, in reading order.

    Boxes are columns and lines, counted from 0, ends exclusive.
    """
    tab_reader = cells_by_tab if one_cell_a_line(lines) else rows_by_tab
    strips: list[Grid | TextLine] = []
    number = 0
    while number < len(lines):
        text = lines[number]
        end = number
        rows: list[Row] = []
        if "\t" in text and text.strip():
            end, rows = tab_reader(lines, number)
        elif "|" in text and is_barred(text):
            end, rows = rows_by_bar(lines, number)
        if rows:
            strips.append(_grid(rows))
        elif end == number:
            if text.strip():
                strips.append(TextLine(text.strip(), 1, trimmed_box(text, 0, len(text), number)))
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
