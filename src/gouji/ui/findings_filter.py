"""Which findings the list shows, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, QSortFilterProxyModel, Signal

from gouji.model.rule import Finding
from gouji.session import ReviewSession
from gouji.ui.findings_model import FindingsModel, gravity
from gouji.ui.table_model import Index


class Trait(StrEnum):
    """What findings are told apart by."""

    SEVERITY = "severity"
    TABLE = "table"
    RULE = "rule"
    STATE = "state"


OPEN = "open"
"""The state of a finding without a decision."""


class FindingsFilter(QSortFilterProxyModel):
    """One wish for each trait at most; without any, all findings in the order of the rules."""

    filtered = Signal()
    """Other findings are shown, or in another order."""

    def __init__(self, model: FindingsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._wishes: dict[Trait, str] = {}
        self._order: Trait | None = None
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)

    @property
    def wishes(self) -> Mapping[Trait, str]:
        """The value that is shown of each trait that is filtered by."""
        return self._wishes

    @property
    def order(self) -> Trait | None:
        """What the findings are grouped by; None for the order of the rules."""
        return self._order

    def wish(self, trait: Trait, value: str | None) -> None:
        """Show only findings with this value of the trait; None for any."""
        if value is None:
            self._wishes.pop(trait, None)
        else:
            self._wishes[trait] = value
        self.invalidate()
        self.filtered.emit()

    def group(self, by: Trait | None) -> None:
        """Put findings of a kind together."""
        self._order = by
        self.invalidate()
        self.sort(-1 if by is None else 0)
        self.filtered.emit()

    def show_all(self) -> None:
        """Filter by nothing any more."""
        if self._wishes:
            self._wishes.clear()
            self.invalidate()
            self.filtered.emit()

    def values(self, trait: Trait) -> dict[str, int]:
        """The values of a trait that there are, in their order, and how many findings have each."""
        session = self._model.session
        found = [TRAITS[trait](each, session) for each in self._model.findings] if session else []
        return {value: found.count(value) for value in sorted(set(found), key=found.index)}

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        session = self._model.session
        if session is None or row >= len(self._model.findings):
            return False
        finding = self._model.findings[row]
        return all(TRAITS[trait](finding, session) == value for trait, value in self._wishes.items())

    def lessThan(self, left: Index, right: Index) -> bool:
        return self._rank(left.row()) < self._rank(right.row())

    def _rank(self, row: int) -> tuple[int, int]:
        session = self._model.session
        if session is None or self._order is None or row >= len(self._model.findings):
            return 0, row
        finding = self._model.findings[row]
        if self._order is Trait.SEVERITY:
            return gravity(finding), row
        values = list(self.values(self._order))
        return values.index(TRAITS[self._order](finding, session)), row


def _table(finding: Finding, _session: ReviewSession) -> str:
    """The table of the first member; empty for what is not about a table."""
    return finding.members[0].table if finding.members else ""


def _state(finding: Finding, session: ReviewSession) -> str:
    decision = session.review.decision(finding)
    return OPEN if decision is None else str(decision.state)


TRAITS: Mapping[Trait, Callable[[Finding, ReviewSession], str]] = {
    Trait.SEVERITY: lambda finding, _session: str(gravity(finding)),
    Trait.TABLE: _table,
    Trait.RULE: lambda finding, _session: finding.rule.id,
    Trait.STATE: _state,
}
"""The value of a trait that a finding has."""
