"""Sets a Chinese report on A4 pages with ruled tables, as a word processor would, with reportlab."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from gouji.model.layout import Layout, Place, Role

FONT = "Report"
LEFT, RIGHT, TOP, BOTTOM = 28 * mm, A4[0] - 26 * mm, A4[1] - 34 * mm, 32 * mm
BODY, LEADING = 12.0, 22.0
SMALL, SMALL_LEADING, PADDING = 9.0, 12.5, 3.0
WORD = re.compile("[“（《〔]*([0-9A-Za-z.%]+|.)[、，。；：？！”）》〕]*")
"""What stays on one line: a number, and any character with the marks that cling to it."""


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of a table's columns: of each column of labels, and of all columns of figures."""

    labels: tuple[float, ...]
    figure: float

    def edges(self, layout: Layout) -> list[float]:
        """The x of every vertical line, the table centred on the page."""
        widths = [*self.labels, *[self.figure] * (layout.width - layout.label_columns)]
        left = (LEFT + RIGHT - sum(widths)) / 2
        return [*accumulate(widths, initial=left)]


class Manuscript:
    """A document set from top to bottom; starts a new page where the old one is full."""

    def __init__(self, path: Path, font: Path, title: str, author: str) -> None:
        pdfmetrics.registerFont(TTFont(FONT, str(font), subfontIndex=0))
        self._canvas = Canvas(str(path), pagesize=A4, invariant=True, initialFontName=FONT)  # type: ignore[arg-type]  # the stubs take it for a number
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setLineWidth(0.5)
        self._y = TOP

    def title(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._line(line, 18, 30, centred=True, bold=True)
        self._y -= LEADING / 2

    def heading(self, text: str) -> None:
        # A heading takes a first line of what follows along to the next page.
        self._make_room(3 * LEADING)
        self._y -= 4
        self._line(text, 14, 26, indent=2 * BODY, bold=True)

    def paragraph(self, text: str) -> None:
        lines = list(wrap("\u3000\u3000" + text, RIGHT - LEFT, BODY))
        for line in lines:
            self._line(line, BODY, LEADING, justified=line is not lines[-1])

    def note(self, text: str) -> None:
        """Small print under a table; an empty text only keeps the distance."""
        self._y -= 4
        if text:
            self._line(text, SMALL, SMALL_LEADING + 6)
        self._y -= 8

    def signature(self, lines: Sequence[str]) -> None:
        self._make_room(LEADING * (len(lines) + 1))
        self._y -= LEADING
        middle = RIGHT - max(width(line, BODY) for line in lines) / 2
        for line in lines:
            self._line(line, BODY, LEADING, indent=middle - LEFT - width(line, BODY) / 2)

    def table(self, layout: Layout, texts: Mapping[Place, str], widths: Widths) -> None:
        """A ruled table, cut between two rows where the page ends."""
        edges = widths.edges(layout)
        set_texts = {place: _set(place, text, edges) for place, text in texts.items()}
        heights = _heights(layout, set_texts)
        start = 0
        while start < layout.height:
            rows = [*accumulate(heights[start:], initial=0.0)]
            count = sum(1 for below in rows[1:] if self._y - below >= BOTTOM)
            tops = [self._y - below for below in rows[: count + 1]]
            for place, lines in set_texts.items():
                self._place(place, lines, edges, start, tops)
            self._y = tops[-1]
            start += count
            if start < layout.height:
                self._new_page()

    def save(self) -> None:
        self._number_page()
        self._canvas.save()

    def _place(
        self, place: Place, lines: list[str], edges: Sequence[float], start: int, tops: Sequence[float]
    ) -> None:
        """Draw what of a place stands on this page, whose first row is `start`; take the lines that fit."""
        first = max(place.row - start, 0)
        end = min(place.row + place.row_span - start, len(tops) - 1)
        if first >= end:
            return
        left, right = edges[place.column], edges[place.column + place.column_span]
        top, bottom = tops[first], tops[end]
        self._canvas.rect(left, bottom, right - left, top - bottom)
        fitting = [lines.pop(0) for _ in range(min(len(lines), int((top - bottom) / SMALL_LEADING)))]
        baseline = (top + bottom + len(fitting) * SMALL_LEADING) / 2 - SMALL_LEADING + 2.5
        for line in fitting:
            beside = (right - left - width(line, SMALL)) / 2 if _centred(place) else PADDING
            self._write(line, left + beside, baseline, SMALL)
            baseline -= SMALL_LEADING

    def _line(  # noqa: PLR0913 -- the ways a line can be set
        self,
        text: str,
        size: float,
        leading: float,
        *,
        indent: float = 0,
        centred: bool = False,
        justified: bool = False,
        bold: bool = False,
    ) -> None:
        self._make_room(leading)
        self._y -= leading
        room = RIGHT - LEFT - width(text, size)
        spacing = room / (len(text) - 1) if justified else 0
        x = LEFT + (room / 2 if centred else indent)
        self._write(text, x, self._y + (leading - size) / 2 + size * 0.14, size, spacing=spacing, bold=bold)

    def _write(  # noqa: PLR0913 -- where and how
        self, text: str, x: float, y: float, size: float, *, spacing: float = 0, bold: bool = False
    ) -> None:
        self._canvas.saveState()
        written = self._canvas.beginText(x, y)
        written.setFont(FONT, size)
        written.setCharSpace(spacing)
        # The font has one weight; a thin outline makes the other.
        written.setTextRenderMode(2 if bold else 0)
        written.textOut(text)
        self._canvas.drawText(written)
        self._canvas.restoreState()

    def _make_room(self, height: float) -> None:
        if self._y - height < BOTTOM:
            self._new_page()

    def _new_page(self) -> None:
        self._number_page()
        self._canvas.showPage()
        self._canvas.setLineWidth(0.5)
        self._y = TOP

    def _number_page(self) -> None:
        text = f"— {self._canvas.getPageNumber()} —"
        self._write(text, (A4[0] - width(text, 10.5)) / 2, 22 * mm, 10.5)


def width(text: str, size: float) -> float:
    """How wide the text is set."""
    return float(pdfmetrics.stringWidth(text, FONT, size))


def wrap(text: str, room: float, size: float) -> Iterator[str]:
    """The text in lines that fit; numbers stay whole, and no line begins with a closing mark."""
    line = ""
    for word in (found[0] for found in WORD.finditer(text)):
        if line and width(line + word, size) > room:
            yield line
            line = ""
        line += word
    yield line


def _set(place: Place, text: str, edges: Sequence[float]) -> list[str]:
    """The lines of a place; what is centred is broken into lines of like length."""
    room = edges[place.column + place.column_span] - edges[place.column] - 2 * PADDING
    if _centred(place) and text:
        lines = ceil(width(text, SMALL) / room)
        room = min(room, width(text, SMALL) / lines + SMALL / 2)
    return list(wrap(text, room, SMALL))


def _centred(place: Place) -> bool:
    """Row labels that are not groups stand at the left."""
    return place.role is not Role.ROW_LABEL or place.row_span > 1


def _heights(layout: Layout, texts: Mapping[Place, Sequence[str]]) -> list[float]:
    """How high each row must be for all its texts."""
    heights = [0.0] * layout.height
    for place in sorted(texts, key=lambda place: place.row_span):
        needed = len(texts[place]) * SMALL_LEADING + 2 * PADDING + 1
        spanned = heights[place.row : place.row + place.row_span]
        heights[place.row + place.row_span - 1] += max(0.0, needed - sum(spanned))
    return heights
