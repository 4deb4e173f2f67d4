"""A review with one of everything that is handed over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from gouji.checking import check
from gouji.export import write
from gouji.library import rules_for
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Footnote
from gouji.model.report import Cell, Doubt, Number, Reading
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState, Finding, FindingKey
from tests.factory import BLANK, MISSING, Figure, make_document, now

DOUBTFUL = Cell(
    22, "22（其中修订 16 件）", Reading.DOUBTFUL, Provenance(4, Box(1, 2, 3, 4)), Doubt.ANNOTATION
)
FIGURES: dict[str, Figure] = {
    "requests.new.natural_person": 51,
    "requests.new.total": 51,
    "requests.granted.natural_person": 51,
    "requests.granted.total": 51,
    "requests.total.natural_person": 50,
    "requests.total.total": 51,
    "requests.new.business": BLANK,
    "requests.new.research": 3,
    "requests.carried_out.research": MISSING,
    "disputes.review.upheld": 10,
}
FIGURES_2021: dict[str, Figure] = {
    "proactive.regulations.issued": DOUBTFUL,
    "proactive.regulations.in_force": 235,
    "proactive.fees.amount": Decimal("12.500000"),
}
TOTAL = Address.parse("requests.total.natural_person")
SUIT = Address.parse("disputes.direct_suit.pending")


class Handover(NamedTuple):
    """A review and the findings on it."""

    review: Review
    findings: list[Finding]

    def write(self, target: Path, language: str = "zh") -> Path:
        write(self.review, self.findings, target, language)
        return target


def correction(
    address: Address, before: Number | None, after: Number | None, reason: str, mistake: Mistake
) -> Correction:
    return Correction(address, before, after, mistake, reason, now())


def make_handover(
    form_id: str = "2021", figures: dict[str, Figure] | None = None, *corrections: Correction
) -> Handover:
    """The findings belong to the review; a report without figures of its own has one of everything."""
    everything = FIGURES | (FIGURES_2021 if form_id == "2021" else {})
    document = make_document(form_id, everything if figures is None else figures)
    report = replace(document.report, unit="=某某市\t某某局", footnotes=(Footnote("disputes", "注：含结转"),))
    document = Document(report, {each.address: each for each in corrections})
    decisions = {
        FindingKey("disputes.outcomes", "review"): Decision(DecisionState.SOURCE_ERROR, "-已电话告知", now())
    }
    return Handover(Review(document, decisions), check(document, rules_for(form_id)))


def corrected_handover() -> Handover:
    return make_handover(
        "2021",
        None,
        correction(TOTAL, 50, 51, "  =SUM(A1) 多列一件", Mistake.SOURCE),
        correction(SUIT, 0, 5, "", Mistake.READING),
    )
