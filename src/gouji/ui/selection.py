"""What the reviewer looks at: the current cell, the finding at hand, and the cells outlined for it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from gouji.model.form import Address
from gouji.model.report import Reading
from gouji.model.rule import Finding
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge


class Selection(QObject):
    """Shared by all panels, so that none need know another."""

    cell_changed = Signal()
    finding_changed = Signal()
    outline_changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._cell: Address | None = None
        self._finding: Finding | None = None
        self._outlined: frozenset[Address] = frozenset()
        self._last_place = 0
        self._at_words = False
        bridge.replaced.connect(self._forget)
        bridge.changed.connect(self._renew)

    @property
    def cell(self) -> Address | None:
        return self._cell

    @property
    def finding(self) -> Finding | None:
        return self._finding

    @property
    def at_words(self) -> bool:
        """Whether the words that the finding is about are looked at, rather than a cell."""
        return self._at_words and self._finding is not None

    @property
    def outlined(self) -> frozenset[Address]:
        return self._outlined

    def show_cell(self, address: Address | None) -> None:
        """Go to a cell; a finding it takes part in comes to hand."""
        session = self._bridge.session
        if session is None:
            return
        self._at_words = False
        if self._finding is None or address not in self._finding.members:
            own = (each for each in session.findings if address in each.members)
            self._take(next(own, None))
        else:
            self.outline(self._finding.members)
        self._go(address)

    def show_finding(self, finding: Finding) -> None:
        """Take a finding in hand and go to the cell that most likely is wrong, if it is about cells."""
        session = self._bridge.session
        if session is not None:
            self._at_words = bool(finding.places)
            self._take(finding)
            self._go(_suspect(session, finding) or self._cell)
            if self._at_words:
                self.outline_changed.emit()

    def step_finding(self, by: int) -> None:
        """Go on to the next finding, or back; decided ones are passed over while there are others."""
        session = self._bridge.session
        if session is None or not session.findings:
            return
        findings = session.findings
        here = self._place(session)
        if self._finding is None and by > 0:
            here -= 1
        order = [findings[(here + by * count) % len(findings)] for count in range(1, len(findings) + 1)]
        undecided = (each for each in order if session.review.decision(each) is None)
        self.show_finding(next(undecided, order[0]))

    def go_on(self) -> bool:
        """Go to the next undecided finding; False when there is none."""
        session = self._bridge.session
        if session is None or all(map(session.review.decision, session.findings)):
            return False
        self.step_finding(1)
        return True

    def step_unsure(self) -> None:
        """Go on to the next cell, around the end, that is doubtful or missing and that nobody looked over."""
        session = self._bridge.session
        if session is None:
            return
        cells = session.report.form.addresses
        here = cells.index(self._cell) + 1 if self._cell is not None else 0
        left = set(session.unsure)
        self.show_cell(next((each for each in (*cells[here:], *cells[:here]) if each in left), self._cell))

    def outline(self, members: Iterable[Address]) -> None:
        """Outline cells in the grid and in the source."""
        outlined = frozenset(members)
        if outlined != self._outlined:
            self._outlined = outlined
            self.outline_changed.emit()

    def _place(self, session: ReviewSession) -> int:
        """Where the finding at hand stands in the list; where it stood, once it is settled."""
        keys = [finding.key for finding in session.findings]
        if self._finding is not None and self._finding.key in keys:
            self._last_place = keys.index(self._finding.key)
        return self._last_place

    def _go(self, address: Address | None) -> None:
        if address != self._cell:
            self._cell = address
            self.cell_changed.emit()

    def _take(self, finding: Finding | None) -> None:
        changed = finding != self._finding
        self._finding = finding
        session = self._bridge.session
        if session is not None and finding is not None:
            self._place(session)
        self.outline(finding.members if finding else ())
        if changed:
            self.finding_changed.emit()

    def _forget(self) -> None:
        self._last_place = 0
        self._take(None)
        self._go(None)

    def _renew(self, _addresses: object) -> None:
        session = self._bridge.session
        if session is not None and self._finding is not None:
            key = self._finding.key
            self._take(next((each for each in session.findings if each.key == key), None))


def _suspect(session: ReviewSession, finding: Finding) -> Address | None:
    """The cell to look at first: what a suggestion would change, else an unsure reading, else the first.

    It is one of the finding's own, though the suggestion may change others as well. None for a finding
    about the paper rather than its figures.
    """
    for suggestion in session.suggestions(finding)[:1]:
        own = next((each for each in suggestion.values if each in finding.members), None)
        if own is not None:
            return own
    unsure = (each for each in finding.members if session.document.cell(each).reading is not Reading.CLEAR)
    return next(unsure, finding.members[0] if finding.members else None)
