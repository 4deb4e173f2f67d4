"""A table whose lines are chosen as a whole."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

_Action = QAbstractItemView.CursorAction


class LineTable(QTableView):
    """Home and End lead to its first and last line, where Qt would go to the ends of a line."""

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        model, here = self.model(), self.currentIndex()
        if action in (_Action.MoveHome, _Action.MoveEnd) and model.rowCount():
            line = 0 if action is _Action.MoveHome else model.rowCount() - 1
            return model.index(line, max(here.column(), 0))
        return super().moveCursor(action, modifiers)
