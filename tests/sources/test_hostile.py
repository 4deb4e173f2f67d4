"""Pages, documents and workbooks that strangers made: one plain error each, soon and without a trace."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gouji.errors import (
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    GoujiError,
    NotAReportError,
    UnknownFormatError,
)
from gouji.library import forms
from gouji.loader import load
from tests.sources.test_word import NAMESPACES
from tests.twins import MAKERS
from tests.typeset import draw_figures, seeded

LONGEST = 10.0
"""Seconds of the processor for any of these; each takes less than two."""

LAUGH = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(**parts: str | bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def document(body: str, head: str = "") -> bytes:
    xml = f"{head}<w:document{NAMESPACES}><w:body>{body}</w:body></w:document>"
    return zipped(**{"word/document.xml": xml})


def workbook(rows: str, head: str = "") -> bytes:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        **{
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{relation}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="r1" '
            f'Type="{relation}/worksheet" Target="worksheets/a.xml"/></Relationships>',
            "xl/worksheets/a.xml": f'{head}<worksheet xmlns="{SHEET}">'
            f"<sheetData>{rows}</sheetData></worksheet>",
        }
    )


PAGE = "<html><body>"
CELLS = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
HOSTILE: dict[str, tuple[Callable[[], bytes], type[GoujiError]]] = {
    "laugh.html": (f"{LAUGH}]><html><body><p>&i;".encode, NotAReportError),
    # Newer parsers stop at a depth of some thousands, older ones read to the end.
    "deep.html": (lambda: PAGE.encode() + b"<div>" * 10_000, GoujiError),
    "deep tables.html": (lambda: PAGE.encode() + b"<table><tr><td>" * 10_000, GoujiError),
    "wide.html": ((PAGE + "<table><tr><td colspan=100000000>1<td>2").encode, NotAReportError),
    "wide and long.html": (
        (PAGE + "<table>" + "<tr><td colspan=1000 rowspan=65000>1<td>2" * 20_000).encode,
        NotAReportError,
    ),
    "staircase.html": (
        (PAGE + "<table>" + ("<tr>" + "<td rowspan=999>1" * 99) * 900).encode,
        NotAReportError,
    ),
    "many.html": (lambda: PAGE.encode() + b"<p>x" * 1_000_000, FileTooLargeError),
    "large.html": (lambda: PAGE.encode() + b"x" * 13_000_000, FileTooLargeError),
    "nothing.html": (lambda: b"<html></html>", EmptyFileError),
    "rubbish.html": (lambda: bytes(range(256)) * 50, DamagedFileError),
    "parts.mht": (
        lambda: b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + b"\n--x" * 99_999,
        DamagedFileError,
    ),
    "laugh.docx": (lambda: document("<w:p>&i;</w:p>", f"{LAUGH}]>"), DamagedFileError),
    "outside.docx": (
        lambda: document("<w:p>&a;</w:p>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        DamagedFileError,
    ),
    "deep.docx": (lambda: document("<w:sdt>" * 10_000), DamagedFileError),
    "less deep.docx": (lambda: document("<w:p>" * 240 + "</w:p>" * 240), EmptyFileError),
    "nested.docx": (
        lambda: document("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80),
        EmptyFileError,
    ),
    "bomb.docx": (lambda: document("x" * 200_000_000), FileTooLargeError),
    "many.docx": (lambda: document("<w:p/>" * 1_000_000), FileTooLargeError),
    "wide.docx": (
        lambda: document(
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='{'9' * 5000}'/></w:tcPr></w:tc>"
            "<w:tc/></w:tr></w:tbl>"
        ),
        EmptyFileError,
    ),
    "no body.docx": (lambda: zipped(**{"word/document.xml": "<a/>"}), DamagedFileError),
    "cut.docx": (lambda: document("<w:p/>" * 9999)[:200], DamagedFileError),
    "laugh.xlsx": (lambda: workbook("<row><c t='str'><v>&i;</v></c></row>", f"{LAUGH}]>"), DamagedFileError),
    "million.xlsx": (lambda: workbook(CELLS * 1000), FileTooLargeError),
    "bomb.xlsx": (lambda: workbook(" " * 300_000_000), FileTooLargeError),
    "texts.xlsx": (lambda: workbook("<row><c t='s'><v>99999999999</v></c></row>"), EmptyFileError),
    "merged.xlsx": (
        lambda: workbook(
            "<row r='9'><c t='str'><v>x</v></c></row></sheetData><mergeCells>"
            + "<mergeCell ref='A1:XFD9999999'/>" * 10_000
            + "</mergeCells><sheetData>"
        ),
        EmptyFileError,
    ),
    "no sheet.xlsx": (lambda: zipped(**{"xl/workbook.xml": "<a/>"}), DamagedFileError),
    "empty.xlsx": (lambda: workbook(""), EmptyFileError),
    "names.zip": (lambda: zipped(**{"a.pdf": b"x"}), UnknownFormatError),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_one_plain_error_soon(tmp_path: Path, name: str) -> None:
    make, trouble = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(make())
    start = process_time()
    with pytest.raises(trouble) as raised:
        load(path)
    assert process_time() - start < LONGEST
    for language in ("zh", "en"):
        assert name in raised.value.sentence(language)


@pytest.mark.parametrize("ending", MAKERS)
def test_a_file_cut_short_is_refused_or_marked(tmp_path: Path, ending: str) -> None:
    form = forms()[0]
    path = tmp_path / f"whole{ending}"
    MAKERS[ending](form, draw_figures(form, seeded(ending)), path)
    content = path.read_bytes()
    for part in range(1, 10):
        path.write_bytes(content[: len(content) * part // 10])
        try:
            report = load(path).review.document.report
        except GoujiError:
            continue
        assert ending == ".html"
        assert any(cell.value is None for cell in report.cells.values()) or part > 5


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ending=st.sampled_from(sorted(MAKERS)), random=st.randoms(use_true_random=False))
def test_a_changed_byte_never_brings_it_down(
    tmp_path_factory: pytest.TempPathFactory, ending: str, random: object
) -> None:
    assert hasattr(random, "randrange")
    path = tmp_path_factory.getbasetemp() / f"mutated{ending}"
    whole = path.with_name(f"whole{ending}")
    if not whole.exists():
        MAKERS[ending](forms()[0], draw_figures(forms()[0], seeded(1)), whole)
    content = bytearray(whole.read_bytes())
    for _ in range(random.randrange(1, 30)):
        content[random.randrange(len(content))] = random.randrange(256)
    path.write_bytes(bytes(content))
    try:
        load(path)
    except GoujiError as error:
        assert path.name in error.sentence("zh")  # noqa: PT017 -- whichever trouble it is, it has a sentence


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ("DOC", "DOCX")),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            ("password",),
        ),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), ("XLS",)),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("WPS",)),
        ("a.ofd", zipped(**{"OFD.xml": "<a/>"}), ("OFD", "PDF")),
        ("a", b"{\\rtf1", ("RTF",)),
        ("a.html", b"\x89PNG\r\n", ("PNG", "PDF")),
        ("a.xlsx", b"Rar!\x1a\x07", ("RAR", "unpack")),
        ("a.wps", b"plain words", (".wps",)),
    ],
)
def test_formats_without_a_reader_are_named_by_their_content(
    tmp_path: Path, name: str, content: bytes, words: tuple[str, ...]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnknownFormatError) as raised:
        load(path)
    assert all(word in raised.value.sentence("en") for word in words)
    assert path.name in raised.value.sentence("zh")


@pytest.mark.parametrize("ending", MAKERS)
def test_a_wrong_name_does_not_matter(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"report{ending}"
    MAKERS[ending](forms()[0], draw_figures(forms()[0], seeded(ending)), path)
    path = path.rename(tmp_path / "report.wps")
    assert load(path).review.document.report.year == 2023
