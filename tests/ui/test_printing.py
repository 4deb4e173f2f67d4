"""Printing the list of problems, and writing it as a PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.errors import CannotWriteError
from gouji.export.problems import problem_list
from gouji.export.problems.page import Piece
from gouji.ui.app import write_file
from gouji.ui.desk.printing import a4, print_pieces, write_problems
from tests.export.reviews import Handover, corrected_handover, make_handover
from tests.factory import Figure, form
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, CLEAN

MANY: dict[str, Figure] = {
    str(address): number % 7 for number, address in enumerate(form("2021").addresses) if number % 4 == 0
}


@contextmanager
def pages(path: Path) -> Iterator[list[str]]:
    with pypdfium2.PdfDocument(path) as pdf:
        yield [squeezed(page.get_textpage().get_text_bounded()) for page in pdf]


def squeezed(text: str) -> str:
    return "".join(text.translate(dict.fromkeys(map(ord, "“”"))).split())


def test_ctrl_p_prints_the_list_on_the_printer_that_was_chosen(opened: Opened, tmp_path: Path) -> None:
    bench = opened(BROKEN)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(a4())
    bench.replies.on_printing = printer
    bench.do("print_problems")
    review, findings = bench.session.review, bench.session.findings
    entries = problem_list(review, findings, "en").lines
    assert bench.replies.heard == [f"print {len(entries)}"]
    with pages(tmp_path / "printed.pdf") as printed:
        for entry in entries:
            assert any(squeezed(entry[7]) in page for page in printed), entry
        assert printed[0].startswith("Pointstoverify")
        assert printed[0].endswith("–1–")


def test_who_thinks_better_of_it_prints_nothing(opened: Opened) -> None:
    bench = opened(CLEAN)
    bench.do("print_problems")
    assert bench.replies.heard == ["print 0"]
    assert not bench.window.banner.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.parametrize("deed", ["print_problems", "print_tables"])
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(
    opened: Opened, qtbot: QtBot, tmp_path: Path, deed: str
) -> None:
    bench = opened(BROKEN)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    bench.replies.on_printing = printer
    with qtbot.waitSignal(bench.gouji.desk.trouble) as heard:
        bench.do(deed)
    assert isinstance(heard.args[0], CannotWriteError)
    assert "the printer did not take it" in bench.window.banner.sentence.text()


def test_the_list_is_saved_beside_the_report_under_a_name_of_its_own(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = opened(BROKEN)
    bench.replies.target = tmp_path / "清单.pdf"
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save_problems")
    assert bench.replies.heard == ["problems invented-problems.docx"]
    assert bench.written.files[0][0].name == "清单.pdf"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_pdf_holds_every_entry_whole_under_a_head(
    qapp: QApplication, language: str, tmp_path: Path
) -> None:
    assert qapp
    handover = make_handover("2021", MANY)
    write_file(handover.review, handover.findings, tmp_path / "out.pdf", language)
    listed = problem_list(handover.review, handover.findings, language)
    assert len(listed.lines) > 20
    head = squeezed("".join(listed.columns))
    with pages(tmp_path / "out.pdf") as printed:
        assert len(printed) > 2
        for entry in listed.lines:
            on = [page for page in printed if squeezed(entry[6]) in page and squeezed(entry[7]) in page]
            assert on, entry
        with_rows = [page for page in printed if any(squeezed(line[7]) in page for line in listed.lines)]
        assert all(head in page for page in with_rows)
        assert squeezed(listed.signature[-1]) in printed[-1]
        assert squeezed(listed.closing) in printed[-1]


def test_the_signature_stays_with_the_closing_words(qapp: QApplication, tmp_path: Path) -> None:
    """However much the list takes of the last page."""
    assert qapp
    large = '<p style="font-size: 40pt">'
    for number in range(20):
        pieces = [Piece(f"{large}{line}</p>") for line in range(number)]
        last = [Piece(f"{large}closing</p>", keeps_next=True), Piece(f"{large}signed</p>")]
        device = QPdfWriter(str(tmp_path / "out.pdf"))
        device.setPageLayout(a4())
        assert print_pieces([*pieces, *last], device, "en")
        del device
        with pages(tmp_path / "out.pdf") as printed:
            assert "closingsigned" in printed[-1]


def test_a_piece_longer_than_a_page_goes_on_on_the_next(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    device: QPagedPaintDevice = QPdfWriter(str(tmp_path / "out.pdf"))
    device.setPageLayout(a4())
    text = "<br>".join(f"line{number}." for number in range(200))
    assert print_pieces(
        [Piece("<p>before</p>"), Piece(f"<p>{text}</p>"), Piece("<p>after</p>")], device, "en"
    )
    del device
    with pages(tmp_path / "out.pdf") as printed:
        assert len(printed) > 3
        whole = "".join(printed)
        assert all(f"line{number}." in whole for number in range(200))
        assert "after" in printed[-1]


def test_the_source_is_never_written_over(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    handover: Handover = corrected_handover()
    source = tmp_path / "report.pdf"
    source.write_bytes(b"%PDF-")
    report = handover.review.document.report
    digest = hashlib.sha256(b"%PDF-").hexdigest()
    report = replace(report, source=replace(report.source, sha256=digest))
    review = replace(handover.review, document=replace(handover.review.document, report=report))
    with pytest.raises(CannotWriteError):
        write_problems(review, handover.findings, source, "zh")
    assert source.read_bytes() == b"%PDF-"
