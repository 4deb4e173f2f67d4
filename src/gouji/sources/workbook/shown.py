"""What a cell of a sheet shows: the stored number under its number format."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from gouji.model.report import Doubt

BUILT_IN = (
    {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 37: "#,##0", 38: "#,##0", 39: "#,##0.00"}
    | dict.fromkeys((40, 43, 44), "#,##0.00")
    | {41: "#,##0", 42: "#,##0", 49: "@"}
)
"""The number formats every program knows, by their numbers; the others are dates, fractions and the like."""

_DIGITS = 15
"""As many digits as a spreadsheet keeps; what follows them in a file is noise of the arithmetic."""
_LARGEST_EXPONENT = 30
_ORNAMENT = re.compile(r'\\.|_.|\*.|\[[^\]]*\]|"\s*"|[ ()+-]')
"""What a format says about room, colour and signs."""
_PLAIN = re.compile(r"[#0?,]*(?:\.([0#?]+))?")


class Shown(NamedTuple):
    """The text of a cell, and what is doubtful about it."""

    text: str
    doubt: Doubt | None = None


def show_number(stored: str, number_format: str) -> Shown:
    """A stored number with every digit, and with the places that its format adds.

    Doubtful where the sheet shows another number, such as a rounded one or a date.
    """
    try:
        value = Decimal(format(float(stored), f".{_DIGITS}g"))
    except (ValueError, OverflowError, InvalidOperation):
        return Shown(stored, Doubt.DISPLAY)
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return Shown(stored, Doubt.DISPLAY)
    text = f"{value:f}"
    if number_format in ("General", "@", ""):
        return Shown(text)
    match = _PLAIN.fullmatch(_ORNAMENT.sub("", number_format.split(";", maxsplit=1)[0]))
    if match is None:
        return Shown(text, Doubt.DISPLAY)
    pattern = match[1] or ""
    rounded = round(value, len(pattern))
    if rounded != value:
        return Shown(text, Doubt.DISPLAY)
    least = pattern.count("0")
    places = len(text.partition(".")[2])
    return Shown(f"{value:.{max(least, places)}f}")
