"""The corrections in force and the notes as a table for a Qt view, the newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from gouji.model.correction import Correction
from gouji.model.form import Address
from gouji.model.note import Note
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.findings.verdicts import MISTAKES, word
from gouji.ui.grid.describe import cell_name
from gouji.ui.grid.figures import show_figure
from gouji.ui.grid.model import DISPLAY, SPOKEN, TOOLTIP, Index
from gouji.ui.look.language import QT_TRANSLATE_NOOP
from gouji.ui.look.plain import plain

_NONE = "□"
COLUMNS = (
    QT_TRANSLATE_NOOP("Trail", "Cell"),
    QT_TRANSLATE_NOOP("Trail", "In the file"),
    QT_TRANSLATE_NOOP("Trail", "Now"),
    QT_TRANSLATE_NOOP("Trail", "Whose mistake"),
    QT_TRANSLATE_NOOP("Trail", "Reason"),
    QT_TRANSLATE_NOOP("Trail", "Time"),
)

Entry = Correction | Note


class TrailModel(QAbstractTableModel):
    """One line a correction or a note."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entries: list[Entry] = []
        bridge.replaced.connect(self._renew)
        bridge.changed.connect(self._renew)
        self._renew()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and orientation is Qt.Orientation.Horizontal:
            return QCoreApplication.translate("Trail", COLUMNS[section])
        return None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        session = self._bridge.session
        if session is None or role not in (DISPLAY, TOOLTIP, SPOKEN) or index.row() >= len(self._entries):
            return None
        told = _texts(self._entries[index.row()], session)[index.column()]
        return plain(told) if role == TOOLTIP else told

    def entry(self, row: int) -> Entry:
        """What a line tells."""
        return self._entries[row]

    def address(self, row: int) -> Address:
        """The cell that a line is about."""
        return self._entries[row].address

    def _renew(self, _addresses: object = None) -> None:
        session = self._bridge.session
        found: list[Entry] = []
        if session is not None:
            found += reversed(tuple(session.document.corrections.values()))
            found += reversed(tuple(session.review.notes.values()))
            found.sort(key=lambda entry: entry.at, reverse=True)
        if found != self._entries:
            self.beginResetModel()
            self._entries = found
            self.endResetModel()


def _texts(entry: Entry, session: ReviewSession) -> tuple[str, ...]:
    """What a line says, column by column."""
    document = session.document
    name = cell_name(session.report.form, entry.address)
    if isinstance(entry, Note):
        figures = (document.cell(entry.address).value, document.value(entry.address))
        said, reason = QCoreApplication.translate("Trail", "Note"), " ".join(entry.text.split())
    else:
        figures = (entry.before, entry.after)
        said, reason = whose_mistake(entry), entry.reason
    before, after = (show_figure(figure) or _NONE for figure in figures)
    return name, before, after, said, reason, _moment(entry.at)


def _moment(at: datetime) -> str:
    """The time of day, with the date unless that is today's."""
    local = at.astimezone()
    is_today = local.date() == datetime.now().astimezone().date()
    return local.strftime("%H:%M:%S" if is_today else "%Y-%m-%d %H:%M")


def whose_mistake(correction: Correction) -> str:
    """Whose mistake a correction mends; that it was confirmed when it mends none."""
    if correction.confirms:
        return QCoreApplication.translate("Trail", "Confirmed")
    return word(MISTAKES[correction.mistake])
