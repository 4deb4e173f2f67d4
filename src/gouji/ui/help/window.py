"""The window of F1: a guide, all keys and marks, and the rules that are checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from gouji.library.handbook import rules_page
from gouji.resources import resource
from gouji.ui.help.keys_page import KeysPage
from gouji.ui.look.language import current_language
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.look.text_size import enlarged_size

_SIZE = (800, 680)
_MARGIN = 16
_PICTURE_WIDTH = 720


class Help(QDialog):
    """Three pages; the texts come from ``resources/help``, the table of actions and the rules."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(enlarged_size(_SIZE, self.screen()))
        language = current_language()
        guide = resource("help", f"guide.{language}.html").read_text(encoding="utf-8")
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(self.windowTitle())
        self._add(Page(guide, self), self.tr("Guide"))
        self._add(KeysPage(self), self.tr("Keys and marks"))
        self._add(Page(rules_page(language), self), self.tr("Rules"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        column.addWidget(buttons)
        buttons.setContentsMargins(0, 0, _MARGIN, _MARGIN)

    def _add(self, page: QWidget, title: str) -> None:
        page.setAccessibleName(title)
        self.pages.addTab(page, title)


class Page(QTextBrowser):
    """A text of our own; it opens no links and shows no pictures but those of ``resources/help``."""

    def __init__(self, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN)
        self.document().setDefaultStyleSheet(_style(colours(self.palette())))
        self.setHtml(html)

    def loadResource(self, _kind: int, url: QUrl | str) -> QImage:
        """A picture in the width of the page: a text would scale it by leaving pixels out."""
        picture = QImage(str(resource("help", QUrl(url).fileName())))
        sharp = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = picture.scaledToWidth(round(_PICTURE_WIDTH * sharp), smooth)
        scaled.setDevicePixelRatio(sharp)
        return scaled


def _style(chosen: Colours) -> str:
    """Headings by weight rather than size, as in the rest of the window."""
    return (
        "h1 { font-size: large; } h2, h3 { font-size: medium; }"
        f"p, b {{ color: {chosen.text}; }} small {{ color: {chosen.muted}; }}"
    )
