"""A strip of small pages beside the source: where one is, where the findings are, and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gouji.ui.bridge import Bridge
from gouji.ui.findings.delegate import gravity_ink
from gouji.ui.grid.model import DISPLAY, Index
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.source.thumbnails_model import GRAVITY, PICTURE, SIZE, WIDTH, ThumbnailsModel

_PAD = 8
_BAR = 12
"""Width of the scroll bar."""
_DOT = 8.0
_NOT_CHECKABLE = 3


class Thumbnails(QListView):
    """Hidden where there is one page or none."""

    page_chosen = Signal(int)
    lacking = Signal()
    """Other pages are in view, whose pictures may be lacking."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = True
        self._following = False
        self.pages = ThumbnailsModel(bridge, self._rows_in_view, self.devicePixelRatioF)
        self.pages.setParent(self)
        self.setModel(self.pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH + 2 * _PAD + _BAR)
        self.setAccessibleName(self.tr("Page thumbnails"))
        self.verticalScrollBar().valueChanged.connect(lambda _: self.lacking.emit())
        self.clicked.connect(lambda index: self.page_chosen.emit(index.row() + 1))

    def show_pages(self, sizes: Sequence[tuple[float, float]], turns: int) -> None:
        """Show the pages of another file, turned clockwise by quarters."""
        self.pages.show_pages(sizes, turns)
        self._fold()

    @property
    def taken_width(self) -> int:
        """Pixels that it takes beside a file of several pages."""
        return self.width() if self._wanted else 0

    def want(self, *, wanted: bool) -> None:
        """Unfold the strip, or fold it away."""
        self._wanted = wanted
        self._fold()

    def follow(self, page: int) -> None:
        """Mark the page that is in view."""
        index = self.pages.index(page - 1)
        if index != self.currentIndex():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._following and current.isValid():
            self.page_chosen.emit(current.row() + 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lacking.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _fold(self) -> None:
        self.setVisible(self._wanted and self.pages.rowCount() > 1)

    def _rows_in_view(self) -> range:
        if not self.isVisible() or not self.pages.rowCount():
            return range(0)
        room = self.viewport().rect()
        first, last = (self.indexAt(QPoint(room.center().x(), y)) for y in (1, room.bottom()))
        return range(max(first.row(), 0), last.row() + 1 if last.isValid() else self.pages.rowCount())


class _PageDelegate(QStyledItemDelegate):
    """The page, framed where it is the one in view; its number below, and a shape where findings are."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        said: Any = option  # the stubs lack its fields
        return QSize(WIDTH, round(index.data(SIZE).height()) + said.fontMetrics.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        said: Any = option  # the stubs lack its fields
        chosen, room = colours(said.palette), QRectF(said.rect)
        size = index.data(SIZE)
        page = QRectF(room.center().x() - size.width() / 2, room.top() + _PAD, size.width(), size.height())
        painter.save()
        image = index.data(PICTURE)
        if image is None:
            painter.fillRect(page, Qt.GlobalColor.white)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, image)
        is_current = bool(said.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(chosen.accent if is_current else chosen.border), 2 if is_current else 1))
        painter.drawRect(page)
        caption = QRectF(room.left(), page.bottom(), room.width(), room.bottom() - page.bottom() - 2)
        _caption(painter, caption, index, chosen, is_current=is_current)
        painter.restore()


def _caption(painter: QPainter, room: QRectF, index: Index, chosen: Colours, *, is_current: bool) -> None:
    number = str(index.data(DISPLAY))
    painter.setPen(QColor(chosen.accent if is_current else chosen.muted))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), number)
    weight = index.data(GRAVITY)
    if weight is not None:
        aside = room.center().x() + painter.fontMetrics().horizontalAdvance(number) / 2 + _PAD
        square = QRectF(aside, room.center().y() - _DOT / 2, _DOT, _DOT)
        _draw_dot(painter, square, weight, QColor(gravity_ink(weight, chosen)))


def _draw_dot(painter: QPainter, square: QRectF, weight: int, ink: QColor) -> None:
    """A triangle for errors, a ring for what cannot be checked, as in the tables; a disc for the rest."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush if weight == _NOT_CHECKABLE else ink)
    if weight:
        painter.drawEllipse(square.adjusted(1, 1, -1, -1))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    top = QPointF(square.center().x(), square.top())
    painter.drawPolygon(QPolygonF([top, square.bottomRight(), square.bottomLeft()]))
