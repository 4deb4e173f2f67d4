"""One statutory table for a Qt view: printed labels, figures in force, marks. Decides nothing."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gouji.model.form import Address, Table
from gouji.model.layout import Place, Role, lay_out
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.desk import last_year
from gouji.ui.grid.describe import cell_name, described, spoken, tooltip
from gouji.ui.grid.figures import NotANumberError, read_figure, show_figure
from gouji.ui.grid.marks import marks_of
from gouji.ui.selection import Selection

Index = QModelIndex | QPersistentModelIndex

# Plain ints: comparing enum members costs more than all else in `data`.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
DESCRIBED = int(Qt.ItemDataRole.AccessibleDescriptionRole)
MARKS = int(Qt.ItemDataRole.UserRole) + 1
"""The marks of a figure as a whole number."""
KIND = MARKS + 1
"""What a printed place is for, as the position of its `Role`."""
OUTLINED = MARKS + 2
"""1 where the figure belongs to the finding at hand."""
LAST_YEAR = MARKS + 3
"""Last year's figure, where it is to be seen; else empty."""
NAME = MARKS + 4
"""The printed labels of a figure's row and column."""

KINDS = {role: position for position, role in enumerate(Role)}
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_FIGURE_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_NUMBER = re.compile(r"^(（.）)(?=.)")


class Shown(NamedTuple):
    """What is painted of a figure: all of it at once, since to ask role by role costs more than to draw."""

    text: str = ""
    marks: int = 0
    last_year: str = ""
    is_outlined: bool = False


class TableModel(QAbstractTableModel):
    """The lattice of one table; a place stands at its top left corner, the rest of its span is empty."""

    def __init__(self, table: Table, bridge: Bridge, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self.table = table
        self.layout = lay_out(table)
        self._bridge = bridge
        self._selection = selection
        self._places = {(place.row, place.column): place for place in self.layout.places}
        self._corners = {
            place.address: (place.row, place.column) for place in self.layout.places if place.address
        }
        self._outlined: frozenset[Address] = frozenset()
        self.shows_last_year = False
        """Whether last year's figures are to be seen."""
        bridge.replaced.connect(self._signal_all)
        bridge.changed.connect(self._signal_figures)
        selection.outline_changed.connect(self._signal_outline)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else self.layout.height

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else self.layout.width

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _NO_FLAGS if self.address(index) is None else _FIGURE_FLAGS

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        place = self.place(index)
        if place is None:
            return None
        if role == KIND:
            return KINDS[place.role]
        if place.address is not None:
            return self._figure(place.address, role)
        return printed(place) if role in (DISPLAY, SPOKEN) else None

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        address, session = self.address(index), self._bridge.session
        if address is None or session is None or role != EDIT:
            return False
        try:
            figure = read_figure(str(value), session.report.form.column(address).label)
        except NotANumberError:
            return False
        session.edit(address, figure)
        return True

    def place(self, index: Index) -> Place | None:
        """What is printed, or stands, at the index; None within a span."""
        return self._places.get((index.row(), index.column()))

    def address(self, index: Index) -> Address | None:
        """The cell whose figure stands at the index."""
        place = self.place(index)
        return place.address if place else None

    def shown(self, address: Address) -> Shown:
        """What is painted of the figure of a cell."""
        session = self._bridge.session
        if session is None or address not in session.document.report.cells:
            return Shown()
        return Shown(
            show_figure(session.document.value(address)),
            int(marks_of(session, address)),
            last_year.shown(session, address) if self.shows_last_year else "",
            address in self._outlined,
        )

    def index_of(self, address: Address) -> QModelIndex:
        """Where the figure of a cell stands; invalid for a cell of another table."""
        corner = self._corners.get(address)
        return self.index(*corner) if corner else QModelIndex()

    def _figure(self, address: Address, role: int) -> Any:
        session = self._bridge.session
        if session is None or address not in session.document.report.cells:
            return None
        if role in (DISPLAY, EDIT):
            return show_figure(session.document.value(address))
        if role == MARKS:
            return int(marks_of(session, address))
        if role == OUTLINED:
            return int(address in self._outlined)
        return self._words(session, address, role)

    def _words(self, session: ReviewSession, address: Address, role: int) -> str | None:
        if role == LAST_YEAR:
            return last_year.shown(session, address) if self.shows_last_year else ""
        if role == TOOLTIP:
            return tooltip(session, address)
        if role == NAME:
            return cell_name(session.report.form, address)
        if role == DESCRIBED:
            return described(session, address)
        return spoken(session, address) if role == SPOKEN else None

    def _signal_figures(self, addresses: frozenset[Address]) -> None:
        for address in addresses & self._corners.keys():
            index = self.index_of(address)
            self.dataChanged.emit(index, index, [DISPLAY, MARKS])

    def _signal_all(self) -> None:
        """The figures are those of another report."""
        self._outlined = self._selection.outlined
        self.dataChanged.emit(self.index(0, 0), self.index(self.layout.height - 1, self.layout.width - 1))

    def _signal_outline(self) -> None:
        before, self._outlined = self._outlined, self._selection.outlined
        for address in (before ^ self._outlined) & self._corners.keys():
            index = self.index_of(address)
            self.dataChanged.emit(index, index, [OUTLINED])


def printed(place: Place) -> str:
    """The label with a line break after its number where it stands beside several rows."""
    return _NUMBER.sub(r"\1\n", place.text) if place.row_span > 1 else place.text
