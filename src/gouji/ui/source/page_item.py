"""One page of a PDF in the scene: white, or its thumbnail, until its picture arrives."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gouji.ui.look.palettes import colours

if TYPE_CHECKING:
    from gouji.worker import Picture

Thumbnail = Callable[[int], QImage | None]
"""A small picture of a page, turned as the page is; None where there is none."""
_QUARTER = 90


class PageItem(QGraphicsItem):
    """A page, measured in points from its own top left corner however it is turned."""

    def __init__(
        self, number: int, width: float, height: float, thumbnail: Thumbnail = lambda _: None
    ) -> None:
        super().__init__()
        self.number = number
        self.scale_drawn = 0.0
        """Pixels a point of the picture that is shown; 0 while there is none."""
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._thumbnail = thumbnail
        self._rect = QRectF(0, 0, width, height)

    @property
    def memory(self) -> int:
        """Bytes that the picture takes."""
        return self._image.sizeInBytes() if self._image else 0

    @property
    def size(self) -> QSizeF:
        """Width and height in points, not turned."""
        return self._rect.size()

    def lay(self, left: float, top: float, turns: int) -> None:
        """Put the page, turned clockwise by quarters, with its corner at a place of the scene."""
        width, height = self._rect.width(), self._rect.height()
        aside, down = ((0.0, 0.0), (height, 0.0), (width, height), (0.0, width))[turns]
        self.setRotation(_QUARTER * turns)
        self.setPos(left + aside, top + down)

    def take_picture(self, picture: Picture | None, scale: float) -> None:
        """Show another picture, turned as the page is, or none."""
        self._image = image_of(picture) if picture else None
        # An image made of bytes does not own them.
        self._picture = picture
        self.scale_drawn = scale if picture else 0.0
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        place = painter.worldTransform().mapRect(self._rect)
        painter.save()
        # The picture is turned already.
        painter.resetTransform()
        image = self._image or self._thumbnail(self.number)
        if image is None:
            painter.fillRect(place, Qt.GlobalColor.white)
        else:
            _draw(painter, place, image)
        if widget is not None:
            pen = QPen(QColor(colours(widget.palette()).border), 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRect(place)
        painter.restore()


def image_of(picture: Picture) -> QImage:
    """A picture for Qt, which must not outlive it."""
    stride = 4 * picture.width
    return QImage(picture.pixels, picture.width, picture.height, stride, QImage.Format.Format_RGB32)


def _draw(painter: QPainter, place: QRectF, image: QImage) -> None:
    """Pixel for pixel where the picture fits this zoom, else stretched until a better one comes."""
    ratio = painter.device().devicePixelRatio()
    if abs(place.width() * ratio - image.width()) > 1:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        return
    left, top = round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio
    painter.drawImage(QRectF(left, top, image.width() / ratio, image.height() / ratio), image)
