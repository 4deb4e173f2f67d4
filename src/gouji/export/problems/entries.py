"""A line of the list for each fault: its place, what is printed, why it cannot be right, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gouji.checking.explain import name, told
from gouji.export.problem import figure, likeliest
from gouji.export.problems.faults import Fault
from gouji.export.problems.place import page_of, position
from gouji.export.problems.stated import stated
from gouji.library import rules_in_force
from gouji.model.correction import Correction, Document
from gouji.model.rule import Finding, FindingKey, Outcome
from gouji.model.suggestion import Slip, Suggestion
from gouji.repair import offered, why
from gouji.wording import say

OF_READING = (Slip.SECOND_READING, Slip.PRINTED)
"""Slips of our own reading, which are no business of the office."""
MOST_ASKED = 2
"""So many slips are asked about; a third is as good as none."""
Mends = Mapping[FindingKey, Sequence[Suggestion]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list, in words."""

    page: str
    table: str
    row: str
    column: str
    printed: str
    """What the file says, never what it was corrected to."""
    why: str
    """The rule with its live figures, or the sentence of the prose; then the basis of the rule."""
    look: str
    """What to compare, and the likeliest slips, as questions."""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.page, self.table, self.row, self.column, self.printed, self.why, self.look)


def entries(faults: Iterable[Fault], language: str) -> list[Entry]:
    """The entries of faults, in their order."""
    faults = list(faults)
    # As printed, and where the reviewer's corrections brought something to light, as corrected.
    documents = {id(fault.document): fault.document for fault in faults}
    mends = {number: _mends(document, faults) for number, document in documents.items()}
    return [_entry(fault, mends[id(fault.document)], language) for fault in faults]


def _mends(document: Document, faults: Iterable[Fault]) -> Mends:
    found = [
        finding
        for fault in faults
        if fault.document is document and fault.correction is None
        for finding in fault.findings
    ]
    return offered(found, document, rules_in_force(document.report.form.id))


def _entry(fault: Fault, mends: Mends, language: str) -> Entry:
    document, correction = fault.document, fault.correction
    table, row, column = position(fault, language)
    if correction is not None:
        cell = document.cell(correction.address)
        figures = cell.raw or figure(cell.value, language)
        questions = [_asked(correction, document, language)]
    else:
        (finding,) = fault.findings
        figures = stated(finding, document, language)
        questions = list(_questions(mends.get(finding.key, ()), document, language))
    sentences = dict.fromkeys(_advice(each, language) for each in fault.findings)
    return Entry(
        page=page_of(fault, language),
        table=table,
        row=row,
        column=column,
        printed=figures,
        why="\n".join(_reasons(fault.findings, document, language)) or say("problems.every", language),
        look="\n".join([*sentences, *questions]),
    )


def _advice(finding: Finding, language: str) -> str:
    """The rule's own; it speaks of a broken rule, which one that cannot be checked is not."""
    if finding.outcome is Outcome.BROKEN:
        return finding.rule.sentence[language]
    return say("problems.fill_in", language)


def _reasons(findings: Sequence[Finding], document: Document, language: str) -> Iterator[str]:
    for finding in findings:
        yield say("problems.reason", language, told=_told(finding, document, language))
    bases = dict.fromkeys(each.rule.basis for each in findings)
    if bases:
        yield say("problems.basis", language, basis=say("repair.and", language).join(bases))


def _told(finding: Finding, document: Document, language: str) -> str:
    """Both sums of a broken equation, whose figures stand beside it."""
    if finding.equation is None or finding.balance is None or finding.outcome is not Outcome.BROKEN:
        return told(finding, document, language)
    return say(
        "problems.unequal",
        language,
        title=finding.rule.title[language],
        left=finding.balance.left,
        right=finding.balance.right,
        difference=abs(finding.balance.difference),
    )


def _asked(correction: Correction, document: Document, language: str) -> str:
    """Whether the reviewer's figure is the right one."""
    cell = name(correction.address, document.report.form, language)
    after = figure(correction.after, language)
    wording = "asked_because" if correction.reason else "asked"
    return say(f"problems.{wording}", language, cell=cell, after=after, reason=correction.reason)


def _questions(suggestions: Sequence[Suggestion], document: Document, language: str) -> Iterator[str]:
    """Whether the likeliest slips are what happened."""
    theirs = [each for each in suggestions if not any(slip.slip in OF_READING for slip in each.reasons)]
    for suggestion in likeliest(theirs)[:MOST_ASKED]:
        cells = (
            say(
                "problems.candidate",
                language,
                cell=name(address, document.report.form, language),
                before=figure(document.value(address), language),
                after=value,
            )
            for address, value in suggestion.values.items()
        )
        yield say(
            "problems.question",
            language,
            candidates=say("repair.and", language).join(cells),
            reason=why(suggestion, document, language),
        )
