from __future__ import annotations

from decimal import Decimal

import pytest

from gouji.checking.prose.numerals import read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("1,295", 1295),
        ("12,345,678", 12345678),
        ("〇", 0),
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("二十三", 23),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百二", 120),
        ("一百二十三", 123),
        ("三千零八", 3008),
        ("两千三百", 2300),
        ("一万", 10000),
        ("一万零三百", 10300),
        ("十二万五千", 125000),
        ("一〇五", 105),
        ("二〇二三", 2023),
    ],
)
def test_a_count_is_read_whoever_wrote_it(text: str, value: int) -> None:
    figure = read_numeral(text)
    assert figure is not None
    assert figure.value == value
    assert figure.agrees(value)
    assert not figure.agrees(value + 1)


@pytest.mark.parametrize(
    "text", ["两三", "三四", "七八", "12,34", "1,2345", "三十二十", "十百", "1.2.3", "", "1" * 20]
)
def test_what_is_no_count_is_none(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "agreeing", "others"),
    [
        ("1.2万", [11_500, 12_000, 12_999], [11_000, 13_000]),
        ("12.5万", [125_000, 125_900], [124_000, 126_000]),
        ("3万", [30_000, 30_400], [20_000, 40_000]),
        ("33.9", [Decimal("33.9"), Decimal("33.85")], [Decimal(34), Decimal("33.8")]),
    ],
)
def test_a_rounded_figure_agrees_to_the_digits_it_prints(
    text: str, agreeing: list[int], others: list[int]
) -> None:
    figure = read_numeral(text)
    assert figure is not None
    assert [value for value in agreeing if not figure.agrees(value)] == []
    assert [value for value in others if figure.agrees(value)] == []
