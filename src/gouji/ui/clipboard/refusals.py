"""Why nothing is pasted, in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gouji.ui.clipboard.block import TooLargeError
from gouji.ui.clipboard.pasting import NoFiguresError, OtherHeadsError
from gouji.ui.clipboard.room import NoRoomError

REFUSALS = (NoFiguresError, NoRoomError, OtherHeadsError, TooLargeError)

translate = QCoreApplication.translate
"""Under a name that Qt's tools know."""


def refusal(trouble: Exception) -> str:
    """What is wrong with the block, and what to do."""
    if isinstance(trouble, NoRoomError):
        words = translate(
            "Paste",
            "The copied block is {rows} × {columns}, but from this cell on there is only {down} × {across}.",
        )
        (rows, columns), (down, across) = trouble.block, trouble.room
        return words.format(rows=rows, columns=columns, down=down, across=across)
    if isinstance(trouble, OtherHeadsError):
        return translate(
            "Paste",
            "The heads of the copied block are not those of this form. Copy its figures without them.",
        )
    if isinstance(trouble, TooLargeError):
        return translate(
            "Paste", "The clipboard holds more than any table of this form. Copy only the table."
        )
    return translate("Paste", "The clipboard holds no figures.")
