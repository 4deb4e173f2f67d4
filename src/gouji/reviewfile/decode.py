"""The values of JSON ``gouji.report/1`` as a review again, strictly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gouji.errors import BadReviewFileError
from gouji.library import forms
from gouji.model.correction import Correction, Document
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Doubt, Reading, Report, Source
from gouji.model.review import Review
from gouji.model.rule import Decision, FindingKey
from gouji.reviewfile.compared import LAST_YEAR, read_reference
from gouji.reviewfile.corrected import read_correction, read_decision
from gouji.reviewfile.encode import SCHEMA
from gouji.reviewfile.noted import read_notes
from gouji.reviewfile.part import Part, RefusedError
from gouji.reviewfile.said import MOST_PAGES, footnote, period, places, printed_date, provenance, section


def decode(values: Any, path: Path | str = "") -> Review:
    """The review; `BadReviewFileError`, naming the path and the offending part, when it is not one.

    Members that this version does not know are passed over; what the program works out by itself, such as
    messages and suggestions, is not read.
    """
    try:
        return _review(Part(values))
    except RefusedError as error:
        raise BadReviewFileError(path, where=str(error)) from error


def _review(part: Part) -> Review:
    if part["schema"].text() != SCHEMA:
        part["schema"].refuse()
    form = part["form"].named({form.id: form for form in forms()})
    report = _report(part, form)
    corrections = dict(_corrections(part.get("corrections", []), report))
    document = Document(report, MappingProxyType(corrections))
    _refuse_other_values(part["cells"], document)
    decisions = MappingProxyType(dict(_decisions(part, form)))
    notes = read_notes(part.get("notes", []), form.by_name)
    return Review(document, decisions, read_reference(part.get("previous")), MappingProxyType(notes))


def _report(part: Part, form: Form) -> Report:
    return Report(
        form=form,
        source=_source(part["source"]),
        cells=MappingProxyType(_cells(part["cells"], form)),
        unit=part.get("unit").text_or_none(),
        year=None if part.get("year").is_null else part["year"].whole(1, LAST_YEAR),
        title=part.get("title").text_or_none(),
        title_places=places(part.get("title_places")),
        period=period(part.get("period")),
        dates=tuple(printed_date(each) for each in part.get("dates", []).entries()),
        footnotes=tuple(footnote(each, form) for each in part.get("footnotes", []).entries()),
        sections=tuple(section(each) for each in part.get("sections", []).entries()),
    )


def _source(part: Part) -> Source:
    return Source(
        name=part["name"].text(),
        sha256=part["sha256"].text(),
        media_type=part["media_type"].text(),
        pages=part["pages"].whole(0, MOST_PAGES),
        encoding=part.get("encoding").text_or_none(),
    )


def _cells(part: Part, form: Form) -> dict[Address, Cell]:
    """The cells in the order of the form, every one of them and no other."""
    for name, cell in part.members():
        if name not in form.by_name:
            cell.refuse()
    return {address: _cell(part[name]) for name, address in form.by_name.items()}


def _cell(part: Part) -> Cell:
    value = (part["read"] if part.has("read") else part["value"]).number_or_none()
    reading = part["reading"].choice(Reading)
    if value is not None and reading in (Reading.BLANK, Reading.MISSING):
        part["reading"].refuse()
    return Cell(
        value=value,
        raw=part["raw"].text_or_none(),
        reading=reading,
        provenance=provenance(part["provenance"]),
        doubt=None if part.get("doubt").is_null else part["doubt"].choice(Doubt),
        score=None if part.get("score").is_null else part["score"].length(),
        second=part.get("second").text_or_none(),
    )


def _corrections(part: Part, report: Report) -> Iterator[tuple[Address, Correction]]:
    """At most one correction a cell, each beginning with what the file says."""
    by_name = dict(report.form.by_name)
    for each in part.entries():
        correction = read_correction(each, by_name)
        if correction.before != report.cells[correction.address].value:
            each["before"].refuse()
        yield by_name.pop(str(correction.address)), correction


def _refuse_other_values(part: Part, document: Document) -> None:
    """The value of every cell must be what its correction says: neither may be changed without the other."""
    for name, address in document.report.form.by_name.items():
        value = part[name]["value"]
        if value.number_or_none() != document.value(address):
            value.refuse()


def _decisions(part: Part, form: Form) -> Iterator[tuple[FindingKey, Decision]]:
    """The decisions told with the findings, and those that are not in force on any of them."""
    for list_name in ("findings", "decisions"):
        for each in part.get(list_name, []).entries():
            key = FindingKey(each["rule"].text(), each["at"].text())
            if not each.get("decision").is_null:
                yield key, read_decision(each["decision"], form.by_name)
