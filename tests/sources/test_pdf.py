"""PDFs made with reportlab: every word and line is found where it was put, however the page is turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gouji.errors import NoTextError
from gouji.model.geometry import Box
from gouji.sources import read
from gouji.sources.file import open_file
from gouji.sources.page import Page, Word
from gouji.sources.pdf import PdfPages
from gouji.sources.pdf.words import ILLEGIBLE, plain
from gouji.sources.turning import upright

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
        return read(tmp_path / "made.pdf").pages[0]

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
    with open_file(path) as file, PdfPages(file) as pages:
        for scale in (0.5, 1.0, 2.5):
            width, height, pixels = pages.draw(1, scale)
            assert (width, height) == (WIDTH * scale, HEIGHT * scale)
            assert pixels[:3] == b"\x00\x00\xff", "blue, green, red"
            assert pixels[-4:-1] == b"\xff\xff\xff"
            assert len(pixels) == width * height * 4


def test_figures_one_against_the_other_are_parted_where_the_pitch_breaks(
    page: Callable[[Draw], Page],
) -> None:
    """Digits are 5.56 wide; the second figure begins half a point late, too little to be a space."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 200, "25036")
        canvas.drawString(100 + 5 * 5.56 + 0.5, 200, "11983")

    texts = [word.text for word in page(draw).words]
    assert texts[:2] == ["25036", "11983"]


def test_figures_set_wide_are_whole(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(100, 200)
        text.setCharSpace(1)
        text.textOut("100135")
        canvas.drawText(text)

    assert word(page(draw), "100135")


def test_a_figure_printed_twice_for_boldness_is_one(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 200, "95")
        canvas.drawString(100.3, 200, "95")

    assert next(word.text for word in page(draw).words) == "95"
    assert word(page(draw), "95")


def test_what_lies_off_the_page_is_not_read(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 0, 350, 280))
        canvas.drawString(360, 200, "777")
        canvas.line(355, 100, 390, 100)
        canvas.line(300, 150, 390, 150)

    made = page(draw)
    assert all(word.text != "777" for word in made.words)
    (ruling,) = made.rulings
    assert near(ruling.box, Box(250, 130, 300, 130))


def test_lines_of_one_path_are_not_joined(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        for start in (10, 100):
            path.moveTo(start, 200)
            path.lineTo(start + 50, 200)
        canvas.drawPath(path)

    found = sorted(ruling.box.x0 for ruling in page(draw).rulings)
    assert [round(start) for start in found] == [10, 100]


def test_text_hidden_under_a_scan_is_not_what_the_page_says(page: Callable[[Draw], Page]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (20, 15), 255)), 0, 0, WIDTH, HEIGHT)
        text = canvas.beginText(100, 200)
        text.setTextRenderMode(3)
        text.textOut("38")
        text.setTextRenderMode(0)
        canvas.drawText(text)

    texts = {word.text for word in page(draw).words}
    assert "38" not in texts
    assert "enough" in texts


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_seen_sideways_says_so(tmp_path: Path, quarters: int) -> None:
    path = tmp_path / "made.pdf"
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.drawString(100, 200, "enough words to be more than a scan")
    canvas.save()
    with pdfium.PdfDocument(path) as document:
        document[0].set_rotation(90 * quarters)
        document.save(tmp_path / "turned.pdf")
    made = read(tmp_path / "turned.pdf").pages[0]
    assert made.sideways == -quarters % 4
    assert [word.text for word in made.words][:2] == ["enough", "words"]
    level = upright(made)
    assert (level.width, level.height) == (WIDTH, HEIGHT)
    assert level.words[0].box.x0 == pytest.approx(100, abs=1)
    seen = made.words[0].box
    assert 0 <= seen.x0 < seen.x1 <= made.width
    assert 0 <= seen.top < seen.bottom <= made.height


def test_a_character_without_a_meaning_stands_as_illegible() -> None:
    """A figure of such characters must not look like a blank cell."""
    assert [plain(code) for code in (0, 0xE123, 0xD800, 0x110000)] == [ILLEGIBLE] * 4
    assert [plain(code) for code in (0x20, 0x3000, 0x0D)] == [None] * 3
    assert plain(0x02) == "-", "a hyphen at the end of a line"


def test_garbled_text_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "made.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(100, 200, "enough words to be more than a scan")
    canvas.save()
    monkeypatch.setattr("gouji.sources.pdf.words.plain", lambda code: ILLEGIBLE if code > 0x20 else None)
    with pytest.raises(NoTextError):
        read(path)


SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the repository")
def test_a_scan_is_no_text() -> None:
    with pytest.raises(NoTextError):
        read(SAMPLES / "made_scan_seed003.pdf")
