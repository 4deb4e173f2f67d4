"""Encodings: told from the bytes, asked for, or lied about; a figure is never made of what was broken."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

from gouji.errors import DamagedFileError, WrongEncodingError
from gouji.library import forms
from gouji.library.script import simplified
from gouji.loader import load
from gouji.model.report import Reading, Report
from gouji.resources import resource
from gouji.reviewfile import dumps, encode
from gouji.sources import read
from gouji.sources.encoding import ENCODINGS
from tests.test_cli import gouji
from tests.twins import MAKERS
from tests.typeset import TITLE, UNIT, draw_figures, seeded, typeset

FORM = forms()[0]
FIGURES = draw_figures(FORM, seeded("encodings"))
TEXT = "\n".join(typeset(FORM, FIGURES, "tabs"))
TRADITIONAL = TEXT.translate(
    {
        ord(plain): several[0]
        for plain, several in tomllib.loads(resource("traditional.toml").read_text("utf-8"))[
            "characters"
        ].items()
    }
    | {ord("农"): "農", ord("广"): "廣", ord("训"): "訓"}
)
"""The report as an office prints it that writes traditional characters."""
CODECS = {"big5": "cp950"}
"""What offices write by a name, where that is less than what is read by it."""


def read_report(path: Path, encoding: str | None = None) -> Report:
    return load(path, encoding=encoding).review.document.report


def printed(report: Report) -> dict[str, str | None]:
    """The text of every cell that counts as surely read."""
    cells = report.cells.items()
    return {str(address): cell.raw for address, cell in cells if cell.reading is Reading.CLEAR}


WHOLE = {str(address): text for address, text in FIGURES.items()}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_report_of_traditional_characters_is_a_report(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "報告.txt"
    path.write_bytes(TRADITIONAL.encode(CODECS.get(encoding, encoding)))
    # In GB18030 nobody writes them, and nothing tells them from Big5 then.
    report = read_report(path, encoding if encoding == "gb18030" else None)
    assert printed(report) == WHOLE
    assert report.source.encoding == encoding
    assert (report.form, report.year) == (FORM, 2023)
    assert report.unit is not None
    assert simplified(report.unit) != report.unit, "as printed"


@pytest.mark.parametrize(
    ("encoding", "ending"), [*product(ENCODINGS, (b"", b"\n\n", b"\xe6", b"\x81", b"\r"))]
)
def test_odd_bytes_at_the_end_change_no_figure(tmp_path: Path, encoding: str, ending: bytes) -> None:
    text = TRADITIONAL if encoding == "big5" else TEXT
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding) + ending)
    report = read_report(path)
    assert report.source.encoding == encoding
    assert printed(report) == WHOLE


@pytest.mark.parametrize("encoding", [name for name in ENCODINGS if not name.startswith("utf-16")])
def test_a_broken_byte_in_a_figure_is_marked(tmp_path: Path, encoding: str) -> None:
    text = (TRADITIONAL if encoding == "big5" else TEXT).encode(CODECS.get(encoding, encoding))
    path = tmp_path / "report.txt"
    for address, figure in list(FIGURES.items())[10:90:7]:
        at = text.index(b"\t" + figure.encode() + b"\t") + 2
        for broken in (b"\x81", b"\xff", b"\0"):
            path.write_bytes(text[:at] + broken + text[at:])
            cell = read_report(path).cells[address]
            assert cell.reading is not Reading.CLEAR, f"{figure} {broken!r}: {cell}"


def test_parts_in_several_encodings_are_refused_or_marked(tmp_path: Path) -> None:
    lines = TEXT.split("\n")
    path = tmp_path / "report.txt"
    for count in (1, 3, 10, len(lines) // 2):
        half = "\n".join(lines[:-count]).encode(), "\n".join(lines[-count:]).encode("gb18030")
        path.write_bytes(b"\n".join(half))
        try:
            report = read_report(path)
        except DamagedFileError:
            continue
        assert printed(report).items() <= WHOLE.items()


@pytest.mark.parametrize(
    ("written", "declared"),
    [*product(["utf-8", "gb18030"], ["utf-8", "gb2312", "big5", "utf-16", "x", "hex"])],
)
def test_a_page_that_lies_about_its_encoding_is_read(tmp_path: Path, written: str, declared: str) -> None:
    path = tmp_path / "report.html"
    MAKERS[".html"](FORM, FIGURES, path)
    page = path.read_text("utf-8").replace("charset=utf-8", f"charset={declared}")
    path.write_bytes(page.encode(written))
    report = read_report(path)
    assert report.source.encoding == written
    assert report.unit == UNIT
    assert printed(report) == WHOLE


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_a_file_is_read_in_the_encoding_asked_for(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"report{ending}"
    if ending == ".txt":
        path.write_text(TEXT, "gb18030")
    else:
        MAKERS[ending](FORM, FIGURES, path)
        path.write_bytes(path.read_text("utf-8").encode("gb18030"))
    report = read_report(path, "gb18030")
    assert (report.unit, report.source.encoding) == (UNIT, "gb18030")
    for other in ENCODINGS.keys() - {"gb18030"}:
        with pytest.raises(WrongEncodingError) as raised:
            load(path, encoding=other)
        assert other in raised.value.sentence("zh")
        assert path.name in raised.value.sentence("en")


def test_a_mark_is_no_part_of_the_text_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    assert read(path, encoding="utf-8").lines == tuple(TEXT.split("\n"))


@pytest.mark.parametrize("name", ["hex", "", "rot13", "latin-1", "\0"])
def test_what_is_no_encoding_of_offices_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    if name:
        with pytest.raises(WrongEncodingError):
            load(path, encoding=name)
    else:
        assert load(path, encoding=name).review.document.report.source.encoding == "utf-8"


def test_a_review_shows_its_source_in_the_encoding_it_was_read_in(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TRADITIONAL.encode("gb18030") + b"\xff\n\xff")
    with pytest.raises(DamagedFileError):
        load(path)
    loaded = load(path, encoding="gb18030")
    review = tmp_path / "review.json"
    review.write_text(dumps(encode(loaded.review)), "utf-8")
    again = load(review)
    assert again.review.document.report.source.encoding == "gb18030"
    assert again.view == loaded.view


def test_the_command_line_reads_in_the_encoding_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    told = gouji("extract", "--encoding", "GB18030", path)
    assert (TITLE in told.stdout, told.stderr) == (True, "")
    wrong = gouji("check", path, "--encoding", "big5", "--lang", "en")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == f"“{path.name}” read as big5 is no annual report: choose another encoding.\n"
    assert gouji("check", path, "--encoding", "ebcdic").returncode == 64
