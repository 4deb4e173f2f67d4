"""Pages drawn with characters: ``-`` and ``|`` rule, ``+`` joins, anything else is printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from gouji.model.geometry import Box
from gouji.sources.page import Page, Ruling, Word

WIDE, HIGH = 6.0, 12.0
"""Points that a character of the drawing takes."""


def drawn_page(drawing: str, number: int = 1) -> Page:
    """The page of a drawing; a line runs through the middle of its characters."""
    rows = dedent(drawing).strip("\n").split("\n")
    width = max(map(len, rows))
    rows = [row.ljust(width) for row in rows]
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    rulings = [
        *(Ruling(Box(start * WIDE, y, end * WIDE, y)) for y, start, end in _runs(rows, r"[-+]*-[-+]*", HIGH)),
        *(
            Ruling(Box(x, start * HIGH, x, end * HIGH))
            for x, start, end in _runs(columns, r"[|+]*\|[|+]*", WIDE)
        ),
    ]
    words = [
        Word(found[0], Box(found.start() * WIDE, line * HIGH + 1, found.end() * WIDE, line * HIGH + HIGH - 1))
        for line, row in enumerate(rows)
        for found in re.finditer(r"[^-+| ]+", row)
    ]
    return Page(number, width * WIDE, len(rows) * HIGH, tuple(words), tuple(rulings))


def _runs(lines: list[str], pattern: str, step: float) -> Iterator[tuple[float, float, float]]:
    """Where lines run: their place across, and from the middle of one character to that of another."""
    for index, line in enumerate(lines):
        for found in re.finditer(pattern, line):
            yield (index + 0.5) * step, found.start() + 0.5, found.end() - 0.5
