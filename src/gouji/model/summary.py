"""What a line about a report says: whose it is, and how much there is left to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gouji.model.report import Reading
from gouji.model.review import Review
from gouji.model.rule import Finding, Outcome, Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """A review in a few words and numbers; findings that the reviewer decided on do not count."""

    unit: str | None
    year: int | None
    form: str
    sha256: str
    """Of the source file."""
    errors: int = 0
    warnings: int = 0
    """With the equations that cannot be checked, unless they are only for information."""
    infos: int = 0
    doubtful: int = 0
    """Cells that were read with a doubt, and neither corrected nor confirmed."""
    corrections: int = 0

    @classmethod
    def of(cls, review: Review, findings: Iterable[Finding]) -> Summary:
        """The summary of a review with these findings."""
        report, corrections = review.document.report, review.document.corrections
        weights = Counter(_weight(each) for each in findings if review.decision(each) is None)
        doubtful = sum(
            cell.reading is Reading.DOUBTFUL and address not in corrections
            for address, cell in report.cells.items()
        )
        return cls(
            unit=report.unit,
            year=report.year,
            form=report.form.id,
            sha256=report.source.sha256,
            errors=weights[Severity.ERROR],
            warnings=weights[Severity.WARNING],
            infos=weights[Severity.INFO],
            doubtful=doubtful,
            corrections=len(corrections),
        )

    @property
    def is_open(self) -> bool:
        """Whether an error or a warning is not decided on."""
        return bool(self.errors or self.warnings)


def _weight(finding: Finding) -> Severity:
    if finding.outcome is Outcome.NOT_CHECKABLE and finding.rule.severity is Severity.ERROR:
        return Severity.WARNING
    return finding.rule.severity
