"""Workbooks: numbers as stored and as shown, merged and hidden cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gouji.model.report import Doubt
from gouji.sources import read
from gouji.sources.page import OpenedSource
from gouji.sources.strip import Grid, Slot, TextLine
from gouji.sources.workbook.shown import show_number


def made(folder: Path) -> tuple[Workbook, Worksheet, Path]:
    book = Workbook()
    return book, book.worksheets[0], folder / "made.xlsx"


def slots(opened: OpenedSource) -> list[list[Slot]]:
    assert opened.strips is not None
    return [list(row) for strip in opened.strips if isinstance(strip, Grid) for row in strip.rows]


@pytest.mark.parametrize(
    ("stored", "number_format", "text", "doubt"),
    [
        ("5", "General", "5", None),
        ("318.46", "General", "318.46", None),
        ("0.30000000000000004", "General", "0.3", None),
        ("251000", "#,##0", "251000", None),
        ("12.5", "0.00", "12.50", None),
        ("12.5", "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "12.50", None),
        ("3.7", "0", "3.7", Doubt.DISPLAY),
        ("12.345", "0.00", "12.345", Doubt.DISPLAY),
        ("0.5", "0%", "0.5", Doubt.DISPLAY),
        ("44927", "yyyy/m/d", "44927", Doubt.DISPLAY),
        ("5", '0"万"', "5", Doubt.DISPLAY),
        ("1E+20", "General", "100000000000000000000", None),
        ("1E+300", "General", "1E+300", Doubt.DISPLAY),
        ("nan", "General", "nan", Doubt.DISPLAY),
        ("x", "General", "x", Doubt.DISPLAY),
    ],
)
def test_numbers_as_stored_and_shown(stored: str, number_format: str, text: str, doubt: Doubt | None) -> None:
    assert show_number(stored, number_format) == (text, doubt)


def test_merged_and_hidden_cells(tmp_path: Path) -> None:
    book, sheet, path = made(tmp_path)
    for values in (["甲", None, "乙", "丙"], ["隐", 1, 2, 3], ["丁", 4, 5, 6], ["戊", 7, 8, 9]):
        sheet.append(values)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("D3:D4")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    other = book.create_sheet("草稿")
    other.append(["旧", 1, 2])
    other.sheet_state = "hidden"
    book.save(path)
    placed = [
        [(slot.text, slot.column, slot.column_span, slot.row_span) for slot in row]
        for row in slots(read(path))
    ]
    assert placed == [
        [("甲", 1, 2, 1), ("丙", 4, 1, 1)],
        [("丁", 1, 1, 1), ("4", 2, 1, 1), ("6", 4, 1, 2)],
        [("戊", 1, 1, 1), ("7", 2, 1, 1)],
    ]


def test_a_formula_without_a_result_is_no_figure(tmp_path: Path) -> None:
    book, sheet, path = made(tmp_path)
    sheet.append(["甲", "=SUM(C1:D1)", 1, 2])
    book.save(path)
    (row,) = slots(read(path))
    assert [(slot.text, slot.doubt) for slot in row[:2]] == [("甲", None), ("=SUM(C1:D1)", Doubt.DISPLAY)]


def test_every_sheet_is_read_under_its_name(tmp_path: Path) -> None:
    book, sheet, path = made(tmp_path)
    sheet.title = "一、总体情况"
    sheet.append(["全年工作平稳有序。"])
    book.create_sheet("表二").append(["规章", 1])
    book.save(path)
    opened = read(path)
    assert opened.strips is not None
    texts = [strip.text for strip in opened.strips if isinstance(strip, TextLine)]
    assert texts == ["一、总体情况", "全年工作平稳有序。", "表二"]


def test_a_truth_value_is_seen_as_a_word(tmp_path: Path) -> None:
    book, sheet, path = made(tmp_path)
    sheet.append(["甲", True, False])
    book.save(path)
    assert [[slot.text for slot in row] for row in slots(read(path))] == [["甲", "TRUE", "FALSE"]]
