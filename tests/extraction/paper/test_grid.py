"""Ruled tables, drawn: what stands in which cell, and how far each cell spans."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.extraction.paper.grid import strips
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Page, Ruling, Word
from gouji.sources.strip import Grid, Slot, TextLine
from gouji.sources.turning import upright
from tests.extraction.paper.drawn_page import HIGH, WIDE, drawn_page


def grids(drawing: str) -> list[Grid]:
    return [item for item in strips(drawn_page(drawing)) if isinstance(item, Grid)]


def rows(drawing: str) -> list[list[str]]:
    """The texts of the only table."""
    (grid,) = grids(drawing)
    return [[slot.text for slot in row] for row in grid.rows]


def slots(drawing: str) -> dict[str, Slot]:
    """The slots of the only table by their text."""
    (grid,) = grids(drawing)
    return {slot.text: slot for row in grid.rows for slot in row}


def test_every_word_stands_in_its_cell_and_empty_cells_are_there() -> None:
    drawing = """
        +------+-----+-----+
        | new  | 51  |     |
        +------+-----+-----+
        | old  |     | 7   |
        +------+-----+-----+
    """
    assert rows(drawing) == [["new", "51", ""], ["old", "", "7"]]


def test_cells_without_a_line_between_are_one() -> None:
    drawing = """
        +-----------+-----+
        | head      | all |
        +-----+-----+     |
        | a   | b   |     |
        +-----+-----+-----+
        | 1   | 2   | 3   |
        +-----+-----+-----+
    """
    found = slots(drawing)
    spans = {text: (slot.column, slot.column_span, slot.row_span) for text, slot in found.items()}
    assert spans["head"] == (0, 2, 1)
    assert spans["all"] == (2, 1, 2)
    assert spans["b"] == (1, 1, 1)
    assert spans["3"] == (2, 1, 1)


def test_a_wrapped_label_is_put_together() -> None:
    drawing = """
        +--------+---+
        | 结转下    |   |
        | 年度     | 8 |
        +--------+---+
    """
    assert rows(drawing) == [["结转下年度", "8"]]


def test_the_first_row_after_a_page_break_has_no_line_above() -> None:
    drawing = """
        |      |     |
        | cut  | 374 |
        +------+-----+
        | next | 5   |
        +------+-----+
    """
    assert rows(drawing) == [["cut", "374"], ["next", "5"]]


def test_the_last_row_before_a_page_break_has_no_line_below() -> None:
    drawing = """
        +------+-----+
        | last | 12  |
        +------+-----+
        | cut  | 374 |
        |      |     |
    """
    assert rows(drawing) == [["last", "12"], ["cut", "374"]]


def test_a_table_without_lines_at_its_sides_keeps_its_outer_columns() -> None:
    drawing = """
        ------+-----+----
         a    | 1   | 2
        ------+-----+----
         b    | 3   | 4
        ------+-----+----
    """
    assert rows(drawing) == [["a", "1", "2"], ["b", "3", "4"]]


THREE_CELLS = """
    +----+----+----+
    |    |    |    |
    +----+----+----+
