"""Figures wrapped in their cells, and columns blank all the way down, where no lines part rows or columns."""

from __future__ import annotations

import pytest

from gouji.extraction.lines.line import printed_lines
from gouji.extraction.paper.blank_columns import with_blank_columns
from gouji.extraction.paper.grid import strips
from gouji.extraction.paper.lattice import lattice
from gouji.extraction.paper.off_level import doubt_off_level
from gouji.extraction.paper.printed_columns import without_strokes
from gouji.extraction.paper.rulings import Rule, Ruled
from gouji.extraction.paper.wrapped_rows import wrapped_rows
from gouji.extraction.proof.belief import doubt_alike
from gouji.model.form import Address
from gouji.model.geometry import Box
from gouji.model.report import Cell, Doubt, Reading
from gouji.sources.page import Page, Ruling, Word
from gouji.sources.strip import Grid, TextLine
from tests.extraction.paper.test_loose import word
from tests.extraction.test_layouts import FORMS

STOPS = (0.0, 40.0, 80.0, 120.0)


def centred(text: str, middle: float, y: float) -> Word:
    width = 5.0 * len(text)
    return Word(text, Box(middle - width / 2, y, middle + width / 2, y + 10))


def test_a_wrapped_figure_is_one_row_with_those_beside_its_middle() -> None:
    """
    4980
         0  12
    35
         7  31
    """
    entries = [word("4980", 10, 0), word("35", 10, 12), word("0", 60, 6), word("12", 100, 6)]
    entries += [word("9", 10, 24), word("7", 60, 24), word("31", 100, 24)]
    rows = wrapped_rows(entries, STOPS)
    assert rows is not None
    assert [(box.top, box.bottom) for box in rows] == [(0, 22), (24, 34)]


def test_cells_that_begin_at_one_height_are_one_row() -> None:
    entries = [word("4980", 10, 0), word("35", 10, 12), word("0", 60, 0), word("12", 100, 0)]
    entries += [word("9", 10, 24), word("7", 60, 24), word("31", 100, 24)]
    rows = wrapped_rows(entries, STOPS)
    assert rows is not None
    assert [(box.top, box.bottom) for box in rows] == [(0, 22), (24, 34)]


def test_a_row_wrapped_in_every_column_is_told_by_the_room_around_it() -> None:
    entries = [word(text, x, 0) for text, x in (("4980", 10), ("1234", 50), ("6214", 90))]
    entries += [word(text, x, 11) for text, x in (("35", 10), ("5", 50), ("40", 90))]
    entries += [word(text, x, 30) for text, x in (("1", 10), ("2", 50), ("3", 90))]
    rows = wrapped_rows(entries, STOPS)
    assert rows is not None
    assert [(box.top, box.bottom) for box in rows] == [(0, 21), (30, 40)]


def test_figures_at_heights_that_make_no_rows_are_left_to_others() -> None:
    entries = [word("1", 10, 0), word("2", 60, 4), word("3", 100, 8), word("4", 10, 31), word("5", 60, 35)]
    assert wrapped_rows(entries, STOPS) is None


def test_what_stands_off_the_level_of_its_row_casts_doubt() -> None:
    """The second line of 349937, taken for the cell below, looks like a figure of its own."""
    level = tuple(Rule(y, 0, 150) for y in (0, 20, 40))
    found = lattice(Ruled(level, tuple(Rule(x, 0, 40) for x in (0, 50, 100, 150))))
    assert found is not None
    words = [centred("1", 25, 4), centred("3499", 75, 8), centred("5", 125, 4)]
    words += [centred("2", 25, 27), centred("37", 75, 20), centred("6", 125, 27)]
    seats = doubt_off_level(found, [([each], None) for each in words])
    assert [doubt for _, doubt in seats] == [None, Doubt.TORN, None] * 2


def test_figures_on_one_level_are_not_doubted() -> None:
    found = lattice(Ruled((Rule(0, 0, 100), Rule(20, 0, 100)), tuple(Rule(x, 0, 20) for x in (0, 50, 100))))
    assert found is not None
    words = [centred("1", 25, 4), centred("3499", 75, 5)]
    assert [doubt for _, doubt in doubt_off_level(found, [([each], None) for each in words])] == [None, None]


HEADS = [centred(text, 100.0 + 50 * at, 0) for at, text in enumerate(("first", "second", "third", "all"))]


