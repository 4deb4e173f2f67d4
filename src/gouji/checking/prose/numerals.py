"""Figures in prose: Arabic digits, Chinese numerals, and the two mixed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gouji.model.report import Number

_DIGITS = {
    digit: value
    for value, digits in enumerate(("〇零○", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for digit in digits
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
_ARABIC = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(\.[0-9]+)?([万亿])?")
_ONE = r"[一二两三四五六七八九]"
# 十五, 二十, 一百零五, 两千三, but neither 两三 nor 三十二十.
_CHINESE = re.compile(rf"(?:{_ONE}千)?(?:零?{_ONE}百)?(?:零?{_ONE}?十)?(?:[零〇]?{_ONE})?")
_DIGIT_BY_DIGIT = re.compile(
    rf"{_ONE}(?:[〇零○一二三四五六七八九]*[〇○][〇零○一二三四五六七八九]*|[一二三四五六七八九]*零[一二三四五六七八九]*)"
)


class Figure(NamedTuple):
    """A figure and how exact it is."""

    value: Number
    exact_to: Number = 1
    """What a change of its last digit comes to: 1.2万 is exact to 1000."""

    def agrees(self, value: Number) -> bool:
        if self.exact_to == 1:
            return value == self.value
        return -self.exact_to < value - self.value < self.exact_to


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> Figure | None:
    """The figure that digits or numerals write; None where they are no count, such as 两三 or 1,23."""
    if match := _ARABIC.fullmatch(text):
        return _arabic(match)
    value = _chinese(text)
    return None if value is None else Figure(value)


def _arabic(match: re.Match[str]) -> Figure:
    whole, decimals, group = match[1].replace(",", ""), match[2] or "", match[3]
    factor = _GROUPS[group] if group else 1
    if not decimals:
        return Figure(int(whole) * factor, factor)
    last_digit = Decimal(factor).scaleb(1 - len(decimals))
    return Figure(Decimal(whole + decimals) * factor, last_digit)


def _chinese(text: str) -> int | None:
    for group, factor in sorted(_GROUPS.items(), key=lambda pair: -pair[1]):
        if group in text:
            high, _, low = text.partition(group)
            parts = _chinese(high), _chinese(low.lstrip("零〇")) if low else 0
            return None if None in parts else (parts[0] or 0) * factor + (parts[1] or 0)
    if all(mark in _DIGITS for mark in text):
        single = len(text) == 1 or _DIGIT_BY_DIGIT.fullmatch(text)
        return int("".join(str(_DIGITS[mark]) for mark in text)) if single else None
    return _added_up(text) if _CHINESE.fullmatch(text) else None


def _added_up(text: str) -> int:
    value, digit = 0, 0
    for mark in text:
        if mark in _UNITS:
            value += (digit or 1) * _UNITS[mark]
            digit = 0
        else:
            digit = _DIGITS[mark]
    last_unit = _UNITS.get(text[-2], 0) if len(text) > 1 else 0
    # 两千三 is 2300, 二十三 is 23.
    return value + digit * (last_unit // 10 if last_unit > _UNITS["十"] else 1)
