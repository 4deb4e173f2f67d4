"""The centre of the window: where the panels stand, how large they are, and which has the keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from gouji.ui.findings_panel import FindingsPanel
from gouji.ui.settings import Settings
from gouji.ui.source_panel import SourcePanel
from gouji.ui.tables_page import TablesPage
from gouji.ui.trail_panel import TrailPanel
from gouji.ui.veil import Veil
from gouji.ui.welcome import Welcome

HEIGHT = 800
UNBOUNDED = (1 << 24) - 1
"""Qt's own word for no greatest height."""
FOLDED = 64
"""Pixels that the findings keep while there are none."""


class Panes(QWidget):
    """A welcome, or source and tables side by side with findings and trail below."""

    def __init__(  # noqa: PLR0913 -- each is one panel
        self,
        *,
        above: Sequence[QWidget],
        source: SourcePanel,
        tables: TablesPage,
        strip: QWidget,
        findings: FindingsPanel,
        trail: TrailPanel,
        welcome: Welcome,
    ) -> None:
        super().__init__()
        self._source, self._tables, self._findings, self._trail = source, tables, findings, trail
        self._welcome = welcome
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(findings, "")
        self.tabs.addTab(trail, "")
        figures = QWidget()
        _stack(QVBoxLayout(figures), [tables, strip], roomy=tables)
        self._veils = Veil(figures, self.tr("The figures are being read …")), Veil(self.tabs)
        self.across = _splitter(Qt.Orientation.Horizontal, [source, self._veils[0]])
        self.across.setSizes([600, 680])
        self.down = _splitter(Qt.Orientation.Vertical, [self.across, self._veils[1]])
        self.down.setSizes([520, 168])
        self.down.setStretchFactor(0, 1)
        self.down.setStretchFactor(1, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(welcome)
        self.stack.addWidget(self.down)
        _stack(QVBoxLayout(self), [*above, self.stack], roomy=self.stack)
        self._folded_from: list[int] | None = None

    def show_report(self, *, is_open: bool) -> None:
        """Show the report on the desk, or the welcome."""
        self.stack.setCurrentWidget(self.down if is_open else self._welcome)

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
        self.tabs.setTabText(0, self.tr("Findings ({number})").format(number=findings))
        self.tabs.setTabText(1, self.tr("Corrections ({number})").format(number=corrections))
        self._fold(empty=is_open and not findings and self.tabs.currentIndex() == 0)

    def go_round(self, focused: QWidget) -> None:
        """Give the keyboard to the next of tables, findings or trail, and source."""
        places = [self._tables.current_table(), self.tabs.currentWidget(), self._source.view]
        around = [place for place in places if place is not None]
        here = next((n for n, place in enumerate(around) if place.isAncestorOf(focused)), -1)
        target = around[(here + 1) % len(around)]
        if target is self._findings:
            target = self._findings.list
        elif target is self._trail:
            target = self._trail.table
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
        shape = self._folded_from or [sum(self.down.sizes()) or HEIGHT, FOLDED]
        self._folded_from = self.down.sizes() if empty else None
        self._veils[1].setMaximumHeight(FOLDED if empty else UNBOUNDED)
        self.down.setSizes(shape)

    def _splitters(self) -> Mapping[str, QSplitter]:
        return {"across": self.across, "down": self.down, "findings": self._findings.splitter}


def _splitter(orientation: Qt.Orientation, parts: list[QWidget]) -> QSplitter:
    splitter = QSplitter(orientation)
    for part in parts:
        splitter.addWidget(part)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter


def _stack(column: QVBoxLayout, widgets: Sequence[QWidget], roomy: QWidget) -> None:
    """Lay widgets below each other, without a gap; one takes the room."""
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, int(widget is roomy))
