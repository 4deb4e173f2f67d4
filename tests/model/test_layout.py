"""Printed layouts, drawn: ``<`` goes on from the left, ``^`` from above, figures are ``row.column``."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.library import forms
from gouji.model.form import Block, Column, Row, Table
from gouji.model.layout import Layout, Place, Role, lay_out


def drawn(layout: Layout) -> list[list[str]]:
    """The lattice as the docstrings draw it."""
    lattice = [[""] * layout.width for _ in range(layout.height)]
    for place in layout.places:
        for row, column in covered(place):
            lattice[row][column] = "<" if column > place.column else "^"
        figure = place.address
        lattice[place.row][place.column] = f"{figure.row}.{figure.column}" if figure else place.text or "-"
    return lattice


def covered(place: Place) -> list[tuple[int, int]]:
    """Every square of the lattice that the place covers."""
    rows = range(place.row, place.row + place.row_span)
    columns = range(place.column, place.column + place.column_span)
    return list(product(rows, columns))


def picture(docstring: str | None) -> list[list[str]]:
    """The drawing in a docstring."""
    lines = [line for line in (docstring or "").splitlines() if "|" in line]
    return [[square.strip() for square in line.strip().strip("|").split("|")] for line in lines]


def table(*blocks: Block) -> Table:
    return Table("t", "t", blocks)


def test_a_plain_table() -> None:
    """
    | corner | x   | y   |
    | A      | a.x | a.y |
    | B      | b.x | b.y |
    """
    block = Block((Row("a", "A"), Row("b", "B")), (Column("x", "x"), Column("y", "y")), corner="corner")
    assert drawn(lay_out(table(block))) == picture(test_a_plain_table.__doc__)


def test_groups_are_merged_and_the_last_label_is_stretched() -> None:
    """
    | - | < | G   | <   | z   |
    | ^ | < | x   | y   | ^   |
    | A | < | a.x | a.y | a.z |
    | H | B | b.x | b.y | b.z |
    | ^ | C | c.x | c.y | c.z |
    """
    rows = (Row("a", "A"), Row("b", "B", ("H",)), Row("c", "C", ("H",)))
    columns = (Column("x", "x", ("G",)), Column("y", "y", ("G",)), Column("z", "z"))
    assert drawn(lay_out(table(Block(rows, columns)))) == picture(
        test_groups_are_merged_and_the_last_label_is_stretched.__doc__
    )


def test_blocks_stand_below_each_other_stretched_to_one_width() -> None:
    """
    | one | <   | <   | <   | <   | <   | <   |
    | -   | x   | <   | <   | y   | <   | <   |
    | A   | a.x | <   | <   | a.y | <   | <   |
    | -   | p   | <   | q   | <   | r   | <   |
    | B   | b.p | <   | b.q | <   | b.r | <   |
    """
    one = Block((Row("a", "A"),), (Column("x", "x"), Column("y", "y")), heading="one")
    two = Block((Row("b", "B"),), (Column("p", "p"), Column("q", "q"), Column("r", "r")))
    assert drawn(lay_out(table(one, two))) == picture(
        test_blocks_stand_below_each_other_stretched_to_one_width.__doc__
    )


def test_a_block_printed_sideways_has_one_line_of_figures() -> None:
    """
    | A   | <   | G   | <   | <   | <   |
    | x   | y   | B   | <   | C   | <   |
    | ^   | ^   | x   | y   | x   | y   |
    | a.x | a.y | b.x | b.y | c.x | c.y |
    """
    rows = (Row("a", "A"), Row("b", "B", ("G",)), Row("c", "C", ("G",)))
    block = Block(rows, (Column("x", "x"), Column("y", "y")), across=True)
    assert drawn(lay_out(table(block))) == picture(
        test_a_block_printed_sideways_has_one_line_of_figures.__doc__
    )


@pytest.mark.parametrize("each", [table for form in forms() for table in form], ids=lambda each: each.id)
def test_an_official_table_is_tiled_and_holds_every_cell_once(each: Table) -> None:
    layout = lay_out(each)
    assert_tiled(layout)
    figures = [place.address for place in layout.places if place.role is Role.FIGURE]
    assert figures == list(each.addresses)


def test_the_spans_of_the_official_requests_table() -> None:
    """The heads of 表三 as the statute prints them.

    label                              | row | column | rows | columns
    申请人情况                          | 0   | 3      | 1    | 7
    法人或其他组织                      | 1   | 4      | 1    | 5
    自然人                              | 1   | 3      | 2    | 1
    总计                                | 1   | 9      | 2    | 1
    科研机构                            | 2   | 5      | 1    | 1
    一、本年新收政府信息公开申请数量    | 3   | 0      | 1    | 3
    三、本年度办理结果                  | 5   | 0      | 22   | 1
    （一）予以公开                      | 5   | 1      | 1    | 2
    （三）不予公开                      | 7   | 1      | 8    | 1
    8.属于行政查询事项                  | 14  | 2      | 1    | 1
    （六）其他处理                      | 23  | 1      | 3    | 1
    （七）总计                          | 26  | 1      | 1    | 2
    四、结转下年度继续办理              | 27  | 0      | 1    | 3
    """
    layout = lay_out(forms()[0].by_id["requests"])
    assert (layout.height, layout.width, layout.label_columns) == (28, 10, 3)
    places = {place.text: place for place in layout.places}
    for label, *numbers in picture(test_the_spans_of_the_official_requests_table.__doc__)[1:]:
        place = places[label]
        spans = [place.row, place.column, place.row_span, place.column_span]
        assert spans == [int(number) for number in numbers], label


paths = st.lists(st.sampled_from("GH"), max_size=2).map(tuple)
names = [f"n{number}" for number in range(4)]
heads = st.lists(paths, min_size=1, max_size=4)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    rows = tuple(Row(name, name, path) for name, path in zip(names, draw(heads), strict=False))
    columns = tuple(Column(name, name, path) for name, path in zip(names, draw(heads), strict=False))
    heading = draw(st.sampled_from(["", "heading"]))
    return Block(rows, columns, heading, across=draw(st.booleans()))


@given(st.lists(blocks(), min_size=1, max_size=3))
def test_any_table_is_tiled(found: list[Block]) -> None:
    assert_tiled(lay_out(table(*found)))


def assert_tiled(layout: Layout) -> None:
    """Every square of the lattice is covered exactly once."""
    squares = sorted(square for place in layout.places for square in covered(place))
    assert squares == list(product(range(layout.height), range(layout.width)))
