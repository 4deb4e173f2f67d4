"""What is wrong with a report, in the words in which it is handed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.checking.explain import explain, name, where
from gouji.library import all_rules, rule_settings, rules_in_force
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.decided import proposed
from gouji.model.form import Address, Form
from gouji.model.report import Number
from gouji.model.review import Review
from gouji.model.rule import DecisionState, Finding
from gouji.model.suggestion import Suggestion
from gouji.repair import offered, why
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
    findings, document = list(findings), review.document
    mends = offered(findings, document, rules_in_force(document.report.form.id))
    return [_problem(review, finding, mends.get(finding.key, ()), language) for finding in findings]


def mistake_of(finding: Finding, review: Review) -> Mistake:
    """Whose mistake it is: what the reviewer decided, else what the program proposes."""
    decision = review.decision(finding)
    if decision is not None and decision.state in DECIDED:
        return DECIDED[decision.state]
    return proposed(finding, review.document)


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


def likeliest(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The first few; one that holds another with more changes besides says nothing new."""
    found: list[Suggestion] = []
    for each in suggestions:
        if not any(other.values.items() <= each.values.items() for other in found):
            found.append(each)
    return found[:MOST_SUGGESTIONS]


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


def _problem(review: Review, finding: Finding, mends: Sequence[Suggestion], language: str) -> Problem:
    document = review.document
    return Problem(
        finding=finding,
        severity=say(f"severities.{finding.rule.severity}", language),
        place=where(finding, document.report.form, language),
        message=explain(finding, document, language),
        mistake=_mistake(finding, review, language),
        decision=_decision(finding, review, language),
        suggestions="\n".join(_suggestion(each, document, language) for each in likeliest(mends)),
    )


def _mistake(finding: Finding, review: Review, language: str) -> str:
    mistake = say(f"mistakes.{mistake_of(finding, review)}", language)
    decision = review.decision(finding)
    if decision is not None and decision.state in DECIDED:
        return mistake
    return say("workbook.proposed", language, mistake=mistake)


def _decision(finding: Finding, review: Review, language: str) -> str:
    decision = review.decision(finding)
    if decision is None:
        return say("decisions.open", language)
    state = say(f"decisions.{decision.state}", language)
    return f"{state}：{decision.reason}" if decision.reason else state


def _suggestion(suggestion: Suggestion, document: Document, language: str) -> str:
    changes = (
        say("workbook.change", language, cell=cell_name(address, document.report.form, language), value=value)
        for address, value in suggestion.values.items()
    )
    return say(
        "workbook.suggested",
        language,
        changes=say("repair.and", language).join(changes),
        reason=why(suggestion, document, language),
    )
