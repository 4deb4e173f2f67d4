"""The list of the queue as it is seen: one line a report, the unit with all the room that is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from gouji.ui.queue_delegate import ICON, QueueDelegate
from gouji.ui.queue_model import MOST_SHOWN, Column
from gouji.ui.queue_order import QueueOrder
from gouji.ui.queue_words import PROGRESS, STATES, word

_PAD = 16


class QueueTable(QTableView):
    """Sorted by a click on a head; a third click brings back the order in which the reports came."""

    def __init__(self, order: QueueOrder) -> None:
        super().__init__()
        self.setModel(order)
        self.setItemDelegate(QueueDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Queue"))
        self.verticalHeader().hide()
        self._lay_out_head(order)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _lay_out_head(self, order: QueueOrder) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setMinimumSectionSize(24)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(Column.UNIT, QHeaderView.ResizeMode.Stretch)
        self._fit()
        head.setSortIndicator(order.sortColumn(), order.sortOrder())
        # Asking for it sorts at once, by what the indicator says.
        self.setSortingEnabled(True)

    def _fit(self) -> None:
        """Have lines as high, and columns as wide, as what stands in them."""
        head, metrics = self.horizontalHeader(), self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + _PAD // 2)
        state = max(metrics.horizontalAdvance(word(text)) for text in (*STATES.values(), *PROGRESS.values()))
        head.resizeSection(Column.STATE, state + ICON + _PAD + _PAD // 2)
        head.resizeSection(Column.YEAR, metrics.horizontalAdvance("2025") + _PAD)
        for column in (Column.ERRORS, Column.WARNINGS):
            head.resizeSection(column, metrics.horizontalAdvance(f"{MOST_SHOWN}+") + _PAD // 2)
