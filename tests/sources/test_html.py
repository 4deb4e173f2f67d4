"""Web pages: what is seen of them, where their cells stand, and what is left out."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.errors import DamagedFileError, EmptyFileError
from gouji.extraction import extract
from gouji.library import forms
from gouji.model.report import Doubt, Reading
from gouji.sources import read
from gouji.sources.html.spans import MOST_COLUMNS, MOST_ROWS, SpanTable, read_span
from gouji.sources.page import OpenedSource
from gouji.sources.strip import Grid, TextLine
from gouji.sources.transcript import PrintedCell
from tests.extraction.test_layouts import silently_wrong, value_of
from tests.twins import make_html
from tests.typeset import UNIT, draw_figures, seeded

FORM = forms()[0]
PRINTED = draw_figures(FORM, seeded("html"))


def read_page(folder: Path, body: str, name: str = "page.html", codec: str = "utf-8") -> OpenedSource:
    path = folder / name
    path.write_bytes(f"<html><body>{body}</body></html>".encode(codec))
    return read(path)


def texts(opened: OpenedSource) -> list[str]:
    assert opened.strips is not None
    return [strip.text for strip in opened.strips if isinstance(strip, TextLine)]


def rows(opened: OpenedSource) -> list[list[str]]:
    assert opened.strips is not None
    grids = [strip for strip in opened.strips if isinstance(strip, Grid)]
    return [[slot.text for slot in row] for grid in grids for row in grid.rows]


def whole_page(folder: Path) -> str:
    path = folder / "whole.html"
    make_html(FORM, PRINTED, path)
    return path.read_text("utf-8").partition("<body>")[2].removesuffix("</body></html>")


def test_blocks_are_lines_and_inline_elements_are_not(tmp_path: Path) -> None:
    body = "<div>一<p>二 <b>三</b>&nbsp;<span>四</span><br>五</div>六\n七<ul><li> 八<li>nine\n ten</ul>"
    assert texts(read_page(tmp_path, body)) == ["一", "二 三 四", "五", "六七", "八", "nine ten"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>1</script>",
        "<style>p{}</style>",
        "<p style='color:red; DISPLAY : none'>1<b>2</b></p>",
        "<p hidden>1<table><tr><td>2<td>3</table></p>",
        "<!-- 1 -->",
        "<template>1</template>",
        "<noscript>1</noscript>",
        "<select><option>1</select>",
        "<input type=hidden value=1>",
    ],
)
def test_what_is_not_seen_is_left_out(tmp_path: Path, hidden: str) -> None:
    assert texts(read_page(tmp_path, f"<p>前</p>{hidden}后")) == ["前", "后"]


def test_spans_give_columns(tmp_path: Path) -> None:
    body = (
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁"
        "<tr><td rowspan=0>戊<td>己<tr><td>庚</table>"
    )
    opened = read_page(tmp_path, body)
    assert opened.strips is not None
    (grid,) = opened.strips
    assert isinstance(grid, Grid)
    placed = [
        [(slot.text, slot.column, slot.column_span, slot.row_span) for slot in row] for row in grid.rows
    ]
    assert placed == [
        [("甲", 0, 1, 2), ("乙", 1, 2, 1)],
        [("丙", 1, 1, 1), ("丁", 2, 1, 1)],
        [("戊", 0, 1, 2), ("己", 1, 1, 1)],
        [("庚", 1, 1, 1)],
    ]


def test_a_layout_table_does_not_swallow_the_report(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>导航<td><table><tr><td>名称<td>索引号</table>"
        f"<table><tr><td>{whole_page(tmp_path)}</table></table>"
    )
    report = extract(read_page(tmp_path, body))
    assert {address: cell.value for address, cell in report.cells.items()} == {
        address: value_of(text) for address, text in PRINTED.items()
    }
    assert report.unit == UNIT


def test_a_table_of_one_cell_within_a_cell_is_its_text(tmp_path: Path) -> None:
    body = "<table><tr><td>规章<td><table><tr><td>12</table><td>3</table>"
    assert rows(read_page(tmp_path, body)) == [["规章", "12", "3"]]


@pytest.mark.parametrize(
    ("cell", "text", "doubt"),
    [
        ("2<sup>2</sup>", "2²", None),
        ("<s>12</s>13", "13", Doubt.DISPLAY),
        ("<span style='text-decoration: line-through'>12</span>13", "13", Doubt.DISPLAY),
        ("<img src=http://example.org/5.png>", "", Doubt.DISPLAY),
        ("12<br>34", "12 34", None),
        ("22<br>（其中修订 16 件）", "22（其中修订 16 件）", None),
        ("本年新<br>制作数量", "本年新制作数量", None),
        ("1<span>2</span>3", "123", None),
        ("<input value=7>", "7", None),
    ],
)
def test_what_a_cell_shows(tmp_path: Path, cell: str, text: str, doubt: Doubt | None) -> None:
    opened = read_page(tmp_path, f"<table><tr><td>甲<td>{cell}<td>0</table>")
    assert opened.strips is not None
    (grid,) = opened.strips
    assert isinstance(grid, Grid)
    slot = grid.rows[0][1]
    assert (slot.text, slot.doubt) == (text, doubt)


def test_wrong_row_spans_shift_no_figure(tmp_path: Path) -> None:
    for wrong in (1, 5, 20, 30):
        page = whole_page(tmp_path).replace('rowspan="23"', f'rowspan="{wrong}"')
        report = extract(read_page(tmp_path, page))
        assert silently_wrong(report, PRINTED) == []


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "big5"])
def test_encodings(tmp_path: Path, codec: str) -> None:
    opened = read_page(
        tmp_path, "<meta charset=gb2312><p>政府信息公開年度報告，主動公開政府信息情況</p>", codec=codec
    )
    assert texts(opened) == ["政府信息公開年度報告，主動公開政府信息情況"]


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "utf-7", "nonsense"])
def test_a_lie_about_the_encoding_is_not_believed(tmp_path: Path, declared: str) -> None:
    body = f"<meta charset={declared}>{whole_page(tmp_path)}"
    assert extract(read_page(tmp_path, body)).unit == UNIT


def test_the_title_of_the_page_counts_where_the_page_shows_none(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<title>某局\n年报</title><body><p>正文", encoding="utf-8")
    assert texts(read(path)) == ["某局年报", "正文"]
    path.write_text("<title>某局年报</title><body><p>某局 <b>年报</b>", encoding="utf-8")
    assert texts(read(path)) == ["某局 年报"]


def test_an_archive_holds_the_page_among_its_pictures(tmp_path: Path) -> None:
    whole = whole_page(tmp_path)
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["MIME-Version"] = "1.0"
    message.set_content(f"<html><body>{whole}</body></html>", subtype="html", charset="gb18030")
    message.add_related(b"\x89PNG" * 99, "image", "png")
    for name in ("page.mht", "page.mhtml", "page.html", "page.doc"):
        path = tmp_path / name
        path.write_bytes(message.as_bytes())
        report = extract(read(path))
        assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}
        assert report.source.media_type == "text/html"


def test_an_archive_without_a_page_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    path.write_bytes(b"MIME-Version: 1.0\nContent-Type: image/png\n\nxx")
    with pytest.raises(DamagedFileError, match="MHTML"):
        read(path)


def test_a_page_that_shows_nothing_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError):
        read_page(tmp_path, "<script>var report = 1</script> <br>")


# ------------------------------------------------------------------ spans

SPANS = st.tuples(st.integers(1, 4), st.integers(0, 4))


@given(st.lists(st.lists(SPANS, max_size=5), max_size=6))
def test_no_cell_begins_in_a_place_that_reaches_down(table: list[list[tuple[int, int]]]) -> None:
    spans = SpanTable()
    for row in table:
        spans.add_row()
        for columns, down in row:
            spans.add_cell(PrintedCell("", 0, 0, down, columns))
    cells = list(spans.finish())
    assert len(cells) == sum(map(len, table))
    taken: dict[tuple[int, int], int] = {}
    for index, cell in enumerate(cells):
        assert (cell.row, cell.column) not in taken
        assert 1 <= cell.row_span <= len(table) - cell.row
        for down in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                taken.setdefault((down, column), index)


@given(st.text(max_size=20) | st.integers().map(str), st.integers(1, 70_000))
def test_any_span_is_understood(text: str, most: int) -> None:
    assert 0 <= read_span(text, most) <= most


def test_absurd_spans_are_bounded() -> None:
    spans = SpanTable()
    for _ in range(3):
        spans.add_row()
        for _ in range(3):
            spans.add_cell(PrintedCell("", 0, 0, 10**9, 10**9))
    assert all(cell.column < MOST_COLUMNS and cell.row_span <= MOST_ROWS for cell in spans.finish())


@pytest.mark.parametrize("lost", range(7))
def test_a_row_that_lost_a_cell_is_marked(tmp_path: Path, lost: int) -> None:
    page = whole_page(tmp_path)
    figures = [PRINTED[address] for address in FORM.addresses if address[:2] == ("requests", "granted")]
    cell = f'<td rowspan="1" colspan="1"><p><span>{figures[lost]}</span></p></td>'
    assert page.count(cell) == 1
    report = extract(read_page(tmp_path, page.replace(cell, "")))
    assert silently_wrong(report, PRINTED) == []
