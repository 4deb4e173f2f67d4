"""The report of last year that the one on the desk is compared with, at the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from gouji.ui.bridge import Bridge
from gouji.ui.desk.last_year import remarks
from gouji.ui.look.plain import button_text, plain

_LONGEST = 28
"""Characters of a file's name that there is room for."""


class PreviousButton(QToolButton):
    """Seen while there is one; opens the actions that it is given."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        bridge.replaced.connect(self.renew)
        bridge.changed.connect(self.renew)
        self.renew()

    def renew(self, _addresses: object = None) -> None:
        """Name the report, and say what speaks against it."""
        session = self._bridge.session
        previous = session.review.previous if session else None
        self.setVisible(previous is not None)
        if session is None or previous is None:
            return
        name = self.tr("Last year: {name}").format(name=_shortened(previous.name))
        told = remarks(session)
        self.setText(button_text(f"{name} ⚠ ▾" if told else f"{name} ▾"))
        unit = previous.unit or self.tr("unit unknown")
        year = previous.year or self.tr("year unknown")
        self.setToolTip(plain("\n".join([previous.name, f"{unit} · {year}", *told])))
        self.setAccessibleName(" ".join([name, *told]))


def _shortened(name: str) -> str:
    half = _LONGEST // 2
    return name if len(name) <= _LONGEST else f"{name[: half - 1]}…{name[-half:]}"
