"""The findings as a list for a Qt view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from gouji.checking.explain import explain, sums, where
from gouji.model.decided import PREVIOUS
from gouji.model.rule import Decision, Finding, Outcome, SpreadRule
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.findings.said_before import said_before
from gouji.ui.grid.describe import cell_name, spread_label
from gouji.ui.grid.figures import show_difference, show_figure
from gouji.ui.grid.model import DISPLAY, SPOKEN, TOOLTIP, Index
from gouji.ui.look.language import current_language
from gouji.ui.look.plain import plain
from gouji.wording import DEFAULT_LANGUAGE

SUMS = int(Qt.ItemDataRole.UserRole) + 1
"""The live figures in one line."""
TITLE = SUMS + 1
"""The title of the rule."""
DIFFERENCE = SUMS + 2
"""By how much the sums differ, in words; empty where it cannot be told."""
GRAVITY = SUMS + 3
"""0 error, 1 warning, 2 for your information, 3 not checkable."""
DECIDED = SUMS + 4
"""The state of the decision as its value, empty while there is none."""
OUTDATED = SUMS + 5
"""The state of a decision on other figures, which is open again; else empty."""

_GRAVITIES = {"error": 0, "warning": 1, "info": 2}
_NOT_CHECKABLE = 3


class FindingsModel(QAbstractListModel):
    """One entry a finding, in rule order; the list is put again when it changes."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._findings: list[Finding] = []
        self._decisions: list[Decision | None] = []
        self._told: Mapping[int, Callable[[Finding, ReviewSession], Any]] = {
            DISPLAY: self._place,
            TITLE: lambda finding, _session: finding.rule.title[current_language()],
            SUMS: _sums,
            DIFFERENCE: self._difference,
            GRAVITY: lambda finding, _session: gravity(finding),
            DECIDED: lambda finding, session: _state(session.review.decision(finding)),
            OUTDATED: lambda finding, session: _state(session.review.outdated(finding)),
            TOOLTIP: lambda finding, session: plain(_words(finding, session)),
            SPOKEN: _words,
        }
        """What there is to say of a finding, by role."""
        bridge.replaced.connect(self._renew)
        bridge.changed.connect(self._renew)
        self._renew()

    @property
    def session(self) -> ReviewSession | None:
        """Whose findings they are."""
        return self._bridge.session

    @property
    def findings(self) -> list[Finding]:
        """The findings in the order of the list."""
        return self._findings

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        session, told = self._bridge.session, self._told.get(role)
        if session is None or told is None or not 0 <= index.row() < len(self._findings):
            return None
        return told(self._findings[index.row()], session)

    def row_of(self, finding: Finding | None) -> int:
        """Where a finding stands; -1 when it is not in the list."""
        keys = [each.key for each in self._findings]
        return keys.index(finding.key) if finding and finding.key in keys else -1

    def _place(self, finding: Finding, session: ReviewSession) -> str:
        """The number of the table and the label of the column, row or cell; else the section or report."""
        form = session.report.form
        if not finding.members:
            return where(finding, form, current_language())
        table = finding.members[0].table
        section = form.section_of(table)
        chinese = current_language() == DEFAULT_LANGUAGE
        number = section.number if chinese else form.sections.index(section) + 1
        if isinstance(finding.rule, SpreadRule):
            label = spread_label(finding.rule, finding.at, form)
        else:
            label = cell_name(form, finding.members[0])
        return self.tr("Table {number} · {label}").format(number=number, label=label)

    def _difference(self, finding: Finding, _session: ReviewSession) -> str:
        if finding.balance is None or finding.outcome is not Outcome.BROKEN:
            return ""
        return self.tr("difference {number}").format(number=show_difference(finding.balance.difference))

    def _renew(self, _addresses: object = None) -> None:
        session = self._bridge.session
        found = list(session.findings) if session else []
        decided = [session.review.decision(each) for each in found] if session else []
        same = [each.key for each in found] == [each.key for each in self._findings]
        if not same:
            self.beginResetModel()
        before = list(zip(self._findings, self._decisions, strict=True))
        self._findings, self._decisions = found, decided
        if not same:
            self.endResetModel()
            return
        for row, (was, now) in enumerate(zip(before, zip(found, decided, strict=True), strict=True)):
            if was != now:
                index = self.index(row)
                self.dataChanged.emit(index, index)


def gravity(finding: Finding) -> int:
    """How much a finding weighs, the heaviest 0."""
    if finding.outcome is Outcome.NOT_CHECKABLE:
        return _NOT_CHECKABLE
    return _GRAVITIES[finding.rule.severity]


def _state(decision: Decision | None) -> str:
    return str(decision.state) if decision else ""


def _words(finding: Finding, session: ReviewSession) -> str:
    told = (explain(finding, session.document, current_language()), said_before(session, finding))
    return "\n".join(filter(None, told))


def _sums(finding: Finding, session: ReviewSession) -> str:
    if finding.quotation is not None:
        said = finding.quotation.printed or finding.quotation.words
        return " ≠ ".join([said, *(each.value for each in finding.quotation.tried[:1])])
    if "sums" in finding.facts:
        return str(finding.facts["sums"])
    if PREVIOUS in finding.facts:
        values = (show_figure(session.document.value(address)) for address in finding.members)
        return f"{finding.facts[PREVIOUS]} → {', '.join(values)}"
    if finding.equation is None or finding.balance is None:
        return ", ".join(show_figure(session.document.value(address)) for address in finding.members)
    return sums(finding.equation, session.document)
