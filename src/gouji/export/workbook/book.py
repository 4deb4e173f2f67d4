"""A workbook in the making that remembers what was put where, so that it can be read back and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no stubs
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # it has no stubs
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # it has no stubs

from gouji.export.text import printable
from gouji.export.workbook.styles import PLAIN, TEXT_MARK, Style
from gouji.model.report import Number

MOST_DIGITS = 15
"""As many digits as a spreadsheet keeps of a number."""
A4 = 9
FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula, and its result as the program works it out."""

    text: str
    result: Number | str


Value = Number | str | Formula | None
"""What a place of a sheet holds; None leaves it blank."""


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle of sheet cells, counted from 0."""

    row: int
    column: int
    height: int = 1
    width: int = 1


@dataclass(frozen=True)
class Sheet:
    """One worksheet, and what was put into it."""

    name: str
    worksheet: Worksheet
    book: Book
    values: dict[tuple[int, int], Value] = field(default_factory=dict)
    merged: list[Span] = field(default_factory=list)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, span: Span, value: Value, style: Style = PLAIN) -> None:
        """Put a value into a place, merged where it spans several cells. Text never becomes a formula."""
        if isinstance(value, str):
            value = printable(value)
            if value.lstrip().startswith(FORMULA_STARTS):
                style = {**style, **TEXT_MARK}
        elif value is not None and not isinstance(value, Formula) and not is_storable(value):
            value = str(value)
        look = self.book.look(style)
        if span.height > 1 or span.width > 1:
            bottom, right = span.row + span.height - 1, span.column + span.width - 1
            self.worksheet.merge_range(span.row, span.column, bottom, right, "", look)
            self.merged.append(span)
        self._write(span.row, span.column, value, look)
        self.values[span.row, span.column] = value

    def comment(self, span: Span, text: str) -> None:
        """Attach a comment that is as large as its text needs."""
        text = printable(text)
        height = 22 + 17 * sum(1 + len(line) // 18 for line in text.split("\n"))
        options = {"author": "Gouji", "width": 260, "height": height, "font_size": 9, "font_name": "宋体"}
        self.worksheet.write_comment(span.row, span.column, text, options)
        self.comments[span.row, span.column] = text

    def print_on_a4(self, footer: str, *, landscape: bool, pages_high: int = 1) -> None:
        """One page wide, and as high as said; 0 stands for as many as it takes."""
        sheet = self.worksheet
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        else:
            sheet.set_portrait()
        sheet.fit_to_pages(1, pages_high)
        sheet.center_horizontally()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(f"&C{footer}")
        sheet.hide_gridlines(2)

    def _write(self, row: int, column: int, value: Value, look: Format) -> None:
        if value is None or value == "":
            self.worksheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            self.worksheet.write_string(row, column, value, look)
        elif isinstance(value, Formula):
            self.worksheet.write_formula(row, column, value.text, look, value.result)
        else:
            self.worksheet.write_number(row, column, value, look)


class Book:
    """The workbook; made in memory, nothing on disk before it is finished."""

    def __init__(self) -> None:
        self._content = BytesIO()
        self._workbook = Workbook(self._content, {"in_memory": True})
        self._looks: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.sheets: list[Sheet] = []

    def add_sheet(self, name: str) -> Sheet:
        sheet = Sheet(name, self._workbook.add_worksheet(name), self)
        self.sheets.append(sheet)
        return sheet

    def look(self, style: Mapping[str, Any]) -> Format:
        """The format for a style, the same one for equal styles."""
        key = tuple(sorted(style.items()))
        if key not in self._looks:
            self._looks[key] = self._workbook.add_format(dict(style))
        return self._looks[key]

    def finish(self) -> bytes:
        self._workbook.close()
        return self._content.getvalue()


def is_storable(value: Number) -> bool:
    """Whether a spreadsheet keeps every digit; if not, the figure is better written as text."""
    digits = Decimal(value).as_tuple().digits
    return len(digits) <= MOST_DIGITS and abs(Decimal(value).adjusted()) < MOST_DIGITS
