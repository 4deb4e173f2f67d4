"""Text from files in the places where Qt guesses at formats: shown letter by letter, never obeyed."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain(text: str) -> str:
    """The text for a tooltip, so that what looks like mark-up is seen as it stands."""
    return QtGui.Qt.convertFromPlainText(text) if QtGui.Qt.mightBeRichText(text) else text


def button_text(text: str) -> str:
    """The text for a button or a menu, where a single & would underline what follows."""
    return text.replace("&", "&&")


def without_access_key(text: str) -> str:
    """The words of a button or menu without the sign for the key, and without dots."""
    named = text.removesuffix("…")
    start, bracket, _ = named.partition("(&")
    return start if bracket else named.replace("&", "")


def show_plainly(widget: QWidget) -> None:
    """Have every label in a dialog show its text letter by letter."""
    for label in widget.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
