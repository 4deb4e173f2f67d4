"""A line inside the window while a scan is recognised: how far it is, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton


class RecognitionLine(QFrame):
    """Hidden until a scan is recognised."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recognition")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Recognition of the scan"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, name: str, done: int, pages: int) -> None:
        """Say how many pages are done; an empty name ends it, no pages means that it only begins."""
        self.setVisible(bool(name))
        self.bar.setRange(0, pages)
        self.bar.setValue(done)
        text = self.tr("Recognising the pictures of “{name}”: {done} of {pages} pages")
        if not pages:
            text = self.tr("Recognising the pictures of “{name}” …")
        self.words.setText(text.format(name=name, done=done, pages=pages))
