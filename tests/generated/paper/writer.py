"""Prints a manuscript as a PDF with LibreOffice, from a document or a web page."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from pypdfium2 import PdfDocument

from tests.generated.manuscript import Lattice, Manuscript, Spot
from tests.generated.paper.in_sight import is_cut_off
from tests.generated.paper.lettering import printable
from tests.generated.paper.web import draw_page, web_page

PATIENCE = 180.0
"""Seconds that it may take."""
SMALLER = "td, td p {{ font-size: {}pt; padding: 0 }}"
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def has_writer() -> bool:
    """Whether LibreOffice is there, and can lay out documents."""
    office = shutil.which("soffice")
    return office is not None and (Path(office).resolve().parent / "libswlo.so").exists()


@cache
def _profile() -> TemporaryDirectory[str]:
    """A profile of our own, for as long as the process lives: beside it others can run."""
    return TemporaryDirectory(prefix="office")


def print_document(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript as a PDF, printed from a document."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "source.docx"
        write_document(manuscript, random, source)
        convert(source, path)


def print_page(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript as a PDF, printed from a web page; its tables have no lines.

    LibreOffice makes a table as wide as its longest words, so the type is chosen that keeps it on the sheet.
    """
    page = draw_page(random, "")
    for smaller in ("", *(SMALLER.format(size) for size in (8, 6, 4))):
        with TemporaryDirectory() as folder:
            source = Path(folder) / "source.html"
            sheet = f"{page.sheet}\n{smaller}"
            source.write_text(web_page(manuscript, replace(page, sheet=sheet)), encoding="utf-8")
            convert(source, path)
        if not _runs_off(path) and not is_cut_off(manuscript, path):
            return


def _runs_off(path: Path) -> bool:
    """Whether a page goes on beyond the edge of its sheet, so that nobody could read all of it."""
    with PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            if any(text.get_rect(index)[2] > page.get_width() for index in range(text.count_rects())):
                return True
    return False


def convert(source: Path, path: Path) -> None:
    """Have LibreOffice make a PDF of a file."""
    profile = Path(_profile().name).as_uri()
    kind = "pdf:writer_web_pdf_Export" if source.suffix == ".html" else "pdf"
    command = [shutil.which("soffice") or "soffice", f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    source.with_suffix(".pdf").replace(path)


def write_document(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript as a document, laid out as offices do."""
    document = Document()
    _lay_out(document, random)
    small = Pt(random.choice([7, 8, 9, 10, 10.5, 12]))
    habits = (small, random.choice([CENTRE, CENTRE, None, RIGHT]), random.choice([CENTRE, None]))
    rigid, repeats = random.random() < 0.4, random.random() < 0.3
    for block in manuscript.blocks:
        if isinstance(block, Lattice):
            _write_table(document, block, habits, rigid=rigid, repeats=repeats)
        else:
            document.add_paragraph(printable(block))
    document.save(str(path))


def _lay_out(document: Paper, random: Random) -> None:
    normal = document.styles["Normal"]
    normal.font.size = Pt(random.choice([10.5, 12, 14, 16]))
    normal.font.name = "Times New Roman"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Micro Hei")
    normal.paragraph_format.space_after = Pt(random.choice([0, 3, 8]))
    section = document.sections[0]
    width, height = Mm(210), Mm(297)
    if random.random() < 0.25:
        section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = Mm(random.randint(15, 30))
    section.bottom_margin = Mm(random.randint(15, 90))
    if random.random() < 0.7:
        footer = section.footer.paragraphs[0]
        footer.alignment = CENTRE
        before, after = random.choice([("— ", " —"), ("第 ", " 页"), ("", ""), ("- ", " -")])
        footer.add_run(before)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        footer._p.append(field)
        footer.add_run(after)
    if random.random() < 0.2:
        section.header.paragraphs[0].text = "政府信息公开年报"


Aligned = WD_ALIGN_PARAGRAPH | None
Habits = tuple[Pt, Aligned, Aligned]
"""The type of tables, and how figures and labels are aligned in their cells."""


def _write_table(document: Paper, block: Lattice, habits: Habits, *, rigid: bool, repeats: bool) -> None:
    table = document.add_table(block.height, block.width, style="Table Grid")
    cells = [list(row.cells) for row in table.rows]
    for spot in block.spots:
        last = cells[spot.row + spot.row_span - 1][spot.column + spot.column_span - 1]
        first = cells[spot.row][spot.column]
        _write(first if first is last else first.merge(last), spot, habits)
    heads = min((spot.row for spot in block.spots if spot.address), default=0)
    for number, row in enumerate(table.rows):
        if rigid:
            _set(row, "w:cantSplit")
        if repeats and block.table == "requests" and number < heads:
            _set(row, "w:tblHeader")


def _set(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _write(cell: _Cell, spot: Spot, habits: Habits) -> None:
    size, figures, labels = habits
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.alignment = figures if spot.address else labels
    run = paragraph.add_run(printable(spot.text))
    run.font.size = size
    if spot.upright:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "tbRlV")
        cell._tc.get_or_add_tcPr().append(direction)
