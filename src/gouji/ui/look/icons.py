"""The icons: our own drawings in ``resources/icons``, in the colour of the palette."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from gouji.resources import resource
from gouji.ui.look.palettes import colours
from gouji.ui.look.text_size import enlarged

SIZE = 18
"""Pixels of an icon beside text of the system's size."""


def icon(name: str, palette: QPalette, ink: str | None = None) -> QIcon:
    """An icon in the colour of text, or in another."""
    chosen = colours(palette)
    drawn = QIcon()
    drawn.addPixmap(picture(name, enlarged(SIZE), ink or chosen.text))
    drawn.addPixmap(picture(name, enlarged(SIZE), chosen.border), QIcon.Mode.Disabled)
    return drawn


def picture(name: str, size: int, ink: str) -> QPixmap:
    """One drawing, sharp on the screen the program runs on."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    key = f"{name} {size} {ink} {ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _draw(name, size, ink, ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw(name: str, size: int, ink: str, ratio: float) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", ink)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
