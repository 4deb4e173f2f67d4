"""Reads the cases of ``tests/rules``: reports drawn for one rule, with what must be found."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from gouji.checking import check
from gouji.library import rules_for
from gouji.model.comparison import Comparison, Reference
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.prose import Period, PrintedDate, Section
from gouji.model.rule import Finding, Outcome
from tests.checking.drawing import draw_figures
from tests.factory import form, make_document

FOLDER = Path(__file__).parents[1] / "rules"
OUTCOMES = {"passes": Outcome.KEPT, "fails": Outcome.BROKEN, "not checkable": Outcome.NOT_CHECKABLE}


@dataclass(frozen=True)
class Case:
    """A document to check by one rule, and what must be found."""

    rule: str
    says: str
    outcome: Outcome
    at: tuple[str, ...]
    severity: str | None
    document: Document
    comparison: Comparison
    marked: Mapping[Address, Outcome]

    def findings(self, document: Document | None = None) -> list[Finding]:
        rules = [rule for rule in rules_for(self.document.report.form.id) if rule.id == self.rule]
        assert rules, f"no rule {self.rule} for form {self.document.report.form.id}"
        return check(document or self.document, rules, self.comparison)


def cases() -> Iterator[Case]:
    """All cases, in the order of their files."""
    for path in sorted(FOLDER.glob("*.toml")):
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        rule = values.pop("rule")
        for each in values.pop("case"):
            yield _case(rule, each)
        assert not values, f"{path.name}: {list(values)}"


def _case(rule: str, values: dict[str, Any]) -> Case:
    previous, units = values.pop("previous", None), values.pop("units", ())
    says, outcome, at = values.pop("says"), OUTCOMES[values.pop("outcome")], tuple(values.pop("at", ()))
    severity = values.pop("severity", None)
    document, marked = _document(values)
    comparison = Comparison(
        Reference.of(_document(previous)[0]) if previous else None,
        tuple(Reference.of(_document(unit)[0]) for unit in units),
    )
    return Case(rule, says, outcome, at, severity, document, comparison, marked)


def _document(values: dict[str, Any]) -> tuple[Document, dict[Address, Outcome]]:
    lines = [line.split("#")[0].split() for line in values.pop("report", "").splitlines()]
    figures, marked = draw_figures([line for line in lines if line])
    report = make_document(values.pop("form", "2021"), figures).report
    changes: dict[str, Any] = {
        "unit": values.pop("unit", report.unit) or None,
        "year": values.pop("year", report.year) or None,
        "dates": tuple(_printed(day) for day in values.pop("dates", ())),
    }
    if "period" in values:
        changes["period"] = Period(*values.pop("period"))
    if "sections" in values:
        changes["sections"] = tuple(_section(text, report.form.id) for text in values.pop("sections"))
    assert not values, list(values)
    return Document(replace(report, **changes)), marked


def _printed(day: date) -> PrintedDate:
    return PrintedDate(day, f"{day.year}年{day.month}月{day.day}日")


def _section(text: str, form_id: str) -> Section:
    number, _, prose = text.partition(" ")
    head = next(head for head in form(form_id).sections if head.number == number)
    return Section(number, head.title, 1, prose)
