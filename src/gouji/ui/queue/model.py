"""The queue as a table for a Qt view: one line a report."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from itertools import groupby
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap

from gouji.queue.entry import Entry, State
from gouji.queue.queue import Queue
from gouji.ui.grid.model import DISPLAY, SPOKEN, TOOLTIP, Index
from gouji.ui.look.icons import picture
from gouji.ui.look.language import QT_TRANSLATE_NOOP
from gouji.ui.look.palettes import colours
from gouji.ui.queue.words import spoken, standing, tooltip, word

SORT = int(Qt.ItemDataRole.UserRole) + 1
"""What a column is sorted by: a text or a whole number."""
STATE = SORT + 1
"""How the report stands, as the value of its `State`."""
IS_OPEN = SORT + 2
"""Whether it is the report on the desk."""
FILE = SORT + 3
"""The name of the file."""
MOST_SHOWN = 99
HEAD_ICON = 14
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)

_ORDER = {state: place for place, state in enumerate(State)}
_UNKNOWN = -1


class Column(IntEnum):
    """What a line says, from left to right."""

    STATE = 0
    UNIT = 1
    YEAR = 2
    ERRORS = 3
    WARNINGS = 4


HEADS = {
    Column.STATE: QT_TRANSLATE_NOOP("Queue", "State"),
    Column.UNIT: QT_TRANSLATE_NOOP("Queue", "Unit"),
    Column.YEAR: QT_TRANSLATE_NOOP("Queue", "Year"),
    Column.ERRORS: QT_TRANSLATE_NOOP("Queue", "Errors"),
    Column.WARNINGS: QT_TRANSLATE_NOOP("Queue", "Warnings"),
}


SIGNS = {Column.ERRORS: "error", Column.WARNINGS: "warning"}
"""Heads that are shown as an icon, since what stands below is narrow."""


class QueueModel(QAbstractTableModel):
    """Keeps the queue, and tells of every change in it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = Queue()
        self._open: Path | None = None

    @property
    def queue(self) -> Queue:
        """To look at; changes go through the model."""
        return self._queue

    @property
    def open_path(self) -> Path | None:
        """The file of the queue that is on the desk."""
        return self._open

    def add(self, entries: Iterable[Entry]) -> list[Entry]:
        """Put entries at the end; the new ones among them."""
        new = self._queue.new(entries)
        if new:
            self.beginInsertRows(QModelIndex(), len(self._queue), len(self._queue) + len(new) - 1)
            self._queue.add(new)
            self.endInsertRows()
            self.changed.emit()
        return new

    def put(self, *entries: Entry) -> None:
        """Put entries in the place of those of the same files, where these are in the queue still."""
        others = [each for each in entries if each.path in self._queue]
        others = [each for each in others if each != self._queue.entry(each.path)]
        for entry in others:
            self._tell_row(self._queue.put(entry))
        if others:
            self.changed.emit()

    def remove(self, paths: Iterable[Path]) -> None:
        """Take files out of the queue."""
        rows = sorted({self._queue.row(path) for path in paths if path in self._queue})
        # Rows that follow one another go together.
        for run in reversed(_runs(rows)):
            self.beginRemoveRows(QModelIndex(), run[0], run[-1])
            self._queue.remove([self._queue[row].path for row in run])
            self.endRemoveRows()
        if rows:
            self.changed.emit()

    def set_open(self, path: Path | None) -> None:
        """Say which file is on the desk."""
        before, self._open = self._open, path
        for each in {before, path}:
            if each is not None and each in self._queue:
                self._tell_row(self._queue.row(each))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._queue)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DECORATION:
            return _sign(Column(section))
        if role in (DISPLAY, TOOLTIP, SPOKEN):
            return "" if section in SIGNS and role == DISPLAY else word(HEADS[Column(section)])
        return None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not 0 <= index.row() < len(self._queue):
            return None
        entry, column = self._queue[index.row()], index.column()
        if role == DISPLAY:
            return _shown(entry, column)
        if role == STATE:
            return str(entry.state)
        if role == IS_OPEN:
            return entry.path == self._open
        if role == _ALIGNMENT:
            return None if column < Column.YEAR else _MIDDLE
        return self._told(entry, column, role)

    def _told(self, entry: Entry, column: int, role: int) -> Any:
        if role == SORT:
            return _sorted_by(entry, column)
        if role == FILE:
            return entry.path.name
        if role == TOOLTIP:
            return tooltip(entry)
        if role == SPOKEN:
            return spoken(entry) if column == Column.UNIT else _shown(entry, column)
        return None

    def _tell_row(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))


def _runs(rows: list[int]) -> list[list[int]]:
    """Whole numbers in rising order, those together that follow one another."""
    numbered = groupby(enumerate(rows), lambda each: each[1] - each[0])
    return [[row for _, row in run] for _, run in numbered]


def _number(entry: Entry, column: int) -> int | None:
    """What stands in a column of numbers; None where it is not known."""
    summary = entry.summary
    if summary is None:
        return None
    return {Column.YEAR: summary.year, Column.ERRORS: summary.errors, Column.WARNINGS: summary.warnings}[
        Column(column)
    ]


def _shown(entry: Entry, column: int) -> str:
    if column == Column.STATE:
        return standing(entry)
    if column == Column.UNIT:
        return entry.name
    number = _number(entry, column) or 0
    if column != Column.YEAR and number > MOST_SHOWN:
        return f"{MOST_SHOWN}+"
    # What is 0 is nothing to look at.
    return str(number or "")


def _sign(column: Column) -> QPixmap | None:
    if column not in SIGNS:
        return None
    chosen = colours(QGuiApplication.palette())
    return picture(SIGNS[column], HEAD_ICON, chosen.broken if column is Column.ERRORS else chosen.unsure)


def _sorted_by(entry: Entry, column: int) -> int | str:
    if column == Column.STATE:
        return _ORDER[entry.state]
    if column == Column.UNIT:
        return entry.name
    number = _number(entry, column)
    return _UNKNOWN if number is None else number
