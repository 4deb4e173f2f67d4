"""The sheets 表二, 表三 and 表四 as another program reads them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gouji.export import write
from gouji.library import forms
from gouji.model.correction import Document, Mistake
from gouji.model.form import Address
from gouji.model.prose import Footnote
from gouji.model.report import Doubt
from gouji.model.review import Review
from gouji.wording import LANGUAGES, say
from tests.export.reviews import corrected_handover, correction, make_handover

SHEETS = ["表二", "表三", "表四", "勾稽校验", "问题清单", "核对结果", "更正记录", "来源"]
RECORD = "Gouji"
"""The hidden sheet, see `test_returned`."""


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return load_workbook(corrected_handover().write(tmp_path_factory.mktemp("book") / "book.xlsx"))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value is not None]


def find(sheet: Worksheet, text: str) -> SheetCell:
    return next(cell for line in sheet.iter_rows() for cell in line if cell.value == text)


def test_the_sheets_bear_the_names_of_the_contract(workbook: Workbook) -> None:
    assert [sheet.title for sheet in workbook if sheet.sheet_state == "visible"] == SHEETS
    assert workbook.sheetnames == [*SHEETS, RECORD]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form_id", [form.id for form in forms()])
def test_every_form_is_written_in_every_language(form_id: str, language: str, tmp_path: Path) -> None:
    book = load_workbook(make_handover(form_id).write(tmp_path / "book.xlsx", language))
    assert book.sheetnames == [*SHEETS, RECORD]


def test_table_three_stands_as_the_statute_prints_it(workbook: Workbook) -> None:
    """```
         A       B        C          D       E … I       J
    3    （本列数据的勾稽关系为…）   申请人情况
    4                                自然人  法人或…     总计
    6    一、本年新收…               51
    8    三、    （一）予以公开      51
    10   本年度  （三）   1.属于…
    ```
    """
    sheet = workbook["表三"]
    assert sheet["A1"].value == "表三　收到和处理政府信息公开申请情况"
    assert sheet["D3"].value == "申请人情况"
    assert sheet["D4"].value == "自然人"
    assert sheet["J4"].value == "总计"
    assert sheet["A6"].value == "一、本年新收政府信息公开申请数量"
    assert sheet["D6"].value == 51
    assert sheet["A8"].value == "三、本年度办理结果"
    assert sheet["C10"].value == "1.属于国家秘密"
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {"A3:C5", "D3:J3", "E4:I4", "J4:J5", "A6:C6", "A8:A29", "B10:B17"} <= merged


def test_table_four_stands_sideways(workbook: Workbook) -> None:
    sheet = workbook["表四"]
    assert [sheet.cell(6, column).value for column in range(1, 16)] == [10, *[0] * 7, 5, *[0] * 6]
    assert {str(each) for each in sheet.merged_cells.ranges} >= {"A3:E3", "F3:O3", "F4:J4", "A4:A5"}
    assert sheet["A7"].value == "注：含结转"


def test_numbers_show_the_printed_digits(workbook: Workbook) -> None:
    fees = find(workbook["表二"], "行政事业性收费").offset(column=1)
    assert (fees.value, fees.number_format) == (12.5, "0.000000")
    assert workbook["表三"]["D6"].number_format == "0"


def test_an_amount_without_decimals_may_be_given_some(tmp_path: Path) -> None:
    book = load_workbook(make_handover("2021", {}).write(tmp_path / "book.xlsx"))
    assert find(book["表二"], "行政事业性收费").offset(column=1).number_format == "General"


def test_blank_and_missing_cells_are_empty(workbook: Workbook) -> None:
    sheet = workbook["表三"]
    assert sheet["E6"].value is None, "blank"
    assert sheet["F30"].value is None, "missing"
    assert sheet["E6"].border.left.style == "thin"


def test_a_corrected_cell_is_marked_and_says_what_the_file_says(workbook: Workbook) -> None:
    cell = workbook["表三"]["D29"]
    assert cell.value == 51
    assert cell.font.bold
    assert cell.fill.fgColor.rgb == "FFBDD7EE"
    assert cell.comment is not None
    for text in ("50 → 51", "原文错误", "多列一件", "源文件：50"):
        assert text in cell.comment.text


def test_doubtful_missing_and_broken_cells_are_marked_and_explained(workbook: Workbook) -> None:
    doubtful = find(workbook["表二"], "规章").offset(column=1)
    assert doubtful.value == 22
    assert doubtful.comment is not None
    assert "22（其中修订 16 件）" in doubtful.comment.text
    missing = workbook["表三"]["F30"]
    assert missing.fill.patternType == "lightUp"
    assert missing.comment is not None
    broken = workbook["表四"]["A6"]
    assert broken.font.underline == "single"
    assert any("勾稽关系不成立" in text for text in texts(workbook["表四"])), "the legend"


def test_a_clean_table_has_neither_marks_nor_legend(tmp_path: Path) -> None:
    book = load_workbook(make_handover("2021", {}).write(tmp_path / "book.xlsx"))
    sheet = book["表三"]
    assert not any(cell.comment for line in sheet.iter_rows() for cell in line)
    assert sheet.max_row == 30


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_prints_on_a4_one_page_wide(workbook: Workbook, name: str) -> None:
    sheet = workbook[name]
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # What is left out is one.
    assert sheet.page_setup.fitToWidth in (None, 1)
    assert sheet.page_setup.fitToHeight in ((None, 1) if name.startswith("表") else (0, 0))


def test_the_high_table_stands_upright_and_the_wide_one_lies_across(workbook: Workbook) -> None:
    assert workbook["表三"].page_setup.orientation == "portrait"
    assert workbook["表四"].page_setup.orientation == "landscape"


def test_a_row_is_as_high_as_its_longest_label(workbook: Workbook) -> None:
    sheet = workbook["表三"]
    label = find(sheet, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请")
    height = sheet.row_dimensions[label.row].height
    assert height is not None
    assert height >= 2 * 13.5


def test_no_figure_is_too_long_for_its_column(tmp_path: Path) -> None:
    figures = {"disputes.review.upheld": 123456789012, "disputes.review.total": 123456789012}
    book = load_workbook(make_handover("2021", dict(figures)).write(tmp_path / "book.xlsx"))
    assert book["表四"].column_dimensions["A"].width > 12


def test_a_figure_longer_than_a_spreadsheet_keeps_is_text(tmp_path: Path) -> None:
    long = Decimal("1234567890123.123456")
    address = Address.parse("proactive.fees.amount")
    handover = make_handover("2021", {}, correction(address, 0, long, "", Mistake.READING))
    book = load_workbook(handover.write(tmp_path / "book.xlsx"))
    assert find(book["表二"], "行政事业性收费").offset(column=1).value == "1234567890123.123456"


def test_text_never_becomes_a_formula(workbook: Workbook) -> None:
    formulas = {
        (sheet.title, str(cell.value))
        for sheet in workbook
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    }
    assert {title for title, _ in formulas} == {"勾稽校验"}
    unit = find(workbook["来源"], "=某某市\t某某局")
    assert unit.data_type == "s"
    assert unit.quotePrefix, "it stays text when someone edits it"
    reason = find(workbook["更正记录"], "  =SUM(A1) 多列一件")
    assert reason.data_type == "s"


def test_the_audit_trail_tells_every_correction(workbook: Workbook) -> None:
    sheet = workbook["更正记录"]
    row = [cell.value for cell in sheet[3]]
    assert row[1] == "表三“（七）总计”行“自然人”列"
    assert row[2:6] == ["50", 50, 51, "原文错误"]
    assert row[7] == "2026-01-09 08:12:30+00:00"
    assert sheet.max_row == 4


def test_the_source_is_named_with_its_sum(workbook: Workbook) -> None:
    said = texts(workbook["来源"])
    assert {"invented.txt", "0" * 64, "utf-8"} <= set(said)
    assert any(text.startswith("Gouji 勾稽 ") for text in said)


def test_the_findings_are_told_with_sums_and_decisions(workbook: Workbook) -> None:
    sheet = workbook["核对结果"]
    lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=3)]
    suit = next(line for line in lines if "行政复议”行" in str(line[2]))
    assert suit[4:7] == [0, 10, -10]
    assert suit[7] == "原文错误"
    assert suit[8] == "原文错误：-已电话告知"
    unsure = next(line for line in lines if "“科研机构”列" in str(line[2]))
    assert unsure[7] == "识别错误（建议）"


NASTY = [
    "=1+1",
    " \t=cmd|' /C calc'!A0",
    "＝1+1",
    "@SUM(A1)",
    "-2+3",
    "+7",
    "{=1}",
    "https://example.org/",
    "mailto:x@example.org",
    "internal:表二!A1",
    "007",
    "1e5",
    "2026-01-09",
    "TRUE",
    "#REF!",
    "_x0041_",
    "<b>&amp;</b>",
    "a\r\nb\rc",
    "  spaces  ",
    "\x00\x0b\x1b",
    "\ufffe",
    "𠀀 👪",
    "’'\"",
    "长" * 40_000,
]


def test_any_text_comes_back_as_the_text_it_is(tmp_path: Path) -> None:
    """Writing compares what it reads back, so that a text taken for anything else would be refused."""
    handover = make_handover("2021", {})
    notes = tuple(Footnote("disputes", text) for text in NASTY)
    report = replace(handover.review.document.report, footnotes=notes, unit=NASTY[1], title=NASTY[-1])
    write(Review(Document(report)), [], tmp_path / "book.xlsx", "zh")
    sheet = load_workbook(tmp_path / "book.xlsx")["表四"]
    cells = [sheet.cell(7 + row, 1) for row in range(len(NASTY))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert [cell.value for cell in cells[:17]] == [*NASTY[:17]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_words(doubt: Doubt, language: str) -> None:
    assert say(f"doubts.{doubt.name.lower()}", language)
