"""The audit trail: what was corrected, the newest first; a line leads to its cell and can be reverted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gouji.model.note import Note
from gouji.ui.bridge import Bridge
from gouji.ui.look.text_size import enlarged
from gouji.ui.selection import Selection
from gouji.ui.trail.model import Entry, TrailModel
from gouji.ui.widgets.line_table import LineTable

_ROW_HEIGHT = 26
_WIDTHS = (340, 76, 76, 92, 200)


class TrailPanel(QWidget):
    """The corrections in force, and the notes."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self.model = TrailModel(bridge, self)
        self.table = _table(self.model)
        self.table.setAccessibleName(self.tr("Corrections"))
        self.revert = QPushButton(self.tr("Revert this correction"))
        self.revert_table = QPushButton(self.tr("Revert its table"))
        self.revert_all = QPushButton(self.tr("Revert all"))
        self.steps = QPushButton(self.tr("Steps"))
        self.steps.setToolTip(self.tr("What was done and can be taken back, step by step"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 0, 8, 4)
        for button in (self.revert, self.revert_table, self.revert_all):
            buttons.addWidget(button)
            self._offer(button)
        buttons.addStretch(1)
        buttons.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.clicked.connect(self._go)
        self.table.activated.connect(self._go)
        self.revert.clicked.connect(self._revert)
        self.revert_table.clicked.connect(self._revert_table)
        self.revert_all.clicked.connect(self._revert_all)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.model.modelReset.connect(self._enable)
        self._enable()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "revert_all"):
            self._fit()

    def _fit(self) -> None:
        """Rows as tall, and columns as wide, as the text wants them."""
        self.table.verticalHeader().setDefaultSectionSize(enlarged(_ROW_HEIGHT))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, enlarged(width))

    def _offer(self, button: QPushButton) -> None:
        """Have the menu of the lines do what the button does."""
        action = QAction(button.text(), self.table)
        action.triggered.connect(button.click)
        self.table.addAction(action)

    def _go(self, index: QModelIndex) -> None:
        self._selection.show_cell(self.model.address(index.row()))

    def _selected(self) -> list[Entry]:
        return [self.model.entry(index.row()) for index in self.table.selectionModel().selectedRows()]

    def _revert(self) -> None:
        session, selected = self._bridge.session, self._selected()
        if session is not None:
            noted = [each.address for each in selected if isinstance(each, Note)]
            session.revert([each.address for each in selected if not isinstance(each, Note)], noted)

    def _revert_table(self) -> None:
        session, tables = self._bridge.session, {each.address.table for each in self._selected()}
        if session is not None:
            session.revert([each for each in session.document.corrections if each.table in tables])

    def _revert_all(self) -> None:
        session = self._bridge.session
        if session is not None:
            session.revert(list(session.document.corrections))

    def _enable(self) -> None:
        session, selected = self._bridge.session, self._selected()
        corrected = session.document.corrections if session is not None else {}
        tables = {each.address.table for each in selected}
        enabled = (bool(selected), any(each.table in tables for each in corrected), bool(corrected))
        buttons = (self.revert, self.revert_table, self.revert_all)
        for button, action, is_enabled in zip(buttons, self.table.actions(), enabled, strict=True):
            button.setEnabled(is_enabled)
            action.setEnabled(is_enabled)


def _table(model: TrailModel) -> QTableView:
    table = LineTable()
    table.setModel(model)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    return table
