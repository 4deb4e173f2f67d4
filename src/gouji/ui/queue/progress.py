"""Below the list of the queue: how many files are read ahead by now, with pause and a way out."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from gouji.ui.queue.queueing import Queueing
from gouji.ui.widgets.icon_button import IconButton


class QueueProgress(QFrame):
    """Hidden while there is nothing to read."""

    def __init__(self, queueing: Queueing) -> None:
        super().__init__()
        self._ahead = queueing.ahead
        self._queue = queueing.model.queue
        self.setObjectName("queueProgress")
        self.words = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(self.tr("Files read ahead"))
        self.pause = IconButton("pause", self.tr("Pause"))
        self.cancel = IconButton("close", self.tr("Do not read the rest ahead"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.pause)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 4, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.pause.clicked.connect(lambda: self._ahead.pause(paused=not self._ahead.is_paused))
        self.cancel.clicked.connect(queueing.ahead.cancel)
        queueing.ahead.progressed.connect(self.renew)
        queueing.model.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Count again."""
        done, whole = self._queue.settled(), len(self._queue)
        self.setVisible(done < whole)
        self.bar.setRange(0, max(whole, 1))
        self.bar.setValue(done)
        paused = self._ahead.is_paused
        text = self.tr("Paused: {done} of {whole} read") if paused else self.tr("{done} of {whole} read")
        self.words.setText(text.format(done=done, whole=whole))
        if paused:
            self.pause.show_as("resume", self.tr("Go on reading"))
        else:
            self.pause.show_as("pause", self.tr("Pause"))
