"""The queue as the reviewer wants to see it: sorted, and only what the filter lets through."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCollator, QLocale, QModelIndex, QObject, QSortFilterProxyModel, Qt

from gouji.queue.entry import Entry, State
from gouji.ui.grid.model import DISPLAY, Index
from gouji.ui.queue.model import FILE, SORT, Column, QueueModel


class QueueOrder(QSortFilterProxyModel):
    """Stands between the queue and its view; "next" is next in this order."""

    def __init__(self, model: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._state: State | None = None
        # Chinese names in the order of their sounds, whatever the language of the window.
        self._collator = QCollator(QLocale("zh_CN"))
        self._collator.setNumericMode(True)
        self.setSortRole(SORT)
        self.setSourceModel(model)

    @property
    def state(self) -> State | None:
        """The state that is shown alone; None for all."""
        return self._state

    @property
    def words(self) -> str:
        """What is looked for."""
        return " ".join(self._words)

    @property
    def paths(self) -> list[Path]:
        """The files in the order that is seen, without those that are filtered away."""
        return [self.entry(self.index(row, 0)).path for row in range(self.rowCount())]

    def entry(self, index: Index) -> Entry:
        """The entry of a line."""
        return self._model.queue[self.mapToSource(index).row()]

    def index_of(self, path: Path | None) -> QModelIndex:
        """Where a file is seen; no index where it is not."""
        if path is None or path not in self._model.queue:
            return QModelIndex()
        return self.mapFromSource(self._model.index(self._model.queue.row(path), Column.UNIT))

    def find(self, words: str) -> None:
        """Show only what has all the words, parted by spaces, in the name of its unit or file."""
        self._words = words.casefold().split()
        self.invalidate()

    def show_state(self, state: State | None) -> None:
        """Show only what stands so; None shows all."""
        self._state = state
        self.invalidate()

    def sort_by(self, column: Column | None) -> None:
        """Sort by a column; None for the order in which the reports came."""
        self.sort(-1 if column is None else column, Qt.SortOrder.AscendingOrder)

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        if self._state is not None and self._model.queue[row].state is not self._state:
            return False
        unit = self._model.index(row, Column.UNIT)
        text = f"{unit.data(DISPLAY)}\n{unit.data(FILE)}".casefold()
        return all(each in text for each in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT), right.data(SORT)
        if isinstance(one, str):
            return self._collator.compare(one, other) < 0
        return bool(one < other)
