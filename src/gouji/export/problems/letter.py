"""The letter around the list: paper, lettering, table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document as Letter
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from gouji.export.text import printable
from gouji.wording import say

WIDTHS = {"number": 1.3, "table": 1.3, "row": 4.8, "column": 3.2, "printed": 4.6, "why": 10.0}
"""The columns by their wording, with their widths in centimetres."""
BODY, HEADING = "仿宋", "宋体"
PAPER = (Cm(29.7), Cm(21.0))
MARGINS = (Cm(2.4), Cm(2.2))

Texts = tuple[list[str], list[list[str]]]
"""The paragraphs of a letter, and the cells of its table row by row."""


def make_letter(opening: Sequence[str], rows: Sequence[Sequence[str]], language: str) -> tuple[bytes, Texts]:
    """The letter, and its texts for comparison with what is read back; without rows it has no table."""
    letter = docx.Document()
    _set_paper(letter)
    heading = say("problems.heading", language)
    _write(letter.add_paragraph(), heading, HEADING, 20, bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, text in enumerate(opening):
        paragraph = _write(letter.add_paragraph(), text, BODY, 15)
        if number:
            paragraph.paragraph_format.first_line_indent = Pt(30)
    if rows:
        _add_table(letter, [[say(f"problems.{name}", language) for name in WIDTHS], *rows])
    closing = _write(letter.add_paragraph(), say("problems.closing", language), BODY, 15)
    closing.paragraph_format.space_before = Pt(24)
    content = BytesIO()
    letter.save(content)
    return content.getvalue(), _texts(letter)


def read_letter(content: bytes) -> Texts:
    """The texts of a finished letter."""
    return _texts(docx.Document(BytesIO(content)))


def _texts(letter: Letter) -> Texts:
    paragraphs = [paragraph.text for paragraph in letter.paragraphs]
    return paragraphs, [[cell.text for cell in row.cells] for table in letter.tables for row in table.rows]


def _set_paper(letter: Letter) -> None:
    section = letter.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAPER
    section.left_margin = section.right_margin = MARGINS[0]
    section.top_margin = section.bottom_margin = MARGINS[1]


def _add_table(letter: Letter, rows: Sequence[Sequence[str]]) -> None:
    table = letter.add_table(rows=len(rows), cols=len(WIDTHS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS.values(), strict=True):
        column.width = Cm(width)
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        _mark(row, "w:cantSplit")
        for cell, text, width in zip(row.cells, texts, WIDTHS.values(), strict=True):
            cell.width = Cm(width)
            paragraph = _write(cell.paragraphs[0], text, BODY, 10.5, bold=number == 0)
            if number == 0:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _mark(table.rows[0], "w:tblHeader")


def _mark(row: _Row, property_name: str) -> None:
    """Keep a row on one page, or repeat it on every page; python-docx has no word for either."""
    row._tr.get_or_add_trPr().append(OxmlElement(property_name))  # noqa: SLF001 -- the way its manual shows


def _write(paragraph: Paragraph, text: str, font: str, size: float, *, bold: bool = False) -> Paragraph:
    run = paragraph.add_run(printable(text))
    run.bold = bold
    run.font.size = Pt(size)
    run.font.name = font
    # Chinese letters take their font from an attribute of its own.
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001 -- as above
    return paragraph
