"""Remembers how each review is looked at, and looks at it so again: cell, place in the source, zoom."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from gouji.model.form import Address
from gouji.ui.bridge import Bridge
from gouji.ui.desk.journaling import Journaling
from gouji.ui.selection import Selection
from gouji.ui.source.panel import SourcePanel

_PAUSE = 150
"""Milliseconds without a move after which the place is remembered."""


class Looking(QObject):
    """Belongs to a window; the next window on the same review looks where this one did."""

    def __init__(
        self, journaling: Journaling, bridge: Bridge, selection: Selection, source: SourcePanel
    ) -> None:
        super().__init__(source)
        self._journaling = journaling
        self._bridge = bridge
        self._selection = selection
        self._source = source
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._remember)
        selection.cell_changed.connect(self._pause.start)
        source.moved.connect(self._pause.start)

    def look_again(self) -> None:
        """Go to where the review in view was left."""
        self._pause.stop()
        session, view = self._bridge.session, self._journaling.last_view()
        if session is None or not view:
            return
        names = {str(address): address for address in session.report.form.addresses}
        cell = names.get(str(view.get("cell")))
        if cell is not None:
            self._selection.show_cell(cell)
        place = view.get("source")
        if isinstance(place, dict):
            # The view has its size only when the window was laid out.
            QTimer.singleShot(0, self._source, lambda: self._source.go_to(place))

    def _remember(self) -> None:
        cell: Address | None = self._selection.cell
        if self._bridge.session is not None and cell is not None and not self._source.is_ahead:
            view: dict[str, Any] = {"cell": str(cell), "source": self._source.place()}
            self._journaling.remember_view(view)
