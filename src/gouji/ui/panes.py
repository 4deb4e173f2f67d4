"""The centre of the window: where the panels stand, how large they are, and which has the keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gouji.ui.findings.panel import FindingsPanel
from gouji.ui.grid.page import TablesPage
from gouji.ui.help.welcome import Welcome
from gouji.ui.look.text_size import enlarged
from gouji.ui.queue.panel import QueuePanel
from gouji.ui.settings.settings import Settings
from gouji.ui.source.panel import SourcePanel
from gouji.ui.trail.panel import TrailPanel
from gouji.ui.widgets.tabs import Tabs
from gouji.ui.widgets.veil import Veil
from gouji.ui.widgets.wanted_sizes import WantedSizes

HEIGHT = 800
UNBOUNDED = (1 << 24) - 1
"""Qt's own word for no greatest height."""
FOLDED = 64
"""Pixels that the findings keep while there are none."""
QUEUE = 320
SOURCE = 240
"""Pixels that the source keeps where room gets scarce."""


class Across(QSplitter):
    """Source and figures side by side; where room gets scarce, the source gives way to legible figures."""

    def __init__(self, source: QWidget, figures: QWidget, tables: TablesPage) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        _fill(self, [source, figures])
        self._tables = tables
        self._wanted = WantedSizes()
        self._is_narrow_by_hand = False
        self.splitterMoved.connect(self._note_hand)

    def keep_legible(self) -> None:
        """Give the tables the room they need; who made them narrower by hand wanted that."""
        room, legible = sum(self.sizes()), self._legible()
        # Before it is seen its size is not that which it will have.
        if self.isVisible() and self.sizes()[1] < legible and not self._is_narrow_by_hand:
            self.setSizes([room - legible, legible])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_legible()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keep_legible()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # At every key the equations are others: the window is laid out for it where they want more room.
            same = self._wanted.stay(self.sizeHint(), self.minimumSizeHint())
            if same and self.isVisible():
                return True
        return super().event(event)

    def _legible(self) -> int:
        return min(self._tables.legible_width, sum(self.sizes()) - SOURCE)

    def _note_hand(self) -> None:
        self._is_narrow_by_hand = self.sizes()[1] < self._legible()


class Panes(QWidget):
    """The queue at the left; a welcome, or source and tables side by side with findings and trail below."""

    def __init__(  # noqa: PLR0913 -- each is one panel
        self,
        *,
        above: Sequence[QWidget],
        queue: QueuePanel,
        source: SourcePanel,
        tables: TablesPage,
        strip: QWidget,
        findings: FindingsPanel,
        trail: TrailPanel,
        welcome: Welcome,
    ) -> None:
        super().__init__()
        self._source, self._tables, self._findings, self._trail = source, tables, findings, trail
        self._welcome, self._queue = welcome, queue
        self.tabs = Tabs()
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setCornerWidget(findings.filter)
        self.tabs.setAccessibleName(self.tr("Findings and corrections"))
        self.tabs.addTab(findings, "")
        self.tabs.addTab(trail, "")
        self.tabs.currentChanged.connect(
            lambda at: findings.filter.setEnabled(self.tabs.widget(at) is findings)
        )
        figures = QWidget()
        _stack(QVBoxLayout(figures), [tables, strip], roomy=tables)
        self._veils = Veil(figures, self.tr("The figures are being read …")), Veil(self.tabs)
        self.across = Across(source, self._veils[0], tables)
        self.across.setSizes([600, 680])
        self.down = _splitter(Qt.Orientation.Vertical, [self.across, self._veils[1]])
        self.down.setSizes([520, 168])
        self.down.setStretchFactor(0, 1)
        self.down.setStretchFactor(1, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(welcome)
        self.stack.addWidget(self.down)
        self.beside = _splitter(Qt.Orientation.Horizontal, [queue, self.stack])
        self.beside.setStretchFactor(0, 0)
        self.beside.setStretchFactor(1, 1)
        self.beside.setSizes([QUEUE, 1280 - QUEUE])
        _stack(QVBoxLayout(self), [*above, self.beside], roomy=self.beside)
        self._folded_from: list[int] | None = None
        self._without_queue: list[int] | None = None
        queue.hide()

    def show_report(self, *, is_open: bool) -> None:
        """Show the report on the desk, or the welcome."""
        self.stack.setCurrentWidget(self.down if is_open else self._welcome)
        self.across.keep_legible()

    def show_queue(self, *, shown: bool) -> None:
        """Show the queue, or fold it away; the tables stay legible."""
        if shown is self._queue.isVisibleTo(self):
            return
        if shown:
            self._without_queue = self.across.sizes()
        self._queue.setVisible(shown)
        if not shown and self._without_queue is not None:
            self.across.setSizes(self._without_queue)

    def hold(self, *, held: bool) -> None:
        """Let nobody touch the figures of one report beside the pages of the next."""
        for veil in self._veils:
            veil.hold(held=held)
        if held:
            self.stack.setCurrentWidget(self.down)

    def show_findings(self) -> None:
        """Bring the findings to the front of the trail."""
        self.tabs.setCurrentWidget(self._findings)

    def count(self, findings: int, corrections: int, *, is_open: bool) -> None:
        """Say how many there are; the tables have the room of findings that are not there."""
        self.tabs.name(0, self.tr("Findings ({number})").format(number=findings))
        self.tabs.name(1, self.tr("Corrections ({number})").format(number=corrections))
        self._fold(empty=is_open and not findings and self.tabs.currentIndex() == 0)

    def go_round(self, focused: QWidget) -> None:
        """Give the keyboard to the next of tables, findings or trail, and source."""
        queue = self._queue if self._queue.isVisible() else None
        places = [self._tables.current_table(), self.tabs.currentWidget(), self._source.view, queue]
        around = [place for place in places if place is not None]
        here = next((n for n, place in enumerate(around) if place.isAncestorOf(focused)), -1)
        target = around[(here + 1) % len(around)]
        if target is self._findings:
            target = self._findings.list
        elif target is self._trail:
            target = self._trail.table
        elif target is self._queue:
            target = self._queue.table
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def restore_shapes(self, settings: Settings) -> None:
        """Give the parts the sizes they had."""
        for name, splitter in self._splitters().items():
            splitter.restoreState(settings.shape(name))

    def keep_shapes(self, settings: Settings) -> None:
        """Remember the sizes of the parts."""
        self._fold(empty=False)
        for name, splitter in self._splitters().items():
            settings.keep_shape(name, splitter.saveState())

    def _fold(self, *, empty: bool) -> None:
        if empty == (self._folded_from is not None):
            return
        shape = self._folded_from or [sum(self.down.sizes()) or HEIGHT, enlarged(FOLDED)]
        self._folded_from = self.down.sizes() if empty else None
        self._veils[1].setMaximumHeight(enlarged(FOLDED) if empty else UNBOUNDED)
        self.down.setSizes(shape)

    def _splitters(self) -> Mapping[str, QSplitter]:
        return {
            "beside": self.beside,
            "across": self.across,
            "down": self.down,
            "findings": self._findings.splitter,
        }


def _splitter(orientation: Qt.Orientation, parts: list[QWidget]) -> QSplitter:
    splitter = QSplitter(orientation)
    _fill(splitter, parts)
    return splitter


def _fill(splitter: QSplitter, parts: Sequence[QWidget]) -> None:
    for part in parts:
        splitter.addWidget(part)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)


def _stack(column: QVBoxLayout, widgets: Sequence[QWidget], roomy: QWidget) -> None:
    """Lay widgets below each other, without a gap; one takes the room."""
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, int(widget is roomy))
