"""Labels of rows that stand among pieces of others, where no lines part the labels of a table."""

from __future__ import annotations

import pytest

from gouji.extraction.binding.rows import match_rows
from gouji.extraction.labels.book import Book
from gouji.extraction.labels.mixed_label import only_row_in
from gouji.extraction.lines.line import Line
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.strip import Slot
from tests.extraction.test_layouts import FORMS

BOOKS = {table.id: Book(table) for table in FORMS["2021"].tables}


def row_in(table: str, text: str) -> str | None:
    book = BOOKS[table]
    row = only_row_in(book, text, range(len(book.rows)))
    return None if row is None else book.rows[row][1].id


@pytest.mark.parametrize(
    ("table", "text", "row"),
    [
        ("proactive", "行政强制第二十条第（八）项", "coercion"),
        ("proactive", "信息内容行政许可第二十条第（六）项", "licensing"),
        ("requests", "政府信息公开申请3.其他", "other_misc"),
        ("requests", "（四）无法提2.没有现成信息需要供另行制作", "unavailable_not_existing"),
        ("requests", "三、本年度办理4.保护第三方合法权益结果（三）不予公开", "denied_third_party"),
        ("requests", "其他情形）（三）1.属于不予公国家秘开密", "denied_state_secret"),
        ("requests", "申请2.重复申请3.要求提", "rejected_repeat"),
    ],
)
def test_a_whole_label_among_pieces_of_others_is_that_of_its_row(table: str, text: str, row: str) -> None:
    assert row_in(table, text) == row


@pytest.mark.parametrize(
    "text",
    [
        "2.重复申请3.要求提供公开出版物",  # two rows, and one line of figures
        "某某单位2.重复申请",  # words of nobody's label
        "（三）不予公2.重复申请开",  # pieces of another group
        "重复2.申请",
    ],
)
def test_a_text_that_may_name_another_row_names_none(text: str) -> None:
    assert row_in("requests", text) is None


def slots(*texts: str) -> tuple[Slot, ...]:
    return tuple(Slot(text, 1, Box(at, 0, at + 1, 1), at) for at, text in enumerate(texts))


@pytest.mark.parametrize(("grid", "found"), [(0, True), (None, False)])
def test_such_a_row_is_in_doubt_and_found_in_tables_only(*, grid: int | None, found: bool) -> None:
    """In running text the same words may be prose that counts something."""
    lines = [Line(slots("行政强制第二十条第（八）项"), slots("4"), grid)]
    (entry,) = match_rows(BOOKS["proactive"], lines)
    assert (entry.row is not None, entry.doubt) == ((True, Doubt.LABEL) if found else (False, None))


def test_a_head_in_the_line_of_a_row_does_not_hide_its_label() -> None:
    """
    信息内容行政许可第二十条第（六）项 | 本年处理决定数量 | 7
    """
    lines = [Line(slots("信息内容行政许可第二十条第（六）项", "本年处理决定数量"), slots("7"), 0)]
    (entry,) = match_rows(BOOKS["proactive"], lines)
    assert entry.row is not None
    assert BOOKS["proactive"].rows[entry.row][1].id == "licensing"
