"""Figures as people type and read them; needs no Qt."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from gouji.model.report import Number

TEN_THOUSAND = "万"
_TYPED = re.compile(r"([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(\.\d+)?(万)?(?:元|件)?")
_LONGEST = 18
"""More digits than any figure of a report has."""


class NotANumberError(ValueError):
    """The typed text is not a number."""


def read_figure(text: str, label: str = "") -> Number | None:
    """The number that was typed; None for nothing. Raises `NotANumberError`.

    Full-width digits, thousands separators, spaces and 万 are understood. In a column whose label counts
    in 万 already, the character repeats the unit and does not multiply.
    """
    folded = "".join(unicodedata.normalize("NFKC", text).split()).replace("−", "-")
    if not folded:
        return None
    match = _TYPED.fullmatch(folded)
    if match is None or not (match[2] or match[3]) or len(folded) > _LONGEST:
        raise NotANumberError(text)
    sign, whole, fraction, many = match.groups()
    digits = f"{sign}{(whole or '0').replace(',', '')}{fraction or ''}"
    if not many or TEN_THOUSAND in label:
        return Decimal(digits) if fraction else int(digits)
    product = Decimal(digits) * 10_000
    return int(product) if product == product.to_integral_value() else product.normalize()


def show_difference(value: Number) -> str:
    """By how much two sums differ, without saying which is larger."""
    return show_figure(-value if value < 0 else value)


def show_figure(value: Number | None) -> str:
    """The number with every digit it has; empty for none."""
    return "" if value is None else format(value, "f" if isinstance(value, Decimal) else "d")
