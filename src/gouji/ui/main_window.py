"""The window: lays the panels out and wires them; knows how to do nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from gouji.resources import resource
from gouji.ui.about import About
from gouji.ui.actions import Actions
from gouji.ui.banner import Banner
from gouji.ui.comparing import Comparing
from gouji.ui.deeds import DEEDS
from gouji.ui.desk import Desk
from gouji.ui.editing import Editing
from gouji.ui.equation_strip import EquationStrip
from gouji.ui.exchanging import Exchanging
from gouji.ui.find_bar import FindBar
from gouji.ui.findings_panel import FindingsPanel
from gouji.ui.help import Help
from gouji.ui.menus import Menus
from gouji.ui.panes import Panes
from gouji.ui.previewing import Previewing
from gouji.ui.queue_panel import QueuePanel
from gouji.ui.queueing import Queueing
from gouji.ui.recognition_line import RecognitionLine
from gouji.ui.reviewing import Reviewing
from gouji.ui.searching import Searching
from gouji.ui.selection import Selection
from gouji.ui.settings_dialog import SettingsDialog
from gouji.ui.settings_table import LAST_YEAR, TEXT_SIZE, THUMBNAILS
from gouji.ui.source_panel import SourcePanel
from gouji.ui.status_line import StatusLine
from gouji.ui.tables_page import TablesPage
from gouji.ui.trail_panel import TrailPanel
from gouji.ui.welcome import Welcome

Deed = Callable[[], object]

SIZE = (1280, 800)
IN_TABLES = (
    *("edit", "confirm", "clear", "note", "copy", "copy_with_heads", "paste", "fill"),
    *("revert", "revert_table", "locate"),
)
"""The context menu of the tables."""


class MainWindow(QMainWindow):
    """Source and tables side by side, findings and trail below; or a welcome."""

    def __init__(
        self,
        desk: Desk,
        comparing: Comparing,
        exchanging: Exchanging,
        queueing: Queueing,
        selection: Selection,
    ) -> None:
        super().__init__()
        self._exchanging = exchanging
        self._desk = desk
        self._comparing = comparing
        self._queueing = queueing
        self._selection = selection
        self.deeds = Actions(self)
        self._make_panels()
        self.setCentralWidget(self.panes)
        self.setStatusBar(self.status)
        self.menus = Menus(self, self.deeds, desk.settings, desk.bridge)
        self.deeds.tint(self.palette())
        self._wire()
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self._restore_shapes()
        self._show_queue()
        self._show_report()

    def _make_panels(self) -> None:
        desk, bridge, selection = self._desk, self._desk.bridge, self._selection
        self.queue = QueuePanel(self._queueing)
        self.banner = Banner()
        self.recognition = RecognitionLine()
        self.find_bar = FindBar()
        self.searching = Searching(self.find_bar, bridge, selection, desk.jobs)
        self.source = SourcePanel(bridge, selection, desk.jobs, desk.settings)
        self.tables = TablesPage(bridge, selection)
        self.strip = EquationStrip(bridge, selection)
        self.findings = FindingsPanel(bridge, selection)
        self.trail = TrailPanel(bridge, selection)
        self.welcome = Welcome(desk.settings, self.deeds["open"], self.deeds["example"])
        self.reviewing = Reviewing(bridge, selection, self)
        self.editing = Editing(bridge, selection, self.tables, self)
        self.previewing = Previewing(desk, self.source, self)
        self.status = StatusLine(bridge, selection)
        self.panes = Panes(
            above=(self.banner, self.recognition, self.find_bar),
            queue=self.queue,
            source=self.source,
            tables=self.tables,
            strip=self.strip,
            findings=self.findings,
            trail=self.trail,
            welcome=self.welcome,
        )
        for key in (LAST_YEAR.key, THUMBNAILS.key):
            self._follow(key)
        for name in ("compare", "uncompare", "last_year"):
            self.status.previous.addAction(self.deeds[name])
        for name in IN_TABLES:
            self.tables.addAction(self.deeds[name])
        self.tables.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _wire(self) -> None:
        desk = self._desk
        self.deeds.connect(self._deeds())
        desk.settings.changed.connect(self._follow)
        desk.opened.connect(self._show_report)
        desk.trouble.connect(self.banner.show_trouble)
        desk.at_ease.connect(self.banner.hide)
        desk.busy.connect(self.status.show_busy)
        self.previewing.held.connect(self._hold)
        desk.recognising.connect(self.recognition.show_progress)
        self.recognition.cancelled.connect(desk.give_up)
        desk.written.connect(self._note_written)
        desk.heard.connect(self.status.show_opinion)
        self.tables.chosen.connect(lambda: self.editing.renew(self.deeds))
        for each in (self.editing, self._comparing, self._exchanging, self._queueing):
            each.noticed.connect(self.status.show_notice)
        self._queueing.arrived.connect(self._show_queue)
        self.queue.wanted.connect(lambda path: self._after_editing(partial(self._queueing.open, path)))
        self.status.encoding.chosen.connect(desk.read_as)
        self.banner.encoding_chosen.connect(desk.open_as)
        desk.bridge.changed.connect(self._renew)
        self._selection.cell_changed.connect(self._renew)
        self._selection.finding_changed.connect(self._renew)
        self.panes.tabs.currentChanged.connect(self._renew)
        self.source.pages.page_changed.connect(self.status.show_page)
        self.source.pages.page_changed.connect(self.searching.note_page)
        self.searching.marked.connect(self.source.show_found)
        self.find_bar.closed.connect(self.tables.take_focus)
        self.source.pages.pictures.failed.connect(self.banner.show_trouble)
        self.findings.detail.applied.connect(self.reviewing.apply)
        self.findings.decision.decided.connect(self.reviewing.decide)
        self.findings.list.activated.connect(self.tables.take_focus)
        self.trail.table.activated.connect(self.tables.take_focus)
        self.welcome.chosen.connect(desk.open)
        self.trail.steps.setMenu(self.menus.steps)
        self.menus.steps.chosen.connect(
            lambda by: self._after_editing(partial(self.reviewing.go_to_step, by))
        )
        self.menus.recent_chosen.connect(desk.open)
        self.menus.seen_chosen.connect(self.source.pages.pictures.show_seen)

    def _deeds(self) -> Mapping[str, Deed]:
        desk = self._desk
        plain: dict[str, Deed] = {
            "quit": self.close,
            "full_screen": self._toggle_full_screen,
            "edit": self.tables.edit_current,
            **self.source.deeds(),
            "go_to_page": self._go_to_page,
            "last_year": self._show_last_year,
            "queue": self._choose_queue,
            "next_panel": lambda: self.panes.go_round(self.focusWidget()),
            "help": lambda: Help(self).open(),
            "settings": lambda: SettingsDialog(desk.settings, self).open(),
            "text_larger": lambda: self._resize_text(1),
            "text_smaller": lambda: self._resize_text(-1),
            "text_normal": partial(desk.settings.put, TEXT_SIZE, TEXT_SIZE.default),
            "about": lambda: About(self).open(),
        }
        after_editing: dict[str, Deed] = {
            "open": self._queueing.choose_and_open,
            "finish": self._queueing.finish,
            "unfinish": self._queueing.unfinish,
            "go_back": self._queueing.go_back,
            "example": self._open_example,
            "save": desk.save,
            "save_as": desk.save_as,
            "export": desk.export,
            "save_problems": desk.save_problems,
            "print_problems": desk.print_problems,
            "print_tables": desk.print_tables,
            "close": desk.close,
            "hand_over": self._exchanging.hand_over,
            "bring_in": self._exchanging.bring_in,
            "compare": self._comparing.choose,
            "uncompare": self._comparing.put_away,
            "encoding": self.status.encoding.open_menu,
            "next_finding": partial(self._step_finding, 1),
            "previous_finding": partial(self._step_finding, -1),
            **self.reviewing.deeds(),
            **self.editing.deeds(),
            **self.searching.deeds(),
        }
        return plain | {name: partial(self._after_editing, deed) for name, deed in after_editing.items()}

    def _after_editing(self, deed: Deed) -> None:
        """Take what is being typed first; where that is refused, nothing else is done."""
        if self.tables.finish_editing():
            deed()

    def _open_example(self) -> None:
        examples = sorted(resource("examples").glob("*.pdf"))
        if examples:
            self._desk.open(examples[0])

    def _go_to_page(self) -> None:
        pages = self.source.pages
        page = self._desk.questions.page(self.source.page, len(pages.pages))
        if page is not None:
            pages.show_page(page)

    def _step_finding(self, by: int) -> None:
        self._selection.step_finding(by)
        self.panes.show_findings()
        self.tables.take_focus()

    def _show_report(self, _source: object = None) -> None:
        session = self._desk.bridge.session
        self.panes.show_report(is_open=session is not None)
        if session is None:
            self.welcome.renew()
            self.source.show_source(None)
            self.find_bar.leave()
            self.welcome.open.setFocus()
        else:
            self.source.show_source(self._desk.source)
            self.searching.show_source(self._desk.source)
            self._selection.show_cell(session.report.form.addresses[0])
            self.tables.take_focus()
        self.status.show_opinion(self._desk.opinion)
        self.queue.show_open()
        self._allow()
        self._renew()

    def _hold(self, held: bool) -> None:  # noqa: FBT001 -- a slot
        """Keep the report before from being changed while pages of the next are shown beside it."""
        self.panes.hold(held=held)
        self.find_bar.setEnabled(not held)
        self.status.hold(held=held)
        if not held:
            self.panes.show_report(is_open=self._desk.bridge.session is not None)
            self.tables.take_focus()
        self._allow()
        self._renew()

    def _allow(self) -> None:
        """Enable what can be done with what is shown."""
        is_open = self._desk.bridge.session is not None and not self.source.is_ahead
        for deed in DEEDS:
            self.deeds[deed.id].setEnabled(is_open or not deed.needs_report)
        for name in ("rotate_right", "rotate_left", "go_to_page"):
            self.deeds[name].setEnabled(is_open and self.source.has_pages)

    def _renew(self, _addresses: object = None) -> None:
        session = self._desk.bridge.session
        if not self.source.is_ahead:
            self.reviewing.renew(self.deeds)
            self.editing.renew(self.deeds)
        findings = len(session.findings) if session else 0
        corrections = len(session.document.corrections) + len(session.review.notes) if session else 0
        self.panes.count(findings, corrections, is_open=session is not None)
        self.setWindowModified(session is not None and not session.is_kept)
        name = self.source.ahead or (session.report.source.name if session else "")
        self.setWindowTitle(f"{name}[*] – {self.tr('Gouji')}" if name else self.tr("Gouji"))

    def _note_written(self, path: Path) -> None:
        self.status.show_written(path.name)
        self._renew()

    def _show_last_year(self) -> None:
        self._desk.settings.last_year = self.deeds["last_year"].isChecked()

    def _follow(self, key: str) -> None:
        """Do at once what a setting says that was changed."""
        if key == LAST_YEAR.key:
            shown = self._desk.settings.last_year
            self.deeds["last_year"].setChecked(shown)
            self.tables.show_last_year(shown=shown)
        elif key == THUMBNAILS.key:
            self.deeds["thumbnails"].setChecked(self._desk.settings.thumbnails)

    def _choose_queue(self) -> None:
        shown = self.deeds["queue"].isChecked()
        self._desk.settings.queue = shown
        self.panes.show_queue(shown=shown)
        if shown:
            self.queue.table.setFocus()

    def _show_queue(self) -> None:
        """Show the queue where there is one, unless the reviewer folded it away."""
        shown = bool(len(self._queueing.model.queue)) and self._desk.settings.queue
        self.deeds["queue"].setChecked(shown)
        self.panes.show_queue(shown=shown)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _resize_text(self, steps: int) -> None:
        settings = self._desk.settings
        settings.text_size = TEXT_SIZE.next(settings.text_size, steps)

    def _restore_shapes(self) -> None:
        settings = self._desk.settings
        self.restoreGeometry(settings.shape("window"))
        self.panes.restore_shapes(settings)

    def _keep_shapes(self) -> None:
        self.panes.keep_shapes(self._desk.settings)
        self._desk.settings.keep_shape("window", self.saveGeometry())

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
            self._queueing.take(paths)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "menus"):
            self.deeds.tint(self.palette())
