"""The language of the window: Qt's translations, ours and those of its own dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gouji.resources import resource
from gouji.wording import system_language


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for Qt's tools, which know this name; the stub of Qt's own forgets that it is text."""
    return text


def chosen_language(setting: str) -> str:
    """The language to speak: the chosen one, else that of the system."""
    return setting or system_language()


def translators(language: str, application: QCoreApplication) -> list[QTranslator]:
    """Loaded translators for a language; none for English, the language of the source."""
    if language == "en":
        return []
    found = []
    for name, folder in (
        ("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("gouji_zh_CN", str(resource("translations"))),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            found.append(translator)
    return found


def locale_for(language: str) -> QLocale:
    """How numbers and dates are written in a language."""
    return QLocale("zh_CN" if language == "zh" else "en_GB")


def current_language() -> str:
    """The language the window speaks now, as `gouji.wording` calls it."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
