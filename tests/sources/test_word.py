"""Documents of Word: final text, merged cells, text boxes."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from gouji.model.report import Doubt
from gouji.sources import read
from gouji.sources.page import OpenedSource
from gouji.sources.strip import Grid, TextLine

NAMESPACES = (
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def read_body(folder: Path, body: str) -> OpenedSource:
    path = folder / "made.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document{NAMESPACES}><w:body>{body}</w:body></w:document>")
    return read(path)


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def text_box(content: str) -> str:
    """A text box as Word writes it: once for itself, once for older programs."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    new = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def texts(opened: OpenedSource) -> list[str]:
    assert opened.strips is not None
    return [strip.text for strip in opened.strips if isinstance(strip, TextLine)]


def only_grid(opened: OpenedSource) -> Grid:
    assert opened.strips is not None
    (grid,) = [strip for strip in opened.strips if isinstance(strip, Grid)]
    return grid


@pytest.mark.parametrize(
    ("runs", "lines"),
    [
        ([run("全年"), run("12 "), run("件")], ["全年12 件"]),
        ([run("甲"), "<w:del>" + run("乙") + "</w:del>", "<w:ins>" + run("丙") + "</w:ins>"], ["甲丙"]),
        ([run("甲"), run("乙", "<w:vanish/>"), run("丙", '<w:vanish w:val="0"/>')], ["甲丙"]),
        ([run("22"), run("1", '<w:vertAlign w:val="superscript"/>')], ["22¹"]),
        ([run("12", "<w:strike/>"), run("13")], ["13"]),
        ([run("甲"), "<w:r><w:br/></w:r>", run("乙")], ["甲", "乙"]),
        ([run("甲"), "<w:r><w:tab/></w:r>", run("乙")], ["甲 乙"]),
        (["<w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>" + run("甲") + "</w:hyperlink>"], ["甲"]),
        (["<w:sdt><w:sdtContent>" + run("甲") + "</w:sdtContent></w:sdt>"], ["甲"]),
        ([run("前"), text_box(paragraph(run("框"))), run("后")], ["前后", "框"]),
    ],
)
def test_the_final_text(tmp_path: Path, runs: list[str], lines: list[str]) -> None:
    assert texts(read_body(tmp_path, paragraph(*runs))) == lines


def test_merged_cells_and_what_was_deleted(tmp_path: Path) -> None:
    body = table(
        row(
            cell(paragraph(run("甲")), '<w:vMerge w:val="restart"/>'),
            cell(paragraph(run("乙")), '<w:gridSpan w:val="2"/>'),
        ),
        row(cell(paragraph(run("删"))), properties="<w:del/>"),
        row(
            cell(paragraph(), "<w:vMerge/>"),
            cell(paragraph(run("1"))),
            cell(paragraph("<w:del>" + run("2") + "</w:del>")),
        ),
        row(cell(paragraph(run("3"))), properties='<w:gridBefore w:val="2"/>'),
    )
    placed = [
        [(slot.text, slot.column, slot.column_span, slot.row_span) for slot in each]
        for each in only_grid(read_body(tmp_path, body)).rows
    ]
    assert placed == [[("甲", 0, 1, 2), ("乙", 1, 2, 1)], [("1", 1, 1, 1), ("", 2, 1, 1)], [("3", 2, 1, 1)]]


@pytest.mark.parametrize(
    ("content", "text", "doubt"),
    [
        (paragraph(run("5")), "5", None),
        (paragraph(run("1")) + paragraph(run("2")), "1 2", None),
        (paragraph(run("12", "<w:dstrike/>"), run("13")), "13", Doubt.DISPLAY),
        (paragraph("<w:r><w:drawing/></w:r>"), "", Doubt.DISPLAY),
        (paragraph(text_box(paragraph(run("7")))), "7", Doubt.DISPLAY),
        (table(row(cell(paragraph(run("7"))))), "7", None),
    ],
)
def test_what_a_cell_shows(tmp_path: Path, content: str, text: str, doubt: Doubt | None) -> None:
    body = table(row(cell(paragraph(run("甲"))), cell(content)))
    slot = only_grid(read_body(tmp_path, body)).rows[0][1]
    assert (slot.text, slot.doubt) == (text, doubt)


def test_a_table_that_arranges_others_is_not_one(tmp_path: Path) -> None:
    inner = table(row(cell(paragraph(run("规章"))), cell(paragraph(run("1")))))
    body = table(row(cell(paragraph(run("左"))), cell(inner + paragraph(run("右")))))
    opened = read_body(tmp_path, body)
    assert texts(opened) == ["左", "右"]
    assert [slot.text for slot in only_grid(opened).rows[0]] == ["规章", "1"]
