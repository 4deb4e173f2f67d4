"""How the program looks and speaks: style and fonts; palette and language, which change while it runs."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from gouji.resources import resource
from gouji.ui.look.language import chosen_language, locale_for, translators
from gouji.ui.look.palettes import DARK, LIGHT, Colours, make_palette
from gouji.ui.look.text_size import enlarged_sheet, set_text_size
from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import LANGUAGE, PALETTE, TEXT_SIZE


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


class Look:
    """The language, palette and size of text that the settings say, put on and kept up."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        self._application = application
        self._settings = settings
        self._translators: list[QTranslator] = []
        self._speak()
        self._dress()
        settings.changed.connect(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def stop(self) -> None:
        """Follow nothing, and speak no language any more."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._dress)
        self._settings.changed.disconnect(self._follow)
        self._be_silent()

    def _follow(self, key: str) -> None:
        """Do at once what a setting says that was changed."""
        if key == LANGUAGE.key:
            self._speak()
        elif key in (PALETTE.key, TEXT_SIZE.key):
            self._dress()

    def _speak(self) -> None:
        language = chosen_language(self._settings.language)
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
    tick = resource("icons", "tick-dark.svg" if chosen is DARK else "tick-light.svg")
    sheet = sheet.replace("@tick", tick.as_posix())
    for name in sorted(Colours.__slots__, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", QColor(getattr(chosen, name)).name())
    return enlarged_sheet(sheet)


def _chosen_colours(setting: str) -> Colours:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return {"light": LIGHT, "dark": DARK}.get(setting, DARK if dark else LIGHT)
