"""The hidden sheet from which a workbook that comes back is reopened, see `gouji.reviewfile.returned`."""

from __future__ import annotations

from typing import Any

from gouji.export.workbook.book import Book, Span
from gouji.export.workbook.contents import Contents
from gouji.export.workbook.formulas import References
from gouji.model.form import Table
from gouji.model.layout import lay_out
from gouji.reviewfile import encode
from gouji.reviewfile.record import RECORD_SCHEMA, RECORD_SHEET, pack


def write_record(book: Book, contents: Contents, references: References) -> None:
    """Add the sheet, which spreadsheet programs do not even offer to show."""
    values = {
        "schema": RECORD_SCHEMA,
        "language": contents.language,
        "tables": [_table(table, references) for table in contents.form],
        "review": encode(contents.review, language=contents.language),
    }
    sheet = book.add_sheet(RECORD_SHEET)
    sheet.worksheet.very_hidden()
    for row, text in enumerate(pack(values)):
        sheet.put(Span(row, 0), text)


def _table(table: Table, references: References) -> dict[str, Any]:
    """Where the labels and the figures of a table stand, counted from 1."""
    places = lay_out(table).places
    place, reference = next((place, references[place.address]) for place in places if place.address)
    down, right = 1 + reference.row - place.row, 1 + reference.column - place.column
    labels: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    for place in places:
        at = {"row": place.row + down, "column": place.column + right}
        if place.address is not None:
            figures.append({**at, "text": str(place.address)})
        elif place.text.strip():
            labels.append({**at, "text": place.text})
    return {"sheet": reference.sheet, "labels": labels, "figures": figures}
