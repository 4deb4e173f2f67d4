"""A button that is an icon: named for whoever cannot see it, and drawn in the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton

from gouji.ui.look.icons import icon
from gouji.ui.look.palettes import colours


class IconButton(QToolButton):
    """Draws itself anew in other colours, or beside text of another size."""

    def __init__(self, drawing: str, name: str, ink: str = "text") -> None:
        """Of a drawing, in the colour of the palette that `ink` names."""
        super().__init__()
        self._ink = ink
        self.setAutoRaise(True)
        self.show_as(drawing, name)

    def show_as(self, drawing: str, name: str) -> None:
        """What it does from now on."""
        self._drawing = drawing
        self.setToolTip(name)
        self.setAccessibleName(name)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()

    def _tint(self) -> None:
        palette = self.palette()
        self.setIcon(icon(self._drawing, palette, getattr(colours(palette), self._ink)))