"""


def printed_over(text: str, start: float, end: float) -> list[Slot]:
    """The slots of three cells, over which a text is printed from one character of the drawing to another."""
    page = drawn_page(THREE_CELLS)
    word = Word(text, Box(start * WIDE, HIGH + 1, end * WIDE, 2 * HIGH - 1))
    (grid,) = strips(replace(page, words=(word,)))
    assert isinstance(grid, Grid)
    return list(grid.rows[0])


def test_a_figure_wider_than_its_cell_stays_whole_and_is_doubted() -> None:
    """Cut at the line it would be 10013, and look sure."""
    slots = printed_over("100135", 5.7, 11.4)
    assert [slot.text for slot in slots] == ["", "100135", ""]
    assert slots[1].doubt is Doubt.OVERFLOW


def test_a_figure_that_only_touches_the_line_is_not_doubted() -> None:
    slots = printed_over("10013", 5.5, 10.6)
    assert [slot.text for slot in slots] == ["", "10013", ""]
    assert slots[1].doubt is None


def test_figures_that_run_into_each_other_are_parted_at_the_line_and_doubted() -> None:
    slots = printed_over("2503611983", 0.6, 10.4)
    assert [slot.text for slot in slots] == ["25036", "11983", ""]
    assert [slot.doubt for slot in slots] == [Doubt.TOUCHING, Doubt.TOUCHING, None]


def test_a_figure_wrapped_in_its_cell_is_put_together_and_doubted() -> None:
    drawing = """
        +----+----+
        | 37 | 8  |
        | 42 |    |
        +----+----+
    """
    assert slots(drawing)["3742"].doubt is Doubt.TORN


def test_two_words_in_a_cell_keep_their_space_and_chinese_does_not() -> None:
    drawing = """
        +-----------+------+
        | see below | 总 计 |
        +-----------+------+
    """
    assert rows(drawing) == [["see below", "总计"]]


def test_text_outside_the_table_is_text() -> None:
    drawing = """
        before the table

        +---+---+
        | a | 1 |
        +---+---+

        after it
    """
    items = strips(drawn_page(drawing))
    kinds = [item.text if isinstance(item, TextLine) else "table" for item in items]
    assert kinds == ["before the table", "table", "after it"]


def test_two_tables_on_a_page_are_two() -> None:
    drawing = """
        +---+---+
        | a | 1 |
        +---+---+

        +---+---+
        | b | 2 |
        +---+---+
    """
    assert len(grids(drawing)) == 2


def test_a_frame_around_text_is_no_reason_to_lose_it() -> None:
    drawing = """
        +----------+
        | a notice |
        +----------+
    """
    (line,) = strips(drawn_page(drawing))
    assert isinstance(line, TextLine)
    assert line.text == "a notice"


def test_a_decimal_wider_than_its_cell_stays_whole() -> None:
    slots = printed_over("24252.31", 5.0, 12.0)
    assert [slot.text for slot in slots] == ["", "24252.31", ""]
    assert slots[1].doubt is Doubt.OVERFLOW


def placed(*words: tuple[str, float, float]) -> list[Slot]:
    """The slots of three cells with words from one character of the drawing to another."""
    boxed = [Word(text, Box(start * WIDE, HIGH + 1, end * WIDE, 2 * HIGH - 1)) for text, start, end in words]
    (grid,) = strips(replace(drawn_page(THREE_CELLS), words=tuple(boxed)))
    assert isinstance(grid, Grid)
    return list(grid.rows[0])


def test_figures_that_nearly_touch_across_a_line_are_doubted() -> None:
    """They may be one figure whose digits are set unevenly."""
    slots = placed(("25036", 0.6, 5.4), ("11983", 5.5, 10.3))
    assert [slot.text for slot in slots] == ["25036", "11983", ""]
    assert [slot.doubt for slot in slots] == [Doubt.TOUCHING, Doubt.TOUCHING, None]


def test_a_figure_over_an_occupied_neighbour_is_not_parted() -> None:
    slots = placed(("7", 2.5, 3.5), ("100135", 3.6, 10.4))
    assert [slot.text for slot in slots] == ["7", "100135", ""]


@pytest.mark.parametrize(("gap", "text"), [(0.1, "1377613"), (0.8, "13776 13")])
def test_the_end_of_a_figure_beyond_the_table_is_not_lost(gap: float, text: str) -> None:
    slots = placed(("13776", 11.0, 15.9), ("13", 15.9 + gap, 18.0))
    assert slots[2].text == text
    assert slots[2].doubt is not None


def test_the_beginning_of_a_figure_before_the_table_is_not_lost() -> None:
    slots = placed(("648,", -3.6, 0.2), ("820,132", 0.3, 5.0))
    assert slots[0].text == "648,820,132"
    assert slots[0].doubt is Doubt.OVERFLOW


def test_figures_printed_over_each_other_in_two_cells_are_both_doubted() -> None:
    """Which digits are whose cannot be seen: 94 may have left one of its own in the longer figure."""
    slots = placed(("33374782", 0.6, 7.6), ("94", 5.7, 7.7), ("7", 14.0, 15.0))
    assert [slot.text for slot in slots] == ["33374782", "94", "7"]
    assert [slot.doubt for slot in slots] == [Doubt.TOUCHING, Doubt.TOUCHING, None]


def test_a_digit_in_the_cell_before_puts_both_figures_in_doubt() -> None:
    """Of 16,363, wrapped in its cell, the 1 stands above the 0 in the cell before."""
    tall = drawn_page("""
        +----+----+
        |    |    |
        |   0|    |
        |    | 363|
        +----+----+
    """)
    one = Word("1", Box(4.4 * WIDE, HIGH + 1, 5.8 * WIDE, 2 * HIGH - 1))
    rest = Word("6,", Box(5.8 * WIDE, HIGH + 1, 8 * WIDE, 2 * HIGH - 1))
    nought, end = tall.words
    (grid,) = strips(replace(tall, words=(one, nought, rest, end)))
    assert isinstance(grid, Grid)
    assert all(slot.doubt is not None for slot in grid.rows[0])


def test_a_figure_of_which_most_is_beyond_the_table_leaves_no_blank_cell() -> None:
    slots = placed(("25036", 5.7, 10.3), ("788210135", 11.0, 24.0))
    assert [slot.text for slot in slots] == ["", "25036", "788210135"]
    assert [slot.doubt for slot in slots] == [None, None, Doubt.OVERFLOW]


@pytest.mark.parametrize(("end", "doubt"), [(15.7, None), (15.8, Doubt.OVERFLOW)])
def test_a_figure_that_reaches_out_of_the_table_is_doubted(end: float, doubt: Doubt | None) -> None:
    """Its last digits may be cut off at the edge of what is printed."""
    slots = placed(("25036", 5.7, 10.3), ("1800087", 11.0, end))
    assert [slot.text for slot in slots] == ["", "25036", "1800087"]
    assert slots[2].doubt is doubt


def test_a_table_in_a_frame_is_read_and_so_is_what_stands_beside_it() -> None:
    drawing = """
        +--------------------+
        | heading            |
        |  +-----+---+       |
        |  | new | 1 |       |
        |  +-----+---+       |
        |  | old | 2 |       |
        |  +-----+---+       |
        +--------------------+
    """
    items = strips(drawn_page(drawing))
    assert [item.text for item in items if isinstance(item, TextLine)] == ["heading"]
    assert rows(drawing) == [["new", "1"], ["old", "2"]]


def test_text_set_downwards_in_two_columns_keeps_its_order() -> None:
    """As in a merged cell of vertical text: the right column comes first."""
    places = [("年", 2, 1), ("度", 2, 2), ("结", 2, 3), ("果", 1, 1), ("处", 1, 2), ("理", 1, 3)]
    drawing = """
        +-----+---+
        |     |   |
        |     |   |
        |     |   |
        +-----+---+
    """
    words = [
        Word(text, Box(column * 12.0, line * HIGH, column * 12.0 + 10, line * HIGH + 10))
        for text, column, line in places
    ]
    (grid,) = strips(replace(drawn_page(drawing), words=tuple(words)))
    assert isinstance(grid, Grid)
    assert grid.rows[0][0].text == "年度结果处理"


def test_figures_in_text_are_kept_apart_however_close_they_stand() -> None:
    words = [Word(text, Box(x, 0, x + 30, 10)) for text, x in (("44200", 0.0), ("95588", 30.5), ("件", 61.0))]
    (line,) = strips(Page(1, 100.0, 100.0, tuple(words)))
    assert isinstance(line, TextLine)
    assert line.text == "44200 95588件"


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_seen_sideways_is_read_upright(quarters: int) -> None:
    drawing = """
        +------+-----+-----+
        | new  | 51  |     |
        +------+-----+-----+
        | old  |     | 7   |
        +------+-----+-----+
    """
    page = drawn_page(drawing)
    seen = replace(upright(replace(page, sideways=-quarters % 4)), sideways=quarters)
    (grid,) = strips(seen)
    assert isinstance(grid, Grid)
    assert [[slot.text for slot in row] for row in grid.rows] == [["new", "51", ""], ["old", "", "7"]]
    (word,) = [word for word in seen.words if word.text == "51"]
    (slot,) = [slot for row in grid.rows for slot in row if slot.text == "51"]
    assert slot.box.union(word.box) == slot.box, "the place is the one on the page as seen"


WORDS = st.builds(
    lambda text, x, y, width: Word(text, Box(x, y, x + width, y + 9.0)),
    st.sampled_from(["0", "7", "51", "100135", "24.5", "—", "规章", "总计", "一、", "（一）", "new"]),
    st.floats(0, 200),
    st.floats(0, 200),
    st.floats(1, 60),
)
RULINGS = st.builds(
    lambda level, at, start, length: Ruling(
        Box(start, at, start + length, at) if level else Box(at, start, at, start + length)
    ),
    st.booleans(),
    st.integers(0, 10).map(lambda step: step * 20.0),
    st.integers(0, 10).map(lambda step: step * 20.0),
    st.integers(1, 10).map(lambda step: step * 20.0),
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(RULINGS, max_size=40))
def test_no_printed_character_is_lost_or_doubled(words: list[Word], rulings: list[Ruling]) -> None:
    found: Counter[str] = Counter()
    for item in strips(Page(1, 300.0, 300.0, tuple(words), tuple(rulings))):
        texts = (
            [item.text] if isinstance(item, TextLine) else [slot.text for row in item.rows for slot in row]
        )
        found += Counter("".join(texts).replace(" ", ""))
    assert found == Counter("".join(word.text for word in words))


def test_an_empty_cell_beside_two_figures_in_one_is_in_doubt() -> None:
    """One of the two may have been printed over the line; a figure that is wrapped stands on two lines."""
    (grid,) = grids("""
        +-----+-----+-----+-----+
        | 4   |     | 0 1 | 5   |
        +-----+-----+-----+-----+
        | 4   |     | 0   | 5   |
        |     |     | 1   |     |
        +-----+-----+-----+-----+
    """)
    assert [slot.doubt for slot in grid.rows[0]][:2] == [None, Doubt.TOUCHING]
    assert [slot.doubt for slot in grid.rows[1]][:2] == [None, None]
