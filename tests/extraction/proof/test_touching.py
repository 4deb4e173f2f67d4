"""Figures that run into each other over the lines between their cells: where one ends, the sums tell."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gouji.extraction.numerals import read_figure
from gouji.extraction.proof.touching import part_touching
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading
from tests.extraction.test_layouts import FORMS

FORM = FORMS["2021"]
COLUMNS = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_org",
    "total",
)
Texts = Mapping[str, str]


def parted(printed: str, touching: Texts) -> list[tuple[str | None, Doubt | None]]:
    """What is read of the row, with the texts that were found in cells that touch."""
    cells: dict[Address, Cell] = {}
    for column, text in zip(COLUMNS, printed.split(), strict=True):
        raw = touching.get(column, text)
        figure = read_figure(raw)
        doubt = (Doubt.TOUCHING if figure else Doubt.NOT_A_NUMBER) if column in touching else None
        reading = Reading.DOUBTFUL if doubt else Reading.CLEAR
        cells[Address("requests", "new", column)] = Cell(
            figure.value if figure else None, raw, reading, doubt=doubt
        )
    part_touching(cells, FORM)
    return [(cell.raw, cell.doubt) for cell in cells.values()]


@pytest.mark.parametrize(
    ("printed", "touching"),
    [
        ("160303 265333 1 2 3 4 425646", {"natural_person": "16030", "business": "3265333"}),
        ("5 12811 1 2 3 4 12826", {"natural_person": "", "business": "512811"}),
        (
            "1,200 2,345 6,789 2 3 4 10,343",
            {"natural_person": "1,2002", "business": ",3456,", "research": "789"},
        ),
        ("７０ １００２ 1 2 3 4 1082", {"natural_person": "７０１", "business": "００２"}),
    ],
)
def test_the_one_place_that_keeps_the_sum_parts_them(printed: str, touching: Texts) -> None:
    read = parted(printed, touching)
    assert [raw for raw, _ in read] == printed.split()
    assert [doubt is Doubt.TOUCHING for _, doubt in read] == [column in touching for column in COLUMNS]


@pytest.mark.parametrize(
    ("printed", "touching"),
    [
        ("160303 265333 1 2 3 4 425647", {"natural_person": "16030", "business": "3265333"}),
        ("1 12345678 1 2 3 4 12345689", {"natural_person": "112345", "business": "678"}),
        # Both 11 and 1, and 1 and 11.
        ("1 11 1 2 3 4 22", {"natural_person": "", "business": "111"}),
    ],
)
def test_what_no_place_or_several_keep_is_left(printed: str, touching: Texts) -> None:
    """A total that is another, a figure too far in the next cell, and two that may end in two places."""
    read = dict(zip(COLUMNS, parted(printed, touching), strict=True))
    assert {column: raw for column, (raw, _) in read.items() if column in touching} == touching


def test_figures_that_are_sure_are_never_moved() -> None:
    assert parted("16030 3265333 1 2 3 4 425646", {})[:2] == [("16030", None), ("3265333", None)]
