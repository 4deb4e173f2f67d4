"""PDFs made with reportlab: every word and line is found where it was put, however the page is turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from gouji.model.geometry import Box
from gouji.sources.page import Page, Word
from gouji.sources.pdf import PdfPages, read_pdf
from gouji.sources.pdf.words import plain

WIDTH, HEIGHT = 400.0, 300.0
Draw = Callable[[Canvas], None]


@pytest.fixture
def page(tmp_path: Path) -> Callable[[Draw], Page]:
    """The first page of a PDF that a function draws on; some words make it no scan."""

    def make(draw: Draw) -> Page:
        canvas = Canvas(str(tmp_path / "made.pdf"), pagesize=(WIDTH, HEIGHT))
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.drawString(20, 10, "enough words to be more than a scan")
        canvas.save()
        return read_pdf(tmp_path / "made.pdf").pages[0]

    return make


def word(page: Page, text: str) -> Word:
    (found,) = [word for word in page.words if word.text == text]
    return found


def near(box: Box, expected: Box, within: float = 1.0) -> bool:
    pairs = zip(
        (box.x0, box.top, box.x1, box.bottom),
        (expected.x0, expected.top, expected.x1, expected.bottom),
        strict=True,
    )
    return all(abs(one - other) <= within for one, other in pairs)


def test_a_word_is_measured_from_the_top_left(page: Callable[[Draw], Page]) -> None:
    found = word(page(lambda canvas: canvas.drawString(100, 200, "12345")), "12345")
    assert found.box.x0 == pytest.approx(100, abs=1)
    assert found.box.x1 == pytest.approx(100 + 5 * 5.56, abs=1)
    assert found.box.top < HEIGHT - 200 < found.box.bottom


def test_figures_apart_are_apart_and_a_long_figure_is_whole(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 200, "100135")
        canvas.drawString(140, 200, "24252.311082")

    assert {"100135", "24252.311082"} <= {word.text for word in page(draw).words}


def test_a_figure_is_not_a_part_of_the_label_before_it(page: Callable[[Draw], Page]) -> None:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 -- registers a font for this test alone
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # noqa: PLC0415

    def draw(canvas: Canvas) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        canvas.setFont("STSong-Light", 10)
        canvas.drawString(100, 200, "行政许可0")

    assert {"行政许可", "0"} <= {word.text for word in page(draw).words}


def test_slanted_text_is_a_watermark(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 200, "figure")
        canvas.rotate(30)
        canvas.drawString(200, 100, "COPY")
        canvas.rotate(-30)

    texts = {word.text for word in page(draw).words}
    assert "figure" in texts
    assert "COPY" not in texts


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        (0, Box(100, 50, 140, 50)),
        (90, Box(250, 100, 250, 140)),
        (180, Box(260, 250, 300, 250)),
        (270, Box(150, 160, 150, 200)),
    ],
)
def test_a_turned_page_is_read_as_it_is_seen(
    page: Callable[[Draw], Page], turned: int, expected: Box
) -> None:
    """reportlab turns the sheet as well, so that the page as seen stays wide."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turned)
        canvas.line(100, 250, 140, 250)

    made = page(draw)
    assert (made.width, made.height) == (WIDTH, HEIGHT)
    (ruling,) = made.rulings
    assert near(ruling.box, expected)
    assert ruling.horizontal == (turned % 180 == 0)


def test_a_cropped_page_is_read_as_it_is_seen(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 0, 350, 280))
        canvas.line(100, 250, 140, 250)

    made = page(draw)
    assert (made.width, made.height) == (300, 280)
    assert near(made.rulings[0].box, Box(50, 30, 90, 30))


def test_lines_are_found_in_every_way_they_are_drawn(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(10, 290, 110, 290)
        canvas.rect(10, 270, 100, 0.7, stroke=0, fill=1)
        canvas.beginForm("inner")
        canvas.line(0, 0, 100, 0)
        canvas.endForm()
        canvas.saveState()
        canvas.translate(10, 250)
        canvas.doForm("inner")
        canvas.restoreState()
        path = canvas.beginPath()
        path.moveTo(10, 230)
        path.lineTo(110, 230)
        path.lineTo(110, 200)
        canvas.drawPath(path)

    made = page(draw)
    tops = sorted(round(ruling.box.top) for ruling in made.rulings if ruling.horizontal)
    assert tops == [10, 29, 50, 70]
    (upright,) = [ruling for ruling in made.rulings if not ruling.horizontal]
    assert near(upright.box, Box(110, 70, 110, 100))


def test_a_stroked_rectangle_is_four_lines_and_a_filled_one_is_none(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(10, 200, 80, 40, stroke=1, fill=0)
        canvas.rect(200, 200, 80, 40, stroke=0, fill=1)

    found = page(draw).rulings
    assert len(found) == 4
    assert all(ruling.box.x1 <= 91 for ruling in found)


def test_slanted_lines_and_specks_rule_nothing(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(10, 200, 100, 260)
        canvas.line(10, 100, 12, 100)

    assert page(draw).rulings == ()


@pytest.mark.parametrize(
    ("printed", "meant"), [("⾏", "行"), ("⺠", "民"), ("（", "（"), ("１", "１"), ("a", "a")]
)
def test_radicals_are_read_as_characters_and_the_rest_as_printed(printed: str, meant: str) -> None:
    assert plain(ord(printed)) == meant


def test_a_page_is_drawn_in_colour_at_any_scale(tmp_path: Path) -> None:
    path = tmp_path / "red.pdf"
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, HEIGHT / 2, WIDTH, HEIGHT / 2, stroke=0, fill=1)
    canvas.save()
    with PdfPages(path) as pages:
        for scale in (0.5, 1.0, 2.5):
            width, height, pixels = pages.draw(1, scale)
            assert (width, height) == (WIDTH * scale, HEIGHT * scale)
            assert pixels[:3] == b"\x00\x00\xff", "blue, green, red"
            assert pixels[-4:-1] == b"\xff\xff\xff"
            assert len(pixels) == width * height * 4
