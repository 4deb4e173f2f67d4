"""A line inside the window to find words and figures with: the phrase, which place of how many, and on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from gouji.sources.phrase import LONGEST_PHRASE
from gouji.ui.widgets.icon_button import IconButton

_PATIENCE = 150
"""Milliseconds that typing must rest before the phrase is looked for."""
_PHRASE_WIDTH = 280
_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Hidden until something is looked for."""

    changed = Signal(str)
    """Another phrase is to be looked for."""
    stepped = Signal(int)
    """To the next place, or back."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find")
        self.phrase = QLineEdit()
        self.phrase.setMaxLength(LONGEST_PHRASE)
        self.phrase.setFixedWidth(_PHRASE_WIDTH)
        self.phrase.setPlaceholderText(self.tr("Find in the source and in the tables"))
        self.phrase.setAccessibleName(self.tr("Find in the source and in the tables"))
        self.count = QLabel()
        self.previous = IconButton("previous", self.tr("Previous place"))
        self.next = IconButton("next", self.tr("Next place"))
        self.close_button = IconButton("close", self.tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        for widget in (self.phrase, self.previous, self.next, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE)
        self._rest.timeout.connect(self._tell)
        self.phrase.textChanged.connect(lambda _: self._rest.start())
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.close_button.clicked.connect(self.leave)
        self.hide()

    def open(self) -> None:
        """Have a phrase typed; the last one stands ready."""
        self.show()
        self.phrase.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.phrase.selectAll()

    def leave(self) -> None:
        """Hide again."""
        if not self.isHidden():
            self.hide()
            self._rest.stop()
            self.closed.emit()

    def show_count(self, place: int, count: int, *, is_all: bool, where: str) -> None:
        """Say which place this is, of how many, and where it is; 0 while one is at none."""
        if not self.phrase.text().strip():
            self.count.clear()
        elif not count:
            self.count.setText(self.tr("Nothing found") if is_all else self.tr("Looking …"))
        else:
            more = "" if is_all else " …"
            self.count.setText(f"{place or '–'} / {count}{more}" + (f"  ·  {where}" if where else ""))
        for button in (self.previous, self.next):
            button.setEnabled(bool(count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _NEXT and self.phrase.hasFocus():
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self._tell()
        else:
            self.stepped.emit(by)

    def _tell(self) -> None:
        self.changed.emit(self.phrase.text())
