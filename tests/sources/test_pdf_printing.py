"""What printers do to a page: turn it, print words twice, hide them, draw lines as dots, paste pictures."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gouji.model.geometry import Box
from gouji.sources import read
from gouji.sources.page import Page
from gouji.sources.pdf.dotted import dotted
from gouji.sources.turning import upright

WIDTH, HEIGHT = 400.0, 300.0
Draw = Callable[[Canvas], None]
WORDS = "enough words to be more than a scan"
FEW = ("one", "two", "three", "four", "five", "six")
INVISIBLE: Literal[3] = 3


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Page]:
    def make(draw: Draw, words: str = WORDS) -> Page:
        canvas = Canvas(str(tmp_path / "made.pdf"), pagesize=(WIDTH, HEIGHT))
        draw(canvas)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(20, 10, words)
        # The page alone may say too little to be read.
        canvas.showPage()
        canvas.drawString(20, 10, WORDS)
        canvas.save()
        return read(tmp_path / "made.pdf").pages[0]

    return make


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_text_drawn_sideways_is_read_upright(page: Callable[..., Page], quarters: int) -> None:
    """What was turned counterclockwise is upright once the page is turned clockwise by as many quarters."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(200, 150)
        canvas.rotate(90 * quarters)
        canvas.translate(-100, -100)
        canvas.drawString(0, 50, "left right")
        canvas.drawString(0, 20, "below")

    made = page(draw)
    assert made.sideways == quarters
    left, right, below = (
        next(each for each in upright(made).words if each.text == text) for text in ("left", "right", "below")
    )
    assert left.box.x1 < right.box.x0
    assert left.box.bottom < below.box.top


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_word_printed_twice_to_be_bold_is_one(page: Callable[..., Page], quarters: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(200, 150)
        canvas.rotate(90 * quarters)
        canvas.setFont("STSong-Light", 10)
        for off in (0.0, 0.25):
            canvas.drawString(off, 0, "4.无正当理由大量反复申请")
        canvas.drawString(0, 40, "4.无正当理由大量反复申请")

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    texts = [word.text for word in page(draw, "").words]
    assert texts.count("无正当理由大量反复申请") == 2


def test_white_space_that_takes_no_room_parts_no_figure(page: Callable[..., Page]) -> None:
    """Where figures are drawn one by one, a text layer may have some between them."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 200, "4 ")
        canvas.drawString(100 + canvas.stringWidth("4"), 200, "417")
        canvas.drawString(100, 180, "337 12")

    texts = [word.text for word in page(draw, WORDS).words]
    assert texts[:3] == ["4417", "337", "12"]


def hide(canvas: Canvas) -> None:
    canvas.saveState()
    text = canvas.beginText(100, 200)
    text.setTextRenderMode(INVISIBLE)
    text.textOut("hidden words that are more than twenty letters")
    canvas.drawText(text)
    canvas.restoreState()


def test_hidden_text_is_not_what_the_page_says(page: Callable[..., Page]) -> None:
    assert "hidden" not in {word.text for word in page(hide).words}


def test_hidden_text_says_what_is_drawn_where_nothing_else_does(page: Callable[..., Page]) -> None:
    assert "hidden" in {word.text for word in page(hide, "").words}


def paste(canvas: Canvas, width: float, height: float) -> None:
    picture = io.BytesIO()
    Image.new("L", (8, 8), 200).save(picture, "PNG")
    canvas.drawImage(ImageReader(picture), 0, 0, width, height)


@pytest.mark.parametrize(
    ("size", "words", "pictured"),
    [((400, 300), "", True), ((400, 300), "— 3 —", True), ((400, 300), WORDS, False), ((60, 60), "", False)],
)
def test_a_page_that_is_a_picture_says_so(
    page: Callable[..., Page], *, size: tuple[float, float], words: str, pictured: bool
) -> None:
    assert page(lambda canvas: paste(canvas, *size), words).pictured is pictured


def test_a_picture_in_strips_is_a_picture(page: Callable[..., Page]) -> None:
    def draw(canvas: Canvas) -> None:
        for strip in range(5):
            canvas.saveState()
            canvas.translate(0, 60 * strip)
            paste(canvas, 400, 60)
            canvas.restoreState()
        hide(canvas)

    made = page(draw, "")
    assert made.pictured
    assert made.words == (), "what is laid under a scan was guessed from it"


@pytest.mark.parametrize("size", [0.75, 1.5, 2.25])
def test_rows_of_dots_are_lines(page: Callable[..., Page], size: float) -> None:
    """As Chromium draws dotted and dashed borders."""

    def draw(canvas: Canvas) -> None:
        for step in range(40):
            canvas.rect(100 + 2 * size * step, 200, size, 0.75, stroke=0, fill=1)
            canvas.rect(100, 100 + 2 * size * step, 0.75, size, stroke=0, fill=1)

    boxes = [ruling.box for ruling in page(draw).rulings]
    level = [box for box in boxes if box.width > box.height]
    assert [(round(box.x0), round(box.x1)) for box in level] == [(100, round(100 + 79 * size))]
    assert sum(box.height > box.width for box in boxes) == 1


def test_a_few_dots_are_no_line_nor_those_far_apart() -> None:
    few = [(float(step), 0.0, step + 0.5, 0.5) for step in range(4)]
    far = [(10.0 * step, 0.0, 10.0 * step + 0.5, 0.5) for step in range(40)]
    assert list(dotted(few)) == list(dotted(far)) == []
    (line,) = dotted([(float(step), 0.0, step + 0.5, 0.5) for step in range(9)])
    assert line == Box(0.0, 0.25, 8.5, 0.25)
