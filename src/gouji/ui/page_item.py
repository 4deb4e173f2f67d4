"""One page of a PDF in the scene: white until its picture arrives."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gouji.ui.palettes import colours


class PageItem(QGraphicsItem):
    """A page, measured in points."""

    def __init__(self, number: int, width: float, height: float) -> None:
        super().__init__()
        self.number = number
        self.scale_drawn = 0.0
        """Pixels a point of the picture that is shown; 0 while there is none."""
        self._image: QImage | None = None
        self._rect = QRectF(0, 0, width, height)

    @property
    def memory(self) -> int:
        """Bytes that the picture takes."""
        return self._image.sizeInBytes() if self._image else 0

    def take_picture(self, image: QImage | None, scale: float) -> None:
        """Show another picture, or none."""
        self._image = image
        self.scale_drawn = scale if image else 0.0
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._image is None:
            painter.fillRect(self._rect, Qt.GlobalColor.white)
        else:
            self._draw(painter, self._image)
        if widget is not None:
            pen = QPen(QColor(colours(widget.palette()).border), 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRect(self._rect)

    def _draw(self, painter: QPainter, image: QImage) -> None:
        """Pixel for pixel where the picture fits this zoom, else stretched until a better one comes."""
        ratio = painter.device().devicePixelRatio()
        place = painter.worldTransform().mapRect(self._rect)
        if abs(place.width() * ratio - image.width()) > 1:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._rect, image)
            return
        painter.save()
        painter.resetTransform()
        image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio), image)
        painter.restore()
