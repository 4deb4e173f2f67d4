"""Where a fault stands: the page or line of the file, and the printed labels of table, row and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gouji.export.problem import table_number
from gouji.export.problems.faults import Fault
from gouji.model.form import Address, Form, Row
from gouji.model.geometry import Provenance
from gouji.model.report import Source
from gouji.model.rule import Each, Finding, SpreadRule
from gouji.wording import say

PAGED = "application/pdf"
IN_LINES = ("text/plain", "text/markdown")
"""Media types whose lines the office can count as well; in others they are made by the program."""


class Position(NamedTuple):
    """The number of the table, and the labels of row and column; dashes where it is about all of them."""

    table: str
    row: str
    column: str


def position(fault: Fault, language: str) -> Position:
    """Where the fault stands in the report."""
    form = fault.document.report.form
    if fault.correction is not None:
        return _of_cells([fault.correction.address], form, language)
    (finding,) = fault.findings
    every = say("problems.every", language)
    rule, quotation = finding.rule, finding.quotation
    if isinstance(rule, SpreadRule) and finding.at in rule.places(form):
        table = form.by_id[rule.table]
        number = table_number(form, rule.table)
        if rule.each is Each.COLUMN:
            return Position(number, every, table.columns[finding.at].label)
        return Position(number, _label(table.rows[finding.at]), every)
    if quotation is None and finding.members:
        return _of_cells(finding.members, form, language)
    number = quotation.section if quotation else finding.at
    if any(section.number == number for section in form.sections):
        prose, section = (say(f"problems.{name}", language, number=number) for name in ("prose", "section"))
        return Position(prose, section, every)
    return Position(every, say("places.report", language), every)


def page_of(fault: Fault, language: str) -> str:
    """The pages it stands on, or the first and last line of a text; dashes where the file has neither."""
    source = fault.document.report.source
    numbers = sorted(set(_numbers(_places(fault), source)))
    if not numbers:
        return say("problems.every", language)
    if source.media_type == PAGED:
        return say("problems.page", language, page=say("prose.and", language).join(map(str, numbers)))
    lines = dict.fromkeys((numbers[0], numbers[-1]))
    return say("problems.line", language, line="–".join(map(str, lines)))


def _of_cells(addresses: Iterable[Address], form: Form, language: str) -> Position:
    addresses, joined = list(addresses), say("prose.and", language)
    rows = dict.fromkeys(_label(form.row(each)) for each in addresses)
    columns = dict.fromkeys(form.column(each).label for each in addresses)
    return Position(table_number(form, addresses[0].table), joined.join(rows), joined.join(columns))


def _label(row: Row) -> str:
    """With the group it stands under, without which “3.其他” says nothing."""
    return " ".join(row.path[-2:])


def _places(fault: Fault) -> Iterator[Provenance]:
    if fault.correction is not None:
        members: tuple[Address, ...] = (fault.correction.address,)
    else:
        (finding,) = fault.findings
        yield from finding.places
        members = () if finding.quotation is not None else _shown(finding, fault)
    for address in members:
        place = fault.document.cell(address).provenance
        if place is not None:
            yield place


def _shown(finding: Finding, fault: Fault) -> tuple[Address, ...]:
    """The cells of a finding that are not 0, by which it is looked up; all where all are."""
    return tuple(each for each in finding.members if fault.document.value(each) != 0) or finding.members


def _numbers(places: Iterable[Provenance], source: Source) -> Iterator[int]:
    for place in places:
        if source.media_type == PAGED:
            yield place.page
        elif source.media_type in IN_LINES:
            yield int(place.box.top) + 1
