"""The sheet 问题清单: what is sent back, line by line as in the letter."""

from __future__ import annotations

from gouji.export.problems import ProblemList, problem_list
from gouji.export.workbook.book import Book, Sheet, Span
from gouji.export.workbook.contents import Contents
from gouji.export.workbook.fitting import SLIM, text_height
from gouji.export.workbook.styles import BOXED, CENTERED, HEAD, STRONG, TITLE, Style
from gouji.wording import say

COLUMNS: tuple[tuple[float, Style], ...] = (
    (6, CENTERED),
    (10, CENTERED),
    (7, CENTERED),
    (22, BOXED),
    (16, BOXED),
    (20, BOXED),
    (48, BOXED),
    (48, BOXED),
)
"""Width and style of the columns of the list, in their order."""
WIDTHS = [width for width, _ in COLUMNS]


def write_sent_back(book: Book, contents: Contents) -> None:
    """Add the list of problems, with the heading of each part."""
    listed = problem_list(contents.review, contents.findings, contents.language)
    sheet = book.add_sheet("问题清单")
    sheet.worksheet.set_row(0, 30)
    sheet.put(Span(0, 0, 1, len(COLUMNS)), say("problems.sheet_heading", contents.language), TITLE)
    sheet.worksheet.set_row(1, SLIM + 4)
    for column, (title, (width, _)) in enumerate(zip(listed.columns, COLUMNS, strict=True)):
        sheet.worksheet.set_column(column, column, width)
        sheet.put(Span(1, column), title, HEAD)
    row = _write_parts(sheet, listed)
    if not listed.parts:
        sheet.put(Span(row, 0, 1, len(COLUMNS)), say("problems.sheet_none", contents.language), BOXED)
        row += 1
    for note in listed.notes:
        sheet.put(Span(row, 0, 1, len(COLUMNS)), note, STRONG)
        row += 1
    sheet.worksheet.freeze_panes(2, 0)
    sheet.worksheet.repeat_rows(1)
    sheet.print_on_a4(contents.say("page_of"), landscape=True, pages_high=0)


def _write_parts(sheet: Sheet, listed: ProblemList) -> int:
    """The parts below each other; the row after the last."""
    row = 2
    for part in listed.parts:
        sheet.worksheet.set_row(row, SLIM)
        sheet.put(Span(row, 0, 1, len(COLUMNS)), part.heading, STRONG)
        for below, line in enumerate(part.lines, start=row + 1):
            sheet.worksheet.set_row(below, text_height(line, WIDTHS))
            for column, (text, (_, style)) in enumerate(zip(line, COLUMNS, strict=True)):
                sheet.put(Span(below, column), int(text) if column == 0 else text, style)
        row += 1 + len(part.lines)
    return row
