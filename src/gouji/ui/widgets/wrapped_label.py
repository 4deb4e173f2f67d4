"""A text that takes whatever width there is, and as many lines as it needs there."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """For a layout that asks it how tall it is in a width.

    Qt would lay the text out again and again, in one width after another, for a size that nobody gives it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Of one line, as wide as may be."""
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
