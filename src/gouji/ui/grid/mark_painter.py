"""Draws the marks of cells: each has a colour and a shape of its own, told apart without colour too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from gouji.ui.grid.marks import Mark
from gouji.ui.look.palettes import Colours
from gouji.ui.look.text_size import enlarged

SIDE = 8.0
"""Side of the square that a mark is drawn in, beside text of the system's size."""
# Plain whole numbers: to ask flags costs more than to draw.
_BROKEN, _DOUBTFUL, _CORRECTED = int(Mark.BROKEN), int(Mark.DOUBTFUL), int(Mark.CORRECTED)
_UNKNOWN = int(Mark.NOT_CHECKABLE | Mark.MISSING)
_SMALL_SIDE = 6.0
_MARGIN = 3.0


def ground(marks: int, chosen: Colours) -> str | None:
    """The colour a marked cell is laid out with; one that another equation vouches for has none."""
    if marks & _BROKEN:
        return chosen.broken_tint
    if marks & _UNKNOWN:
        return chosen.unsure_tint
    if marks & _DOUBTFUL:
        return chosen.doubtful_tint
    return chosen.corrected_tint if marks & _CORRECTED else None


def draw_marks(
    painter: QPainter, cell: QRectF, marks: int, chosen: Colours, *, crowded: bool = False
) -> None:
    """Draw all marks of a cell; those beside the figure shrink into a corner of a crowded cell."""
    if not marks:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = enlarged(100) / 100
    if scale != 1:
        painter.scale(scale, scale)
        cell = QRectF(cell.topLeft() / scale, cell.size() / scale)
    square = QRectF(cell.left() + _MARGIN, cell.center().y() - SIDE / 2, SIDE, SIDE)
    if crowded:
        square = QRectF(cell.left() + 1, cell.top() + 1, _SMALL_SIDE, _SMALL_SIDE)
    for mark, draw in _DRAWN:
        if marks & mark:
            draw(painter, square if mark & _BESIDE else cell, chosen)
    painter.restore()


def _draw_broken(painter: QPainter, square: QRectF, chosen: Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chosen.broken))
    top = QPointF(square.center().x(), square.top())
    painter.drawPolygon(QPolygonF([top, square.bottomRight(), square.bottomLeft()]))


def _draw_disputed(painter: QPainter, square: QRectF, chosen: Colours) -> None:
    painter.setPen(QPen(QColor(chosen.broken), 1.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = square.adjusted(1.5, 2, -1.5, -1.5)
    top = QPointF(inner.center().x(), inner.top())
    painter.drawPolygon(QPolygonF([top, inner.bottomRight(), inner.bottomLeft()]))


def _draw_not_checkable(painter: QPainter, square: QRectF, chosen: Colours) -> None:
    painter.setPen(QPen(QColor(chosen.unsure), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square.adjusted(1, 1, -1, -1))


def _draw_proved(painter: QPainter, square: QRectF, chosen: Colours) -> None:
    colour = QColor(chosen.proved)
    colour.setAlphaF(0.55)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(square.left() + 2, square.center().y()), 1.5, 1.5)


def _draw_doubtful(painter: QPainter, cell: QRectF, chosen: Colours) -> None:
    """A wavy line along the bottom, as under a misspelt word."""
    painter.setPen(QPen(QColor(chosen.doubtful), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    count = max(int((cell.width() - 14) // 3), 2)
    bottom = cell.bottom() - 3.5
    points = [QPointF(cell.right() - 4 - 3 * n, bottom + (1.2 if n % 2 else -1.2)) for n in range(count)]
    painter.drawPolyline(QPolygonF(points))


def _draw_blank(painter: QPainter, cell: QRectF, chosen: Colours) -> None:
    painter.setPen(QPen(QColor(chosen.muted), 1.3))
    y = cell.center().y() + 0.5
    painter.drawLine(QPointF(cell.right() - 14, y), QPointF(cell.right() - 6, y))


def _draw_missing(painter: QPainter, cell: QRectF, chosen: Colours) -> None:
    hatching = QBrush(QColor(chosen.unsure), Qt.BrushStyle.BDiagPattern)
    painter.setOpacity(0.35)
    painter.fillRect(cell, hatching)
    painter.setOpacity(1)
    painter.setPen(QPen(QColor(chosen.unsure), 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(cell.right() - 15, cell.center().y() - 4.5, 9, 9))


def _draw_corrected(painter: QPainter, cell: QRectF, chosen: Colours) -> None:
    """A folded corner at the top right, as Excel marks a comment."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chosen.corrected))
    corner = cell.topRight()
    painter.drawPolygon(QPolygonF([corner - QPointF(SIDE, 0), corner, corner + QPointF(0, SIDE)]))


def _draw_confirmed(painter: QPainter, cell: QRectF, chosen: Colours) -> None:
    painter.setPen(QPen(QColor(chosen.proved), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = cell.topRight() + QPointF(-9, 3)
    hook = [corner + QPointF(0, 3), corner + QPointF(2.5, 5.5), corner + QPointF(7, 0)]
    painter.drawPolyline(QPolygonF(hook))


def _draw_noted(painter: QPainter, cell: QRectF, chosen: Colours) -> None:
    """A small sheet with a line of writing, in the lower left corner."""
    sheet = QRectF(cell.left() + 2.5, cell.bottom() - 8.5, 7, 6)
    painter.setPen(QPen(QColor(chosen.text), 1))
    painter.setBrush(QColor(chosen.surface))
    painter.drawRect(sheet)
    painter.drawLine(sheet.bottomLeft() + QPointF(2, -2), sheet.bottomRight() + QPointF(-2, -2))
    painter.drawLine(sheet.topLeft() + QPointF(2, 2), sheet.topRight() + QPointF(-2, 2))


_DRAWN: tuple[tuple[int, Callable[[QPainter, QRectF, Colours], None]], ...] = (
    (int(Mark.MISSING), _draw_missing),
    (int(Mark.BROKEN), _draw_broken),
    (int(Mark.DISPUTED), _draw_disputed),
    (int(Mark.NOT_CHECKABLE), _draw_not_checkable),
    (int(Mark.PROVED), _draw_proved),
    (int(Mark.DOUBTFUL), _draw_doubtful),
    (int(Mark.BLANK), _draw_blank),
    (int(Mark.CORRECTED), _draw_corrected),
    (int(Mark.CONFIRMED), _draw_confirmed),
    (int(Mark.NOTED), _draw_noted),
)
_BESIDE = int(Mark.BROKEN | Mark.DISPUTED | Mark.NOT_CHECKABLE | Mark.PROVED)
