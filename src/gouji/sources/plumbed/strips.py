"""A page as pdfplumber sees it: tables of slots, and the lines of text between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pdfplumber.page import Page
from pdfplumber.table import Table

from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Word
from gouji.sources.plumbed.words import words
from gouji.sources.strip import Grid, Slot, TextLine

SLACK = 1.5
"""Points by which a figure may reach over the border of its cell without a doubt."""
SAME_LINE = 3.0
"""Points by which the tops of words in one line may differ from word to word, as pdfplumber has it."""
FIGURE = re.compile(r"[\d.,]+")


def strips(page: Page) -> list[Grid | TextLine]:
    """The tables and lines of text of a page whose text is upright, in reading order."""
    left = words(page)
    items: list[Grid | TextLine] = []
    for table in page.find_tables():
        grid, left = _grid(table, page.page_number, left)
        items.append(grid)
    items += [TextLine(" ".join(map(_text, line)), page.page_number, _around(line)) for line in _lines(left)]
    return sorted(items, key=lambda item: (item.box.top, item.box.x0))


def _grid(table: Table, page: int, words: Sequence[Word]) -> tuple[Grid, list[Word]]:
    """A table with the words that stand in it, and the words that do not."""
    xs = sorted({edge for cell in table.cells for edge in cell[::2]})
    ys = sorted({edge for cell in table.cells for edge in cell[1::2]})
    rows: dict[int, list[Slot]] = {}
    left = list(words)
    for cell in table.cells:
        box = Box(*map(float, cell))
        inside = [word for word in left if _is_in(word.box, box)]
        left = [word for word in left if not _is_in(word.box, box)]
        column, row = xs.index(cell[0]), ys.index(cell[1])
        slot = Slot(
            text=_cell_text(inside),
            page=page,
            box=box,
            column=column,
            column_span=xs.index(cell[2]) - column,
            row_span=ys.index(cell[3]) - row,
            doubt=_doubt(inside, box),
        )
        rows.setdefault(row, []).append(slot)
    ordered = tuple(tuple(sorted(rows[row], key=lambda slot: slot.column)) for row in sorted(rows))
    return Grid(page, Box(*map(float, table.bbox)), ordered), left


def _is_in(word: Box, cell: Box) -> bool:
    return cell.contains((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.top):
        if lines and word.box.top - lines[-1][-1].box.top <= SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.box.x0) for line in lines]


def _cell_text(words: Sequence[Word]) -> str:
    """The text of a cell, its lines joined; only words of Latin letters or figures keep their distance."""
    return "".join(_line_text(line) for line in _lines(words))


def _line_text(line: Sequence[Word]) -> str:
    text = line[0].text
    for left, right in pairwise(line):
        apart = left.text.isascii() and right.text.isascii()
        text += f" {right.text}" if apart else right.text
    return text


def _doubt(words: Sequence[Word], cell: Box) -> Doubt | None:
    """What is assumed when the words of a cell are taken for one figure."""
    if not words or not all(FIGURE.fullmatch(word.text) for word in words):
        return None
    if len(_lines(words)) > 1:
        return Doubt.TORN
    reaches = any(word.box.x0 < cell.x0 - SLACK or word.box.x1 > cell.x1 + SLACK for word in words)
    return Doubt.OVERFLOW if reaches else None


def _text(word: Word) -> str:
    return word.text


def _around(words: Sequence[Word]) -> Box:
    box = words[0].box
    for word in words[1:]:
        box = box.union(word.box)
    return box
