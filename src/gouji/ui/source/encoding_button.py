"""The encoding of the text on the desk: which it is, and others to read the file in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from gouji.model.report import Source
from gouji.ui.bridge import Bridge
from gouji.ui.source.encoding_menu import EncodingMenu, name_of


class EncodingButton(QToolButton):
    """Seen while the report comes from a text or a web page."""

    chosen = Signal(str)
    """The encoding to read the file in."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._menu = EncodingMenu(self)
        self._menu.chosen.connect(self.chosen)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("The encoding the file is read in; choose another one"))
        self.clicked.connect(self.open_menu)
        bridge.replaced.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Name the encoding of the report in view."""
        encoding = encoding_of(self._bridge)
        name = name_of(encoding) if encoding else ""
        self.setVisible(encoding is not None)
        self.setText(f"{name} ▾")
        self.setAccessibleName(self.tr("Encoding {name}").format(name=name))

    def open_menu(self) -> None:
        """Offer the encodings."""
        current = encoding_of(self._bridge)
        if current is not None:
            self._menu.offer(current, self, above=True)


def encoding_of(bridge: Bridge) -> str | None:
    """The encoding of the report in view, if it comes from a text or a web page."""
    source: Source | None = bridge.session.report.source if bridge.session else None
    return source.encoding if source and source.media_type.startswith("text/") else None
