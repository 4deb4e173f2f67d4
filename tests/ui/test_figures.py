"""Typed figures: what is understood, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.ui.grid.figures import NotANumberError, read_figure, show_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("51", 51),
        ("５１", 51),
        (" 1 234 ", 1234),
        ("1,234,567", 1234567),
        ("１，２３４", 1234),
        ("-3", -3),
        ("－３", -3),
        ("−3", -3),
        ("3万", 30000),
        ("1.5万", 15000),
        ("0.00005万", Decimal("0.5")),
        ("12.500000", Decimal("12.500000")),
        (".5", Decimal("0.5")),
        ("251000元", 251000),
        ("", None),
        ("　", None),
    ],
)
def test_understood(text: str, figure: object) -> None:
    assert read_figure(text) == figure


@pytest.mark.parametrize("text", ["abc", "1,23", "1.2.3", "五十", "5-1", "万", "=1+1", "1e9", "9" * 30, "/"])
def test_refused(text: str) -> None:
    with pytest.raises(NotANumberError):
        read_figure(text)


def test_ten_thousand_is_the_unit_of_a_column_that_counts_in_it() -> None:
    assert read_figure("3万元", "本年收费金额（单位：万元）") == 3


def test_every_digit_is_shown() -> None:
    assert show_figure(Decimal("12.500000")) == "12.500000"
    assert show_figure(Decimal("1E+6")) == "1000000"
    assert show_figure(None) == ""
