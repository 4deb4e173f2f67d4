"""How large the interface text is, and whatever grows with it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QFont, QFontDatabase, QScreen
from PySide6.QtWidgets import QApplication

from gouji.ui.settings.table import TEXT_SIZE

CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
_PROPERTY = "textSize"
"""Of the application: percent of the system's size."""
_LENGTH = re.compile(r"\b(\d+)px")
_HAIRLINE = 3
"""Pixels up to which a length is a border, which stays as it is."""


def set_text_size(application: QApplication, percent: int) -> None:
    """Write in the system's font, so much larger, with simplified rather than Japanese forms behind it."""
    application.setProperty(_PROPERTY, percent)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamilies([font.family(), *CHINESE_FONTS])
    _enlarge(font, percent)
    if font != application.font():
        application.setFont(font)


def enlarged(pixels: float) -> int:
    """What is so many pixels long beside text of the system's size."""
    return round(pixels * _percent() / 100)


def enlarged_size(size: tuple[int, int], screen: QScreen) -> QSize:
    """The size of a dialog, which grows with the text as far as the screen has room."""
    return QSize(*map(enlarged, size)).boundedTo(screen.availableSize())


def enlarged_sheet(sheet: str) -> str:
    """A style sheet with its lengths, but not its borders, in the size of the text."""

    def length(found: re.Match[str]) -> str:
        pixels = int(found[1])
        return f"{pixels if pixels <= _HAIRLINE else enlarged(pixels)}px"

    return _LENGTH.sub(length, sheet)


def _enlarge(font: QFont, percent: int) -> None:
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * percent / 100)
    else:
        font.setPixelSize(round(font.pixelSize() * percent / 100))


def _percent() -> int:
    application = QCoreApplication.instance()
    stored = application.property(_PROPERTY) if application else None
    return stored if isinstance(stored, int) else TEXT_SIZE.default
