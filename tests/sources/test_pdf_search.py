"""Phrases are found on the pages of PDFs made with reportlab, where they were put."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gouji.sources.file import open_file
from gouji.sources.pdf import PdfPages
from gouji.sources.phrase import MOST_PASSAGES

WIDTH, HEIGHT, SIZE = 400.0, 300.0, 10.0


def canvas_at(path: Path) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.setFont("STSong-Light", SIZE)
    return canvas


def test_a_phrase_is_found_in_part_of_a_line(tmp_path: Path) -> None:
    canvas = canvas_at(tmp_path / "made.pdf")
    canvas.drawString(100, 200, "办理结果总计")
    canvas.save()
    with open_file(tmp_path / "made.pdf") as file, PdfPages(file) as pages:
        ((place,),) = pages.find("结果", 1, 1).found
    assert place.page == 1
    assert place.box.x0 == pytest.approx(100 + 2 * SIZE, abs=1)
    assert place.box.x1 == pytest.approx(100 + 4 * SIZE, abs=1)
    assert place.box.top < HEIGHT - 203 < place.box.bottom


def test_a_phrase_over_two_lines_has_two_boxes(tmp_path: Path) -> None:
    canvas = canvas_at(tmp_path / "made.pdf")
    canvas.drawString(300, 200, "受理申")
    canvas.drawString(50, 180, "请51件")
    canvas.save()
    with open_file(tmp_path / "made.pdf") as file, PdfPages(file) as pages:
        (passage,) = pages.find("申请 51", 1, 1).found
    first, second = (place.box for place in passage)
    assert first.x0 == pytest.approx(300 + 2 * SIZE, abs=1)
    assert second.x0 == pytest.approx(50, abs=1)
    assert first.bottom < second.bottom
    assert second.x1 < 50 + 3 * SIZE


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_boxes_lie_on_the_page_as_it_is_seen(tmp_path: Path, turns: int) -> None:
    canvas = canvas_at(tmp_path / "made.pdf")
    canvas.setPageRotation(turns)
    canvas.drawString(100, 200, "办理结果")
    canvas.save()
    with open_file(tmp_path / "made.pdf") as file, PdfPages(file) as pages:
        ((place,),) = pages.find("结果", 1, 1).found
        width, height, pixels = pages.draw(1, 1)
    box = place.box
    inside = [
        pixels[4 * (width * y + x)] < 128
        for x in range(int(box.x0), int(box.x1))
        for y in range(int(box.top), int(box.bottom))
    ]
    assert sum(inside) > 20
    # All ink is that of four characters: the other two stand before these.
    assert sum(pixels[index] < 128 for index in range(0, 4 * width * height, 4)) > sum(inside)


def test_pages_are_looked_at_in_their_order_and_only_those_asked_for(tmp_path: Path) -> None:
    canvas = canvas_at(tmp_path / "made.pdf")
    for number in range(1, 7):
        canvas.setFont("STSong-Light", SIZE)
        canvas.drawString(50, 200, f"共{number % 2}件")
        canvas.showPage()
    canvas.save()
    found, first = [], 2
    with open_file(tmp_path / "made.pdf") as file, PdfPages(file) as pages:
        while first:
            passages = pages.find("共1件", first, 5)
            found += [passage[0].page for passage in passages.found]
            first = passages.next_page
        assert pages.find("共1件", 6, 99).found == ()
    assert found == [3, 5]


def test_hits_are_bounded(tmp_path: Path) -> None:
    canvas = canvas_at(tmp_path / "made.pdf")
    for line in range(25):
        canvas.drawString(10, 10 + 11 * line, "0 " * 60)
    canvas.save()
    with open_file(tmp_path / "made.pdf") as file, PdfPages(file) as pages:
        assert len(pages.find("0", 1, 1).found) == MOST_PASSAGES
