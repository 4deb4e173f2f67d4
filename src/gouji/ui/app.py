"""The application: the desk, the window upon it, and what must be ready before and after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from gouji.library import rule_settings
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.ui.bridge import Bridge
from gouji.ui.desk.comparing import Comparing
from gouji.ui.desk.desk import Desk
from gouji.ui.desk.exchanging import Exchanging
from gouji.ui.desk.journaling import Journaling
from gouji.ui.desk.questions import Questions
from gouji.ui.findings.repairing import Repairing
from gouji.ui.help.dialogs import show_settings
from gouji.ui.look.look import Look, make_application
from gouji.ui.look.screen_readers import ScreenReaders
from gouji.ui.main_window import MainWindow
from gouji.ui.queue.queueing import Queueing
from gouji.ui.reading.jobs import Jobs, Writer
from gouji.ui.reading.reader import Reader
from gouji.ui.selection import Selection
from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import LANGUAGE
from gouji.ui.source.looking import Looking

PRINTED_ENDING = ".pdf"
"""Of the list of problems as it is printed, which needs Qt to be drawn."""
_AFTER_FIRST_PAINT = 20
"""Milliseconds until the reading process is started; it costs more than the window."""
_PICTURE_PATIENCE = 20_000
"""Milliseconds after which `grab` takes the picture as it is."""


def grab(paths: Sequence[Path], target: Path, size: tuple[int, int] = (1280, 800)) -> bool:
    """Open the window on a file, go to its first finding, and save a picture of it; whether that worked."""
    application = make_application()
    desk_top = Gouji(application, Settings())
    desk_top.window.resize(*size)
    desk_top.show(paths)
    if paths:
        _wait_until_drawn(desk_top)
    saved = desk_top.window.grab().save(str(target))
    desk_top.stop()
    return saved


def reading_process() -> Reader:
    """The reading process; imported after the first paint."""
    from gouji.worker import ReadingProcess  # noqa: PLC0415 -- costs more than the window

    return ReadingProcess()


def write_file(review: Review, findings: list[Finding], target: Path, language: str) -> None:
    """Write a review; imported when first written."""
    if target.suffix.lower() == PRINTED_ENDING:
        from gouji.ui.desk.printing import write_problems  # noqa: PLC0415 -- costs more than the window

        write_problems(review, findings, target, language)
        return
    from gouji.export import write  # noqa: PLC0415 -- costs more than the window

    write(review, findings, target, language)


class Gouji:
    """The desk and the window upon it. Another language or palette is put on while it runs."""

    def __init__(  # noqa: PLR0913, PLR0917 -- every one has its stand-in in the tests
        self,
        application: QApplication,
        settings: Settings,
        reader: Callable[[], Reader] = reading_process,
        writer: Writer = write_file,
        questions: Questions | None = None,
        data: Path | None = None,
        *,
        look: Look | None = None,
        window: MainWindow | None = None,
    ) -> None:
        """Without a folder for data nothing is kept but what is saved; a window given is furnished."""
        self._settings = settings
        self._look = look or Look(application, settings)
        self._bridge = Bridge()
        self.selection = Selection(self._bridge)
        self.jobs = Jobs(reader, writer)
        self.journaling = Journaling(data)
        self.desk = Desk(self._bridge, self.jobs, settings, questions or Questions(), self.journaling)
        self._repairing = Repairing(self._bridge, self.jobs)
        self._comparing = Comparing(self.desk)
        self.queueing = Queueing(self.desk)
        self._exchanging = Exchanging(self.desk, data)
        self._screen_readers = ScreenReaders(application, settings)
        settings.changed.connect(self._follow)
        self.desk.opened.connect(self._tell_of_settings)
        self.window = window or MainWindow(settings)
        self._furnish()

    def show(self, paths: Sequence[Path]) -> None:
        """Show the window; open the first file once it is painted."""
        self.window.show()
        QTimer.singleShot(_AFTER_FIRST_PAINT, self.window, lambda: self.begin(paths))

    def begin(self, paths: Sequence[Path]) -> None:
        """Open the first file, and go on with the queue."""
        self.jobs.start()
        self.journaling.begin()
        last = self.journaling.last_open() if not paths else None
        self.queueing.take([path.absolute() for path in paths] or [each for each in [last] if each])
        self.queueing.restore()

    def stop(self) -> None:
        """End what runs beside the window, and speak no language any more."""
        self._settings.changed.disconnect(self._follow)
        self._screen_readers.stop()
        self.queueing.remember()
        self._settings.write_recent()
        self.journaling.stop()
        self.jobs.stop()
        self._look.stop()

    def take(self, paths: Sequence[Path]) -> None:
        """Come to the front with the files of a later start."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if self.window.tables.finish_editing():
            self.queueing.take(paths)

    def choose_language(self, language: str) -> None:
        """Speak a language from now on, in a new window on the same desk."""
        if self._settings.language == language:
            self._settings.changed.emit(LANGUAGE.key)
        self._settings.language = language

    def choose_palette(self, name: str) -> None:
        """Wear another palette from now on."""
        self._settings.palette = name

    def _follow(self, key: str) -> None:
        """Speak another language in a new window; the look has it by now, since it listens for longer."""
        if key == LANGUAGE.key:
            self._renew_window()

    def _renew_window(self) -> None:
        """Put a new window on the same desk in the place of the old, with the settings if they were open."""
        old, cell, finding = self.window, self.selection.cell, self.selection.finding
        place, tab = old.source.place(), old.panes.tabs.currentIndex()
        typed = "" if old.tables.finish_editing() else old.tables.typed
        old.keep_shapes()
        self.window = MainWindow(self._settings)
        self._furnish()
        if not old.isMaximized():
            self.window.setGeometry(old.geometry())
        self.window.show()
        self.window.panes.tabs.setCurrentIndex(tab)
        if finding is not None:
            self.selection.show_finding(finding)
        self.selection.show_cell(cell)
        self.window.tables.take_focus()
        if typed:
            self.window.tables.edit_current(typed)
        QTimer.singleShot(0, self.window, lambda: self.window.source.go_to(place))
        if old.findChild(QDialog, "settings") is not None:
            show_settings(self.window, self._settings)
        old.hide()
        old.deleteLater()

    def _tell_of_settings(self, _view: object) -> None:
        """Say that the office's own settings for rules could not be used for the report that was opened."""
        trouble = rule_settings().trouble
        if trouble is not None and self._bridge.session is not None:
            self.desk.trouble.emit(trouble)

    def _furnish(self) -> None:
        attendants = (self._comparing, self._exchanging, self.queueing)
        self.window.furnish(self.desk, *attendants, self.selection)
        looking = Looking(self.journaling, self._bridge, self.selection, self.window.source)
        self.desk.opened.connect(looking.look_again)
        self.window.previewing.withdrawn.connect(looking.look_again)


def _wait_until_drawn(desk_top: Gouji) -> None:
    """Let the window work until its report is open and its pages are drawn, or it met trouble."""
    loop = QEventLoop()
    QTimer.singleShot(_PICTURE_PATIENCE, loop.quit)
    desk_top.desk.opened.connect(loop.quit)
    desk_top.desk.trouble.connect(loop.quit)
    loop.exec()
    desk_top.window.deeds["next_finding"].trigger()
    settled = QEventLoop()
    if desk_top.desk.source is not None and desk_top.desk.source.lines is None:
        QTimer.singleShot(_PICTURE_PATIENCE, settled.quit)
        desk_top.window.source.pages.pictures.drawn.connect(settled.quit)
    else:
        QTimer.singleShot(100, settled.quit)
    settled.exec()
