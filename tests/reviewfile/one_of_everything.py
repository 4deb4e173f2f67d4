"""A review with one of everything that a review file keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from gouji.checking import check
from gouji.library import rules_for
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.note import Note
from gouji.model.prose import Footnote, Period, PrintedDate, Section
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState, FindingKey
from gouji.reviewfile import decode, dumps, encode, parse
from tests.factory import MISSING, make_document, now

NEW = Address.parse("requests.new.natural_person")
TOTAL = Address.parse("requests.total.natural_person")
FEES = Address.parse("proactive.fees.amount")
PRINTED = Cell(
    22,
    "22（其中修订 16 件）",
    Reading.DOUBTFUL,
    Provenance(4, Box(190, 300, 260.25, 330)),
    Doubt.ANNOTATION,
)


def make_review() -> Review:
    """A report with one of everything that a review file keeps."""
    document = make_document(
        "2021",
        {
            str(NEW): 51,
            str(TOTAL): 50,
            str(FEES): Decimal("12.500000"),
            "proactive.regulations.issued": PRINTED,
            "requests.granted.total": MISSING,
        },
    )
    report = replace(
        document.report,
        title_places=(Provenance(1, Box(100, 80, 400.5, 100)),),
        period=Period(date(2023, 1, 1), date(2023, 12, 31), (Provenance(1, Box(90, 120, 300, 135)),)),
        dates=(PrintedDate(date(2024, 1, 15), "2024年1月15日", Provenance(5, Box(300, 700, 400, 715))),),
        footnotes=(Footnote("disputes", "注：含上年度结转数量", Provenance(4, Box(90, 600, 300, 615))),),
        sections=(
            Section("一", "总体情况", 1, "全年收到申请 51 件。\n"),
            Section(
                "二",
                "主动公开政府信息情况",
                2,
                "见下表\n如下",
                "三、主动公开",
                Provenance(2, Box(90, 100, 300, 115)),
                (Provenance(2, Box(90, 120, 150, 135)), Provenance(3, Box(90, 80, 120, 95))),
            ),
        ),
    )
    correction = Correction(TOTAL, 50, 51, Mistake.SOURCE, "多列一件", now())
    key = FindingKey("requests.outcomes", "natural_person")
    decision = Decision(DecisionState.DISMISSED, "单位来电说明", now())
    note = Note(FEES, "与去年报告的单位不同，\n待电话核实", now())
    return Review(Document(report, {TOTAL: correction}), {key: decision}, notes={FEES: note})


def encoded(review: Review) -> dict[str, Any]:
    """The review with all its findings."""
    findings = check(review.document, rules_for(review.document.report.form.id))
    return encode(review, findings, "zh")


def through_text(review: Review) -> Review:
    return decode(parse(dumps(encoded(review)).encode()))
