"""The list of the queue as it is seen: one line a report, the unit with all the room that is left.

Where large text leaves the unit too little of it, the year gives way, then the words of the states.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView

from gouji.ui.look.text_size import enlarged
from gouji.ui.queue.delegate import ICON, QueueDelegate
from gouji.ui.queue.model import MOST_SHOWN, Column
from gouji.ui.queue.order import QueueOrder
from gouji.ui.queue.words import PROGRESS, STATES, word
from gouji.ui.widgets.line_table import LineTable

_PAD = 16
_LEAST_UNIT = 6
"""Characters of a unit that can be read at least."""


class QueueTable(LineTable):
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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
        head, metrics, pad = self.horizontalHeader(), self.fontMetrics(), enlarged(_PAD)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + pad // 2)
        words = max(metrics.horizontalAdvance(word(text)) for text in (*STATES.values(), *PROGRESS.values()))
        sign, year = enlarged(ICON) + pad, metrics.horizontalAdvance("2025") + pad
        count = metrics.horizontalAdvance(f"{MOST_SHOWN}+") + pad // 2
        room = self.viewport().width() - sign - 2 * count - _LEAST_UNIT * metrics.height()
        self.setColumnHidden(Column.YEAR, words + pad // 2 + year > room)
        head.resizeSection(Column.STATE, sign + (words + pad // 2 if words + pad // 2 <= room else 0))
        head.resizeSection(Column.YEAR, year)
        for column in (Column.ERRORS, Column.WARNINGS):
            head.resizeSection(column, count)
