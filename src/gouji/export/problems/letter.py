"""The list of problems as a letter in DOCX: paper, lettering, table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document as Letter
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from gouji.export.problems.content import ProblemList
from gouji.export.problems.lettering import lay_fallbacks, set_lettering
from gouji.export.problems.paper import (
    BODY,
    CELL_MARGINS,
    GAP,
    HEADING,
    INDENT,
    MARGINS,
    PAPER,
    SIGNED_AT,
    TABLE,
    WIDTHS,
    Lettering,
)
from gouji.export.target import Made

Texts = tuple[list[str], list[list[list[str]]]]
"""The paragraphs of a letter, and the cells of its tables row by row."""


def make_letter(listed: ProblemList) -> Made:
    """The finished letter, and the check that what is read back says the same."""
    letter = docx.Document()
    _set_paper(letter)
    lay_fallbacks(letter)
    _write(letter, listed.heading, HEADING).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(letter, listed.addressee, BODY)
    for text in listed.opening:
        _indent(_write(letter, text, BODY))
    for part in listed.parts:
        heading = _write(letter, part.heading, BODY, bold=True).paragraph_format
        heading.space_before, heading.keep_with_next = Pt(GAP / 2), True
        _add_table(letter, [listed.columns, *part.lines])
    for text in listed.notes:
        _write(letter, text, TABLE)
    closing = _indent(_write(letter, listed.closing, BODY)).paragraph_format
    closing.space_before, closing.keep_with_next = Pt(GAP), True
    for text in listed.signature:
        line = _write(letter, text, BODY).paragraph_format
        line.left_indent, line.keep_with_next = Pt(SIGNED_AT * BODY.size), text is not listed.signature[-1]
    content = BytesIO()
    letter.core_properties.title, letter.core_properties.author = listed.heading, "Gouji 勾稽"
    letter.save(content)
    expected = _texts(letter)
    return Made(content.getvalue(), lambda back: _texts(docx.Document(BytesIO(back))) == expected)


def _texts(letter: Letter) -> Texts:
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in letter.tables]
    return [paragraph.text for paragraph in letter.paragraphs], tables


def _set_paper(letter: Letter) -> None:
    section = letter.sections[0]
    section.page_width, section.page_height = map(Cm, PAPER)
    section.left_margin = section.right_margin = Cm(MARGINS[0])
    section.top_margin = section.bottom_margin = Cm(MARGINS[1])
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = footer.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._element.append(element)  # noqa: SLF001 -- python-docx has no word for a page number


def _add_table(letter: Letter, rows: Sequence[Sequence[str]]) -> None:
    table = letter.add_table(rows=len(rows), cols=len(WIDTHS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_margins(table)
    for column, width in zip(table.columns, WIDTHS.values(), strict=True):
        column.width = Cm(width)
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        _mark(row, "w:cantSplit")
        for cell, text, (name, width) in zip(row.cells, texts, WIDTHS.items(), strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            set_lettering(paragraph.add_run(text), TABLE, bold=number == 0)
            if number == 0 or name not in ("why", "look"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _mark(table.rows[0], "w:tblHeader")


def _set_margins(table: Table) -> None:
    """Set the room around the texts, for which python-docx has no word."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in CELL_MARGINS.items():
        dots = str(Cm(width).twips)
        margins.append(OxmlElement(f"w:{side}", {qn("w:w"): dots, qn("w:type"): "dxa"}))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")  # noqa: SLF001 -- the way its manual shows


def _mark(row: _Row, property_name: str) -> None:
    """Keep a row on one page, or repeat it on every page; python-docx has no word for either."""
    row._tr.get_or_add_trPr().append(OxmlElement(property_name))  # noqa: SLF001 -- the way its manual shows


def _write(letter: Letter, text: str, lettering: Lettering, *, bold: bool | None = None) -> Paragraph:
    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(lettering.after)
    paragraph.paragraph_format.line_spacing = lettering.spacing
    set_lettering(paragraph.add_run(text), lettering, bold=lettering.bold if bold is None else bold)
    return paragraph


def _indent(paragraph: Paragraph) -> Paragraph:
    paragraph.paragraph_format.first_line_indent = Pt(INDENT * BODY.size)
    return paragraph
