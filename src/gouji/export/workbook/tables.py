"""The sheets 表二, 表三 and 表四: the tables as the statute prints them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from gouji.export.problem import table_number
from gouji.export.workbook.book import Book, Sheet, Span, Value
from gouji.export.workbook.contents import Contents
from gouji.export.workbook.fitting import SLIM, column_widths, is_wide, row_heights, text_height
from gouji.export.workbook.formulas import Reference, References
from gouji.export.workbook.marks import MARK_STYLES, Mark, comment, mark_style, marks, number_format
from gouji.export.workbook.styles import BOXED, CENTERED, FIGURE, HEAD, NOTE, SMALL_NOTE, TITLE, Style
from gouji.model.form import Table
from gouji.model.layout import Layout, Place, Role, lay_out

TITLE_ROWS = 2
"""Rows above the table: its title, and whose it is."""
STYLES: Mapping[Role, Style] = {
    Role.HEADING: HEAD,
    Role.CORNER: HEAD,
    Role.COLUMN_HEAD: HEAD,
    Role.ROW_LABEL: BOXED,
    Role.FIGURE: FIGURE,
}


def write_table(book: Book, table: Table, contents: Contents) -> References:
    """Add the sheet of a table; where each of its cells stands."""
    layout = lay_out(table)
    number = table_number(contents.form, table.id)
    sheet = book.add_sheet(f"表{number}")
    widths = column_widths(layout, partial(_shown, contents=contents))
    for column, width in enumerate(widths):
        sheet.worksheet.set_column(column, column, width)
    _write_title(sheet, table, number, layout, contents)
    heights = row_heights(layout, widths)
    for row, height in enumerate(heights):
        sheet.worksheet.set_row(TITLE_ROWS + row, height)
    references: References = {}
    for place in layout.places:
        span = Span(TITLE_ROWS + place.row, place.column, place.row_span, place.column_span)
        sheet.put(span, *_content(place, contents))
        if place.address is not None:
            references[place.address] = Reference(sheet.name, span.row, span.column)
            if text := comment(place.address, contents):
                sheet.comment(span, text)
    _write_notes(sheet, table, layout, widths, contents)
    sheet.worksheet.freeze_panes(TITLE_ROWS + _head_rows(layout), layout.label_columns)
    sheet.print_on_a4(contents.say("page_of"), landscape=is_wide(widths, heights))
    return references


def _write_title(sheet: Sheet, table: Table, number: str, layout: Layout, contents: Contents) -> None:
    unknown = contents.say("unknown")
    unit, year = contents.report.unit or unknown, contents.report.year or unknown
    heading = contents.say("table_heading", number=number, title=table.title)
    sheet.worksheet.set_row(0, 30)
    sheet.put(Span(0, 0, 1, layout.width), heading, TITLE)
    sheet.worksheet.set_row(1, SLIM)
    sheet.put(Span(1, 0, 1, layout.width), contents.say("unit_and_year", unit=unit, year=year), NOTE)


def _content(place: Place, contents: Contents) -> tuple[Value, Style]:
    """The value of a place and its style."""
    if place.address is None:
        # The label of a group stands in the middle of its rows.
        return place.text, CENTERED if _is_group(place) else STYLES[place.role]
    value = contents.document.value(place.address)
    numbers = {"num_format": number_format(value, contents.form.column(place.address).quantity)}
    return value, {**FIGURE, **numbers, **mark_style(marks(place.address, contents))}


def _is_group(place: Place) -> bool:
    return place.role is Role.ROW_LABEL and place.row_span > 1


def _shown(place: Place, contents: Contents) -> str:
    value = None if place.address is None else contents.document.value(place.address)
    return "" if value is None else str(value)


def _write_notes(sheet: Sheet, table: Table, layout: Layout, widths: list[float], contents: Contents) -> None:
    """The printed footnotes, and the legend of the marks that are used."""
    row = TITLE_ROWS + layout.height
    for note in contents.report.footnotes:
        if note.table == table.id:
            sheet.worksheet.set_row(row, text_height([note.text], [sum(widths)]))
            sheet.put(Span(row, 0, 1, layout.width), note.text, NOTE)
            row += 1
    used = {mark for address in table.addresses for mark in marks(address, contents)}
    if not used:
        return
    sheet.put(Span(row, 0, 1, layout.width), contents.say("legend"), SMALL_NOTE)
    for mark in Mark:
        if mark in used:
            row += 1
            sample = None if mark is Mark.MISSING else contents.say("sample")
            sheet.put(Span(row, 0), sample, {**FIGURE, **MARK_STYLES[mark]})
            sheet.put(Span(row, 1, 1, layout.width - 1), contents.say(mark.value), SMALL_NOTE)


def _head_rows(layout: Layout) -> int:
    """Rows that stay in view: those above the first figure."""
    return min(place.row for place in layout.places if place.role is Role.FIGURE)
