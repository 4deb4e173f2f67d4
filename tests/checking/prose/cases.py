"""Reads the sentences of ``tests/rules/prose``: a text, the figures of the tables, and what must be found."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gouji.checking import check
from gouji.library import rules_for
from gouji.model.correction import Document
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Section
from gouji.model.rule import Finding
from tests.factory import BLANK, MISSING, Figure, form, make_document

FOLDER = Path(__file__).parents[2] / "rules" / "prose"
UNIT = "某某县某某局"
YEAR = 2021
_MARKS: Mapping[object, Figure] = {"blank": BLANK, "missing": MISSING}


@dataclass(frozen=True)
class Case:
    """A text with the figures of the tables, and what must be found."""

    name: str
    document: Document
    finds: list[str]
    severity: str

    def findings(self) -> list[Finding]:
        return prose_findings(self.document)


def cases() -> Iterator[Case]:
    """All cases, in the order of their files."""
    for path in sorted(FOLDER.glob("*.toml")):
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, each in enumerate(values.pop("cases"), start=1):
            yield _case(f"{path.stem} {number}", each)
        assert not values, f"{path.name}: {list(values)}"


def prose_findings(document: Document) -> list[Finding]:
    """What is found in the prose."""
    found = check(document, rules_for(document.report.form.id))
    return [finding for finding in found if finding.quotation is not None]


def make_report(  # noqa: PLR0913 -- each is one thing that a report says of itself
    text: str,
    table: Mapping[str, Any],
    *,
    form_id: str = "2021",
    unit: str | None = UNIT,
    year: int | None = YEAR,
    section: str = "一",
) -> Document:
    """A document whose only section says the text, and whose tables hold the figures, else 0."""
    figures = {address_of(name): _MARKS.get(value, value) for name, value in table.items()}
    report = make_document(form_id, figures).report
    title = next(head.title for head in form(form_id).sections if head.number == section)
    lines = text.split("\n")
    places = tuple(Provenance(1, Box(0, at, len(line), at + 1)) for at, line in enumerate(lines))
    sections = (Section(section, title, 1, text, places=places),)
    return Document(replace(report, unit=unit, year=year, sections=sections))


def address_of(name: str) -> str:
    """The address of a row's total in table three, of a cell of table four, or as it is."""
    return {0: f"requests.{name}.total", 1: f"disputes.{name}", 2: name}[name.count(".")]


def _case(name: str, values: dict[str, Any]) -> Case:
    text = "\n".join(each for each in (values.pop("before", ""), values.pop("text")) if each)
    finds, severity = values.pop("finds", []), values.pop("severity", "warning")
    document = make_report(
        text,
        values.pop("table"),
        form_id=values.pop("form", "2021"),
        unit=values.pop("unit", UNIT),
        year=values.pop("year", YEAR),
        section=values.pop("section", "一"),
    )
    assert not values, f"{name}: {list(values)}"
    return Case(name, document, sorted(finds), severity)
