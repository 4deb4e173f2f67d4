"""Printing the corrected tables, and writing them as a PDF; what is printed is read back by other means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.export.problem import problems
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.layout import lay_out
from gouji.model.report import Reading
from gouji.ui.desk.printing import a4, write_tables
from gouji.ui.grid.figures import show_figure
from tests.export.reviews import Handover, corrected_handover, make_handover
from tests.factory import Figure, form
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, NEW

Printed = list[list[list[str | None]]]

LARGE: dict[str, Figure] = {
    str(address): 10_000 + 7 * number for number, address in enumerate(form("2021").addresses)
}


def printed_in(path: Path) -> Printed:
    """Every table of a PDF as lines of texts, as pdfplumber finds them by their rulings."""
    with pdfplumber.open(path) as pdf:
        # Where a font has no bold, Qt draws its characters twice.
        return [table for page in pdf.pages for table in page.dedupe_chars().extract_tables()]


def text_of(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "".join("".join(page.dedupe_chars().extract_text().split()) for page in pdf.pages)


def expected(document: Document, address: Address, notes: dict[str, str]) -> str:
    figure, cell = show_figure(document.value(address)), document.cell(address)
    if document.is_corrected(address):
        return f"{figure}\n{notes['file']} {show_figure(cell.value)}"
    return {Reading.MISSING: "□", Reading.DOUBTFUL: figure + notes["doubt"]}.get(cell.reading, figure)


@pytest.mark.parametrize("edition", ["2021", "2019", "2021-hybrid"])
@pytest.mark.parametrize(
    ("language", "notes"),
    [("zh", {"file": "原", "doubt": "？"}), ("en", {"file": "file:", "doubt": "?"})],
)
def test_every_figure_stands_in_its_cell(
    qapp: QApplication, edition: str, language: str, notes: dict[str, str], tmp_path: Path
) -> None:
    assert qapp
    handover = corrected_handover() if edition == "2021" else make_handover(edition, {})
    document = handover.review.document
    write_tables(handover.review, handover.findings, tmp_path / "out.pdf", language)
    printed = printed_in(tmp_path / "out.pdf")
    for table, lines in zip(document.report.form, printed, strict=False):
        layout = lay_out(table)
        # Where no place of the lattice begins, no line is drawn.
        columns = sorted({place.column for place in layout.places})
        assert (len(lines), len(lines[0])) == (layout.height, len(columns))
        for place in layout.places:
            text = lines[place.row][columns.index(place.column)] or ""
            if place.address is None:
                assert "".join(text.split()) == "".join(place.text.split())
            else:
                assert text == expected(document, place.address, notes), place.address


def test_large_figures_are_printed_whole_on_one_page_each(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    handover = make_handover("2021", LARGE)
    write_tables(handover.review, [], tmp_path / "out.pdf", "zh")
    figures = {text for table in printed_in(tmp_path / "out.pdf") for line in table for text in line}
    assert {str(value) for value in LARGE.values()} <= figures


def test_the_findings_are_listed_after_the_tables(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    handover: Handover = corrected_handover()
    write_tables(handover.review, handover.findings, tmp_path / "out.pdf", "zh")
    lines = [line for table in printed_in(tmp_path / "out.pdf")[3:] for line in table]
    told = problems(handover.review, handover.findings, "zh")
    assert [line[0] for line in lines[1:]] == [str(number + 1) for number in range(len(told))]
    for problem, line in zip(told, lines[1:], strict=True):
        assert squeezed(line[1:]) == squeezed(
            [problem.severity, problem.place, problem.message, problem.decision]
        )


def squeezed(texts: Sequence[str | None]) -> list[str]:
    return ["".join((text or "").split()) for text in texts]


def test_a_report_without_a_fault_says_so(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    handover = make_handover("2021", {})
    write_tables(handover.review, [], tmp_path / "out.pdf", "zh")
    said = text_of(tmp_path / "out.pdf")
    assert "各项勾稽关系均成立" in said
    assert "粗体" not in said


def test_the_tables_are_printed_on_the_printer_that_was_chosen(opened: Opened, tmp_path: Path) -> None:
    bench = opened(BROKEN)
    bench.session.edit(NEW, 52)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(a4())
    bench.replies.on_printing = printer
    bench.do("print_tables")
    assert bench.replies.heard == ["print tables"]
    assert any("52\nfile: 51" in line for table in printed_in(tmp_path / "printed.pdf") for line in table)


def test_export_as_pdf_writes_the_tables(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    bench = opened(BROKEN)
    bench.replies.target = tmp_path / "表.pdf"
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("export")
    assert bench.written.files == [], "the usual writer makes the letter of a PDF"
    assert "51" in (printed_in(tmp_path / "表.pdf")[1][3][3] or "")
