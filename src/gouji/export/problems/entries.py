"""What stands on the list: the figures that the office printed wrong, and why they cannot be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gouji.checking import check
from gouji.checking.explain import explain, sums
from gouji.export.problem import cell_name, figure, mistake_of, table_number
from gouji.library import rules_in_force
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.form import Address
from gouji.model.review import Review
from gouji.model.rule import DecisionState, Each, Finding, Outcome, Severity, SpreadRule
from gouji.repair import suggest
from gouji.wording import say


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    table: str
    row: str
    column: str
    printed: str
    why: str


def entries(review: Review, findings: Iterable[Finding], language: str) -> list[Entry]:
    """The source errors: first those the reviewer corrected, then those that are open."""
    return [*_corrected(review, language), *_open(review, findings, language)]


def _corrected(review: Review, language: str) -> Iterator[Entry]:
    printed = Document(review.document.report)
    found = check(printed, rules_in_force(printed.report.form.id), review.comparison)
    for correction in review.document.corrections.values():
        if correction.mistake is Mistake.SOURCE and not correction.confirms:
            broken = [each for each in found if correction.address in each.members]
            why = [explain(each, printed, language) for each in broken]
            why.append(_corrected_to(correction, language))
            yield _entry(correction.address, review, why, language)


def _corrected_to(correction: Correction, language: str) -> str:
    after = figure(correction.after, language)
    name = "because" if correction.reason else "corrected"
    return say(f"problems.{name}", language, after=after, reason=correction.reason)


def _open(review: Review, findings: Iterable[Finding], language: str) -> Iterator[Entry]:
    for finding in findings:
        if _is_sent_back(finding, review):
            why = [explain(finding, review.document, language), *_suggestion(finding, review, language)]
            if isinstance(finding.rule, SpreadRule):
                yield _spread_entry(finding, finding.rule, review, why, language)
            elif finding.members:
                yield _entry(finding.members[0], review, why, language)
            else:
                nowhere = say("problems.every", language)
                yield Entry(nowhere, nowhere, nowhere, nowhere, "\n".join(why))


def _is_sent_back(finding: Finding, review: Review) -> bool:
    """Source errors that are not settled; mere hints only where the reviewer says so."""
    decision = review.decisions.get(finding.key)
    if decision is not None:
        return decision.state is DecisionState.SOURCE_ERROR
    wrong = finding.outcome is Outcome.BROKEN or finding.equation is not None
    weighs = finding.rule.severity is not Severity.INFO
    return wrong and weighs and mistake_of(finding, review) is Mistake.SOURCE


def _entry(address: Address, review: Review, why: list[str], language: str) -> Entry:
    form, cell = review.document.report.form, review.document.cell(address)
    return Entry(
        table=table_number(form, address.table),
        row=form.row(address).label,
        column=form.column(address).label,
        printed=cell.raw or figure(cell.value, language),
        why="\n".join(why),
    )


def _spread_entry(finding: Finding, rule: SpreadRule, review: Review, why: list[str], language: str) -> Entry:
    form, every = review.document.report.form, say("problems.every", language)
    table = form.by_id[rule.table]
    column_wise = rule.each is Each.COLUMN
    return Entry(
        table=table_number(form, rule.table),
        row=every if column_wise else table.rows[finding.at].label,
        column=table.columns[finding.at].label if column_wise else every,
        printed=_figures(finding, review, language),
        why="\n".join(why),
    )


def _figures(finding: Finding, review: Review, language: str) -> str:
    """The equation with its figures; where there is none, the figures that are not 0."""
    if finding.equation is not None:
        return sums(finding.equation, review.document)
    values = [review.document.value(address) for address in finding.members]
    return "、".join(figure(value, language) for value in values)


def _suggestion(finding: Finding, review: Review, language: str) -> Iterator[str]:
    """The likeliest mend, as a hint where to look."""
    form = review.document.report.form
    for suggestion in suggest(finding, review.document, rules_in_force(form.id))[:1]:
        for address, value in suggestion.values.items():
            cell = cell_name(address, form, language)
            yield say("problems.suggested", language, cell=cell, value=value)
