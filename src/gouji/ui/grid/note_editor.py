"""A few lines to write a note on a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

LONGEST = 2000
"""Characters of a note; a workbook shows no more beside a cell."""


class NoteEditor(QDialog):
    """Accepted when the text is to stand; none takes the note away."""

    def __init__(self, cell: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note"))
        self.resize(420, 200)
        title = QLabel(cell)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("tableTitle")
        title.setWordWrap(True)
        self.text = _Lines(text)
        self.text.setAccessibleName(self.tr("Note on {cell}").format(cell=cell))
        self.text.setPlaceholderText(self.tr("No text takes the note away"))
        self.text.sent.connect(self.accept)
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Save | button.Cancel)
        buttons.button(button.Save).setText(self.tr("Keep the note"))
        buttons.button(button.Save).setToolTip("Ctrl+Enter")
        buttons.button(button.Save).setObjectName("primary")
        buttons.button(button.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (title, self.text, buttons):
            column.addWidget(widget)
        self.text.setFocus()

    def words(self) -> str:
        """What was written, as much as a note holds."""
        return self.text.toPlainText()[:LONGEST]


class _Lines(QPlainTextEdit):
    """Tab leaves it, Ctrl+Enter is enough."""

    sent = Signal()
    """Nothing is to be added."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if wanted and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit()
        else:
            super().keyPressEvent(event)
