"""The corrections in force as a table for a Qt view, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from gouji.model.correction import Correction
from gouji.model.form import Address, Form
from gouji.ui.bridge import Bridge
from gouji.ui.describe import cell_name
from gouji.ui.figures import show_figure
from gouji.ui.language import QT_TRANSLATE_NOOP
from gouji.ui.plain import plain
from gouji.ui.table_model import DISPLAY, SPOKEN, TOOLTIP, Index
from gouji.ui.verdicts import MISTAKES, word

_NONE = "□"
COLUMNS: tuple[tuple[str, Callable[[Correction, Form], str]], ...] = (
    (QT_TRANSLATE_NOOP("Trail", "Cell"), lambda each, form: cell_name(form, each.address)),
    (QT_TRANSLATE_NOOP("Trail", "In the file"), lambda each, _form: show_figure(each.before) or _NONE),
    (QT_TRANSLATE_NOOP("Trail", "Now"), lambda each, _form: show_figure(each.after) or _NONE),
    (QT_TRANSLATE_NOOP("Trail", "Whose mistake"), lambda each, _form: whose_mistake(each)),
    (QT_TRANSLATE_NOOP("Trail", "Reason"), lambda each, _form: each.reason),
    (QT_TRANSLATE_NOOP("Trail", "Time"), lambda each, _form: each.at.astimezone().strftime("%H:%M:%S")),
)


class TrailModel(QAbstractTableModel):
    """One line a correction."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._corrections: list[Correction] = []
        bridge.replaced.connect(self._renew)
        bridge.changed.connect(self._renew)
        self._renew()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._corrections)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and orientation is Qt.Orientation.Horizontal:
            return QCoreApplication.translate("Trail", COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        session = self._bridge.session
        if session is None or role not in (DISPLAY, TOOLTIP, SPOKEN) or index.row() >= len(self._corrections):
            return None
        told = COLUMNS[index.column()][1](self._corrections[index.row()], session.report.form)
        return plain(told) if role == TOOLTIP else told

    def address(self, row: int) -> Address:
        """The cell that a line is about."""
        return self._corrections[row].address

    def _renew(self, _addresses: object = None) -> None:
        session = self._bridge.session
        found = list(reversed(tuple(session.document.corrections.values()))) if session else []
        if found != self._corrections:
            self.beginResetModel()
            self._corrections = found
            self.endResetModel()


def whose_mistake(correction: Correction) -> str:
    """Whose mistake a correction mends; that it was confirmed when it mends none."""
    if correction.confirms:
        return QCoreApplication.translate("Trail", "Confirmed")
    return word(MISTAKES[correction.mistake])
