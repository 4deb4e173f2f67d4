"""Tables ruled in part or not at all, drawn: columns and rows are told by the figures."""

from __future__ import annotations

from gouji.extraction.paper.grid import strips
from gouji.model.report import Doubt
from gouji.sources.strip import Grid, TextLine
from tests.extraction.paper.drawn_page import drawn_page


def grids(drawing: str) -> list[Grid]:
    return [item for item in strips(drawn_page(drawing)) if isinstance(item, Grid)]


def rows(drawing: str) -> list[list[str]]:
    """The texts of the only table, which is known to be told by its figures."""
    (grid,) = grids(drawing)
    assert not grid.ruled
    return [[slot.text for slot in row] for row in grid.rows]


def figures(drawing: str) -> list[list[str]]:
    """What stands in the last three columns, the blank cells too."""
    (grid,) = grids(drawing)
    last = max(slot.column + slot.column_span for row in grid.rows for slot in row)
    return [[slot.text for slot in row if slot.column >= last - 3] for row in grid.rows]


def test_columns_without_lines_between() -> None:
    drawing = """
        --------------------------------------
                   first    second      all
        --------------------------------------
         granted     100135     7    100142
        --------------------------------------
         denied           2    25         27
        --------------------------------------
    """
    assert rows(drawing) == [
        ["", "first", "second", "all"],
        ["granted", "100135", "7", "100142"],
        ["denied", "2", "25", "27"],
    ]


def test_a_blank_cell_between_figures_is_kept() -> None:
    drawing = """
        ------------------------------
         granted     1     2      3
        ------------------------------
         denied      4            4
        ------------------------------
         refused     5     6     11
        ------------------------------
    """
    assert rows(drawing)[1] == ["denied", "4", "", "4"]


def test_lines_that_begin_later_part_a_group_from_its_rows() -> None:
    drawing = """
        ---------------------------------------
         new               10     20      30
        ---------------------------------------
                   state    1      2       3
                  ---------------------------
         denied    law      4      5       9
                  ---------------------------
                   safe     6      7      13
        ---------------------------------------
         total             21     34      55
        ---------------------------------------
    """
    (grid,) = grids(drawing)
    (denied,) = [slot for row in grid.rows for slot in row if slot.text == "denied"]
    assert denied.row_span == 3
    assert figures(drawing)[1:4] == [["1", "2", "3"], ["4", "5", "9"], ["6", "7", "13"]]


def test_a_wrapped_label_stands_around_its_figures() -> None:
    """Nothing but the height of the figures tells that two lines of three belong to the second row."""
    drawing = """
         granted                 1     2       3

         petitions and
                                40     5      45
         complaints

         repeated                6     7      13

         all                    47    14      61
    """
    assert rows(drawing) == [
        ["granted", "1", "2", "3"],
        ["petitions andcomplaints", "40", "5", "45"],
        ["repeated", "6", "7", "13"],
        ["all", "47", "14", "61"],
    ]


def test_a_label_may_begin_on_the_line_of_its_figures() -> None:
    drawing = """
         granted                 1     2       3
         petitions and          40     5      45
         complaints
         repeated                6     7      13
         all                    47    14      61
         and more
    """
    texts = rows(drawing)
    assert [row[0] for row in texts] == ["granted", "petitions andcomplaints", "repeated", "alland more"]
    assert [row[1] for row in texts] == ["1", "40", "6", "47"]


def test_lines_between_columns_only_are_not_one_row() -> None:
    drawing = """
        +----------+------+------+------+
        | granted  |   1  |   2  |   3  |
        | denied   |  40  |      |  40  |
        | refused  |   6  |   7  |  13  |
        +----------+------+------+------+
    """
    assert figures(drawing) == [["1", "2", "3"], ["40", "", "40"], ["6", "7", "13"]]


def test_a_frame_alone_is_not_one_cell() -> None:
    drawing = """
        +-------------------------------+
        | granted      1      2      3  |
        | denied      40      5     45  |
        | refused      6      7     13  |
        +-------------------------------+
    """
    assert figures(drawing) == [["1", "2", "3"], ["40", "5", "45"], ["6", "7", "13"]]


def test_wrapped_figures_in_full_cells_are_no_rows() -> None:
    drawing = """
        +--------+---+---+---+
        | passed |381|149|530|
        |        |85 |21 |06 |
        +--------+---+---+---+
    """
    (grid,) = grids(drawing)
    assert [slot.text for slot in grid.rows[0]] == ["passed", "38185", "14921", "53006"]


def test_text_around_a_table_is_no_part_of_it() -> None:
    drawing = """
         表格的上方有一行很长的正文文字但它不属于表格

         granted         1     2       3
         denied         40     5      45

         表格的下方有一行很长的正文文字但它不属于表格
                             3
    """
    items = strips(drawn_page(drawing))
    kinds = [item.text if isinstance(item, TextLine) else len(item.rows) for item in items]
    assert kinds == [
        "表格的上方有一行很长的正文文字但它不属于表格",
        2,
        "表格的下方有一行很长的正文文字但它不属于表格",
        "3",
    ]


def test_a_page_number_is_no_row_of_figures() -> None:
    drawing = """
         granted         1     2       3
         denied         40     5      45

                      —  7  —
    """
    (grid,) = grids(drawing)
    assert len(grid.rows) == 2


def test_figures_wrapped_where_nothing_parts_the_rows_are_doubted() -> None:
    """Each label has two lines and so has each figure: two rows, or one; only a doubt is honest."""
    drawing = """
         first label      381   149   530
         goes on           85    21    06
         second label     981   949   930
         goes on           85    21    06
    """
    (grid,) = grids(drawing)
    doubts = {slot.doubt for row in grid.rows for slot in row if slot.text[-2:].isdigit()}
    assert doubts == {Doubt.TORN}


def test_wrapped_figures_without_a_label_each_are_one_row() -> None:
    drawing = """
         first label      381   149   530
                           85    21    06

         second label       2     1     3
    """
    (grid,) = grids(drawing)
    assert [slot.text for slot in grid.rows[0]] == ["first label", "38185", "14921", "53006"]
    assert {slot.doubt for slot in grid.rows[0][1:]} == {Doubt.TORN}
