"""A document under review, with what the reviewer decided: the content of a review file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gouji.model.comparison import Comparison, Reference
from gouji.model.correction import Document
from gouji.model.decided import figures_of, moved
from gouji.model.form import Address
from gouji.model.note import Note
from gouji.model.report import Cell
from gouji.model.rule import Decision, Finding, FindingKey


@dataclass(frozen=True)
class Review:
    """A document, the decisions on its findings, notes on its cells, and the report it is compared with."""

    document: Document
    decisions: Mapping[FindingKey, Decision] = field(default_factory=lambda: MappingProxyType({}))

    previous: Reference | None = None
    """The report of the year before."""
    notes: Mapping[Address, Note] = field(default_factory=lambda: MappingProxyType({}))
    """What the reviewer wrote beside cells, in the order it was written."""

    @property
    def comparison(self) -> Comparison:
        return Comparison(self.previous)

    def decision(self, finding: Finding) -> Decision | None:
        """The decision in force on a finding; one that was given on other figures is not."""
        decision = self.decisions.get(finding.key)
        if decision is None or moved(decision, finding, self.document):
            return None
        return decision

    def outdated(self, finding: Finding) -> Decision | None:
        """The decision on a finding whose figures have changed since."""
        decision = self.decisions.get(finding.key)
        return None if decision is self.decision(finding) else decision

    def with_figures(self, findings: Iterable[Finding]) -> Review:
        """The review with the figures of these findings noted in decisions that rest on unknown ones."""
        noted = {
            each.key: replace(decision, figures=figures_of(each, self.document))
            for each in findings
            if (decision := self.decisions.get(each.key)) is not None and decision.figures is None
        }
        return replace(self, decisions=MappingProxyType({**self.decisions, **noted}))

    def with_cells(self, cells: Mapping[Address, Cell]) -> Review:
        """The review of a report in which these cells are read otherwise, with the same figures."""
        report = self.document.report
        report = replace(report, cells=MappingProxyType({**report.cells, **cells}))
        return replace(self, document=replace(self.document, report=report))
