"""Column widths and row heights at which nothing is clipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from gouji.export.text import line_count, text_width
from gouji.model.layout import Layout, Place, Role
from gouji.model.report import Number

LINE = 14.5
"""Height of a line of text, in points."""
SLIM = 20.0
"""Height of a row of a single line in a list."""
ROOMY = 24.0
"""Height of a row of a single line in a statutory table."""
MARGIN = 2.5
"""What the borders and the indent take of a column's width."""
LABEL_WIDTHS: dict[int, tuple[float, ...]] = {0: (), 1: (26.0,), 2: (12.0, 30.0), 3: (6.5, 11.0, 36.0)}
"""Widths of the label columns, by how many there are."""
FIGURES_WIDTH = 63.0
"""What all columns of figures take together, if none gets too slim."""
SLIMMEST = 7.5
CHARACTER = 5.6
"""Width of a digit, in points."""
PORTRAIT = 520.0
"""What is left of an upright page between its margins, in points."""


def column_widths(layout: Layout, shown: Callable[[Place], str]) -> list[float]:
    """The width of every column, in digits; no figure is too long for its place."""
    labels = LABEL_WIDTHS[layout.label_columns]
    count = layout.width - layout.label_columns
    width = max(SLIMMEST, FIGURES_WIDTH / count)
    for place in layout.places:
        if place.role is Role.FIGURE:
            width = max(width, (text_width(shown(place)) + 2) / place.column_span)
    return [*labels, *[width] * count]


def row_heights(layout: Layout, widths: Sequence[float]) -> list[float]:
    """The height of every row, in points; labels over several rows stretch the last of them if need be."""
    heights = [ROOMY] * layout.height
    for place in sorted(layout.places, key=lambda place: place.row_span):
        room = sum(widths[place.column : place.column + place.column_span]) - MARGIN
        needed = LINE * line_count(place.text, room) + 6
        rows = range(place.row, place.row + place.row_span)
        lacking = needed - sum(heights[row] for row in rows)
        if lacking > 0:
            heights[rows[-1]] += lacking
    return heights


def is_wide(widths: Sequence[float], heights: Sequence[float]) -> bool:
    """Whether a table is better printed on a page laid across: it is too wide for an upright one, and low."""
    width = CHARACTER * sum(widths)
    return width > PORTRAIT and width > sum(heights)


def wide_enough(width: float, figures: Iterable[Number]) -> float:
    """The width of a column of figures, or a greater one in which none of them is too long."""
    return max([width, *(text_width(str(figure)) + MARGIN for figure in figures)])


def text_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """The height of a row of texts side by side."""
    lines = max(line_count(text, width - MARGIN) for text, width in zip(texts, widths, strict=True))
    return max(SLIM, LINE * lines + 6)
