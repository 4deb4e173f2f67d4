"""Paints a finding in two lines: where it is, and its figures."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gouji.model.rule import DecisionState
from gouji.ui.findings.model import DECIDED, DIFFERENCE, GRAVITY, OUTDATED, SUMS, TITLE
from gouji.ui.findings.verdicts import STATES
from gouji.ui.grid.model import DISPLAY, Index
from gouji.ui.look.icons import picture
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.look.text_size import enlarged

_ICONS = ("error", "warning", "info", "question")
_PAD = 8
_ICON = 16


class FindingsDelegate(QStyledItemDelegate):
    """An icon for how much it weighs, the place in bold, the sums below, the decision to the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        said: Any = option  # the stubs lack its fields
        metrics: QFontMetrics = said.fontMetrics
        # No wider than the list, whatever its width: else what stands at the right would be out of sight.
        return QSize(0, 2 * metrics.height() + enlarged(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        said: Any = option  # the stubs lack its fields
        chosen = colours(said.palette)
        rect: QRect = said.rect
        painter.save()
        if said.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(chosen.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(chosen.accent))
        weight = index.data(GRAVITY)
        side = enlarged(_ICON)
        icon = picture(_ICONS[weight], side, gravity_ink(weight, chosen))
        painter.drawPixmap(rect.left() + _PAD + 2, rect.center().y() - side // 2, icon)
        self._write(painter, rect.adjusted(2 * _PAD + side + 2, 5, -_PAD, -5), index, chosen)
        painter.setPen(QColor(chosen.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, index: Index, chosen: Colours) -> None:
        half = rect.height() // 2
        upper, lower = rect.adjusted(0, 0, 0, -half), rect.adjusted(0, half, 0, 0)
        decided = index.data(DECIDED)
        if decided:
            text = QCoreApplication.translate("Verdicts", STATES[DecisionState(decided)])
            _right(painter, upper, f"✓ {text}", chosen.proved)
        elif index.data(OUTDATED):
            text = QCoreApplication.translate("Verdicts", "figures changed")
            _right(painter, upper, f"↺ {text}", chosen.unsure)
        painter.setPen(QColor(chosen.muted if decided else chosen.text))
        _elided(painter, upper, str(index.data(DISPLAY)), bold=not decided)
        painter.setPen(QColor(chosen.muted))
        _elided(painter, upper, str(index.data(TITLE)), bold=False)
        _right(painter, lower, str(index.data(DIFFERENCE)), chosen.muted if decided else chosen.broken)
        painter.setPen(QColor(chosen.muted))
        _elided(painter, lower, str(index.data(SUMS)), bold=False)


def gravity_ink(weight: int, chosen: Colours) -> str:
    """The colour that goes with how much a finding weighs."""
    return (chosen.broken, chosen.unsure, chosen.accent, chosen.unsure)[weight]


def _right(painter: QPainter, rect: QRect, text: str, ink: str) -> None:
    """Write at the right end, and take the room away from the rectangle."""
    painter.setPen(QColor(ink))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
    rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(text) - _PAD)


def _elided(painter: QPainter, rect: QRect, text: str, *, bold: bool) -> None:
    """Write at the left end as much as there is room for, and take the room away from the rectangle."""
    plain = painter.font()
    if bold:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    rect.setLeft(rect.left() + metrics.horizontalAdvance(shown) + _PAD)
    if bold:
        painter.setFont(plain)
