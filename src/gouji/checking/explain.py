"""Says in words what a finding is: which rule, where, both sums and the difference."""

from __future__ import annotations

from gouji.library.words import STOPS
from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.quotation import Quotation
from gouji.model.report import Number
from gouji.model.rule import Each, Equation, Finding, Outcome, SpreadRule
from gouji.wording import say

LONG_SENTENCE = 80
"""Of a sentence with more characters only a part is told."""
MOST_TRIED = 3
"""So many meanings of words are told, the likeliest first."""
SHORT_SUM = 6
"""So many members are told one by one, whatever they are."""


def explain(finding: Finding, document: Document, language: str) -> str:
    """What was found, with the live figures; where a rule is broken, also what to look at."""
    found = told(finding, document, language)
    if finding.outcome is not Outcome.BROKEN:
        return found
    return say("findings.advised", language, told=found, advice=finding.rule.sentence[language])


def told(finding: Finding, document: Document, language: str) -> str:
    """What was found, with the live figures: the equation with both sums, or the sentence of the prose."""
    place = where(finding, document.report.form, language)
    title = finding.rule.title[language]
    if finding.quotation is not None:
        return _quoted(finding, finding.quotation, language)
    if finding.wording is not None:
        difference = abs(finding.balance.difference) if finding.balance else 0
        return say(
            finding.wording, language, place=place, title=title, difference=difference, **finding.facts
        )
    if finding.equation is None or finding.balance is None:
        value = document.value(finding.members[0])
        return say("findings.value", language, place=place, title=title, value=value)
    name = "broken" if finding.outcome is Outcome.BROKEN else "not_checkable"
    return say(
        f"findings.{name}",
        language,
        place=place,
        title=title,
        sums=sums(finding.equation, document),
        difference=abs(finding.balance.difference),
        unknown=len(finding.balance.unknown),
    )


def _quoted(finding: Finding, quotation: Quotation, language: str) -> str:
    """The sentence, what it says, and every figure that it might have meant."""
    if not quotation.tried:
        kind = "silent"
    elif not finding.members:
        kind = "listed"
    elif quotation.claimed is None:
        kind = "stated"
    else:
        kind = "share" if quotation.is_share else "counted"
    return say(
        f"prose.{kind}",
        language,
        section=quotation.section,
        sentence=_clipped(quotation.sentence, quotation.words),
        words=quotation.words,
        figure=quotation.printed,
        tried=say("prose.and" if kind == "stated" else "prose.or", language).join(
            say("prose.tried", language, value=each.value, name=each.name[language])
            for each in quotation.tried[:MOST_TRIED]
        ),
    )


def _clipped(sentence: str, words: str) -> str:
    """The sentence, or where it is long what stands around the words."""
    if len(sentence) <= LONG_SENTENCE:
        return sentence
    around = max(0, LONG_SENTENCE - len(words)) // 2
    at = sentence.find(words)
    # A figure cut in two would be another.
    start = max(sentence.rfind(mark, 0, max(0, at - around)) for mark in STOPS) + 1
    stops = (sentence.find(mark, at + len(words) + around) for mark in STOPS)
    end = min((stop for stop in stops if stop >= 0), default=len(sentence))
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"


def where(finding: Finding, form: Form, language: str) -> str:
    """The printed label of the column, row, cell or section that it is about, else the whole report."""
    rule = finding.rule
    if isinstance(rule, SpreadRule):
        table = form.by_id[rule.table]
        head = table.columns[finding.at] if rule.each is Each.COLUMN else table.rows[finding.at]
        return say(f"places.{rule.each}", language, table=table.title, label=head.label)
    if finding.quotation is not None and finding.members:
        return name(finding.members[0], form, language)
    for section in form.sections:
        if section.number == (finding.quotation.section if finding.quotation else finding.at):
            return say("places.section", language, number=section.number, title=section.title)
    if finding.members:
        return name(finding.members[0], form, language)
    return say("places.report", language)


def name(address: Address, form: Form, language: str) -> str:
    """A cell by the labels of its row and column."""
    return say("places.cell", language, row=form.row(address).label, column=form.column(address).label)


def sums(equation: Equation, document: Document) -> str:
    """The equation with its live figures, such as ``51 + 0 = 50 + 0``; a figure that is not there is □.

    Long sums leave out their zeros: what is looked for is among the rest.
    """
    left, right = (_sum(side, document) for side in (equation.left, equation.right))
    return f"{left} {equation.relation} {right}"


def _sum(side: tuple[Address, ...], document: Document) -> str:
    values = [document.value(address) for address in side]
    shown = values if len(side) <= SHORT_SUM else [value for value in values if value != 0]
    return " + ".join(map(_figure, shown)) or "0"


def _figure(value: Number | None) -> str:
    return "□" if value is None else str(value)
