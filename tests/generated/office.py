"""Prints manuscripts as documents and workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from tests.generated.manuscript import Lattice, Manuscript, Spot

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
FORMATS = ("General", "0", "@", "0_ ", "#,##0")
THIN = Side(style="thin")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def produce_document(manuscript: Manuscript, random: Random, path: Path) -> None:
    """A document, its text in runs that editing has cut, with what Word leaves between them."""
    split, wrapped = random.random() < 0.4, random.random() < 0.3
    body = "".join(_document_blocks(manuscript, random, split=split, wrapped=wrapped))
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONSHIPS)
        archive.writestr("word/document.xml", xml)


def _document_blocks(manuscript: Manuscript, random: Random, *, split: bool, wrapped: bool) -> Iterator[str]:
    for block in manuscript.blocks:
        if isinstance(block, str):
            yield _paragraph(block, random, split=split)
            continue
        rows = []
        for row in range(block.height):
            cells = "".join(
                _document_cell(spot, row, random, split=split, wrapped=wrapped)
                for spot in _crossing(block, row)
            )
            rows.append(f"<w:tr>{cells}</w:tr>")
        table = f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl><w:p/>"
        yield f"<w:sdt><w:sdtContent>{table}</w:sdtContent></w:sdt>" if random.random() < 0.1 else table


def _crossing(lattice: Lattice, row: int) -> list[Spot]:
    covering = [spot for spot in lattice.spots if spot.row <= row < spot.row + spot.row_span]
    return sorted(covering, key=lambda spot: spot.column)


def _document_cell(spot: Spot, row: int, random: Random, *, split: bool, wrapped: bool) -> str:
    span = f'<w:gridSpan w:val="{spot.column_span}"/>' if spot.column_span > 1 else ""
    if spot.row_span > 1:
        span += '<w:vMerge w:val="restart"/>' if row == spot.row else "<w:vMerge/>"
    text = spot.text if row == spot.row else ""
    place = random.randrange(1, len(text)) if len(text) > 6 and not spot.address else 0
    parts = [text[:place], text[place:]] if wrapped and place else [text]
    inner = "".join(_paragraph(part, random, split=split) for part in parts)
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{inner}</w:tc>"


def _paragraph(text: str, random: Random, *, split: bool) -> str:
    place = random.randrange(1, len(text)) if split and len(text) > 1 else len(text)
    runs = "".join(
        f'<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[:place], text[place:])
        if part
    )
    return f'<w:p><w:bookmarkStart w:id="0" w:name="a"/>{runs}<w:bookmarkEnd w:id="0"/></w:p>'


def produce_document_by_library(manuscript: Manuscript, random: Random, path: Path) -> None:  # noqa: ARG001 -- every producer takes one
    """A document as python-docx writes it."""
    document = Document()
    for block in manuscript.blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(block.height, block.width)
        cells = [list(row.cells) for row in table.rows]
        for spot in block.spots:
            last = cells[spot.row + spot.row_span - 1][spot.column + spot.column_span - 1]
            cells[spot.row][spot.column].merge(last).text = spot.text
    document.save(str(path))


@dataclass(frozen=True)
class SheetStyle:
    """How tables stand on a sheet."""

    numbers: bool
    """Figures are stored as numbers, not as text."""
    bordered: bool


def produce_workbook(manuscript: Manuscript, random: Random, path: Path) -> None:
    """A workbook: all on one sheet or a sheet for each table, figures as numbers or as text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    apart = random.random() < 0.3
    style = SheetStyle(numbers=random.random() < 0.7, bordered=random.random() < 0.8)
    left = random.choice((1, 1, 2))
    sheet: Worksheet | None = None
    top = 1
    for block in manuscript.blocks:
        if sheet is None or (apart and isinstance(block, Lattice)):
            sheet = book.create_sheet()
            top = random.choice((1, 2))
        if isinstance(block, str):
            sheet.cell(top, left, block)
            top += 1
        else:
            _write_table(sheet, block, (top, left), style, random)
            top += block.height + random.choice((0, 1))
    book.save(path)


def _write_table(
    sheet: Worksheet, lattice: Lattice, at: tuple[int, int], style: SheetStyle, random: Random
) -> None:
    top, left = at
    for spot in lattice.spots:
        row, column = top + spot.row, left + spot.column
        cell = sheet.cell(row, column)
        if style.bordered:
            cell.border = BORDER
        if style.numbers and spot.address and _is_number(spot.text):
            cell.value = float(spot.text) if "." in spot.text else int(spot.text)
            places = len(spot.text.partition(".")[2])
            cell.number_format = "0." + "0" * places if places else random.choice(FORMATS)
        elif spot.text:
            cell.value = spot.text
        if spot.row_span * spot.column_span > 1:
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + spot.row_span - 1,
                end_column=column + spot.column_span - 1,
            )


def _is_number(text: str) -> bool:
    return text.isascii() and text.lstrip("-").replace(".", "", 1).isdigit() and Decimal(text) < 10**15


OFFICE = {
    "document": produce_document,
    "library document": produce_document_by_library,
    "workbook": produce_workbook,
}
