"""Reads a finished workbook with another library, and compares it with what was put in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gouji.export.workbook.book import Book, Formula, Sheet, Span, Value


def agrees(book: Book, content: bytes) -> bool:
    """Whether every value, formula, result, merged range and comment is there, and no other sheet."""
    with (
        closing(load_workbook(BytesIO(content))) as formulas,
        closing(load_workbook(BytesIO(content), data_only=True)) as results,
    ):
        if formulas.sheetnames != [sheet.name for sheet in book.sheets]:
            return False
        return all(
            all(_comparisons(sheet, formulas[sheet.name], results[sheet.name])) for sheet in book.sheets
        )


def _comparisons(sheet: Sheet, formulas: Worksheet, results: Worksheet) -> Iterator[bool]:
    yield {str(each) for each in formulas.merged_cells.ranges} == {_range(span) for span in sheet.merged}
    for (row, column), value in sheet.values.items():
        cell, result = formulas.cell(row + 1, column + 1), results.cell(row + 1, column + 1)
        yield _is_same(value, cell.value, result.value, cell.data_type)
        comment = sheet.comments.get((row, column))
        yield (cell.comment.text if cell.comment else None) == comment


def _is_same(value: Value, written: Any, result: Any, data_type: str) -> bool:
    if isinstance(value, Formula):
        return data_type == "f" and written == value.text and _is_same_result(value.result, result)
    # A text that was taken for a formula would come back equal, but as a formula.
    return data_type != "f" and _is_same_result(value, written)


def _is_same_result(value: Any, result: Any) -> bool:
    if value is None or value == "":
        return result is None
    return bool(result == value if isinstance(value, str) else result == float(value))


def _range(span: Span) -> str:
    """The range as a spreadsheet names it, such as ``A1:C3``."""
    left, right = get_column_letter(span.column + 1), get_column_letter(span.column + span.width)
    return f"{left}{span.row + 1}:{right}{span.row + span.height}"
