"""Whether screen readers are answered: a switch, should one of them upset Qt."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import SCREEN_READER


class ScreenReaders(QObject):
    """Qt answers as soon as any tool asks; unless it shall, that is stopped again whenever the focus moves.

    Qt has no setting for it, and tells nobody in Python when it begins to answer.
    """

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._stopped = False
        application.focusChanged.connect(self._keep)
        settings.changed.connect(self._follow)
        self._keep()

    def stop(self) -> None:
        """Look after it no longer."""
        self._application.focusChanged.disconnect(self._keep)
        self._settings.changed.disconnect(self._follow)

    def _keep(self) -> None:
        if not self._settings.screen_reader and QAccessible.isActive():
            QAccessible.setActive(False)
            self._stopped = True

    def _follow(self, key: str) -> None:
        if key != SCREEN_READER.key:
            return
        self._keep()
        if self._settings.screen_reader and self._stopped:
            QAccessible.setActive(True)
            self._stopped = False
