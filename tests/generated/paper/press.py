"""Prints a manuscript as a PDF with reportlab, by the habits given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from tests.generated.manuscript import Lattice, Manuscript
from tests.generated.paper.habits import RULED, Habits, Pen, Rules, Turn, draw_habits
from tests.generated.paper.lettering import TRUETYPE, printable, register_faces, runs, width_of, wrap
from tests.generated.paper.rules import Line, lines_of
from tests.generated.paper.setting import LEADING, Part, is_figure, set_table

FOOT = 30.0
INVISIBLE: Literal[3] = 3
Type = tuple[str, float]
"""A face, and how large it is set."""


def print_pdf(manuscript: Manuscript, random: Random, path: Path, habits: Habits | None = None) -> None:
    """The manuscript as a PDF; `habits` are drawn where none are given."""
    register_faces()
    press = _Press(habits or draw_habits(random), random, path)
    for block in manuscript.blocks:
        if isinstance(block, Lattice):
            press.table(block)
        else:
            press.text(block)
    press.save()


def print_partly_ruled(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript as a PDF whose tables have some lines or none."""
    rules = random.choice([each for each in Rules if each not in RULED])
    print_pdf(manuscript, random, path, replace(draw_habits(random), rules=rules))


class _Press:
    """Prints from top to bottom; `_y` is how far from the top of the page."""

    def __init__(self, habits: Habits, random: Random, path: Path) -> None:
        self._habits, self._random = habits, random
        self._width, self._height = habits.paper
        # Where the file turns a page, reportlab turns the sheet as well.
        lying = habits.turn is Turn.SIDEWAYS and habits.quarters % 2
        self._canvas = Canvas(str(path), pagesize=(self._height, self._width) if lying else habits.paper)
        self._ends: dict[int, float] = {}
        self._page = -1
        self._y = 0.0
        self._open_page()

    def text(self, text: str) -> None:
        habits = self._habits
        text = printable(text)
        for line in wrap(text, self._width - 2 * habits.margin, habits.face, habits.body) if text else [""]:
            if self._y + habits.body * LEADING > self._end(self._page):
                self._close_page()
                self._open_page()
            self._y += habits.body * LEADING
            self._write(line, habits.margin, self._y - 0.3 * habits.body, (habits.face, habits.body))

    def table(self, table: Lattice) -> None:
        start = self._y = self._y + 4
        first = self._page

        def room(page: int) -> float:
            return self._end(first + page) - (self._habits.margin if page else start)

        for number, parts in enumerate(set_table(table, self._habits, self._random, room)):
            if number:
                self._close_page()
                self._open_page()
            if not parts:
                continue
            for line in lines_of(parts, self._habits, self._head_end(table, parts)):
                self._draw(line, self._y)
            for part in parts:
                self._fill(part, self._y)
            self._y += max(part.bottom for part in parts)
        self._y += 6

    def save(self) -> None:
        self._close_page()
        self._canvas.save()

    def _end(self, page: int) -> float:
        """How far down a page is printed."""
        if page not in self._ends:
            least = min(250.0, self._height / 3)
            lost = self._random.uniform(0, self._height - 2 * self._habits.margin - least)
            self._ends[page] = self._height - self._habits.margin - (lost if self._habits.ragged else 0)
        return self._ends[page]

    @staticmethod
    def _head_end(table: Lattice, parts: Sequence[Part]) -> float | None:
        """Where the heads of a table end on a page."""
        first = min((spot.row for spot in table.spots if spot.address), default=0)
        ends = [part.bottom for part in parts if part.spot.row + part.spot.row_span <= first]
        return max(ends, default=None)

    def _fill(self, part: Part, down: float) -> None:
        habits = self._habits
        figure = is_figure(part.spot)
        face, size = habits.figure_face if figure else habits.face, part.size
        leading = size * LEADING
        spare = part.bottom - part.top - len(part.lines) * leading
        y = down + part.top + (habits.padding if habits.high else spare / 2)
        label = part.spot.column == 0 and not part.spot.upright
        at = habits.figures_at if figure else habits.labels_at if label else 0.5
        for line in part.lines:
            y += leading
            room = part.right - part.left - 2 * habits.padding - width_of(line, face, size)
            x = part.left + habits.padding + room * at
            self._write(line, x, y - 0.3 * size, (face, size), twice=habits.bold_twice and not figure)

    def _write(self, text: str, x: float, y: float, type_: Type, *, twice: bool = False) -> None:
        """Write from a place on the base line."""
        face, size = type_
        for run, font in runs(text, face):
            self._canvas.setFont(font, size)
            for piece in run if self._habits.one_by_one else [run]:
                self._canvas.drawString(x, self._height - y, piece)
                if twice:
                    self._canvas.drawString(x + 0.25, self._height - y, piece)
                x += width_of(piece, font, size)

    def _draw(self, line: Line, down: float) -> None:
        canvas, high = self._canvas, self._height
        (x0, y0), (x1, y1) = line
        match self._habits.pen:
            case Pen.FILLED:
                canvas.rect(x0 - 0.3, high - down - y1 - 0.3, x1 - x0 + 0.6, y1 - y0 + 0.6, stroke=0, fill=1)
            case Pen.DOUBLED:
                for off in (-0.8, 0.8):
                    shift = (off, 0.0) if x0 == x1 else (0.0, off)
                    canvas.line(
                        x0 + shift[0], high - down - y0 + shift[1], x1 + shift[0], high - down - y1 + shift[1]
                    )
            case _:
                canvas.line(x0, high - down - y0, x1, high - down - y1)

    def _open_page(self) -> None:
        self._page += 1
        self._y = self._habits.margin
        canvas, habits = self._canvas, self._habits
        if habits.turn is not Turn.LEVEL:
            wide, high = self._width, self._height
            matrix = {1: (0, 1, -1, 0, high, 0), 2: (-1, 0, 0, -1, wide, high), 3: (0, -1, 1, 0, 0, wide)}
            canvas.transform(*matrix[habits.quarters])
            if habits.turn is Turn.ROTATED:
                canvas.setPageRotation(90 * habits.quarters)
        canvas.setLineWidth(0.5)
        if habits.pen is Pen.DASHED:
            canvas.setDash(2, 1.5)
        if habits.watermark:
            self._lay_watermark()
        if habits.hidden:
            self._lay_hidden()

    def _lay_watermark(self) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillGray(0.85)
        canvas.setFont(TRUETYPE, 60)
        canvas.translate(self._width / 2, self._height / 2)
        canvas.rotate(35)
        canvas.drawCentredString(0, 0, "内部资料 2023")
        canvas.restoreState()

    def _lay_hidden(self) -> None:
        self._canvas.saveState()
        written = self._canvas.beginText(self._habits.margin, self._height / 2)
        written.setFont(self._habits.face, self._habits.small)
        written.setTextRenderMode(INVISIBLE)
        for _ in range(8):
            written.textLine("37 看不见的字 1024 9 8 7 6 5 4 3 2 1 0 12 13 14 15 16")
        self._canvas.drawText(written)
        self._canvas.restoreState()

    def _close_page(self) -> None:
        habits = self._habits
        if habits.page_number:
            text = habits.page_number.format(self._page + 1)
            x = (self._width - width_of(text, habits.face, 9)) / 2
            self._write(text, x, self._height - FOOT + 8, (habits.face, 9))
        if habits.running_head:
            self._write("政府信息公开年报", habits.margin, 28, (habits.face, 9))
        self._canvas.showPage()
