"""The findings: their list, and the one at hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from gouji.ui.bridge import Bridge
from gouji.ui.findings.decision_bar import DecisionBar
from gouji.ui.findings.delegate import FindingsDelegate
from gouji.ui.findings.detail import FindingDetail
from gouji.ui.findings.filter import FindingsFilter
from gouji.ui.findings.filter_button import FilterButton
from gouji.ui.findings.model import FindingsModel
from gouji.ui.selection import Selection


class FindingsPanel(QWidget):
    """Selecting a finding takes it in hand everywhere."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._selection = selection
        self.model = FindingsModel(bridge, self)
        self.shown = FindingsFilter(self.model, self)
        self.filter = FilterButton(bridge, self.shown)
        self.list = QListView()
        self.list.setModel(self.shown)
        self.list.setItemDelegate(FindingsDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        # What has no room is shortened, and told in full by the tooltip.
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Findings"))
        self.detail = FindingDetail(bridge, selection)
        self.decision = DecisionBar(bridge, selection)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(_stacked(self.detail, self.decision))
        self.splitter.setSizes([480, 640])
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.list.selectionModel().currentChanged.connect(self._take)
        self.list.clicked.connect(self._take)
        selection.finding_changed.connect(self._show)
        self.shown.modelReset.connect(self._show)
        self.shown.filtered.connect(self._show)
        bridge.replaced.connect(self.shown.show_all)

    def reveal(self) -> None:
        """Filter no more where that hides the finding at hand."""
        row = self.model.row_of(self._selection.finding)
        if row >= 0 and not self.shown.mapFromSource(self.model.index(row)).isValid():
            self.shown.show_all()

    def _take(self, index: QModelIndex, _previous: QModelIndex | None = None) -> None:
        if index.isValid():
            self._selection.show_finding(self.model.findings[self.shown.mapToSource(index).row()])

    def _show(self) -> None:
        row = self.model.row_of(self._selection.finding)
        index = self.shown.mapFromSource(self.model.index(row)) if row >= 0 else QModelIndex()
        before = self.list.currentIndex()
        blocker = QSignalBlocker(self.list.selectionModel())
        self.list.setCurrentIndex(index)
        if not index.isValid():
            self.list.clearSelection()
        blocker.unblock()
        for each in (before, index):
            self.list.update(each)
        if index.isValid():
            self.list.scrollTo(index)


def _stacked(upper: QWidget, lower: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper, 1)
    column.addWidget(lower)
    return both
