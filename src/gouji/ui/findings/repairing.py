"""Has larger repairs of the document in view sought in another process, and offers them to its session."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gouji.model.correction import Document
from gouji.model.suggestion import Suggestion
from gouji.ui.bridge import Bridge
from gouji.ui.reading.jobs import Jobs

PAUSE = 150
"""Milliseconds without a change after which a search begins: no sooner than the reviewer pauses."""


class Repairing(QObject):
    """Begins anew whenever the document is another one, and gives up what was sought for the one before."""

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs = jobs
        self._document: Document | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        bridge.changed.connect(self._renew)
        bridge.replaced.connect(self._renew)
        jobs.suggested.connect(self._offer)

    def _renew(self, _addresses: object = None) -> None:
        session = self._bridge.session
        document = None if session is None else session.document
        if document is self._document:
            return
        self._document = document
        self._pause.stop()
        self._jobs.forget_suggestions()
        if session is not None and any(each.equation is not None for each in session.findings):
            self._pause.start()

    def _ask(self) -> None:
        if self._document is not None:
            self._jobs.suggest(self._document)

    def _offer(self, document: Document, found: list[Suggestion]) -> None:
        session = self._bridge.session
        if session is not None:
            session.offer(document, found)
