"""The three tables below each other on one page to scroll, with titles, notes, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from gouji.model.form import Address, Form, Table
from gouji.model.prose import Footnote
from gouji.model.report import Reading
from gouji.ui.bridge import Bridge
from gouji.ui.grid.legend import Legend
from gouji.ui.grid.model import TableModel
from gouji.ui.grid.moves import Move, step
from gouji.ui.grid.view import TableView
from gouji.ui.selection import Selection

MARGIN = 12


class TablesPage(QScrollArea):
    """Shows the report of the session in the layout of its form."""

    chosen = Signal()
    """Other cells are selected."""

    def __init__(self, bridge: Bridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._form: Form | None = None
        self._views: list[TableView] = []
        self._notes: list[QLabel] = []
        self._wants_last_year = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bridge.replaced.connect(self._show_report)
        bridge.changed.connect(self._make_room)
        selection.cell_changed.connect(self._show_cell)
        self._show_report()

    @property
    def views(self) -> list[TableView]:
        """The tables, in the order of the form."""
        return self._views

    @property
    def legible_width(self) -> int:
        """Pixels in which it shows the widest table without sideways scrolling."""
        tables = max((view.least_width for view in self._views), default=0)
        return tables + 2 * MARGIN + self.verticalScrollBar().sizeHint().width()

    def prepare(self, form: Form) -> None:
        """Make the tables of a form before the first report comes, if none has come yet."""
        if self._form is None:
            self._lay_out(form)

    def take_focus(self) -> None:
        """Give the keyboard to the table of the current cell."""
        view = self.current_table()
        if view is not None and view.editor() is None:
            view.setFocus()

    @property
    def typed(self) -> str:
        """What is being typed and is not taken yet; empty where nothing is."""
        editors = (view.editor() for view in self._views)
        return next((editor.text() for editor in editors if editor is not None), "")

    def edit_current(self, typed: str = "") -> None:
        """Open the editor on the current cell, with what was typed there before, if anything was."""
        self.take_focus()
        view = self.current_table()
        if view is not None and view.editor() is None:
            view.edit_current()
            editor = view.editor()
            if editor is not None and typed:
                editor.setText(typed)
                editor.setModified(True)

    def finish_editing(self) -> bool:
        """Take what is being typed; False when it is refused and the editor stays."""
        for view in self._views:
            editor = view.editor()
            if editor is not None:
                view.setFocus()
                if view.editor() is not None:
                    return False
        return True

    def selected(self) -> list[Address]:
        """The cells that are selected in the current table."""
        view = self.current_table()
        return view.selected() if view is not None else []

    def show_last_year(self, *, shown: bool) -> None:
        """Show last year's figures below those of this year, or no more."""
        self._wants_last_year = shown
        self._make_room()

    def accept_figure(self) -> None:
        """Take the current figure for right, and go on: to the next finding, else down."""
        session, cell = self._bridge.session, self._selection.cell
        if session is None or cell is None:
            return
        doubtful = session.document.cell(cell).reading is Reading.DOUBTFUL
        if doubtful and cell not in session.document.corrections:
            session.confirm(cell)
        if not self._selection.go_on():
            self._move(Move.DOWN)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_seen = self._shows_cell(event.oldSize())
        super().resizeEvent(event)
        self._fit()
        view = self.current_table()
        if was_seen and view is not None:
            self._bring_into_view(view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            # The tables learn of their font after this.
            QTimer.singleShot(0, self, self._fit_and_show)

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def _show_report(self) -> None:
        session = self._bridge.session
        if session is None:
            return
        if session.report.form != self._form:
            self._lay_out(session.report.form)
        for view in self._views:
            view.forget()
        self._show_notes(session.report.footnotes)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue(0)
        self._make_room()
        self._fit()

    def _lay_out(self, form: Form) -> None:
        """Make the tables of another form; reports of the same form are shown in the same."""
        page = QWidget()
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        self._form = form
        self._views = []
        self._notes = []
        for table in form:
            column.addWidget(_title(form, table))
            column.addWidget(self._view(table, page))
            column.addSpacing(12)
        column.addWidget(Legend(page))
        column.addStretch(1)
        self.setWidget(page)

    def _show_notes(self, footnotes: Iterable[Footnote]) -> None:
        """Show other notes below the tables that they belong to."""
        for label in self._notes:
            label.hide()
            label.deleteLater()
        self._notes = []
        for view in self._views:
            place = self._column.indexOf(view)
            for note in (each for each in footnotes if each.table == view.table.id):
                place += 1
                self._notes.append(_note(note.text))
                self._column.insertWidget(place, self._notes[-1])
                # On a page that is seen already, Qt would show it a moment later.
                self._notes[-1].show()

    def _view(self, table: Table, page: QWidget) -> TableView:
        view = TableView(TableModel(table, self._bridge, self._selection, page), page)
        view.chosen.connect(self.chosen)
        view.reached.connect(self._selection.show_cell)
        view.moved.connect(self._move)
        view.entered_figure.connect(self.accept_figure)
        view.strayed.connect(self.take_focus)
        self._views.append(view)
        return view

    def _make_room(self, _addresses: object = None) -> None:
        """Have room for last year's figures while they are wanted and there are any."""
        session = self._bridge.session
        shown = self._wants_last_year and session is not None and session.review.previous is not None
        for view in self._views:
            if view.show_last_year(shown=shown):
                self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return
        for view in self._views:
            view.fit(self.viewport().width() - 2 * MARGIN)

    def _shows_cell(self, size: QSize) -> bool:
        """Whether the current cell can be seen in a part of so much size."""
        view = self.current_table()
        if view is None:
            return False
        centre = view.viewport().mapTo(self, view.visualRect(view.currentIndex()).center())
        return QRect(QPoint(), size).contains(centre)

    def _fit_and_show(self) -> None:
        self._fit()
        view = self.current_table()
        if view is not None:
            self._bring_into_view(view)

    def _move(self, move: Move) -> None:
        cell = self._selection.cell
        if self._form is not None and cell is not None:
            self._selection.show_cell(step(self._form, cell, move))
            self.take_focus()

    def _show_cell(self) -> None:
        shown = None
        had_focus = any(view.hasFocus() for view in self._views)
        for view in self._views:
            if view.show_cell(self._selection.cell):
                shown = view
        if shown is None:
            return
        if had_focus:
            shown.setFocus()
        self._bring_into_view(shown)

    def _bring_into_view(self, view: TableView) -> None:
        """Scroll to the current cell of a table, with some of what is around it."""
        rect, page = view.visualRect(view.currentIndex()), view.parentWidget()
        if page is None:
            return
        layout = page.layout()
        if layout is not None:
            layout.activate()
        centre = view.viewport().mapTo(page, rect.center())
        self.ensureVisible(centre.x(), centre.y(), rect.width() // 2 + MARGIN, self.viewport().height() // 4)

    def current_table(self) -> TableView | None:
        """The table of the current cell."""
        return next((view for view in self._views if view.currentIndex().isValid()), None)


def _title(form: Form, table: Table) -> QLabel:
    numbers = {section.table: section.number for section in form.sections}
    label = QLabel(f"{numbers.get(table.id, '')}、{table.title}")
    label.setObjectName("tableTitle")
    return label


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName("note")
    return label
