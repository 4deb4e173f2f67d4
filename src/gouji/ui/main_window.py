"""The window: lays the panels out and wires them; knows how to do nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStyle, QToolButton

from gouji.resources import resource
from gouji.ui.actions.actions import Actions
from gouji.ui.actions.deeds import DEEDS
from gouji.ui.actions.menus import Menus
from gouji.ui.help.dialogs import dialog_deeds
from gouji.ui.help.welcome import Welcome
from gouji.ui.settings.table import LAST_YEAR, THUMBNAILS

if TYPE_CHECKING:
    from gouji.ui.desk.comparing import Comparing
    from gouji.ui.desk.desk import Desk
    from gouji.ui.desk.exchanging import Exchanging
    from gouji.ui.queue.queueing import Queueing
    from gouji.ui.selection import Selection
    from gouji.ui.settings.settings import Settings

Deed = Callable[[], object]

SIZE = (1280, 800)
IN_TABLES = (
    *("edit", "confirm", "clear", "note", "copy", "copy_with_heads", "paste", "fill"),
    *("revert", "revert_table", "locate"),
)
"""The context menu of the tables."""


class MainWindow(QMainWindow):
    """Source and tables side by side, findings and trail below; or a welcome.

    It is made with what is seen without a report, to be painted soon, and furnished with all else after that.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.deeds = Actions(self)
        for deed in DEEDS:
            self.deeds[deed.id].setEnabled(not deed.needs_report)
        self.welcome = Welcome(settings, self.deeds["open"], self.deeds["example"])
        self.setCentralWidget(self.welcome)
        self.welcome.open.setFocus()
        self.statusBar().setSizeGripEnabled(False)
        # As tall as the line that takes its place, which has buttons.
        button = QToolButton()
        self.statusBar().addWidget(button)
        button.hide()
        self.menus = Menus(self, self.deeds, settings)
        self.deeds.tint(self.palette())
        self.setWindowTitle(self.tr("Gouji"))
        self.resize(*SIZE)
        self.restoreGeometry(settings.shape("window"))

    def furnish(
        self,
        desk: Desk,
        comparing: Comparing,
        exchanging: Exchanging,
        queueing: Queueing,
        selection: Selection,
    ) -> None:
        """Set up the panels, and answer to whatever is done."""
        self._desk = desk
        self._comparing = comparing
        self._exchanging = exchanging
        self._queueing = queueing
        self._selection = selection
        self._make_panels()
        self._wire()
        self.setAcceptDrops(True)
        self.panes.restore_shapes(self._settings)
        self.folding.renew()
        self._show_report()

    def show_whole(self) -> None:
        """Show it; where the screen has not the room for it and its title, on all of the screen."""
        room = self.screen().availableSize()
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        if self.width() > room.width() or self.height() + title > room.height():
            self.showMaximized()
        else:
            self.show()

    def _make_panels(self) -> None:
        from gouji.ui import panels  # noqa: PLC0415 -- the frame is painted without them

        desk, bridge, selection = self._desk, self._desk.bridge, self._selection
        self.queue = panels.QueuePanel(self._queueing)
        self.banner = panels.Banner()
        self.recognition = panels.RecognitionLine()
        self.find_bar = panels.FindBar()
        self.searching = panels.Searching(self.find_bar, bridge, selection, desk.jobs)
        self.source = panels.SourcePanel(bridge, selection, desk.jobs, self._settings)
        self.tables = panels.TablesPage(bridge, selection)
        self.strip = panels.EquationStrip(bridge, selection)
        self.findings = panels.FindingsPanel(bridge, selection)
        self.trail = panels.TrailPanel(bridge, selection)
        self.reviewing = panels.Reviewing(bridge, selection, self)
        self.previewing = panels.Previewing(desk, self.source, self)
        self.editing = panels.Editing(bridge, selection, self.tables, self)
        self.status = panels.StatusLine(bridge, selection)
        self.menus.add_steps(panels.StepsMenu(bridge))
        self.setStatusBar(self.status)
        if self.isVisible():
            # To lay it all out takes as long again; what the user does meanwhile waits for that as well.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        # Else it would end with its place in the centre.
        self.takeCentralWidget()
        self.panes = panels.Panes(
            above=(self.banner, self.recognition, self.find_bar),
            queue=self.queue,
            source=self.source,
            tables=self.tables,
            strip=self.strip,
            findings=self.findings,
            trail=self.trail,
            welcome=self.welcome,
        )
        self.setCentralWidget(self.panes)
        shown = (self.queue, self.panes, self.deeds["queue"])
        self.folding = panels.Folding(self._queueing, self._settings, *shown, self)
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
        self._settings.changed.connect(self._follow)
        desk.jobs.ready.connect(self.tables.prepare)
        # What is being typed is for the report that is still here, not for the next.
        desk.leaving.connect(self.tables.finish_editing)
        desk.opened.connect(self._show_report)
        desk.trouble.connect(self.banner.show_trouble)
        desk.at_ease.connect(self.banner.hide)
        desk.busy.connect(self.status.show_busy)
        self.previewing.held.connect(self._hold)
        desk.reading.connect(self.recognition.await_reading)
        desk.recognising.connect(self.recognition.show_progress)
        self.recognition.cancelled.connect(desk.give_up)
        desk.written.connect(self._note_written)
        desk.heard.connect(self.status.show_opinion)
        self.tables.chosen.connect(self._renew_deeds)
        for each in (self.editing, self._comparing, self._exchanging, self._queueing):
            each.noticed.connect(self.status.show_notice)
        self.queue.wanted.connect(lambda path: self._after_editing(partial(self._queueing.open, path)))
        self.status.encoding.chosen.connect(desk.read_as)
        self.banner.encoding_chosen.connect(desk.open_as)
        desk.bridge.changed.connect(self._renew)
        self._selection.cell_changed.connect(self._renew_deeds)
        self._selection.finding_changed.connect(self._renew_deeds)
        self.panes.tabs.currentChanged.connect(self._renew)
        self.source.pages.page_changed.connect(self.status.show_page)
        self.source.pages.page_changed.connect(self.searching.note_page)
        self.searching.marked.connect(self.source.show_found)
        self.find_bar.closed.connect(self.tables.take_focus)
        self.source.pages.pictures.failed.connect(self.banner.show_trouble)
        self.findings.detail.applied.connect(self.reviewing.apply)
        self.findings.decision.decided.connect(self.reviewing.decide)
        self.findings.decision.note.setDefaultAction(self.deeds["note"])
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
            "queue": self.folding.choose,
            "next_panel": lambda: self.panes.go_round(self.focusWidget()),
            **dialog_deeds(self, self._settings),
        }
        after_editing: dict[str, Deed] = {
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
            "next_unsure": self._step_unsure,
            **self._queueing.deeds(),
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
        self.findings.reveal()
        self.panes.show_findings()
        self.tables.take_focus()

    def _step_unsure(self) -> None:
        self._selection.step_unsure()
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
        self._renew_deeds()
        findings = len(session.findings) if session else 0
        corrections = len(session.document.corrections) + len(session.review.notes) if session else 0
        self.panes.count(findings, corrections, is_open=session is not None)
        self.setWindowModified(session is not None and not session.is_kept)
        name = self.source.ahead or (session.report.source.name if session else "")
        title = self.tr("Gouji")
        self.setWindowTitle(f"{name}[*] – {title}" if name else title)

    def _renew_deeds(self) -> None:
        if not self.source.is_ahead:
            self.reviewing.renew(self.deeds)
            self.editing.renew(self.deeds)

    def _note_written(self, path: Path) -> None:
        self.status.show_written(path.name)
        self._renew()

    def _show_last_year(self) -> None:
        self._settings.last_year = self.deeds["last_year"].isChecked()

    def _follow(self, key: str) -> None:
        """Do at once what a setting says that was changed."""
        if key == LAST_YEAR.key:
            shown = self._settings.last_year
            self.deeds["last_year"].setChecked(shown)
            self.tables.show_last_year(shown=shown)
        elif key == THUMBNAILS.key:
            self.deeds["thumbnails"].setChecked(self._settings.thumbnails)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def keep_shapes(self) -> None:
        """Remember where the window and its parts are, for the next one."""
        self.panes.keep_shapes(self._settings)
        self._settings.keep_shape("window", self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_shapes()
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