def test_a_head_without_figures_under_it_is_that_of_a_blank_column() -> None:
    figures = [centred("12", 100.0 + 50 * at, y) for at in (0, 1, 3) for y in (20, 40)]
    labels = [word("label", 0, y) for y in (20, 40)]
    columns = [(95.0, 105.0), (145.0, 155.0), (245.0, 255.0)]
    found = with_blank_columns(columns, [*HEADS, *labels, *figures])
    assert len(found) == len(HEADS)
    assert found[2] == (HEADS[2].box.x0, HEADS[2].box.x1)


def test_figures_between_two_heads_do_not_tell_which_column_is_blank() -> None:
    columns = [(95.0, 105.0), (145.0, 155.0), (222.0, 228.0)]
    figures = [centred("1", (x0 + x1) / 2, y) for x0, x1 in columns for y in (20, 40)]
    assert with_blank_columns(columns, [*HEADS, *figures]) == columns


def test_a_stroke_within_a_head_is_no_blank_cell() -> None:
    head = [Word("本年增", Box(50, 0, 80, 10)), word("/", 80, 0), Word("减", Box(85, 0, 95, 10))]
    alone = word("/", 150, 0)
    assert without_strokes([*head, alone]) == [head[0], head[2], alone]


def test_columns_between_drawn_lines_are_those_where_no_rows_are_parted() -> None:
    """On a page that goes on without heads, nothing but the lines tells which column is blank."""
    lines = [Ruling(Box(x, 0, x, 100)) for x in (0, 50, 100, 150, 200)]
    lines += [Ruling(Box(0, y, 200, y)) for y in (0, 100)]
    words = [word(f"r{at}", 5, 10 + 30 * at) for at in range(3)]
    words += [centred(str(at + 1), x, 10 + 30 * at) for at in range(3) for x in (75, 175)]
    (grid,) = [
        item for item in strips(Page(1, 300, 300, tuple(words), tuple(lines))) if isinstance(item, Grid)
    ]
    assert [[slot.text for slot in row] for row in grid.rows] == [
        [f"r{at}", str(at + 1), "", str(at + 1)] for at in range(3)
    ]


def test_heads_that_no_rule_parts_from_their_figures_are_a_row_of_their_own() -> None:
    lines = [Ruling(Box(x, 0, x, 60)) for x in (0, 50, 100, 150, 200)]
    lines += [Ruling(Box(0, y, 200, y)) for y in (0, 60)]
    words = [centred(text, 25 + 50 * at, 10) for at, text in enumerate(("won", "lost", "open", "all"))]
    words += [centred(text, 25 + 50 * at, 40) for at, text in enumerate(("1", "2", "0", "3"))]
    (grid,) = [
        item for item in strips(Page(1, 300, 300, tuple(words), tuple(lines))) if isinstance(item, Grid)
    ]
    assert [slot.text for slot in grid.rows[-1]] == ["1", "2", "0", "3"]


@pytest.mark.parametrize("wrong", [True, False])
def test_one_row_that_breaks_its_sum_casts_doubt_on_the_blank_cells_of_all(*, wrong: bool) -> None:
    form = FORMS["2021"]
    rows = [("requests", "new"), ("requests", "carried_in")]
    cells: dict[Address, Cell] = {}
    for table, row in rows:
        for column in form.by_id[table].blocks[0].columns:
            value = 1 if wrong and row == "new" and column.id == "total" else 0
            cells[Address(table, row, column.id)] = Cell(value, str(value), Reading.CLEAR)
    doubt_alike(cells, form, rows)
    assert {cell.doubt for cell in cells.values()} == ({Doubt.SHORT_ROW} if wrong else {None})


def test_figures_that_were_wrapped_in_a_table_read_as_text_are_doubted() -> None:
    """
    7.属于行政执法案卷 0 0 0 0 0
                         35 35
    """
    upper = TextLine("7.属于行政执法案卷 0 0 0 0 0", 1, Box(0, 0, 200, 10))
    lower = TextLine("35 35", 1, Box(150, 6, 200, 16))
    (line, *_) = printed_lines([upper, lower])
    assert [slot.text for slot in line.figures] == ["0"] * 5
    assert {slot.doubt for slot in line.figures} == {Doubt.TORN}
