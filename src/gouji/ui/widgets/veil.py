"""A place that shows its widget, or for a while that something is to be waited for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

PATIENCE = 150
"""Milliseconds after which what is held is out of sight; sooner, it would flicker."""


class Veil(QStackedWidget):
    """While it is held the widget cannot be used, and soon not be seen."""

    def __init__(self, widget: QWidget, words: str = "") -> None:
        super().__init__()
        self._widget = widget
        note = QLabel(words)
        note.setObjectName("note")
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(widget)
        self.addWidget(note)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self.setCurrentWidget(note))

    def hold(self, *, held: bool) -> None:
        """Draw the veil, or lift it."""
        self._widget.setDisabled(held)
        if held:
            self._patience.start()
        else:
            self._patience.stop()
            self.setCurrentIndex(0)
