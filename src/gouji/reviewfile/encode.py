"""A review as the values of JSON ``gouji.report/1``, and these as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import simplejson

from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Source
from gouji.model.review import Review
from gouji.model.rule import Decision, Finding, FindingKey
from gouji.reviewfile.compared import reference_values
from gouji.reviewfile.corrected import correction_values, decision_values
from gouji.reviewfile.noted import note_values
from gouji.reviewfile.saying import footnote, period, places, printed_date, provenance, section
from gouji.wording import DEFAULT_LANGUAGE

SCHEMA = "gouji.report/1"
_ENCODER = simplejson.JSONEncoder(use_decimal=True, ensure_ascii=False)


def encode(
    review: Review, findings: Iterable[Finding] | None = (), language: str = DEFAULT_LANGUAGE
) -> dict[str, Any]:
    """The review as JSON values; the findings are told with it, in the language, for other programs to use.

    Every decision is kept: with its finding where it is in force on one of the findings, else under
    ``decisions``. None for findings leaves out all that is worked out anew from the rest.
    """
    document, report = review.document, review.document.report
    told = None if findings is None else list(findings)
    keys = {finding.key for finding in told or () if review.decision(finding) is not None}
    return {
        "schema": SCHEMA,
        "form": report.form.id,
        "unit": report.unit,
        "year": report.year,
        "title": report.title,
        "title_places": places(report.title_places),
        "period": period(report.period),
        "dates": [printed_date(each) for each in report.dates],
        "source": _source(report.source),
        "cells": {name: _cell(address, document) for name, address in report.form.by_name.items()},
        "footnotes": [footnote(each) for each in report.footnotes],
        "sections": [section(each) for each in report.sections],
        "previous": reference_values(review.previous),
        **({} if told is None else _worked_out(told, review, language)),
        "decisions": [
            _other_decision(key, decision) for key, decision in review.decisions.items() if key not in keys
        ],
        "corrections": [correction_values(each) for each in document.corrections.values()],
        "notes": [note_values(each) for each in review.notes.values()],
    }


def _worked_out(findings: Sequence[Finding], review: Review, language: str) -> dict[str, Any]:
    from gouji.reviewfile.told import told  # noqa: PLC0415 -- checks and repairs, which no reading process needs

    return told(findings, review, language)


def dumps(values: Mapping[str, Any]) -> str:
    """JSON text with one cell, section, finding or correction a line; decimals keep every digit."""
    members = (f" {_text(key)}: {_spread(value)}" for key, value in values.items())
    return "{\n" + ",\n".join(members) + "\n}"


def _spread(value: Any) -> str:
    """A collection of collections line by line, anything else on one line."""
    if isinstance(value, Mapping) and any(isinstance(each, Mapping) for each in value.values()):
        lines = [f"  {_text(key)}: {_text(each)}" for key, each in value.items()]
        return "{\n" + ",\n".join(lines) + "\n }"
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return "[\n" + ",\n".join(f"  {_text(each)}" for each in value) + "\n ]"
    return _text(value)


def _text(value: Any) -> str:
    return _ENCODER.encode(value)


def _source(source: Source) -> dict[str, Any]:
    values: dict[str, Any] = {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "pages": source.pages,
    }
    return values if source.encoding is None else {**values, "encoding": source.encoding}


def _cell(address: Address, document: Document) -> dict[str, Any]:
    cell = document.cell(address)
    values: dict[str, Any] = {"value": document.value(address)}
    correction = document.corrections.get(address)
    # A confirmed cell has nothing to tell apart, unless the same number was typed with other digits.
    if correction is not None and str(correction.after) != str(cell.value):
        values["read"] = cell.value
    values |= {"raw": cell.raw, "reading": str(cell.reading)}
    if cell.doubt is not None:
        values["doubt"] = str(cell.doubt)
    if cell.score is not None:
        values["score"] = cell.score
    if cell.second is not None:
        values["second"] = cell.second
    return {**values, "provenance": provenance(cell.provenance)}


def _other_decision(key: FindingKey, decision: Decision) -> dict[str, Any]:
    return {"rule": key.rule, "at": key.at, "decision": decision_values(decision)}
