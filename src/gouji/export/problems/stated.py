"""The figures that a finding is about, as the office printed them."""

from __future__ import annotations

from gouji.checking.explain import MOST_TRIED, sums
from gouji.export.problem import figure
from gouji.model.correction import Document
from gouji.model.rule import Finding
from gouji.wording import say

OF_FACTS = {
    "findings.years_broken": "sums",
    "findings.jump": "both_years",
    "findings.units_broken": "both_units",
    "findings.other_period": "period",
    "findings.other_date": "date",
    "findings.obsolete_form": "form_used",
    "findings.other_form": "form_used",
}
"""How the facts of a finding are told that is not about cells alone, by its wording."""


def stated(finding: Finding, document: Document, language: str) -> str:
    """The equation, the words of the prose with the figures of the tables, or the printed figures."""
    quotation, name = finding.quotation, OF_FACTS.get(finding.wording or "")
    if quotation is not None:
        if not quotation.words or not quotation.tried or not finding.members:
            return quotation.words or say("problems.every", language)
        tables = say("prose.and", language).join(each.value for each in quotation.tried[:MOST_TRIED])
        return say("problems.said", language, words=quotation.words, tables=tables)
    if name is not None:
        return say(f"problems.{name}", language, **finding.facts)
    if finding.equation is not None:
        return sums(finding.equation, document)
    if not finding.members:
        return say("problems.every", language)
    cells = [(document.cell(each).raw, document.value(each)) for each in finding.members]
    return say("prose.and", language).join(raw or figure(value, language) for raw, value in cells)
