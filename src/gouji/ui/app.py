"""The application: language, palette and fonts, the window, and what must be ready before and after it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QColor, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from gouji.library import rule_settings
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.resources import resource
from gouji.ui.bridge import Bridge
from gouji.ui.comparing import Comparing
from gouji.ui.desk import Desk
from gouji.ui.exchanging import Exchanging
from gouji.ui.jobs import Jobs, Writer
from gouji.ui.journaling import Journaling
from gouji.ui.language import chosen_language, locale_for, translators
from gouji.ui.looking import Looking
from gouji.ui.main_window import MainWindow
from gouji.ui.palettes import DARK, LIGHT, Colours, make_palette
from gouji.ui.questions import Questions
from gouji.ui.queueing import Queueing
from gouji.ui.reader import Reader
from gouji.ui.repairing import Repairing
from gouji.ui.screen_readers import ScreenReaders
from gouji.ui.selection import Selection
from gouji.ui.settings import Settings
from gouji.ui.settings_dialog import SettingsDialog
from gouji.ui.settings_table import LANGUAGE, PALETTE, TEXT_SIZE
from gouji.ui.text_size import enlarged_sheet, set_text_size

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


def make_application() -> QApplication:
    """The one `QApplication` of the process, with what must be settled before it is made."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    prefer_available_input_method()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QCoreApplication.setOrganizationName("Gouji")
    QCoreApplication.setApplicationName("Gouji")
    application = QApplication(sys.argv[:1])
    set_look(application)
    return application


def set_look(application: QApplication) -> None:
    """Style, font and icon; palette, language and size of the text can change later."""
    application.setStyle("Fusion")
    set_text_size(application, TEXT_SIZE.default)
    application.setWindowIcon(QIcon(str(resource("icons", "gouji.svg"))))


def prefer_available_input_method() -> None:
    """Qt's wheel has no plugin for fcitx, but fcitx answers to the one for ibus."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def reading_process() -> Reader:
    """The reading process; imported after the first paint."""
    from gouji.worker import ReadingProcess  # noqa: PLC0415 -- costs more than the window

    return ReadingProcess()


def write_file(review: Review, findings: list[Finding], target: Path, language: str) -> None:
    """Write a review; imported when first written."""
    if target.suffix.lower() == PRINTED_ENDING:
        from gouji.ui.printing import write_problems  # noqa: PLC0415 -- costs more than the window

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
    ) -> None:
        """Without a folder for data nothing is kept but what is saved."""
        self._application = application
        self._settings = settings
        self._translators: list[QTranslator] = []
        self._bridge = Bridge()
        self.selection = Selection(self._bridge)
        self.jobs = Jobs(reader, writer)
        self.journaling = Journaling(data)
        self.desk = Desk(self._bridge, self.jobs, settings, questions or Questions(), self.journaling)
        self._repairing = Repairing(self._bridge, self.jobs)
        self._comparing = Comparing(self.desk)
        self.queueing = Queueing(self.desk)
        self._exchanging = Exchanging(self.desk, data)
        self._speak(chosen_language(settings.language))
        self._dress()
        self._screen_readers = ScreenReaders(application, settings)
        settings.changed.connect(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.desk.opened.connect(self._tell_of_settings)
        self.window = self._make_window()

    def show(self, paths: Sequence[Path]) -> None:
        """Show the window; open the first file once it is painted."""
        self.window.show()
        QTimer.singleShot(_AFTER_FIRST_PAINT, self.window, lambda: self._begin(paths))

    def stop(self) -> None:
        """End what runs beside the window, and speak no language any more."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._dress)
        self._settings.changed.disconnect(self._follow)
        self._screen_readers.stop()
        self.queueing.remember()
        self.journaling.stop()
        self.jobs.stop()
        self._be_silent()

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
            self._follow(LANGUAGE.key)
        self._settings.language = language

    def choose_palette(self, name: str) -> None:
        """Wear another palette from now on."""
        self._settings.palette = name

    def _follow(self, key: str) -> None:
        """Do at once what a setting says that was changed."""
        if key == LANGUAGE.key:
            self._speak(chosen_language(self._settings.language))
            self._renew_window()
        elif key in (PALETTE.key, TEXT_SIZE.key):
            self._dress()

    def _renew_window(self) -> None:
        """Put a new window on the same desk in the place of the old, with the settings if they were open."""
        old, cell = self.window, self.selection.cell
        self.window = self._make_window()
        self.window.setGeometry(old.geometry())
        self.window.show()
        self.selection.show_cell(cell)
        if old.findChild(SettingsDialog) is not None:
            self.window.deeds["settings"].trigger()
        old.hide()
        old.deleteLater()

    def _begin(self, paths: Sequence[Path]) -> None:
        self.jobs.start()
        self.journaling.begin()
        last = self.journaling.last_open() if not paths else None
        self.queueing.take([path.absolute() for path in paths] or [each for each in [last] if each])
        self.queueing.restore()

    def _tell_of_settings(self, _view: object) -> None:
        """Say that the office's own settings for rules could not be used for the report that was opened."""
        trouble = rule_settings().trouble
        if trouble is not None and self._bridge.session is not None:
            self.desk.trouble.emit(trouble)

    def _make_window(self) -> MainWindow:
        attendants = (self._comparing, self._exchanging, self.queueing)
        window = MainWindow(self.desk, *attendants, self.selection)
        looking = Looking(self.journaling, self._bridge, self.selection, window.source)
        self.desk.opened.connect(looking.look_again)
        window.previewing.withdrawn.connect(looking.look_again)
        return window

    def _speak(self, language: str) -> None:
        self._be_silent()
        self._translators = translators(language, self._application)
        for translator in self._translators:
            self._application.installTranslator(translator)
        QLocale.setDefault(locale_for(language))

    def _be_silent(self) -> None:
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []

    def _dress(self) -> None:
        chosen = _chosen_colours(self._settings.palette)
        set_text_size(self._application, self._settings.text_size)
        self._application.setPalette(make_palette(chosen))
        self._application.setStyleSheet(style_sheet(chosen))


def style_sheet(chosen: Colours) -> str:
    """``resources/style.qss`` with the names of colours replaced, in the size of the text."""
    sheet = resource("style.qss").read_text(encoding="utf-8")
    for name in sorted(Colours.__slots__, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", QColor(getattr(chosen, name)).name())
    return enlarged_sheet(sheet)


def _chosen_colours(setting: str) -> Colours:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return {"light": LIGHT, "dark": DARK}.get(setting, DARK if dark else LIGHT)


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
