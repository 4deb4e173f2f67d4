"""Tabs that may be named anew at every key: what is in them is not painted for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QTabWidget

from gouji.ui.widgets.wanted_sizes import WantedSizes


class Tabs(QTabWidget):
    """Laid out again, and with that painted, only where something has another size than before."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = WantedSizes()

    def name(self, tab: int, words: str) -> None:
        """Give a tab another name."""
        if words != self.tabText(tab):
            # What Qt has for it lays all out and paints it, whatever the name.
            self.tabBar().setTabText(tab, words)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            same = self._wanted.stay(*self._sizes())
            if same and self.isVisible():
                return True
        return super().event(event)

    def _sizes(self) -> tuple[QSize, ...]:
        """What a layout depends on."""
        parts = (self, self.tabBar(), self.cornerWidget())
        return *(part.sizeHint() for part in parts if part is not None), self.minimumSizeHint()
