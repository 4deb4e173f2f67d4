"""Text that every format takes, and how much room it needs."""

from __future__ import annotations

import re
from math import ceil
from unicodedata import east_asian_width

_NOT_PRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, or no one can see."""
LONGEST = 32_000
"""As much as a workbook takes in one cell."""

FULL_WIDTH = 1.9
"""How many digits a Chinese character takes the room of."""


def printable(text: str) -> str:
    """The text without control characters, its lines ended in one way, cut where it is endless."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = _NOT_PRINTABLE.sub("\ufffd", joined)
    return cleaned if len(cleaned) <= LONGEST else cleaned[: LONGEST - 1] + "…"


def text_width(text: str) -> float:
    """The room it takes on one line, in digits, by which spreadsheets measure their columns."""
    return sum(FULL_WIDTH if east_asian_width(character) in "WFA" else 1 for character in text)


def line_count(text: str, width: float) -> int:
    """How many lines it takes in a column that has room for so many digits."""
    return sum(max(1, ceil(text_width(line) / max(2, width))) for line in text.split("\n"))
