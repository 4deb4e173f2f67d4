"""A few words of refusal beside the place that they are about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gouji.ui.look.palettes import colours

_GAP = 2
_MARGIN = 8


def show_hint(widget: QWidget, place: QRect, text: str) -> QLabel:
    """Say something under a place of a widget, or over it where there is no room below."""
    window = widget.window()
    chosen = colours(widget.palette())
    label = QLabel(text, window)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName("hint")
    label.setStyleSheet(
        f"color: {chosen.broken}; background: {chosen.broken_tint}; border: 1px solid {chosen.broken};"
        "padding: 4px 8px; border-radius: 4px;"
    )
    label.adjustSize()
    corner = widget.mapTo(window, place.bottomLeft() + QPoint(0, _GAP))
    if corner.y() + label.height() > window.height() - _MARGIN:
        corner = widget.mapTo(window, place.topLeft()) - QPoint(0, label.height() + _GAP)
    corner.setX(max(min(corner.x(), window.width() - label.width() - _MARGIN), _MARGIN))
    label.move(corner)
    label.show()
    return label
