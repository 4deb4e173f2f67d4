"""A document under review, with what the reviewer decided: the content of a review file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gouji.model.comparison import Comparison, Reference
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Cell
from gouji.model.rule import Decision, FindingKey


@dataclass(frozen=True)
class Review:
    """A document, the decisions on its findings, and the report that it is compared with."""

    document: Document
    decisions: Mapping[FindingKey, Decision] = field(default_factory=lambda: MappingProxyType({}))

    previous: Reference | None = None
    """The report of the year before."""

    @property
    def comparison(self) -> Comparison:
        return Comparison(self.previous)

    def with_cells(self, cells: Mapping[Address, Cell]) -> Review:
        """The review of a report in which these cells are read otherwise, with the same figures."""
        report = self.document.report
        report = replace(report, cells=MappingProxyType({**report.cells, **cells}))
        return replace(self, document=replace(self.document, report=report))
