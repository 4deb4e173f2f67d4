"""The window: lays the panels out and wires them; knows how to do nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gouji import __version__
from gouji.resources import resource
from gouji.ui.actions import DEEDS, Actions
from gouji.ui.banner import Banner
from gouji.ui.desk import Desk
from gouji.ui.equation_strip import EquationStrip
from gouji.ui.findings_panel import FindingsPanel
from gouji.ui.keys_page import KeysPage
from gouji.ui.menus import Menus
from gouji.ui.recognition_line import RecognitionLine
from gouji.ui.reviewing import Reviewing
from gouji.ui.selection import Selection
from gouji.ui.source_panel import SourcePanel
from gouji.ui.status_line import StatusLine
from gouji.ui.tables_page import TablesPage
from gouji.ui.trail_panel import TrailPanel
from gouji.ui.welcome import Welcome

Deed = Callable[[], object]

SIZE = (1280, 800)
UNBOUNDED = (1 << 24) - 1
"""Qt's own word for no greatest height."""
FOLDED = 64
"""Pixels that the findings keep while there are none."""


class MainWindow(QMainWindow):
    """Source and tables side by side, findings and trail below; or a welcome."""

    def __init__(self, desk: Desk, selection: Selection) -> None:
        super().__init__()
        self._desk = desk
        self._selection = selection
        self.deeds = Actions(self)
        self._make_panels()
        self._lay_out()
        self._folded_from: list[int] | None = None
        self.menus = Menus(self, self.deeds, desk.settings)
        self.deeds.tint(self.palette())
        self._wire()
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self._restore_shapes()
        self._show_report()

    def _make_panels(self) -> None:
        desk, bridge, selection = self._desk, self._desk.bridge, self._selection
        self.banner = Banner()
        self.recognition = RecognitionLine()
        self.source = SourcePanel(bridge, selection, desk.jobs)
        self.tables = TablesPage(bridge, selection)
        self.strip = EquationStrip(bridge, selection)
        self.findings = FindingsPanel(bridge, selection)
        self.trail = TrailPanel(bridge, selection)
        self.welcome = Welcome(desk.settings, self.deeds["open"], self.deeds["example"])
        self.reviewing = Reviewing(bridge, selection, self)
        self.status = StatusLine(bridge, selection)
        for name in ("edit", "revert", "confirm", "copy", "locate"):
            self.tables.addAction(self.deeds[name])
        self.tables.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.findings, "")
        self.tabs.addTab(self.trail, "")
        self.across = _splitter(Qt.Orientation.Horizontal, [self.source, _stacked(self.tables, self.strip)])
        self.across.setSizes([600, 680])
        self.down = _splitter(Qt.Orientation.Vertical, [self.across, self.tabs])
        self.down.setSizes([520, 168])
        self.down.setStretchFactor(0, 1)
        self.down.setStretchFactor(1, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.down)
        centre = _stacked(self.stack, None)
        column = centre.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.banner)
            column.insertWidget(1, self.recognition)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _wire(self) -> None:
        desk = self._desk
        self.deeds.connect(self._deeds())
        desk.opened.connect(self._show_report)
        desk.trouble.connect(self.banner.show_trouble)
        desk.at_ease.connect(self.banner.hide)
        desk.busy.connect(self.status.show_busy)
        desk.recognising.connect(self.recognition.show_progress)
        self.recognition.cancelled.connect(desk.give_up)
        desk.written.connect(self._note_written)
        desk.heard.connect(self.status.show_opinion)
        self.status.encoding.chosen.connect(desk.read_as)
        self.banner.encoding_chosen.connect(desk.open_as)
        desk.bridge.changed.connect(self._renew)
        self._selection.cell_changed.connect(self._renew)
        self._selection.finding_changed.connect(self._renew)
        self.tabs.currentChanged.connect(self._renew)
        self.source.pages.page_changed.connect(self.status.show_page)
        self.source.pages.pictures.failed.connect(self.banner.show_trouble)
        self.findings.detail.applied.connect(self.reviewing.apply)
        self.findings.detail.decided.connect(self.reviewing.decide)
        self.findings.list.activated.connect(self.tables.take_focus)
        self.trail.table.activated.connect(self.tables.take_focus)
        self.welcome.chosen.connect(desk.open)
        self.menus.recent_chosen.connect(desk.open)
        self.menus.seen_chosen.connect(self.source.pages.pictures.show_seen)

    def _deeds(self) -> Mapping[str, Deed]:
        desk = self._desk
        plain: dict[str, Deed] = {
            "quit": self.close,
            "full_screen": self._toggle_full_screen,
            "copy": self.tables.copy,
            "edit": self.tables.edit_current,
            "zoom_in": partial(self._with_source, "zoom", 1),
            "zoom_out": partial(self._with_source, "zoom", -1),
            "fit_width": partial(self._with_source, "fit_width"),
            "fit_page": partial(self._with_source, "fit_page"),
            "locate": self.source.locate,
            "next_panel": self._next_panel,
            "keys": lambda: KeysPage(self).open(),
            "about": self._show_about,
        }
        after_editing: dict[str, Deed] = {
            "open": desk.choose_and_open,
            "example": self._open_example,
            "save": desk.save,
            "save_as": desk.save_as,
            "export": desk.export,
            "close": desk.close,
            "encoding": self.status.encoding.open_menu,
            "next_finding": partial(self._step_finding, 1),
            "previous_finding": partial(self._step_finding, -1),
            **self.reviewing.deeds(),
        }
        return plain | {name: partial(self._after_editing, deed) for name, deed in after_editing.items()}

    def _after_editing(self, deed: Deed) -> None:
        """Take what is being typed first; where that is refused, nothing else is done."""
        if self.tables.finish_editing():
            deed()

    def _with_source(self, name: str, *arguments: int) -> None:
        if self.source.view is not None:
            getattr(self.source.view, name)(*arguments)

    def _open_example(self) -> None:
        examples = sorted(resource("examples").glob("*.pdf"))
        if examples:
            self._desk.open(examples[0])

    def _step_finding(self, by: int) -> None:
        self._selection.step_finding(by)
        self.tabs.setCurrentWidget(self.findings)
        self.tables.take_focus()

    def _next_panel(self) -> None:
        """Give the keyboard to the next of tables, findings or trail, and source."""
        places = [self.tables.current_table(), self.tabs.currentWidget(), self.source.view]
        around = [place for place in places if place is not None]
        here = next((n for n, place in enumerate(around) if place.isAncestorOf(self.focusWidget())), -1)
        target = around[(here + 1) % len(around)]
        if target is self.findings:
            target = self.findings.list
        elif target is self.trail:
            target = self.trail.table
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_report(self, _source: object = None) -> None:
        session = self._desk.bridge.session
        self.stack.setCurrentWidget(self.down if session else self.welcome)
        for deed in DEEDS:
            self.deeds[deed.id].setEnabled(session is not None or not deed.needs_report)
        if session is None:
            self.welcome.renew()
            self.source.show_source(None)
            self.welcome.open.setFocus()
        else:
            self.source.show_source(self._desk.source)
            self._selection.show_cell(session.report.form.addresses[0])
            self.tables.take_focus()
        self.status.show_opinion(self._desk.opinion)
        self._renew()

    def _renew(self, _addresses: object = None) -> None:
        session = self._desk.bridge.session
        self.reviewing.renew(self.deeds)
        findings = len(session.findings) if session else 0
        corrections = len(session.document.corrections) if session else 0
        self._fold(empty=session is not None and not findings and self.tabs.currentIndex() == 0)
        self.tabs.setTabText(0, self.tr("Findings ({number})").format(number=findings))
        self.tabs.setTabText(1, self.tr("Corrections ({number})").format(number=corrections))
        self.setWindowModified(session is not None and not session.is_kept)
        name = session.report.source.name if session else ""
        self.setWindowTitle(f"{name}[*] – {self.tr('Gouji')}" if name else self.tr("Gouji"))

    def _fold(self, *, empty: bool) -> None:
        """Give the room of the findings to the tables while there are none."""
        if empty == (self._folded_from is not None):
            return
        shape = self._folded_from or [sum(self.down.sizes()) or SIZE[1], FOLDED]
        self._folded_from = self.down.sizes() if empty else None
        self.tabs.setMaximumHeight(FOLDED if empty else UNBOUNDED)
        self.down.setSizes(shape)

    def _note_written(self, path: Path) -> None:
        self.status.show_written(path.name)
        self._renew()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_about(self) -> None:
        text = self.tr("Gouji {version}\n\nA review desk for annual disclosure reports. MIT licence.")
        QMessageBox.about(self, self.tr("About Gouji"), text.format(version=__version__))

    def _restore_shapes(self) -> None:
        settings = self._desk.settings
        self.restoreGeometry(settings.shape("window"))
        for name, splitter in self._splitters().items():
            splitter.restoreState(settings.shape(name))

    def _keep_shapes(self) -> None:
        self._fold(empty=False)
        self._desk.settings.keep_shape("window", self.saveGeometry())
        for name, splitter in self._splitters().items():
            self._desk.settings.keep_shape(name, splitter.saveState())

    def _splitters(self) -> Mapping[str, QSplitter]:
        return {"across": self.across, "down": self.down, "findings": self.findings.splitter}

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_shapes()
        session = self._desk.bridge.session
        if not self.tables.finish_editing():
            event.ignore()
        elif session is not None and not session.is_kept:
            event.ignore()
            # Qt takes no second close while the first is still being answered.
            self._desk.leave(lambda: QTimer.singleShot(0, self, self.close))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.tables.finish_editing():
            event.acceptProposedAction()
            self._desk.open(paths[0])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "deeds"):
            self.deeds.tint(self.palette())


def _splitter(orientation: Qt.Orientation, parts: list[QWidget]) -> QSplitter:
    splitter = QSplitter(orientation)
    for part in parts:
        splitter.addWidget(part)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter


def _stacked(upper: QWidget, lower: QWidget | None) -> QWidget:
    """Two widgets below each other, without a gap; the upper one takes the room."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper, 1)
    if lower is not None:
        column.addWidget(lower)
    return both
