"""What a clipping path cuts off, as a browser does that prints a table wider than its page: it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from gouji.extraction.paper.grid import strips
from gouji.model.report import Doubt
from gouji.sources import read
from gouji.sources.page import Page
from gouji.sources.strip import Grid

WIDTH, HEIGHT = 300.0, 400.0
COLUMNS, ROWS = (20.0, 120.0, 220.0), (300.0, 320.0, 340.0)


def printed(path: Path, end: float, last: str = "30104") -> Page:
    """A table of two rows, of which nothing right of `end` is shown; `last` ends its last row."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(20, 380, "A line of words above, so that the page is no scan.")
    clip = canvas.beginPath()
    clip.rect(0, 0, end, HEIGHT)
    canvas.clipPath(clip, stroke=0, fill=0)
    for y in ROWS:
        canvas.line(COLUMNS[0], y, COLUMNS[-1], y)
    for x in COLUMNS:
        canvas.line(x, ROWS[0], x, ROWS[-1])
    for y, text in zip(ROWS, ("7", last), strict=False):
        canvas.drawString(25, y + 5, "15")
        canvas.drawString(190, y + 5, text)
    canvas.save()
    return read(path).pages[0]


def last_doubts(page: Page) -> list[Doubt | None]:
    (grid,) = [item for item in strips(page) if isinstance(item, Grid)]
    return [row[-1].doubt for row in grid.rows]


def test_figures_before_a_hidden_end_are_doubted(tmp_path: Path) -> None:
    """The lines go on, so the cells do: 7 may be the beginning of a figure as well."""
    assert last_doubts(printed(tmp_path / "cut.pdf", 212.0)) == [Doubt.OVERFLOW, Doubt.OVERFLOW]


def test_what_is_shown_whole_is_not_doubted(tmp_path: Path) -> None:
    page = printed(tmp_path / "whole.pdf", 222.0)
    assert page.cut == ()
    assert last_doubts(page) == [None, None]


@pytest.mark.parametrize(("text", "is_cut"), [("3010415520", True), ("301", False)])
def test_a_text_is_cut_where_it_goes_on(tmp_path: Path, text: str, *, is_cut: bool) -> None:
    """Without lines, only the text itself tells."""
    canvas = Canvas(str(tmp_path / "text.pdf"), pagesize=(WIDTH, HEIGHT))
    clip = canvas.beginPath()
    clip.rect(0, 0, 200, HEIGHT)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.drawString(20, 380, "A line of words above, no scan.")
    canvas.drawString(170, 300, text)
    canvas.save()
    page = read(tmp_path / "text.pdf").pages[0]
    assert bool(page.cut) is is_cut
    assert all(place.x1 == pytest.approx(200, abs=0.1) for place in page.cut)


def test_what_a_round_path_leaves_is_not_measured(tmp_path: Path) -> None:
    """It may have any number of segments, and every text within it has all of them."""
    canvas = Canvas(str(tmp_path / "round.pdf"), pagesize=(WIDTH, HEIGHT))
    canvas.drawString(20, 380, "A line of words above, no scan.")
    clip = canvas.beginPath()
    for step in range(200):
        clip.circle(100, 300, 50 + step / 10)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.drawString(20, 300, "Words that go on to the right of the circle")
    canvas.save()
    page = read(tmp_path / "round.pdf").pages[0]
    assert page.words[-1].text == "circle"
    assert page.cut == ()
