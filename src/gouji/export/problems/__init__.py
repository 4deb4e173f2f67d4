"""The list of problems that is sent back to the office, as a letter in DOCX."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.export.problem import departures
from gouji.export.problems.entries import entries
from gouji.export.problems.letter import make_letter, read_letter
from gouji.export.target import Made
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.wording import say


def make_problems(review: Review, findings: Sequence[Finding], language: str) -> Made:
    """The finished letter, and the check that what is read back says the same."""
    report = review.document.report
    rows = [
        (str(number), each.table, each.row, each.column, each.printed, each.why)
        for number, each in enumerate(entries(review, findings, language), start=1)
    ]
    year = say("problems.of_year", language, year=report.year) if report.year else ""
    opening = [
        say("problems.addressee", language, unit=report.unit or say("workbook.unknown", language)),
        say("problems.opening" if rows else "problems.none", language, year=year, file=report.source.name),
    ]
    if changed := departures(language):
        opening.append(say("problems.departures", language, rules=changed))
    content, expected = make_letter(opening, rows, language)
    return Made(content, lambda back: read_letter(back) == expected)


__all__ = ["make_problems"]
