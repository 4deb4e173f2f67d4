"""The look of an official letter, the same in file and print: paper, margins, fonts, columns.

After GB/T 9704 (党政机关公文格式), with narrower margins, so that the list fits on an upright page.
"""

from __future__ import annotations

from typing import NamedTuple

PAPER = (21.0, 29.7)
MARGINS = (2.0, 2.4)
"""Left and right, top and bottom, in centimetres."""
WIDTHS = {
    "number": 0.9,
    "place": 1.6,
    "table": 1.0,
    "row": 1.9,
    "column": 1.5,
    "printed": 2.0,
    "why": 3.9,
    "look": 4.2,
}
"""The columns of the list by their wording, with their widths in centimetres."""
INDENT = 2
"""Of the first line, in characters."""
SIGNED_AT = 17
"""Where the signature begins, in characters from the left margin."""
GAP = 12.0
"""Between the list and what stands below it, in points."""
CELL_MARGINS = {"top": 0.05, "left": 0.1, "bottom": 0.05, "right": 0.1}
"""Around the text of a cell, in centimetres."""


class Lettering(NamedTuple):
    """How a text is set: sizes in points, the space between lines as a multiple."""

    font: str
    size: float
    bold: bool = False
    spacing: float = 1.0
    after: float = 0.0


SERIF, FANGSONG = "宋体", "仿宋"
LATIN = "Times New Roman"
FALLBACKS = {
    SERIF: ("SimSun", "STSong", "Source Han Serif SC", "Noto Serif CJK SC"),
    FANGSONG: ("FangSong", "仿宋_GB2312", "STFangsong", "FandolFang R", "Noto Serif CJK SC"),
}
"""What a system that has not the font is asked for, one after the other."""
HEADING = Lettering(SERIF, 18, bold=True, spacing=1.3, after=14)
BODY = Lettering(FANGSONG, 14, spacing=1.4)
TABLE = Lettering(SERIF, 9)
