"""The second reading: pages made with reportlab come out of pdfplumber as tables and lines."""

from __future__ import annotations

from collections.abc import Callable
from logging import WARNING, getLogger
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gouji.errors import DamagedFileError, FileMissingError, FileTooLargeError, GoujiError, WrongPasswordError
from gouji.extraction import extract
from gouji.model.geometry import Box
from gouji.model.report import Doubt, Reading
from gouji.resources import resource
from gouji.sources import read, read_again
from gouji.sources.file import open_file
from gouji.sources.plumbed import document, draw_outline, draw_tables
from gouji.sources.seen import Outline
from gouji.sources.strip import Grid, Slot, TextLine
from tests.typeset import seeded

WIDTH, HEIGHT = 400.0, 300.0
LEFT, TOP, WIDE, HIGH = 100.0, 250.0, 40.0, 30.0
"""Of a table of 3 columns and 2 rows, measured as PDF does, from below."""
EXAMPLE = next(resource("examples").glob("*.pdf"))
Draw = Callable[[Canvas], None]
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A PDF with a ruled table on which a function draws."""

    def made(draw: Draw, name: str = "made.pdf", **options: Any) -> Path:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        canvas = Canvas(str(tmp_path / name), pagesize=(WIDTH, HEIGHT), **options)
        canvas.setFont("STSong-Light", 10)
        canvas.grid([LEFT + WIDE * n for n in range(4)], [TOP - HIGH * n for n in range(3)])
        draw(canvas)
        canvas.save()
        return tmp_path / name

    return made


def slots(path: Path) -> list[list[Slot]]:
    """The slots of the only table, row by row."""
    strips = read_again(path).strips
    assert strips is not None
    (grid,) = (item for item in strips if isinstance(item, Grid))
    return [list(row) for row in grid.rows]


def texts(path: Path) -> list[list[str]]:
    return [[slot.text for slot in row] for row in slots(path)]


def write(canvas: Canvas, column: int, text: str, row: int = 0, into: float = 4) -> None:
    canvas.drawString(LEFT + WIDE * column + into, TOP - HIGH * row - 18, text)


def test_figures_stand_in_their_cells(make: Make) -> None:
    def draw(canvas: Canvas) -> None:
        for column, text in enumerate(("行政许可", "0", "12 345")):
            write(canvas, column, text)
        write(canvas, 2, "7", row=1)

    assert texts(make(draw)) == [["行政许可", "0", "12 345"], ["", "", "7"]]


def test_a_figure_is_no_part_of_the_label_before_it(make: Make) -> None:
    path = make(lambda canvas: canvas.drawString(LEFT, 280, "行政许可0"))
    (line,) = (item for item in read_again(path).strips or () if isinstance(item, TextLine))
    assert line.text == "行政许可 0"
    assert line.box.x0 == pytest.approx(LEFT, abs=1)
    assert line.box.top < HEIGHT - 280 < line.box.bottom


def test_a_figure_over_the_border_is_whole_and_in_doubt(make: Make) -> None:
    (row, _) = slots(make(lambda canvas: write(canvas, 0, "100135", into=14)))
    assert [(slot.text, slot.doubt) for slot in row] == [("100135", Doubt.OVERFLOW), ("", None), ("", None)]


def test_figures_below_each_other_may_be_one(make: Make) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT + 4, TOP - 12, "374")
        canvas.drawString(LEFT + 4, TOP - 24, "2")

    slot = slots(make(draw))[0][0]
    assert (slot.text, slot.doubt) == ("3742", Doubt.TORN)


def test_what_is_slanted_or_cut_away_is_not_read(make: Make) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 0, WIDTH, HEIGHT))
        write(canvas, 0, "13")
        canvas.drawString(10, 280, "777")
        canvas.translate(LEFT + 5, TOP - 20)
        canvas.rotate(30)
        canvas.drawString(0, 0, "COPY")

    path = make(draw)
    assert texts(path)[0] == ["13", "", ""]
    assert not any("777" in item.text for item in read_again(path).strips or () if isinstance(item, TextLine))


def test_a_figure_printed_twice_for_boldness_is_one(make: Make) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 0, "95")
        write(canvas, 0, "95", into=4.3)

    assert texts(make(draw))[0][0] == "95"


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_is_read_however_it_is_turned(make: Make, tmp_path: Path, quarters: int) -> None:
    path = make(lambda canvas: write(canvas, 1, "13"))
    with pdfium.PdfDocument(path) as pages:
        pages[0].set_rotation(90 * quarters)
        pages.save(tmp_path / "turned.pdf")
    assert texts(tmp_path / "turned.pdf")[0] == ["", "13", ""]


def test_both_readings_of_the_example_are_the_same() -> None:
    first, second = extract(read(EXAMPLE)), extract(read_again(EXAMPLE))
    assert (second.form, second.unit, second.year) == (first.form, first.unit, first.year)
    found = {address for address, cell in second.cells.items() if cell.reading is not Reading.MISSING}
    assert len(found) > 0.9 * len(first.cells)
    assert all(second.cells[address].value == first.cells[address].value for address in found)


def test_the_libraries_are_quiet(make: Make) -> None:
    """What they warn of in their logs would stand on standard error."""
    read_again(make(lambda canvas: write(canvas, 0, "13")))
    for name in ("pdfminer.pdffont", "pdfplumber.pdf"):
        assert not getLogger(name).isEnabledFor(WARNING)


def test_broken_files_are_one_plain_error(tmp_path: Path) -> None:
    content, random = EXAMPLE.read_bytes(), seeded("broken files")
    path = tmp_path / "broken.pdf"
    refused = 0
    for _ in range(40):
        broken = bytearray(content)
        for _ in range(60):
            broken[random.randrange(len(broken))] = random.randrange(256)
        path.write_bytes(broken[: random.randrange(len(broken))] if random.random() < 0.5 else broken)
        try:
            read_again(path)
        except GoujiError as error:
            refused += isinstance(error, DamagedFileError)
    assert refused


def test_a_page_without_a_size_is_one_plain_error(make: Make) -> None:
    path = make(lambda canvas: write(canvas, 0, "13"), pageCompression=0)
    path.write_bytes(path.read_bytes().replace(b"/MediaBox", b"/MediaXXX"))
    with pytest.raises(DamagedFileError):
        read_again(path)


def test_a_missing_or_locked_file_is_told(make: Make, tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        read_again(tmp_path / "none.pdf")
    lock = StandardEncryption("open", canPrint=1)
    path = make(lambda canvas: write(canvas, 0, "13"), encrypt=lock)
    with pytest.raises(WrongPasswordError):
        read_again(path, "shut")
    assert read_again(path, "open").strips


def test_a_file_of_many_pages_is_not_read_again(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_PAGES_AGAIN", 1)
    path = make(lambda canvas: (canvas.showPage(), canvas.drawString(9, 9, "second")))
    with pytest.raises(FileTooLargeError):
        read_again(path)


@pytest.mark.parametrize("cropped", [0, 50])
def test_what_was_seen_is_drawn_where_it_is(make: Make, cropped: int) -> None:
    path = make(lambda canvas: canvas.setCropBox((cropped, 0, WIDTH, HEIGHT)))
    box = Box(100 - cropped, 100, 150 - cropped, 120)
    ruling = Box(20, 200, 80, 201)
    outline = Outline((ruling,), (), ((box, "row.column"),))
    with open_file(path) as file:
        width, height, pixels = draw_outline(file, None, 1, 2.0, outline)
    assert (width, height) == ((WIDTH - cropped) * 2, HEIGHT * 2)
    assert len(pixels) == width * height * 4

    def colour(x: float, y: float) -> tuple[int, ...]:
        start = 4 * (int(y * 2) * width + int(x * 2))
        return tuple(pixels[start : start + 3])

    assert colour(350 - cropped, 20) == (255, 255, 255)
    blue, green, red = colour(50, 200.5)
    assert red > 2 * max(blue, green)
    blue, green, red = colour(box.x1 - 4, box.bottom - 4)
    assert green > max(blue, red)


def test_the_tables_that_were_found_are_drawn(make: Make) -> None:
    path = make(lambda canvas: write(canvas, 0, "13"))
    with open_file(path) as file:
        width, height, pixels = draw_tables(file, None, 1, 1.0)
    assert (width, height) == (WIDTH, HEIGHT)
    inside = 4 * (width * int(HEIGHT - TOP + 5) + int(LEFT + 60))
    blue, green, red = pixels[inside : inside + 3]
    assert blue > green == red, "cells are filled blue"
