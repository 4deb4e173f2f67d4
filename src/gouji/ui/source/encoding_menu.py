"""The encodings a text can be read in, to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gouji.sources.encoding import ENCODINGS

NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030 (GBK)",
    "big5": "Big5",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32": "UTF-32",
}
"""As people call them."""


class EncodingMenu(QMenu):
    """Tells another encoding than the one in use."""

    chosen = Signal(str)

    def offer(self, current: str | None, place: QWidget, *, above: bool) -> None:
        """Offer the encodings at a widget; the one in use is ticked and under the keyboard."""
        self.clear()
        for encoding in dict.fromkeys((*ENCODINGS, *([current] if current else []))):
            action = self.addAction(name_of(encoding))
            action.setCheckable(True)
            action.setChecked(encoding == current)
            action.triggered.connect(partial(self._choose, encoding, current))
            if encoding == current:
                self.setActiveAction(action)
        self.popup(place.mapToGlobal(QPoint(0, -self.sizeHint().height() if above else place.height())))

    def _choose(self, encoding: str, current: str | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- as Qt calls it
        if encoding != current:
            self.chosen.emit(encoding)


def name_of(encoding: str) -> str:
    """What people call an encoding."""
    return NAMES.get(encoding, encoding)
