"""Printed figures, read: the number, how sure it is, and why not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.extraction.lines.glued import plain_text
from gouji.extraction.numerals import Figure, may_hold_figures, read_figure
from gouji.model.report import Doubt, Number, Reading

WIDE = str.maketrans("0123456789,.-", "０１２３４５６７８９，．－")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("51", 51),
        (" 51\u00a0", 51),
        ("\u3000\u3000        0", 0),
        ("１２", 12),
        ("１，２５９", 1259),
        ("1,259,000", 1259000),
        ("-3", -3),
        ("\u22123", -3),
        ("－３", -3),
        ("+3", 3),
        ("24252.311082", Decimal("24252.311082")),
        ("0.50", Decimal("0.50")),
        ("\u200b7\ufeff", 7),
    ],
)
def test_a_plain_number_is_clear(text: str, value: Number) -> None:
    figure = read_figure(text)
    assert figure == Figure(value, Reading.CLEAR)
    assert str(figure.value) == str(value)


@pytest.mark.parametrize("text", ["", "  ", "\u3000\u00a0", "/", "／", "-", "—", "－", "——", "―", "\\", "无"])
def test_a_placeholder_is_blank(text: str) -> None:
    assert read_figure(text) == Figure(None, Reading.BLANK)


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("22（其中修订 16 件）", 22, Doubt.ANNOTATION),
        ("22\n（其中修订 16 件）", 22, Doubt.ANNOTATION),
        ("55 (含自然失效29件)", 55, Doubt.ANNOTATION),
        ("22*", 22, Doubt.ANNOTATION),
        ("22²", 22, Doubt.ANNOTATION),
        ("22①", 22, Doubt.ANNOTATION),
        ("251000元", 251000, Doubt.UNIT),
        ("1.5 万元", Decimal("1.5"), Doubt.UNIT),
        ("3件", 3, Doubt.UNIT),
        ("37\n42", 3742, Doubt.TORN),
        ("1 259", 1259, Doubt.TORN),
        ("000", 0, Doubt.TOUCHING),
        ("012", 12, Doubt.TOUCHING),
        ("2503611983103706", 2503611983103706, Doubt.TOUCHING),
    ],
)
def test_a_number_with_an_assumption_is_doubtful(text: str, value: Number, doubt: Doubt) -> None:
    assert read_figure(text) == Figure(value, Reading.DOUBTFUL, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "1.属于国家秘密",
        "3. 其他",
        "3其他",
        "一",
        "（一）",
        "2023年",
        "12,59",
        "1.2.3",
        "22/16",
        "22、16",
        "5-3",
        "- 3 -",
        "(3)",
        "约22",
        "O",
        "½",
        "Ⅲ",
        "٣",
        "0.",
        ".5",
        "1,2345",
    ],
)
def test_anything_else_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@given(
    st.integers(-999_999_999, 999_999_999),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", " ", "\u3000", "\u00a0\t"]),
)
def test_whole_numbers_come_back(number: int, grouped: bool, wide: bool, padding: str) -> None:  # noqa: FBT001 -- drawn by hypothesis
    text = f"{number:,}" if grouped else str(number)
    printed = padding + (text.translate(WIDE) if wide else text) + padding
    assert read_figure(printed) == Figure(number, Reading.CLEAR)


@given(st.decimals(0, 10**9 - 1, allow_nan=False, allow_infinity=False, places=6))
def test_decimals_keep_every_printed_digit(number: Decimal) -> None:
    figure = read_figure(str(number))
    assert figure is not None
    assert str(figure.value) == str(number)


@given(st.text(max_size=12))
def test_clear_figures_print_their_value_and_nothing_else(text: str) -> None:
    """Nothing but width, spaces, separators and signs may be dropped from a clear figure."""
    figure = read_figure(text)
    if figure is not None and figure.reading is Reading.CLEAR:
        narrow = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}).replace(
            "\u2212", "-"
        )
        kept = [char for char in narrow if char.isascii() and not char.isspace() and char not in ",+"]
        dropped = [char for char in narrow if not char.isascii() and char.isalnum()]
        assert "".join(kept) == str(figure.value)
        assert dropped == []


def test_a_run_of_digits_longer_than_any_figure_is_no_number() -> None:
    assert read_figure("9" * 5000) is None
    assert read_figure("269345 " * 19) is None


SIGNS = "3０无/／\\＼_＿-－—─−﹣\u200b\ufeff件（)，. 年"


@pytest.mark.parametrize("sign", SIGNS)
@given(around=st.text(st.sampled_from(SIGNS), max_size=3))
def test_what_is_read_as_a_figure_may_hold_one(sign: str, around: str) -> None:
    for text in (sign, sign + around, around + sign):
        plain = plain_text(text)
        assert may_hold_figures(plain) or not plain.strip() or read_figure(plain) is None
