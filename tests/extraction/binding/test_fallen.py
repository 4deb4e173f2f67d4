"""Figures with annotations that fell out of their rows: back in their columns, or in none."""

from __future__ import annotations

import pytest

from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading
from tests.balanced import balanced_figures
from tests.extraction.test_layouts import FORMS, read_back
from tests.typeset import seeded, typeset

FORM = FORMS["2021"]
PRINTED = balanced_figures(FORM, seeded("fallen"))
ROWS = ("规章", "行政规范性文件")
COLUMNS = ("issued", "repealed", "in_force")


def fallen(rows: list[str], above: list[str], below: list[str] | None = None) -> dict[str, list[Cell]]:
    """The first two rows of a report that prints them so, with other lines above and below them."""
    lines = typeset(FORM, PRINTED, "markdown")
    at = next(index for index, line in enumerate(lines) if line.startswith("| 规章"))
    top = next(index for index, line in enumerate(lines) if "第二十条第（一）项" in line)
    cells = read_back([*lines[:top], *above, *lines[top:at], *rows, *(below or []), *lines[at + 2 :]]).cells
    return {
        row: [cells[Address("proactive", row, column)] for column in COLUMNS]
        for row in ("regulations", "normative_documents")
    }


def values(cells: list[Cell]) -> list[object]:
    assert {cell.reading for cell in cells} == {Reading.DOUBTFUL}
    return [cell.value for cell in cells]


@pytest.mark.parametrize(
    "outside",
    [["7", "（其中修订2件）", "9", "（含自然失效3件）"], ["7（其中修订2件）", "9（含自然失效3件）"]],
)
def test_what_the_annotation_says_tells_the_column(outside: list[str]) -> None:
    cells = fallen(["| 规章 | 4 | 30 |", "| 行政规范性文件 | 11 | 60 |"], outside)
    assert values(cells["regulations"]) == [7, 4, 30]
    assert values(cells["normative_documents"]) == [11, 9, 60]
    assert cells["regulations"][0].doubt is Doubt.SHORT_ROW
    assert (cells["regulations"][0].raw or "").replace("\n", "") == "7（其中修订2件）"


def test_an_annotation_that_says_nothing_leaves_the_columns_open() -> None:
    """7（见附件）| 4 | 30: 7 stands before, between or behind them."""
    cells = fallen(["| 规章 | 4 | 30 |", "| 行政规范性文件 | 1 | 2 | 3 |"], ["7", "（见附件）"])
    assert values(cells["regulations"]) == [None, None, None]
    assert [cell.raw for cell in cells["regulations"]] == [
        "| 7\n（见附件） | 4",
        "| 4 | 7\n（见附件） | 30",
        "| 30 | 7\n（见附件）",
    ]
    assert [cell.value for cell in cells["normative_documents"]] == [1, 2, 3]


def test_equal_figures_leave_nothing_open() -> None:
    cells = fallen(["| 规章 | 4 | 4 |", "| 行政规范性文件 | 1 | 2 | 3 |"], ["4", "（见附件）"])
    assert values(cells["regulations"]) == [4, 4, 4]


def test_more_or_fewer_than_are_lacking_stay_outside() -> None:
    outside = ["7", "（其中修订2件）", "9", "（其中修订3件）"]
    cells = fallen(["| 规章 | 4 | 30 |", "| 行政规范性文件 | 1 | 2 | 3 |"], outside)
    assert [cell.value for cell in cells["regulations"]] == [4, 30, None]
    assert {cell.reading for cell in cells["regulations"]} == {Reading.DOUBTFUL, Reading.MISSING}
