"""Tables that lines rule in part or not at all: what of them generated reports found wanting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouji.extraction.lines.glued import stretches
from gouji.extraction.lines.line import printed_lines
from gouji.extraction.paper.grid import strips
from gouji.extraction.paper.printed_columns import label_edges
from gouji.extraction.paper.regions import split
from gouji.extraction.paper.rulings import ruled_tables
from gouji.extraction.paper.seating import is_figure
from gouji.extraction.paper.typesetting import stand_apart
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Page, Ruling, Word
from gouji.sources.strip import Grid, TextLine
from tests.extraction.paper.drawn_page import drawn_page


def word(text: str, x: float, y: float = 0.0, size: float = 10.0) -> Word:
    width = sum(size / 2 if letter.isascii() else size for letter in text)
    return Word(text, Box(x, y, x + width, y + size))


def table(page: Page) -> Grid:
    (grid,) = [item for item in strips(page) if isinstance(item, Grid)]
    return grid


def test_lines_between_the_rows_of_a_frame_make_a_table_with_columns() -> None:
    grid = table(
        drawn_page("""
            +--------------------------+
            | new       11    12    13 |
            +--------------------------+
            | old        4     5     6 |
            +--------------------------+
            | all       15    17    19 |
            +--------------------------+
        """)
    )
    assert [[slot.text for slot in row if slot.text] for row in grid.rows] == [
        ["new", "11", "12", "13"],
        ["old", "4", "5", "6"],
        ["all", "15", "17", "19"],
    ]


def test_upright_lines_that_touch_no_other_part_the_columns_of_a_frame() -> None:
    frame = [Ruling(Box(0, y, 300, y)) for y in (0, 100)] + [Ruling(Box(x, 0, x, 100)) for x in (0, 300)]
    inner = [Ruling(Box(x, 20, x, 80)) for x in (100, 200)]
    outside = Ruling(Box(400, 20, 400, 80))
    found = max(ruled_tables([*frame, *inner, outside]), key=lambda each: len(each.vertical))
    assert sorted(rule.at for rule in found.vertical) == [0, 100, 200, 300]


@pytest.mark.parametrize(
    ("text", "figure"), [("1.", False), ("3.5", True), ("１，２３４", True), ("1,234", True)]
)
def test_an_ordinal_is_no_figure(*, text: str, figure: bool) -> None:
    assert is_figure(word(text, 0)) is figure


@pytest.mark.parametrize(
    ("texts", "figures"),
    [
        ([("1", 0.0), ("/", 8.0), ("9", 15.0)], 0),
        ([("1", 0.0), ("/", 80.0), ("9", 150.0)], 3),
        ([("—", 0.0), ("3", 12.0), ("—", 20.0)], 0),
    ],
)
def test_a_page_number_is_no_row_of_figures(texts: list[tuple[str, float]], figures: int) -> None:
    assert len(split([word(text, x) for text, x in texts])[1]) == figures


def test_labels_of_two_columns_stand_apart_in_one_cell() -> None:
    """
    （三）不   2.其他法律
    予公开     禁止公开
    """
    words = [
        word("（三）不", 0),
        word("2.", 60),
        word("其他法律", 70),
        word("予公开", 0, 12),
        word("禁止公开", 60, 12),
    ]
    assert [[each.text for each in part] for part in stand_apart(words)] == [
        ["（三）不", "予公开"],
        ["2.", "其他法律", "禁止公开"],
    ]


def test_figures_that_stand_apart_stay_in_one_cell() -> None:
    assert stand_apart([word("100", 0), word("135", 60)]) == []


def test_where_the_ends_of_labels_are_centred_no_column_begins() -> None:
    lines = [[word("属于国家秘密之中", 0, 24 * at)] for at in range(8)]
    ends = [[word("信息", 30, 24 * at + 12)] for at in range(4)]
    assert label_edges([*lines, *ends]) == [0]
    inner = [[word("三、本年", 0)], *([word("属于秘密", 60, 12 * at)] for at in range(6))]
    assert label_edges([*inner, [word("（一）", 0, 90)], [word("（二）", 0, 102)]]) == [0, 60]


def test_what_reaches_to_the_edge_of_the_page_is_doubted() -> None:
    """The right of the table is cut away: an empty cell there may hold a figure."""
    page = drawn_page("""
        +------+-----+-----
        | new  | 51  |
        +------+-----+-----
        | old  | 3   |
        +------+-----+-----
    """)
    cut = replace(page, width=max(ruling.box.x1 for ruling in page.rulings))
    doubts = {(slot.column, slot.doubt) for row in table(cut).rows for slot in row}
    assert doubts == {(0, None), (1, None), (2, Doubt.OVERFLOW)}


def test_a_nought_that_runs_into_a_figure_is_cut_from_it_and_both_are_doubted() -> None:
    """
    |     0|489368|     the second figure is too wide for its cell
    """
    rulings = [Ruling(Box(0, y, 100, y)) for y in (0, 20)] + [Ruling(Box(x, 0, x, 20)) for x in (0, 60, 100)]
    run = Word("0489368598", Box(50, 5, 105, 15))
    grid = table(Page(1, 200, 200, (run, word("8", 5, 5)), tuple(rulings)))
    assert [(slot.text, slot.doubt) for slot in grid.rows[0]] == [
        ("8 0", Doubt.TOUCHING),
        ("489368598", Doubt.TOUCHING),
    ]


def test_an_empty_cell_that_a_figure_reaches_into_is_doubted() -> None:
    rulings = [Ruling(Box(20, y, 140, y)) for y in (0, 20)] + [
        Ruling(Box(x, 0, x, 20)) for x in (20, 80, 140)
    ]
    grid = table(Page(1, 200, 200, (Word("489368598", Box(70, 5, 130, 15)),), tuple(rulings)))
    assert [(slot.text, slot.doubt) for slot in grid.rows[0]] == [
        ("", Doubt.OVERFLOW),
        ("489368598", Doubt.OVERFLOW),
    ]


def test_words_with_digits_are_not_cut_between_cells_without_a_doubt() -> None:
    rulings = [Ruling(Box(0, y, 120, y)) for y in (0, 20)] + [Ruling(Box(x, 0, x, 20)) for x in (0, 60, 120)]
    grid = table(Page(1, 200, 200, (Word("12a34", Box(40, 5, 80, 15)),), tuple(rulings)))
    assert {slot.doubt for slot in grid.rows[0]} == {Doubt.TOUCHING}


def test_a_long_row_of_dashes_is_read_at_once() -> None:
    text = "—" * 60 + " x " + "—" * 60
    assert stretches(TextLine(text, 1, Box(0, 0, 100, 10)), text) == []


def test_two_figures_without_a_gap_are_not_one_for_sure() -> None:
    """A figure that reaches over from the next cell stands beside the cell's own."""
    rulings = [Ruling(Box(0, y, 60, y)) for y in (0, 20)] + [Ruling(Box(x, 0, x, 20)) for x in (0, 60)]
    rulings += [Ruling(Box(60, y, 120, y)) for y in (0, 20)] + [Ruling(Box(120, 0, 120, 20))]
    words = (word("7", 40, 5), word("5", 45, 5), word("注", 70, 5))
    (first, _) = table(Page(1, 200, 200, words, tuple(rulings))).rows[0]
    assert (first.text, first.doubt) == ("75", Doubt.TORN)


def test_a_figure_close_below_others_on_paper_casts_doubt_on_them() -> None:
    """The rest of a figure that was wrapped in its cell, of a table that is read as text."""
    upper = TextLine("政府集中采购 12 3435.0597", 1, Box(0, 0, 200, 10))
    for gap, doubt in ((1.0, Doubt.TORN), (9.0, None)):
        lower = TextLine("86", 1, Box(180, 10 + gap, 200, 20 + gap))
        (line, *_) = printed_lines([upper, lower])
        assert {slot.doubt for slot in line.figures} == {doubt}


def test_lines_of_a_text_file_are_no_closer_than_others() -> None:
    upper, lower = TextLine("政府集中采购 12 86", 1, Box(0, 0, 20, 1)), TextLine("86", 1, Box(0, 1, 2, 2))
    (line, *_) = printed_lines([upper, lower])
    assert {slot.doubt for slot in line.figures} == {None}
