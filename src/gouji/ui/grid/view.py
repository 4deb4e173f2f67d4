"""One statutory table as a widget: as wide as its page, as tall as its rows, edited by the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QSizePolicy,
    QTableView,
    QWidget,
)

from gouji.model.form import Address, Table
from gouji.ui.grid.delegate import TableDelegate
from gouji.ui.grid.figure_editor import FigureEditor
from gouji.ui.grid.model import Index, TableModel
from gouji.ui.grid.moves import Move
from gouji.ui.grid.sizes import column_widths, row_heights, small

_PLAIN = {
    Qt.Key.Key_Tab: Move.NEXT,
    Qt.Key.Key_Backtab: Move.BACK,
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Down: Move.DOWN,
    Qt.Key.Key_Left: Move.LEFT,
    Qt.Key.Key_Right: Move.RIGHT,
    Qt.Key.Key_Home: Move.LINE_START,
    Qt.Key.Key_End: Move.LINE_END,
}
_WITH_CONTROL = {
    Qt.Key.Key_Up: Move.TOP,
    Qt.Key.Key_Down: Move.BOTTOM,
    Qt.Key.Key_Left: Move.LINE_START,
    Qt.Key.Key_Right: Move.LINE_END,
    Qt.Key.Key_Home: Move.FIRST,
    Qt.Key.Key_End: Move.LAST,
}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TableView(QTableView):
    """Shows a `TableModel`; where to go from here is asked of whoever holds all tables."""

    moved = Signal(object)
    """A `Move` wanted by the keyboard."""
    entered_figure = Signal()
    """Enter was pressed: the figure is taken for right."""
    chosen = Signal()
    """Other cells are selected."""
    reached = Signal(object)
    """The address of the cell that became current here."""
    strayed = Signal()
    """The keyboard came here while the current cell stands in another table."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = model
        self._fitted: tuple[int, str, bool] | None = None
        """The width, font and figures that it has its size for."""
        self.setModel(model)
        self._delegate = TableDelegate(self)
        self._delegate.left.connect(self._leave_editor)
        self.setItemDelegate(self._delegate)
        self.setObjectName(model.table.id)
        self.setAccessibleName(model.table.title)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(8)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for place in model.layout.places:
            if place.row_span > 1 or place.column_span > 1:
                self.setSpan(place.row, place.column, place.row_span, place.column_span)

    def fit(self, room: int) -> None:
        """Take the size that shows everything in so much width, unless it has it."""
        wanted = (room, self.font().key(), self._table.shows_last_year)
        if wanted == self._fitted:
            return
        self._fitted = wanted
        layout, metrics = self._table.layout, self.fontMetrics()
        widths = column_widths(layout, room - 2, metrics)
        below = QFontMetrics(small(self.font())).height() if self._table.shows_last_year else 0
        heights = row_heights(layout, widths, metrics, below)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        self.setFixedSize(sum(widths) + 2, sum(heights) + 2)

    @property
    def least_width(self) -> int:
        """Pixels in which its figures can be read."""
        return sum(column_widths(self._table.layout, 0, self.fontMetrics())) + 2

    def show_last_year(self, *, shown: bool) -> bool:
        """Show last year's figures, or no more; whether that takes another size."""
        changes = shown != self._table.shows_last_year
        if changes:
            self._table.shows_last_year = shown
            self.viewport().update()
        return changes

    def show_cell(self, address: Address | None) -> bool:
        """Make a cell current when it stands here, else have none; says whether it does."""
        index = self._table.index_of(address) if address else QModelIndex()
        if index != self.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            if not index.isValid():
                self.clearSelection()
        return index.isValid()

    def edit_current(self) -> None:
        """Open the editor on the current cell, behind its figure, to mend a digit of it.

        A double-click has all of it selected: what is typed then takes its place, and is not added to it.
        """
        self.edit(self.currentIndex())
        editor = self.editor()
        if editor is not None:
            editor.end(False)  # noqa: FBT003 -- Qt's own argument: whether to select on the way

    def forget(self) -> None:
        """Leave what is selected and being typed: that was for a report that is here no more."""
        editor = self.editor()
        if editor is not None:
            # Else Qt would have it taken as it is closed.
            editor.setModified(False)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self.clearSelection()

    def editor(self) -> FigureEditor | None:
        """The open editor, if any."""
        editors = (each for each in self.viewport().children() if isinstance(each, FigureEditor))
        return next((each for each in editors if each.isVisible()), None)

    @property
    def table(self) -> Table:
        return self._table.table

    def selected(self) -> list[Address]:
        """The cells that are selected, in the order of the form; the current one where none is."""
        chosen = {self._table.address(index) for index in self.selectedIndexes()}
        chosen = chosen - {None} or {self._table.address(self.currentIndex())}
        return [address for address in self._table.table.addresses if address in chosen]

    def runs(self) -> list[list[Address]]:
        """The selected cells column by column from the top; those of a single line from the left."""
        selected = self.selected()
        corners = {address: self._table.index_of(address) for address in selected}
        by_column: dict[int, list[Address]] = {}
        for address in selected:
            by_column.setdefault(corners[address].column(), []).append(address)
        is_line = len({index.row() for index in corners.values()}) == 1
        return [selected] if is_line else list(by_column.values())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        address = self._table.address(current) if current.isValid() else None
        if address is not None:
            self.reached.emit(address)

    def focusInEvent(self, event: QFocusEvent) -> None:
        with self._unpainted():
            super().focusInEvent(event)
        # A click makes a cell current here in a moment.
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.strayed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        with self._unpainted():
            super().focusOutEvent(event)

    @contextmanager
    def _unpainted(self) -> Iterator[None]:
        """Qt paints all of it anew whenever the focus comes or goes, of which it shows nothing."""
        held = Qt.WidgetAttribute.WA_UpdatesDisabled
        # Where no cell is current, Qt chooses one here, and that is to be seen.
        parts = [part for part in (self, self.viewport()) if self.currentIndex().isValid()]
        parts = [part for part in parts if not part.testAttribute(held)]
        for part in parts:
            part.setAttribute(held)
        yield
        for part in parts:
            part.setAttribute(held, on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = (_WITH_CONTROL if event.modifiers() & _CONTROL else _PLAIN).get(Qt.Key(event.key()))
        extends = event.modifiers() & _SHIFT and event.key() != Qt.Key.Key_Backtab
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_figure.emit()
        elif move is not None and not extends:
            before = self.currentIndex()
            self.moved.emit(move)
            # Tab at the end of the report goes on to the next panel.
            event.setAccepted(move not in (Move.NEXT, Move.BACK) or before != self.currentIndex())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Qt opens the editor for a commit that was not composed first, and loses its text.
        if event.commitString() and not event.preeditString() and self.editor() is None:
            self.edit_current()
            editor = self.editor()
            if editor is not None:
                editor.selectAll()
                QApplication.sendEvent(editor, event)
                return
        super().inputMethodEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if isinstance(editor, FigureEditor) and not given_up and not editor.is_number():
            editor.refuse()
            QTimer.singleShot(0, editor, lambda: self._stay(editor))
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _stay(self, editor: FigureEditor) -> None:
        self.reached.emit(editor.address)
        editor.setFocus()

    def _leave_editor(self, key: int) -> None:
        self.setFocus()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_figure.emit()
        else:
            self.moved.emit(_PLAIN[Qt.Key(key)])
