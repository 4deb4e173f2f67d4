"""The tool bar: what is done most, with words as long as there is room for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolBar

from gouji.ui.actions.actions import Actions
from gouji.ui.actions.deed import Menu
from gouji.ui.actions.deeds import DEEDS
from gouji.ui.look.icons import SIZE
from gouji.ui.look.text_size import enlarged

_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICONS_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


class ToolBar(QToolBar):
    """Those deeds of the table that stand in the bar; where their words have no room, their icons alone."""

    def __init__(self, actions: Actions, title: str) -> None:
        super().__init__(title)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setToolButtonStyle(_WITH_WORDS)
        self._with_words = 0
        """How wide the bar is with words."""
        menu = Menu.FILE
        for deed in DEEDS:
            if deed.in_bar:
                if deed.menu is not menu:
                    self.addSeparator()
                menu = deed.menu
                self.addAction(actions[deed.id])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window likes: the icons go into a menu at last."""
        return QSize(0, super().minimumSizeHint().height())

    def _measure(self) -> None:
        side = enlarged(SIZE)
        self.setIconSize(QSize(side, side))
        style = self.toolButtonStyle()
        self.setToolButtonStyle(_WITH_WORDS)
        self._with_words = self.sizeHint().width()
        self.setToolButtonStyle(style)
        self._fit()

    def _fit(self) -> None:
        style = _WITH_WORDS if self._with_words <= self.width() else _ICONS_ALONE
        if style is not self.toolButtonStyle():
            self.setToolButtonStyle(style)
