"""What the window says of itself and lets be set; each dialog is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import TEXT_SIZE


def dialog_deeds(window: QWidget, settings: Settings) -> Mapping[str, Callable[[], object]]:
    """What is done, by the ids of the actions."""
    return {
        "settings": partial(show_settings, window, settings),
        "text_larger": partial(_resize_text, settings, 1),
        "text_smaller": partial(_resize_text, settings, -1),
        "text_normal": partial(settings.put, TEXT_SIZE, TEXT_SIZE.default),
        "help": partial(_show_help, window),
        "about": partial(_show_about, window),
    }


def show_settings(window: QWidget, settings: Settings) -> None:
    """Show all settings, to be changed."""
    from gouji.ui.settings.dialog import SettingsDialog  # noqa: PLC0415 -- the first paint needs none of it

    _open(SettingsDialog(settings, window))


def _show_help(window: QWidget) -> None:
    from gouji.ui.help.window import Help  # noqa: PLC0415 -- the first paint needs none of it

    _open(Help(window))


def _show_about(window: QWidget) -> None:
    from gouji.ui.help.about import About  # noqa: PLC0415 -- the first paint needs none of it

    _open(About(window))


def _open(dialog: QDialog) -> None:
    """Show a dialog that is made for this once."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _resize_text(settings: Settings, steps: int) -> None:
    settings.text_size = TEXT_SIZE.next(settings.text_size, steps)
