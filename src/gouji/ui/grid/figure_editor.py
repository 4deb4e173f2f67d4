"""The editor of one figure: takes any text, and says in words why it does not take what is no number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gouji.model.form import Address
from gouji.ui.grid.figures import NotANumberError, read_figure
from gouji.ui.look.palettes import colours
from gouji.ui.widgets.hint import show_hint


class FigureEditor(QLineEdit):
    """A line for one figure; keeps a refused text until it is mended or given up."""

    def __init__(self, parent: QWidget, address: Address, cell: str) -> None:
        super().__init__(parent)
        self.address = address
        self._refusal: QLabel | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFrame(False)
        self.setTextMargins(2, 0, 2, 0)
        chosen = colours(self.palette())
        self.setStyleSheet(f"border: 2px solid {chosen.accent}; background: {chosen.surface};")
        self.setAccessibleName(self.tr("Figure: {cell}").format(cell=cell))
        self.textEdited.connect(self._forget_refusal)

    def is_number(self) -> bool:
        """Whether the text is a number, or nothing."""
        try:
            read_figure(self.text())
        except NotANumberError:
            return False
        return True

    def refuse(self) -> None:
        """Say under the editor why its text is not taken."""
        self._forget_refusal()
        text = self.tr("“{text}” is not a number. Type a figure such as 1,234 or 1.5万, or press Esc.")
        self._refusal = show_hint(self, self.rect(), text.format(text=self.text()))
        self._refusal.setObjectName("refusal")
        self.destroyed.connect(self._refusal.deleteLater)

    def _forget_refusal(self) -> None:
        if self._refusal is not None:
            self._refusal.deleteLater()
            self._refusal = None
