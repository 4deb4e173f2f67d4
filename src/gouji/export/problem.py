"""What is wrong with a report, in the words in which it is handed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gouji.checking.explain import explain, name, where
from gouji.library import all_rules, rule_settings, rules_in_force
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.form import Address, Form
from gouji.model.report import Number, Reading
from gouji.model.review import Review
from gouji.model.rule import DecisionState, Finding
from gouji.model.suggestion import Suggestion
from gouji.repair import suggest, why
from gouji.wording import say

DECIDED = {DecisionState.SOURCE_ERROR: Mistake.SOURCE, DecisionState.READING_ERROR: Mistake.READING}

MOST_SUGGESTIONS = 3
"""More of them are no help in finding the right one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in words."""

    finding: Finding
    severity: str
    place: str
    message: str
    mistake: str
    decision: str
    suggestions: str


def problems(review: Review, findings: Iterable[Finding], language: str) -> list[Problem]:
    """Every finding with its decision and suggestions, in the order found."""
    return [_problem(review, finding, language) for finding in findings]


def mistake_of(finding: Finding, review: Review) -> Mistake:
    """Whose mistake it is: what the reviewer decided, else what the program proposes.

    Proposed is a reading error where a doubtful or missing reading may explain it, else a source error.
    """
    decision = review.decisions.get(finding.key)
    if decision is not None and decision.state in DECIDED:
        return DECIDED[decision.state]
    unsure = any(_is_unsure(address, review.document) for address in finding.members)
    return Mistake.READING if unsure else Mistake.SOURCE


def table_number(form: Form, table: str) -> str:
    """The number of the section that the table stands in: 二, 三 or 四."""
    return next(section.number for section in form.sections if section.table == table)


def cell_name(address: Address, form: Form, language: str) -> str:
    """A cell by its table and the labels of its row and column."""
    number = table_number(form, address.table)
    return say("workbook.cell_name", language, number=number, cell=name(address, form, language))


def figure(value: Number | None, language: str) -> str:
    """A figure as text; none is said in words."""
    return say("workbook.nothing", language) if value is None else str(value)


def correction_kind(correction: Correction, language: str) -> str:
    """Whose mistake a correction mends, or that the value was confirmed."""
    return say(f"mistakes.{'confirmed' if correction.confirms else correction.mistake}", language)


def departures(language: str) -> str:
    """The rules that the office switched off or weighs otherwise, by title; empty where there are none."""
    settings = rule_settings()
    titles = {rule.id: rule.title[language] for rule in all_rules()}
    words = [say("workbook.rule_off", language, rule=rule, title=titles[rule]) for rule in settings.off]
    words += [
        say(
            "workbook.rule_changed",
            language,
            rule=rule,
            title=titles[rule],
            severity=say(f"severities.{each}", language),
        )
        for rule, each in settings.severities.items()
        if rule not in settings.off
    ]
    return "\n".join(words)


def _problem(review: Review, finding: Finding, language: str) -> Problem:
    document = review.document
    found = suggest(finding, document, rules_in_force(document.report.form.id))
    return Problem(
        finding=finding,
        severity=say(f"severities.{finding.rule.severity}", language),
        place=where(finding, document.report.form, language),
        message=explain(finding, document, language),
        mistake=_mistake(finding, review, language),
        decision=_decision(finding, review, language),
        suggestions="\n".join(_suggestion(each, document, language) for each in found[:MOST_SUGGESTIONS]),
    )


def _mistake(finding: Finding, review: Review, language: str) -> str:
    mistake = say(f"mistakes.{mistake_of(finding, review)}", language)
    decision = review.decisions.get(finding.key)
    if decision is not None and decision.state in DECIDED:
        return mistake
    return say("workbook.proposed", language, mistake=mistake)


def _decision(finding: Finding, review: Review, language: str) -> str:
    decision = review.decisions.get(finding.key)
    if decision is None:
        return say("decisions.open", language)
    state = say(f"decisions.{decision.state}", language)
    return f"{state}：{decision.reason}" if decision.reason else state


def _suggestion(suggestion: Suggestion, document: Document, language: str) -> str:
    reason = why(suggestion, document, language)
    return "\n".join(
        say(
            "workbook.suggested",
            language,
            cell=cell_name(address, document.report.form, language),
            value=value,
            reason=reason,
        )
        for address, value in suggestion.values.items()
    )


def _is_unsure(address: Address, document: Document) -> bool:
    unsure = document.cell(address).reading in (Reading.DOUBTFUL, Reading.MISSING)
    return unsure and address not in document.corrections
