"""What a workbook shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gouji.checking.standing import Standing, standings
from gouji.export.workbook.book import is_storable
from gouji.library import rules_in_force
from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Reading, Report
from gouji.model.review import Review
from gouji.model.rule import Finding, Rule
from gouji.wording import say

NOT_A_NUMBER = Cell(None, None, Reading.BLANK)


@dataclass(frozen=True)
class Contents:
    """A review, the findings on it, and the language in which it is told."""

    review: Review
    findings: tuple[Finding, ...]
    language: str

    @property
    def document(self) -> Document:
        return self.review.document

    @property
    def report(self) -> Report:
        return self.document.report

    @property
    def form(self) -> Form:
        return self.report.form

    @property
    def rules(self) -> tuple[Rule, ...]:
        return rules_in_force(self.form.id)

    @cached_property
    def stored(self) -> Document:
        """The document as formulas see it: a figure too long for a spreadsheet stands there as text."""
        report, corrections = self.report, self.document.corrections
        values = {address: self.document.value(address) for address in self.form.addresses}
        too_long = {
            address for address, value in values.items() if value is not None and not is_storable(value)
        }
        cells = {**report.cells, **dict.fromkeys(too_long, NOT_A_NUMBER)}
        kept = {address: each for address, each in corrections.items() if address not in too_long}
        return Document(replace(report, cells=cells), kept)

    @cached_property
    def standings(self) -> Mapping[Address, Standing]:
        """How every cell stands after the check."""
        return standings(self.document, self.rules, self.findings)

    def say(self, name: str, **fields: object) -> str:
        """A wording of the workbook."""
        return say(f"workbook.{name}", self.language, **fields)
