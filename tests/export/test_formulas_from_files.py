"""Whatever words a report holds, the workbook has no formula but its own, and reaches for nothing outside."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from gouji.checking import check
from gouji.export.workbook import make_workbook
from gouji.library import rules_for
from gouji.model.correction import Document
from gouji.model.prose import Footnote, Section
from gouji.model.report import Reading
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState
from tests.export.reviews import Handover, corrected_handover
from tests.factory import now

STARTS = ("=", "+", "-", "@", "\t=", " =", "\r=", "\n+", "　=", "＝")
ENDS = (
    "1+1",
    'HYPERLINK("http://example.invalid","x")',
    "cmd|' /C calc'!A0",
    "[other.xlsx]Sheet1!A1",
    "WEBSERVICE(A1)",
    "'",
    "{=1}",
)
attacks = st.builds(
    lambda start, end: start + end, st.sampled_from(STARTS), st.sampled_from(ENDS) | st.text()
)


def saying(text: str) -> Handover:
    """A review that says the text wherever a file or a reviewer may say something."""
    review = corrected_handover().review
    report = review.document.report
    cells = {
        address: replace(cell, raw=text, second=text) if cell.reading is Reading.DOUBTFUL else cell
        for address, cell in report.cells.items()
    }
    report = replace(
        report,
        cells=cells,
        unit=text,
        title=text,
        source=replace(report.source, name=text),
        footnotes=tuple(Footnote(table.id, text) for table in report.form.tables),
        sections=tuple(
            Section(each.number, text, 1, f"{text}收到政府信息公开申请999件。", heading=text)
            for each in report.form.sections
        ),
    )
    corrections = {
        address: replace(each, reason=text) for address, each in review.document.corrections.items()
    }
    document = Document(report, corrections)
    findings = check(document, rules_for(report.form.id))
    decisions = {each.key: Decision(DecisionState.SOURCE_ERROR, text, now()) for each in findings}
    return Handover(Review(document, decisions), findings)


def book(handover: Handover) -> tuple[Workbook, list[str]]:
    """The workbook as another program reads it, and the names of its parts."""
    made = make_workbook(*handover, "zh")
    assert made.agrees(made.content)
    with ZipFile(BytesIO(made.content)) as archive:
        return load_workbook(BytesIO(made.content)), archive.namelist()


def formulas(workbook: Workbook) -> list[str]:
    """Every formula, sheet by sheet."""
    return [
        str(cell.value)
        for sheet in workbook
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    ]


OWN = formulas(book(saying("某"))[0])


def test_the_workbook_has_formulas_of_its_own() -> None:
    assert len(OWN) > 100


@settings(max_examples=25, deadline=None)
@given(attacks)
def test_no_word_becomes_a_formula(text: str) -> None:
    workbook, parts = book(saying(text))
    assert formulas(workbook) == OWN
    assert not [part for part in parts if "externalLink" in part or "connection" in part]
    for sheet in workbook:
        for cell in (cell for line in sheet.iter_rows() for cell in line):
            assert cell.hyperlink is None
            if isinstance(cell.value, str) and cell.data_type != "f":
                assert not cell.value.lstrip().startswith(("=", "+", "-", "@")) or cell.quotePrefix
