"""Checks a report as a paper: who may report what, on which form, for which year, in which sections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.form import SectionHead
from gouji.model.formal_rule import AuthorityRule, LayoutRule, SectionsRule, YearRule
from gouji.model.prose import Section
from gouji.model.report import Number, Report
from gouji.model.rule import Finding, Outcome

Facts = dict[str, str | Number]

DECEMBER = 12


def check_authority(rule: AuthorityRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The figures of documents that the unit may not have; where its name does not tell, they stay open."""
    table, unit = document.report.form.by_id[rule.table], document.report.unit
    cells = [address for address in table.addresses if address.row == rule.row]
    members = tuple(address for address in cells if document.value(address))
    may = rule.may(unit) if unit else None
    if not members or may:
        return
    outcome = Outcome.NOT_CHECKABLE if may is None else Outcome.BROKEN
    wording = "no_unit" if not unit else "level_unknown" if may is None else "no_authority"
    facts = {"unit": unit or ""}
    yield Finding(rule, rule.row, outcome, members, wording=f"findings.{wording}", facts=facts)


def check_layout(rule: LayoutRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The form, where it is no form of the report's year."""
    form, year = document.report.form, document.report.year
    facts: Facts = {"form": form.title, "first": form.years[0], "last": form.years[1], "year": year or ""}
    if form.id in rule.obsolete:
        yield Finding(rule, "form", Outcome.BROKEN, (), wording="findings.obsolete_form", facts=facts)
    elif year is not None and not form.years[0] <= year <= form.years[1]:
        yield Finding(rule, "form", Outcome.BROKEN, (), wording="findings.other_form", facts=facts)


def check_year(rule: YearRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The period and the dates that do not go with the year of the title."""
    report = document.report
    year, period = report.year, report.period
    facts: Facts
    if year is None:
        yield Finding(rule, "title", Outcome.NOT_CHECKABLE, (), wording="findings.no_year")
        return
    if period is not None and {period.start.year, period.end.year} != {year}:
        facts = {"year": year, "start": period.start.isoformat(), "end": period.end.isoformat()}
        yield Finding(
            rule,
            "period",
            Outcome.BROKEN,
            (),
            wording="findings.other_period",
            facts=facts,
            places=period.places,
        )
    # The report is due in January; a printed date of another time is of another report.
    odd = (each for each in report.dates if not _is_near(each.day, year))
    for each in islice(odd, 1):
        facts = {"year": year, "date": each.text}
        places = (each.place,) if each.place else ()
        yield Finding(
            rule, "date", Outcome.BROKEN, (), wording="findings.other_date", facts=facts, places=places
        )


def _is_near(day: date, year: int) -> bool:
    """Whether a report on the year may bear the date: from its December to the end of the next."""
    return (year, DECEMBER) <= (day.year, day.month) <= (year + 1, DECEMBER)


def check_sections(rule: SectionsRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The sections that are not there, not in their place, or empty."""
    report = document.report
    if not report.sections:
        yield Finding(rule, "headings", Outcome.NOT_CHECKABLE, (), wording="findings.no_headings")
        return
    found = {section.number: section for section in report.sections}
    misplaced = _misplaced(report)
    excerpt = any(rule.omission.search(section.text) for section in report.sections)
    for head in report.form.sections:
        section = found.get(head.number)
        if section is None:
            yield _about(rule, head, None, "section_missing")
        elif head.number in misplaced:
            yield _about(rule, head, section, "section_misplaced")
        elif _is_empty(head, section, document) and not excerpt:
            yield _about(rule, head, section, "section_empty")


def _about(rule: SectionsRule, head: SectionHead, section: Section | None, wording: str) -> Finding:
    facts = {"number": head.number, "section": head.title}
    places = (section.heading_place,) if section and section.heading_place else ()
    return Finding(
        rule, head.number, Outcome.BROKEN, (), wording=f"findings.{wording}", facts=facts, places=places
    )


def _misplaced(report: Report) -> set[str]:
    """The numbers of the sections that stand behind one which they should precede."""
    order = {head.number: place for place, head in enumerate(report.form.sections)}
    misplaced, last = set(), -1
    for section in report.sections:
        place = order.get(section.number, last)
        if place < last:
            misplaced.add(section.number)
        last = max(last, place)
    return misplaced


def _is_empty(head: SectionHead, section: Section, document: Document) -> bool:
    """Whether there is neither prose nor a table under the heading."""
    report = document.report
    table = report.form.by_id[head.table].addresses if head.table else ()
    figures = any(
        address in document.corrections or report.cells[address].raw is not None for address in table
    )
    return not section.text.strip() and not figures
