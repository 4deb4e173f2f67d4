"""Files that cost more than any report: refused in words before they cost it."""

from __future__ import annotations

import io
import socket
import sys
import tracemalloc
from collections.abc import Callable
from itertools import product
from pathlib import Path
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from gouji.errors import (
    DamagedFileError,
    FileMissingError,
    FileTooLargeError,
    GoujiError,
    NotAFileError,
    NoTextError,
    TooManyPagesError,
)
from gouji.library import forms
from gouji.loader import load
from gouji.sources import read
from gouji.sources.file import SourceFile, open_file
from gouji.sources.limits import LONGEST_SIDE, LONGEST_TEXT, MOST_DOTS, MOST_LINES, MOST_OBJECTS, MOST_PAGES
from gouji.sources.pdf import PdfPages
from gouji.sources.zipped import Zipped
from tests.sources.hostile_pdf import CATALOGUE, MARK, paged, pdf
from tests.sources.test_hostile import SHEET, document, zipped
from tests.twins import MAKERS
from tests.typeset import draw_figures, seeded

LONGEST = 30.0
"""Seconds of the processor for any of these; each takes less than four."""
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def lines_drawn(count: int) -> bytes:
    return MARK + b"".join(b"0 %d m 9 %d l S\n" % (place % 800, place % 800) for place in range(count))


def sheets(rows: str, count: int) -> bytes:
    """A workbook that shows the same sheet many times over."""
    numbers = range(1, count + 1)
    listed = "".join(f'<sheet name="a{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    related = "".join(
        f'<Relationship Id="r{n}" Type="{RELATION}/worksheet" Target="worksheets/a.xml"/>' for n in numbers
    )
    return zipped(
        **{
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATION}">'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="x">{related}</Relationships>',
            "xl/worksheets/a.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def many_parts() -> bytes:
    parts: dict[str, str | bytes] = {f"word/{number}.xml": "x" for number in range(40_000)}
    return zipped(**parts, **{"word/document.xml": "<a/>"})


def nested_archive() -> bytes:
    """A document in the place of a part of a document."""
    return zipped(**{"word/document.xml": document("x" * 20_000_000)})


def deep_pages(depth: int) -> bytes:
    return pdf([CATALOGUE, *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % number for number in range(3, depth))])


