"""The audit trail: what was corrected, the newest first; a line leads to its cell and can be reverted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
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

from gouji.ui.bridge import Bridge
from gouji.ui.selection import Selection
from gouji.ui.text_size import enlarged
from gouji.ui.trail_model import TrailModel

_ROW_HEIGHT = 26
_WIDTHS = (400, 88, 88, 104, 280)


class TrailPanel(QWidget):
    """The corrections in force."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self.model = TrailModel(bridge, self)
        self.table = _table(self.model)
        self.table.setAccessibleName(self.tr("Corrections"))
        self.revert = QPushButton(self.tr("Revert this correction"))
        self.revert_all = QPushButton(self.tr("Revert all"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 0, 8, 4)
        buttons.addWidget(self.revert)
        buttons.addWidget(self.revert_all)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.table.clicked.connect(self._go)
        self.table.activated.connect(self._go)
        self.revert.clicked.connect(self._revert)
        self.revert_all.clicked.connect(self._revert_all)
        self.table.selectionModel().currentChanged.connect(self._enable)
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

    def _go(self, index: QModelIndex) -> None:
        self._selection.show_cell(self.model.address(index.row()))

    def _revert(self) -> None:
        index, session = self.table.currentIndex(), self._bridge.session
        if session is not None and index.isValid():
            session.revert([self.model.address(index.row())])

    def _revert_all(self) -> None:
        session = self._bridge.session
        if session is not None:
            session.revert(list(session.document.corrections))

    def _enable(self) -> None:
        self.revert.setEnabled(self.table.currentIndex().isValid())
        self.revert_all.setEnabled(self.model.rowCount() > 0)


def _table(model: TrailModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    return table
