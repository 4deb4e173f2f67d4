"""Tables in text files whose cells stand between bars, or each on a line that a bar ends."""

from __future__ import annotations

import re

from gouji.extraction.lines.line import is_page_number
from gouji.extraction.numerals import read_figure
from gouji.extraction.text.cells import Lines, Row, cut, moved
from gouji.model.geometry import Box
from gouji.sources.strip import Slot

_BAR_RULE = re.compile(r"\|?(\s*:?-{2,}:?\s*\|)+(\s*:?-{2,}:?\s*)?")
_BARS_ONLY = re.compile(r"\|+")


def is_barred(text: str) -> bool:
    """Whether a line has bars that are the borders of cells and no part of prose."""
    bare = text.strip()
    return bare.startswith("|") or bare.endswith("|") or bare.count("|") > 1


def rows_by_bar(lines: Lines, start: int) -> tuple[int, list[Row]]:
    """Rows of cells between bars, from a line on; a line with a single cell is a part of a row."""
    rows: list[Row] = []
    number, one_a_line = start, False
    while number < len(lines) and (is_barred(lines[number]) or _is_page_between(lines, number)):
        text = lines[number]
        if is_page_number(text):
            pass
        elif not _BAR_RULE.fullmatch(text.strip()):
            single = sum(not part.isspace() for part in text.split("|") if part) <= 1
            one_a_line = single and (one_a_line or not text.lstrip().startswith("|"))
            cells = _cut_bars(text, number, len(rows[-1]) if rows and one_a_line else 0)
            if one_a_line:
                _gather(rows, cells, joined=number > start)
            else:
                rows.append(cells)
        number += 1
    return number, rows


def _is_page_between(lines: Lines, number: int) -> bool:
    """Whether a line is a page number directly between lines of cells."""
    return number + 1 < len(lines) and is_page_number(lines[number]) and is_barred(lines[number + 1])


def _cut_bars(text: str, line: int, column: int) -> Row:
    """The cells of a line, numbered from `column` on; the bars at its ends have nothing outside."""
    bare = text.strip()
    if _BARS_ONLY.fullmatch(bare):
        # Bars alone are so many empty cells: each of them ends one.
        left = text.index("|")
        boxes = [Box(left + index, line, left + index + 1, line + 1) for index in range(len(bare))]
        return [Slot("", 1, box, column + index) for index, box in enumerate(boxes)]
    outside = bare.startswith("||") or not bare.startswith("|"), not bare.endswith("|")
    return cut(text, "|", line, outside=outside, column=column)


def _gather(rows: list[Row], cells: Row, *, joined: bool) -> None:
    """Add cells to the row at hand; a word after figures begins a new row."""
    row = rows[-1] if rows and joined else None
    for cell in cells:
        word = bool(cell.text) and read_figure(cell.text) is None
        if row is None or (word and any(slot.text and read_figure(slot.text) for slot in row)):
            row = []
            rows.append(row)
        row.append(moved(cell, len(row)))
