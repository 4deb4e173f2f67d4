"""How wide the columns and how tall the rows of a printed table are, so that nothing is cut."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from gouji.model.layout import Layout, Role
from gouji.ui.grid.model import printed
from gouji.ui.look.text_size import enlarged

PAD_X = 4
PAD_Y = 4
_SMALL = 0.8
"""Of the size of a figure is that of last year."""
WIDEST = 960
"""Pixels; a table gets no wider, however wide the window."""
_OUTER_EM = (2, 4)
"""Width of group labels in characters, outermost first."""
_SLACK = 3
"""Pixels by which a line of text may be longer than the sum of its characters."""
_GRID = 1
"""Pixels of a line between two columns, which the column to its left pays for."""
_FIGURES_SHARE = 0.54
_WIDEST_FIGURE = 88
_SHORT = 8
"""Characters up to which a head is broken into even lines."""


def column_widths(layout: Layout, room: int, metrics: QFontMetrics) -> list[int]:
    """Widths that fill the room exactly, or the least that can be read when there is less."""
    em = metrics.horizontalAdvance("年")
    figures = layout.width - layout.label_columns
    room = min(room, enlarged(WIDEST))
    if not layout.label_columns:
        return _share(max(room, figures * (2 * em + 2 * PAD_X + _SLACK)), figures)
    outer = [characters * em + 2 * PAD_X + _SLACK for characters in _OUTER_EM[: layout.label_columns - 1]]
    least = 3 * em + 2 * PAD_X
    widest = enlarged(_WIDEST_FIGURE) if outer else room
    figure = min(max(round(room * _FIGURES_SHARE / figures), least), widest)
    label = max(room - sum(outer) - figure * figures, 9 * em)
    return [*outer, label, *[figure] * figures]


def small(font: QFont) -> QFont:
    """The font that last year's figures are written in."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALL)
    return smaller


def row_heights(layout: Layout, widths: list[int], metrics: QFontMetrics, below: int = 0) -> list[int]:
    """Heights that show every label whole, with so much room below the figures."""
    heights = [metrics.height() + 2 * PAD_Y] * layout.height
    for row in {place.row for place in layout.places if place.role is Role.FIGURE}:
        heights[row] += below
    for place in sorted(layout.places, key=lambda place: place.row_span):
        if place.role is Role.FIGURE or not place.text:
            continue
        width = sum(widths[place.column : place.column + place.column_span]) - 2 * PAD_X - _GRID
        text = printed(place)
        if place.role is Role.COLUMN_HEAD:
            text = balanced(text, width, metrics)
        wrapped = metrics.boundingRect(QRect(0, 0, width, 9999), Qt.TextFlag.TextWordWrap, text)
        rows = range(place.row, place.row + place.row_span)
        lacking = wrapped.height() + 2 * PAD_Y - sum(heights[row] for row in rows)
        if lacking > 0:
            for row, more in zip(rows, _share(lacking, place.row_span), strict=True):
                heights[row] += more
    return heights


def balanced(text: str, width: int, metrics: QFontMetrics) -> str:
    """A short head broken into lines of equal length, not three characters and one."""
    lines = ceil(metrics.horizontalAdvance(text) / max(width - _SLACK, 1))
    if lines == 1 or len(text) > _SHORT:
        return text
    length = ceil(len(text) / lines)
    return "\n".join(text[start : start + length] for start in range(0, len(text), length))


def _share(total: int, parts: int) -> list[int]:
    return [total * (part + 1) // parts - total * part // parts for part in range(parts)]
