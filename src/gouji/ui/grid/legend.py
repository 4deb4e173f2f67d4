"""What the marks in the tables mean, drawn as the tables draw them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gouji.ui.grid.describe import MARK_NAMES, mark_name
from gouji.ui.grid.mark_painter import draw_marks, ground
from gouji.ui.grid.marks import Mark
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.look.text_size import enlarged

_SWATCH = QSize(32, 20)
_COLUMNS = 2


class Legend(QWidget):
    """A small table of marks and their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for position, mark in enumerate(MARK_NAMES):
            row, column = divmod(position, _COLUMNS)
            label = QLabel(mark_name(mark))
            label.setObjectName("note")
            grid.addWidget(Swatch(mark), row, 2 * column)
            grid.addWidget(label, row, 2 * column + 1)
        grid.setColumnStretch(2 * _COLUMNS, 1)


class Swatch(QWidget):
    """One cell with one mark."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(enlarged(_SWATCH.width()), enlarged(_SWATCH.height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedSize(enlarged(_SWATCH.width()), enlarged(_SWATCH.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_swatch(painter, QRectF(self.rect()), self._mark, colours(self.palette()))
        painter.end()


def draw_swatch(painter: QPainter, rect: QRectF, mark: Mark, chosen: Colours) -> None:
    """Draw an empty cell with a mark."""
    painter.fillRect(rect, QColor(ground(mark, chosen) or chosen.surface))
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(chosen.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(inner)
    draw_marks(painter, inner, mark, chosen)
