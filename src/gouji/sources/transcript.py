"""Documents without pages, written out as lines: what the desk shows of them, and where each part stands.

A row of a table is one line, its cells between tabs. The tab stops of the desk are as far apart as `TAB`
Chinese characters are wide, and the cells are set so that the columns stand below each other there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from unicodedata import east_asian_width

from gouji.errors import EmptyFileError
from gouji.model.geometry import Box
from gouji.model.report import Doubt, Source
from gouji.sources.allowance import Allowance
from gouji.sources.limits import LONGEST_TEXT, MOST_LINES
from gouji.sources.page import OpenedSource, Page
from gouji.sources.strip import Grid, Slot, TextLine

TAB = 3
"""Widths of a Chinese character from one tab stop to the next."""
NARROW = 0.55
"""Width of a digit or a Latin letter."""
WIDEST = 18.0
"""A column is made no wider than this for the sake of single long cells, which reach into the next."""
MARGIN = 0.7
"""So close before a tab stop, letters of another width would reach over it."""
USUAL = 0.8
"""This share of the cells of a column must fit into it; heads are often wider than all figures."""
BLANK = "\u3000"
"""Stands in an empty cell, so that there is something to light up and to click."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell of a printed table: its text in one line, and the lattice places it covers."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    doubt: Doubt | None = None


class Transcript:
    """The lines of a document and the strips in them, in reading order."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: list[str] = []
        self._strips: list[Grid | TextLine] = []
        self._room = Allowance(path, LONGEST_TEXT)
        self._left = Allowance(path, MOST_LINES)

    def add_text(self, text: str) -> None:
        """Add a line of running text, which holds no line break and no white space at its ends."""
        box = Box(0, len(self._lines), len(text), len(self._lines) + 1)
        self._write(text)
        self._strips.append(TextLine(text, 1, box))

    def add_table(self, cells: Iterable[PrintedCell]) -> None:
        """Add a table, a line for each row in which something is printed, and an empty line around it."""
        rows: dict[int, list[PrintedCell]] = defaultdict(list)
        for cell in cells:
            rows[cell.row].append(cell)
        printed = [rows[row] for row in sorted(rows) if any(cell.text for cell in rows[row])]
        if not printed:
            return
        self._write("")
        top = len(self._lines)
        stops = _stops([cell for row in printed for cell in row])
        slots = tuple(self._write_row(row, stops) for row in printed)
        box = Box(0, top, max(map(len, self._lines[top:])), len(self._lines))
        self._strips.append(Grid(1, box, slots, ruled=True, paper=False))
        self._write("")

    def finish(self, source: Source) -> OpenedSource:
        """The opened source; `EmptyFileError` when nothing was added to it."""
        if not self._strips:
            raise EmptyFileError(self._path)
        page = Page(1, max(map(len, self._lines)), len(self._lines), ())
        return OpenedSource(source, (page,), tuple(self._lines), tuple(self._strips))

    def _write_row(self, row: Iterable[PrintedCell], stops: Mapping[int, int]) -> tuple[Slot, ...]:
        line = ""
        reached = 0.0
        slots = []
        for cell in sorted(row, key=lambda cell: cell.column):
            gap, reached = _gap(reached, stops[cell.column], first=not line)
            shown = cell.text or BLANK
            line += gap
            box = Box(len(line), len(self._lines), len(line) + len(shown), len(self._lines) + 1)
            slots.append(Slot(cell.text, 1, box, cell.column, cell.column_span, cell.row_span, cell.doubt))
            line += shown
            reached += _width(shown)
        self._write(line)
        return tuple(slots)

    def _write(self, line: str) -> None:
        self._room.spend(len(line) + 1)
        self._left.spend()
        self._lines.append(line)


def _stops(cells: Sequence[PrintedCell]) -> Mapping[int, int]:
    """The tab stop at which each column begins."""
    widths: dict[int, list[float]] = {cell.column: [] for cell in cells}
    for cell in cells:
        if cell.row_span == cell.column_span == 1:
            widths[cell.column].append(_width(cell.text))
    columns = sorted(widths)
    taken = [_tabs(sorted(widths[column])) for column in columns]
    return dict(zip(columns, accumulate(taken, initial=0), strict=False))


def _tabs(widths: Sequence[float]) -> int:
    """From one tab stop to the next so many, for a column of cells of these widths, in ascending order."""
    if not widths:
        return 1
    usual = widths[int(USUAL * (len(widths) - 1))]
    return 1 + int((min(usual, WIDEST) + MARGIN) // TAB)


def _gap(reached: float, stop: int, *, first: bool) -> tuple[str, float]:
    """What gets to a tab stop, or to the next one where it is passed, and how far that is."""
    if first:
        return "\t" * stop, stop * TAB
    pad = BLANK if reached % TAB + MARGIN >= TAB else ""
    tabs = max(1, stop - int((reached + len(pad)) // TAB))
    return pad + "\t" * tabs, (int((reached + len(pad)) // TAB) + tabs) * TAB


def _width(text: str) -> float:
    """About how wide a text is printed, in Chinese characters."""
    return sum(1.0 if east_asian_width(char) in "WFA" else NARROW for char in text)