ROW = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
LETTERS = b"BT /F 9 Tf " + b"(123456789) Tj " * (LONGEST_TEXT // 9 + 1) + b"ET"
ATTRIBUTES = b"".join(b"a%d=1 " % number for number in range(200_000))
COSTLY: dict[str, tuple[Callable[[], bytes], type[GoujiError]]] = {
    "pages.pdf": (lambda: paged(MARK, pages=MOST_PAGES + 1), TooManyPagesError),
    "million pages.pdf": (lambda: paged(MARK, pages=1_000_000), TooManyPagesError),
    "lines.pdf": (lambda: paged(lines_drawn(MOST_OBJECTS + 1)), FileTooLargeError),
    "letters.pdf": (lambda: paged(LETTERS), FileTooLargeError),
    "side.pdf": (lambda: paged(MARK, side=int(LONGEST_SIDE) + 1), FileTooLargeError),
    "objects.pdf": (lambda: pdf([CATALOGUE, b"<</Kids[]>>", *[b"<</A 1>>"] * 1_000_000]), GoujiError),
    "deep.pdf": (lambda: pdf([CATALOGUE, b"[" * 500_000 + b"]" * 500_000]), GoujiError),
    "kids.pdf": (lambda: deep_pages(20_000), GoujiError),
    "loop.pdf": (lambda: pdf([CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99>>"]), GoujiError),
    "lines.txt": (lambda: b"1\n" * (MOST_LINES + 1), FileTooLargeError),
    "letters.txt": (lambda: b"1 " * LONGEST_TEXT, FileTooLargeError),
    "nothing.txt": (lambda: bytes(5_000_000), DamagedFileError),
    "lines.html": (lambda: b"<html><body>" + b"<p>1" * (MOST_LINES + 1), FileTooLargeError),
    "attributes.html": (lambda: b"<html><body " + ATTRIBUTES, GoujiError),
    "parts.docx": (many_parts, GoujiError),
    "inside.docx": (nested_archive, DamagedFileError),
    "sheets.xlsx": (lambda: sheets(ROW, 200), FileTooLargeError),
    "rows.xlsx": (lambda: sheets("<row/>" * 2_000_000, 100), FileTooLargeError),
    "spaces.xlsx": (lambda: sheets("<row/>" + " " * 23_000_000, 100), GoujiError),
    "deep.json": (lambda: b"[" * 5_000_000, GoujiError),
    "deeper.json": (lambda: b'{"schema":' * 100_000, GoujiError),
}


@pytest.mark.parametrize("name", COSTLY)
def test_each_is_refused_in_words_before_it_costs_much(tmp_path: Path, name: str) -> None:
    make, trouble = COSTLY[name]
    path = tmp_path / name
    path.write_bytes(make())
    start = process_time()
    with pytest.raises(trouble) as raised:
        load(path)
    assert process_time() - start < LONGEST
    for language in ("zh", "en"):
        sentence = raised.value.sentence(language)
        assert name in sentence
        assert "\n" not in sentence


def test_as_many_pages_as_are_allowed_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(paged(MARK, pages=MOST_PAGES))
    assert read(path).source.pages == MOST_PAGES


def test_the_sentence_says_how_many_pages_there_are_and_may_be(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(paged(MARK, pages=612))
    with pytest.raises(TooManyPagesError, match="612 pages, more than 500"):
        load(path)


@pytest.mark.parametrize(("side", "scale"), list(product((800, 14_400, 99_999), (0.1, 2.0, 400.0))))
def test_a_page_is_drawn_with_no_more_dots_than_allowed(tmp_path: Path, side: int, scale: float) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(paged(MARK, side=side))
    with open_file(path) as file, PdfPages(file) as pages:
        width, height, pixels = pages.draw(1, scale)
    assert 4 * width * height == len(pixels)
    assert width * height <= MOST_DOTS * 1.01
    assert width == pytest.approx(min(side * scale, MOST_DOTS**0.5), abs=20)


def test_a_part_that_promises_little_and_holds_much_is_not_unpacked(tmp_path: Path) -> None:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 400_000_000)
    honest = (400_000_000).to_bytes(4, "little")
    lying = file.getvalue().replace(honest, (1000).to_bytes(4, "little"))
    assert lying != file.getvalue()
    tracemalloc.start()
    with pytest.raises(DamagedFileError):
        Zipped(tmp_path / "x.docx", lying, "DOCX").part("word/document.xml")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    for path, trouble in (
        (loop, FileMissingError),
        (Path("/dev/zero"), NotAFileError),
        (tmp_path / ("x" * 300 + ".pdf"), FileMissingError),
    ):
        with pytest.raises(trouble):
            load(path)


@pytest.mark.parametrize("name", ["report.pdf", "report.txt", "report.html", "report.docx", "report.xlsx"])
def test_a_file_that_vanishes_while_it_is_read_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    MAKERS.get(path.suffix, MAKERS[".html"])(forms()[0], draw_figures(forms()[0], seeded(1)), path)

    def vanish(file: SourceFile, *_: int) -> bytes:
        raise FileNotFoundError(2, "gone", file.path)

    monkeypatch.setattr(SourceFile, "content", vanish)
    with pytest.raises(FileMissingError):
        load(path)


OUTSIDE = (
    '<link rel=stylesheet href="http://127.0.0.1:9/x.css"><script src="http://127.0.0.1:9/x.js"></script>'
    '<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">'
    '<img src="http://127.0.0.1:9/x.png"><iframe src="file:///etc/passwd"></iframe>'
    '<object data="file:///etc/passwd"></object><embed src="ftp://127.0.0.1/x">'
    '<svg><image href="file:///etc/hostname"/><use href="http://127.0.0.1:9/x#y"/></svg>'
)
DOCTYPE = '<!DOCTYPE html PUBLIC "x" "http://127.0.0.1:9/x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def test_a_web_page_loads_nothing_from_anywhere(tmp_path: Path) -> None:
    """Every file that is opened and every connection that is made is heard of, also those of libraries."""
    path = tmp_path / "report.html"
    MAKERS[".html"](forms()[0], draw_figures(forms()[0], seeded(1)), path)
    load(path)
    page = path.read_text(encoding="utf-8")
    path.write_text(DOCTYPE + page.replace("<body>", f"<body>{OUTSIDE}&a;"), encoding="utf-8")
    heard: list[str] = []
    listening = True

    def hear(event: str, details: tuple[object, ...]) -> None:
        if listening and (
            event == "open" or event.startswith(("socket.", "subprocess.", "os.exec", "urllib."))
        ):
            heard.append(f"{event} {details[0]}")

    sys.addaudithook(hear)
    report = load(path).review.document.report
    listening = False
    assert report.year == 2023
    assert set(heard) == {f"open {path}"}


def test_lxml_asks_the_network_for_nothing(tmp_path: Path) -> None:
    """The parser below Python is not heard of: a server of our own sees whether it comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        path = tmp_path / "report.html"
        MAKERS[".html"](forms()[0], draw_figures(forms()[0], seeded(1)), path)
        text = path.read_text(encoding="utf-8").replace("<body>", f"<body>{OUTSIDE}")
        path.write_text((DOCTYPE + text).replace(":9/", f":{port}/"), encoding="utf-8")
        load(path)
        docx = tmp_path / "report.docx"
        docx.write_bytes(document("<w:p/>", f'<!DOCTYPE x SYSTEM "http://127.0.0.1:{port}/x.dtd">'))
        with pytest.raises(DamagedFileError):
            load(docx)
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_page_without_text_but_with_much_drawn_is_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "drawn.pdf"
    path.write_bytes(paged(lines_drawn(1000).replace(MARK, b"")))
    with pytest.raises(NoTextError):
        load(path)
