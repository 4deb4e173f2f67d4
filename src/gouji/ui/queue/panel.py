"""The queue at the left of the window: which reports there are, how each stands, how far they are read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout

from gouji.ui.queue.find import QueueFind
from gouji.ui.queue.model import HEADS, SIGNS
from gouji.ui.queue.progress import QueueProgress
from gouji.ui.queue.queueing import Queueing
from gouji.ui.queue.table import QueueTable
from gouji.ui.queue.words import reason

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class QueuePanel(QFrame):
    """A click or Enter on a line opens it; files and folders dropped here join the queue."""

    wanted = Signal(object)
    """The path of the report that the reviewer wants to open."""

    def __init__(self, queueing: Queueing) -> None:
        super().__init__()
        self._queueing = queueing
        self.setObjectName("queue")
        self.setAcceptDrops(True)
        self.filter = QueueFind(queueing)
        self.table = QueueTable(queueing.order)
        self.trouble = QLabel()
        self.trouble.setObjectName("queueTrouble")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.progress = QueueProgress(queueing)
        self.filter.more.addSeparator()
        self.filter.more.addMenu(self._sorting())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.progress)
        self.table.clicked.connect(self._click)
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._explain)
        self.filter.words.returnPressed.connect(self._open_first)
        queueing.model.dataChanged.connect(self._explain)
        queueing.order.rowsRemoved.connect(self._explain)
        self._explain()

    @property
    def chosen(self) -> list[Path]:
        """The files of the lines that are selected."""
        rows = self.table.selectionModel().selectedRows()
        return [self._queueing.order.entry(row).path for row in rows]

    def show_open(self) -> None:
        """Bring the line of the open report into view, with the keyboard's place in the list."""
        index = self._queueing.order.index_of(self._queueing.model.open_path)
        chosen = self.table.selectionModel()
        before = [*chosen.selectedIndexes(), chosen.currentIndex()]
        blocker = QSignalBlocker(chosen)
        flags = QItemSelectionModel.SelectionFlag
        chosen.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        blocker.unblock()
        for each in (*before, *chosen.selectedIndexes()):
            self.table.update(each)
        if index.isValid():
            self.table.scrollTo(index)
        self._explain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._queueing.remove(self.chosen)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        chosen = self.chosen
        for text, do in (
            (self.tr("Open"), partial(self.wanted.emit, chosen[0]) if len(chosen) == 1 else None),
            (self.tr("Read again"), partial(self._queueing.ahead.retry, chosen)),
            (self.tr("Remove from the queue"), partial(self._queueing.remove, chosen)),
        ):
            action = menu.addAction(text)
            action.setEnabled(bool(chosen) and do is not None)
            if do is not None:
                action.triggered.connect(lambda _checked=False, do=do: do())
        menu.addSeparator()
        menu.addActions(self.filter.more.actions())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._queueing.add(paths)

    def _sorting(self) -> QMenu:
        """What a click on a head does, for the keyboard: the gravest first, else the first."""
        menu = QMenu(self.tr("Sort by"), self.filter.more)
        falling, rising = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        for column, text in HEADS.items():
            order = falling if column in SIGNS else rising
            action = menu.addAction(QCoreApplication.translate("Queue", text))
            action.triggered.connect(partial(self._sort, column, order))
        menu.addSeparator()
        menu.addAction(self.tr("As they came")).triggered.connect(partial(self._sort, -1, rising))
        return menu

    def _sort(self, column: int, order: Qt.SortOrder, _checked: object = None) -> None:
        self.table.sortByColumn(column, order)

    def _click(self, index: QModelIndex) -> None:
        # With these keys lines are chosen, not opened.
        if not QGuiApplication.keyboardModifiers() & _CHOOSING:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        self.wanted.emit(self._queueing.order.entry(index).path)

    def _open_first(self) -> None:
        if self._queueing.order.rowCount():
            self._open(self._queueing.order.index(0, 0))

    def _explain(self) -> None:
        """Say below the list why the file of the current line could not be read."""
        index = self.table.currentIndex()
        told = reason(self._queueing.order.entry(index)) if index.isValid() else ""
        self.trouble.setText(told)
        self.trouble.setVisible(bool(told))
