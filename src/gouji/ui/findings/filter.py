"""Which findings the list shows, and in what order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, QSortFilterProxyModel, Signal

from gouji.model.rule import Finding
from gouji.session import ReviewSession
from gouji.ui.findings.model import FindingsModel, gravity
from gouji.ui.grid.model import Index


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
        self._ranks: dict[str, int] = {}
        # Before Qt sorts again, which it does at the same signals.
        model.modelReset.connect(self._rank)
        model.dataChanged.connect(self._rank)
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
        self._rank()
        self.invalidate()
        self.sort(-1 if by is None else 0)
        self.filtered.emit()

    def show_all(self) -> None:
        """Filter by nothing any more."""
        if self._wishes:
            self._wishes.clear()
            self.invalidate()
            self.filtered.emit()

    def values(self, trait: Trait) -> Counter[str]:
        """The values of a trait that there are, in their order, and how many findings have each."""
        return Counter(self._value(trait, row) for row in range(len(self._model.findings)))

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        return all(self._value(trait, row) == value for trait, value in self._wishes.items())

    def lessThan(self, left: Index, right: Index) -> bool:
        """Qt leaves those in their order that neither is less of."""
        if self._order is None:
            return left.row() < right.row()
        one, other = (self._ranks[self._value(self._order, each.row())] for each in (left, right))
        return one < other

    def _rank(self) -> None:
        """Put the values of what the findings are grouped by in order: the gravest first, or as they come."""
        if self._order is not None:
            values = list(self.values(self._order))
            ordered = sorted(values) if self._order is Trait.SEVERITY else values
            self._ranks = {value: rank for rank, value in enumerate(ordered)}

    def _value(self, trait: Trait, row: int) -> str:
        session = self._model.session
        return "" if session is None else TRAITS[trait](self._model.findings[row], session)


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
