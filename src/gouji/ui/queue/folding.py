"""Whether the queue is seen: when reports come into it, unless the reviewer folded it away."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gouji.ui.panes import Panes
from gouji.ui.queue.panel import QueuePanel
from gouji.ui.queue.queueing import Queueing
from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import QUEUE


class Folding(QObject):
    """Belongs to a window; what the reviewer chose is remembered."""

    def __init__(  # noqa: PLR0913, PLR0917 -- who sees, what is seen, and where
        self,
        queueing: Queueing,
        settings: Settings,
        panel: QueuePanel,
        panes: Panes,
        action: QAction,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._queueing = queueing
        self._settings = settings
        self._panel = panel
        self._panes = panes
        self._action = action
        queueing.arrived.connect(self.renew)
        settings.changed.connect(self._follow)

    def renew(self) -> None:
        """Show the queue where there is one, unless it was folded away."""
        shown = bool(len(self._queueing.model.queue)) and self._settings.queue
        self._action.setChecked(shown)
        self._panes.show_queue(shown=shown)

    def choose(self) -> None:
        """Show the queue, or fold it away, as the action says now."""
        shown = self._action.isChecked()
        self._settings.queue = shown
        # Also an empty one, to drop files on.
        self._action.setChecked(shown)
        self._panes.show_queue(shown=shown)
        if shown:
            self._panel.table.setFocus()

    def _follow(self, key: str) -> None:
        if key == QUEUE.key:
            self.renew()
