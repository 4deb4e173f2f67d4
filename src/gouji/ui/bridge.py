"""The seam between a review session and Qt: tells widgets what the session tells its listeners."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from gouji.model.form import Address
from gouji.session import ReviewSession


class Bridge(QObject):
    """The session in view, if any; decides nothing."""

    replaced = Signal()
    """Another session, or none, is in view."""
    changed = Signal(object)
    """A frozenset of the addresses that may show another value or another mark."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: ReviewSession | None = None

    @property
    def session(self) -> ReviewSession | None:
        return self._session

    def show(self, session: ReviewSession | None) -> None:
        """Put a session in view in the place of the one before."""
        self._session = session
        if session is not None:
            session.listen(partial(self._pass_on, session))
        self.replaced.emit()

    def _pass_on(self, session: ReviewSession, addresses: frozenset[Address]) -> None:
        if session is self._session:
            self.changed.emit(addresses)
