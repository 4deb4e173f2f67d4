"""Printed text into numbers: what a figure looks like, and what had to be assumed to take it for one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gouji.model.report import Doubt, Number, Reading


class Figure(NamedTuple):
    """A printed figure: no value when it is blank, a doubt when the text says more than a number."""

    value: Number | None
    reading: Reading
    doubt: Doubt | None = None


BLANK = Figure(None, Reading.BLANK)

# Full-width ASCII and the many spaces and minus signs only. NFKC would turn 22² into 222.
_PLAIN = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys((0xA0, 0x3000, 0x2007, 0x2009, 0x202F, *range(0x2002, 0x2007)), " ")
    | dict.fromkeys((0x2212, 0x2011, 0xFE63), "-")
    | dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
)
_NUMBER = re.compile(r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])|[0-9]+)(?:\.[0-9]+)?)(.*)", re.DOTALL)
_PLACEHOLDER = re.compile(r"[-/\\\u2010-\u2015\u2500_]+|无")
_SIGN = re.compile(r"[0-9０-９无_＿/／\\＼\-－\u200b-\u200d\u2010-\u2015\u2060\u2212\u2500\ufe63\ufeff]")
_UNIT = re.compile(r"[万亿千百]?[元件条项次人份个宗起]|[万亿]")
_NOTE = re.compile(r"[\[(〔【{*#†‡\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u2473].*", re.DOTALL)
_MORE_DIGITS = re.compile(r"(?:\s+[0-9]+)+")
_RESTS = ((_UNIT, Doubt.UNIT), (_NOTE, Doubt.ANNOTATION))
"""What may follow a number, and the doubt it casts."""
_LONGEST_COUNT = 9
_LONGEST_FIGURE = 40


def may_hold_figures(text: str) -> bool:
    """Whether a text with plain signs has a digit, or a sign of those that stand for no figure."""
    return _SIGN.search(text) is not None


@lru_cache(maxsize=4096)
def read_figure(text: str) -> Figure | None:
    """The figure that the text of a cell prints; None when it is not one, such as a label."""
    plain = text.translate(_PLAIN).strip()
    if not plain or _PLACEHOLDER.fullmatch(plain):
        return BLANK
    match = _NUMBER.fullmatch(plain)
    if match is None or len(match[1]) > _LONGEST_FIGURE:
        return None
    digits, rest = match[1], match[2].strip()
    if _MORE_DIGITS.fullmatch(match[2]):
        whole = digits + "".join(rest.split())
        return _figure(whole, Doubt.TORN) if len(whole) <= _LONGEST_FIGURE else None
    doubt = next((doubt for pattern, doubt in _RESTS if pattern.fullmatch(rest)), None)
    return _figure(digits, doubt) if doubt or not rest else None


def _figure(digits: str, doubt: Doubt | None) -> Figure:
    bare = digits.replace(",", "")
    whole = bare.lstrip("+-").partition(".")[0]
    if (whole.startswith("0") and whole != "0") or len(whole) > _LONGEST_COUNT:
        doubt = doubt or Doubt.TOUCHING
    value = Decimal(bare) if "." in bare else int(bare)
    return Figure(value, Reading.DOUBTFUL if doubt else Reading.CLEAR, doubt)
