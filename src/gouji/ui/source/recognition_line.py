"""A line inside the window while a file takes long to read, or a scan is recognised, with a way out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton

PATIENCE = 1000
"""Milliseconds that a file may take to read before there is anything to say of it."""


class RecognitionLine(QFrame):
    """Hidden until a scan is recognised, or a file is not read within a moment."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recognition")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the reading"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._name = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_reading)
        self.hide()

    def await_reading(self, path: Path | None, _password: str | None = None) -> None:
        """Have patience with a file that is being read; None where none is any more."""
        self._patience.stop()
        self.hide()
        if path is not None:
            self._name = path.name
            self._patience.start()

    def _show_reading(self) -> None:
        self.bar.setRange(0, 0)
        self.words.setText(self.tr("Reading “{name}” …").format(name=self._name))
        self.show()

    def show_progress(self, name: str, done: int, pages: int) -> None:
        """Say how many pages are done; an empty name ends it, no pages means that it only begins."""
        self._patience.stop()
        self.setVisible(bool(name))
        self.bar.setRange(0, pages)
        self.bar.setValue(done)
        text = self.tr("Recognising the pictures of “{name}”: {done} of {pages} pages")
        if not pages:
            text = self.tr("Recognising the pictures of “{name}” …")
        self.words.setText(text.format(name=name, done=done, pages=pages))
