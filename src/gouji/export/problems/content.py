"""The list of problems with the letter around it: made once, for paper, file and workbook alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.export.problem import departures
from gouji.export.problems.entries import entries
from gouji.export.problems.faults import faults
from gouji.export.text import printable
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.wording import say

COLUMNS = ("number", "place", "table", "row", "column", "printed", "why", "look")
"""The columns of the list by their wording."""
UNKNOWN = "□"
"""Stands for a figure that is not there, see `gouji.checking.explain`."""

Line = tuple[str, ...]
"""An entry with its number, a text for each column."""


@dataclass(frozen=True, slots=True)
class Part:
    """Entries of one kind under their heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ProblemList:
    """A letter in words; without parts it says that nothing is sent back."""

    language: str
    heading: str
    addressee: str
    opening: tuple[str, ...]
    columns: Line
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    """Below the list."""
    closing: str
    signature: tuple[str, ...]
    """Who signs, and when: left to fill in."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The entries of all parts."""
        return tuple(line for part in self.parts for line in part.lines)


def problem_list(review: Review, findings: Sequence[Finding], language: str) -> ProblemList:
    """What is sent back to the unit of a review, in the language."""
    report = review.document.report
    parts = tuple(_parts(review, findings, language))
    count = sum(len(part.lines) for part in parts)
    year = say("problems.of_year", language, year=report.year) if report.year else ""
    unit = report.unit or say("problems.unit", language)
    return ProblemList(
        language=language,
        heading=say("problems.heading" if parts else "problems.heading_none", language, year=year),
        addressee=printable(say("problems.addressee", language, unit=unit)),
        opening=tuple(map(printable, _opening(report, count, year, language))),
        columns=tuple(say(f"problems.{name}", language) for name in COLUMNS),
        parts=parts,
        notes=tuple(_notes(parts, language)),
        closing=say("problems.closing", language),
        signature=(say("problems.signed", language), say("problems.date_signed", language)),
    )


def _parts(review: Review, findings: Sequence[Finding], language: str) -> Iterator[Part]:
    found = {name: entries(each, language) for name, each in faults(review, findings)._asdict().items()}
    told = {name: each for name, each in found.items() if each}
    number = 1
    for name, each in told.items():
        heading = f"{name}_of_two" if len(told) > 1 else name
        numbered = enumerate(each, start=number)
        lines = tuple((str(place), *map(printable, entry.texts)) for place, entry in numbered)
        yield Part(say(f"problems.{heading}", language), lines)
        number += len(each)


def _opening(report: Report, count: int, year: str, language: str) -> Iterator[str]:
    name = "opening" if count else "none"
    yield say(f"problems.{name}", language, year=year, file=report.source.name, count=count)
    if changed := departures(language):
        yield say("problems.departures", language, rules=changed)


def _notes(parts: Sequence[Part], language: str) -> Iterator[str]:
    if any(UNKNOWN in text for part in parts for line in part.lines for text in line):
        yield say("problems.unknown_note", language)
