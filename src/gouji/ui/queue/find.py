"""Above the list of the queue: words to look for, which state to show, and what else can be done."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QMenu, QToolButton, QWidget

from gouji.queue.entry import State
from gouji.ui.queue.queueing import Queueing
from gouji.ui.queue.words import STATES, word
from gouji.ui.widgets.icon_button import IconButton


class QueueFind(QWidget):
    """What is found stays in the list, the rest is hidden until the words are deleted."""

    def __init__(self, queueing: Queueing) -> None:
        super().__init__()
        self._queueing = queueing
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find unit or file"))
        self.words.setAccessibleName(self.tr("Find unit or file"))
        self.words.setClearButtonEnabled(True)
        self.states = QComboBox()
        self.states.setAccessibleName(self.tr("Show"))
        for state in (None, *State):
            self.states.addItem("", state)
        self.more = QMenu(self)
        self.button = IconButton("more", self.tr("More about the queue"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.more)
        for text, do in (
            (self.tr("Add files…"), queueing.choose_files),
            (self.tr("Add folder…"), queueing.choose_folder),
            (self.tr("Read again what could not be read"), queueing.ahead.retry),
            (self.tr("Remove what is reviewed"), queueing.remove_reviewed),
        ):
            self.more.addAction(text).triggered.connect(lambda _checked=False, do=do: do())
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setSpacing(4)
        grid.addWidget(self.words, 0, 0, 1, 2)
        grid.addWidget(self.states, 1, 0)
        grid.addWidget(self.button, 1, 1)
        grid.setColumnStretch(0, 1)
        self.words.textChanged.connect(queueing.order.find)
        self.states.activated.connect(self._choose)
        queueing.model.changed.connect(self._count)
        # Another window of the same desk, after a change of language, shows what this one did.
        self.words.setText(queueing.order.words)
        self.states.setCurrentIndex(self.states.findData(queueing.order.state))
        self._count()

    def _choose(self, row: int) -> None:
        # Qt gives back the word that a state is.
        state = self.states.itemData(row)
        self._queueing.order.show_state(State(state) if state else None)

    def _count(self) -> None:
        """Say at each state how many reports stand so."""
        queue = self._queueing.model.queue
        numbers = queue.states()
        blocker = QSignalBlocker(self.states)
        for row in range(self.states.count()):
            state = self.states.itemData(row)
            name = self.tr("All") if state is None else word(STATES[state])
            number = len(queue) if state is None else numbers[state]
            self.states.setItemText(row, f"{name} ({number})")
        blocker.unblock()
