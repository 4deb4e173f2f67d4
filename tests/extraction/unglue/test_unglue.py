"""Figures without anything between them, cut apart: on strings alone."""

from __future__ import annotations

import pytest

from gouji.extraction.unglue.cuts import chained_cuts, expected_cuts, free_cuts, likeliest, summed_cuts
from tests.typeset import seeded


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("640020470", ("64", "0", "0", "2", "0", "4", "70")),
        ("21710000218", ("217", "1", "0", "0", "0", "0", "218")),
        ("0000000", ("0",) * 7),
        ("64/////64", ("64", *"/////", "64")),
        ("64——————————64", ("64", *["——"] * 5, "64")),
    ],
)
def test_a_row_is_cut_by_its_sum(text: str, cut: tuple[str, ...]) -> None:
    assert summed_cuts(text, 7) == (cut,)


def test_a_row_that_can_be_cut_in_two_ways_keeps_both() -> None:
    assert set(summed_cuts("101000011", 7)) == {
        ("10", "1", "0", "0", "0", "0", "11"),
        ("1", "0", "10", "0", "0", "0", "11"),
    }


@pytest.mark.parametrize("text", ["640020471", "64002047", "00000000", "", "1,2340000001,234", "12"])
def test_a_row_that_does_not_add_up_is_not_cut(text: str) -> None:
    assert summed_cuts(text, 7) == ()


def test_rows_beside_each_other_are_cut_by_their_sums() -> None:
    assert chained_cuts("10203120001200000", [5, 5, 5]) == [
        ("1", "0", "2", "0", "3", "12", "0", "0", "0", "12", "0", "0", "0", "0", "0")
    ]


@pytest.mark.parametrize("largest", [9, 99, 9_999, 999_999_999])
def test_the_printed_figures_are_among_the_cuts(largest: int) -> None:
    random = seeded(f"cuts {largest}")
    for _ in range(20):
        figures = [random.randint(0, largest) for _ in range(6)]
        row = tuple(map(str, [*figures, sum(figures)]))
        assert row in summed_cuts("".join(row), 7)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("000", ("0", "0", "0")),
        ("693665", ("69", "3", "665")),
        ("6233440", ("62", "33", "440")),
        ("100235", ("10", "0", "235")),
        ("11111", ("11", "1", "11")),
        ("531", None),
    ],
)
def test_a_row_without_a_sum_is_cut_where_one_way_is_likeliest(
    text: str, cut: tuple[str, ...] | None
) -> None:
    """More is issued than repealed, and no more than is in force; else the lengths decide, or nothing."""
    assert likeliest(free_cuts(text, 3)) == cut


def test_two_figures_without_a_sum_are_cut_only_where_there_is_one_way() -> None:
    assert likeliest(free_cuts("40", 2)) == ("4", "0")
    assert likeliest(free_cuts("120", 2)) is None
    assert free_cuts("4/", 2) == []


def test_expected_figures_are_found_though_one_is_printed_otherwise() -> None:
    assert expected_cuts("641270", [64, 1, 2, 70]) == {("64", "1", "2", "70")}
    assert expected_cuts("641271", [64, 1, 2, 70]) == {("64", "1", "2", "71")}
    assert expected_cuts("651271", [64, 1, 2, 70]) == set()
