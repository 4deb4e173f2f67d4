"""The letter with the list of problems that is sent back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from gouji.checking import check
from gouji.library import rules_for
from gouji.library.settings import RuleSettings
from gouji.model.correction import Document, Mistake
from gouji.model.form import Address
from gouji.model.report import MISSING
from gouji.model.review import Review
from gouji.model.rule import Severity
from tests.export.reviews import TOTAL, Handover, corrected_handover, correction, make_handover
from tests.factory import Figure


def read(path: Path) -> tuple[str, list[list[str]]]:
    """The prose of a letter, and the lines of its table."""
    letter = docx.Document(str(path))
    rows = [[cell.text for cell in row.cells] for table in letter.tables for row in table.rows]
    return "\n".join(paragraph.text for paragraph in letter.paragraphs), rows


def test_the_office_is_told_table_row_column_printed_figure_and_reason(tmp_path: Path) -> None:
    prose, rows = read(corrected_handover().write(tmp_path / "out.docx"))
    assert "某某局：" in prose
    assert "invented.txt" in prose
    assert rows[0] == ["序号", "表", "行", "列", "原报数", "问题说明"]
    assert rows[1][:5] == ["1", "三", "（七）总计", "自然人", "50"]
    assert "51 + 0 = 50 + 0" in rows[1][5]
    assert "已按 51 更正" in rows[1][5]
    suit = next(row for row in rows if row[2] == "行政复议")
    assert suit[1] == "四"
    assert suit[4] == "0 = 10 + 0 + 0 + 0"


def test_our_own_reading_errors_are_not_sent_back(tmp_path: Path) -> None:
    mended = correction(TOTAL, 50, 51, "", Mistake.READING)
    figures: dict[str, Figure] = {"requests.carried_out.research": MISSING, "disputes.review.upheld": 0}
    _, rows = read(make_handover("2021", figures, mended).write(tmp_path / "out.docx"))
    assert not any("更正" in row[5] for row in rows)
    assert not any("科研机构" in row[3] for row in rows)


@pytest.mark.parametrize(
    ("language", "none"), [("zh", "未发现需要核实更正的数据"), ("en", "found no figures")]
)
def test_a_report_without_problems_gets_no_list(language: str, none: str, tmp_path: Path) -> None:
    prose, rows = read(make_handover("2021", {}).write(tmp_path / "out.docx", language))
    assert none in prose
    assert rows == []


def test_what_xml_cannot_hold_does_no_harm(tmp_path: Path) -> None:
    address = Address.parse("requests.new.total")
    handover = make_handover("2021", {}, correction(address, 0, 1, "\x00\x1b理由\ufffe", Mistake.SOURCE))
    for ending in (".docx", ".xlsx", ".json"):
        handover.write(tmp_path / f"out{ending}")
    _, rows = read(tmp_path / "out.docx")
    assert "理由" in rows[1][5]


def test_rules_that_are_off_or_weighed_otherwise_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> tuple[str, str]:
        handover = make_handover("2021", {})
        prose, _ = read(handover.write(tmp_path / "out.docx"))
        sheet = load_workbook(handover.write(tmp_path / "out.xlsx"))["来源"]
        return prose, "\n".join(str(cell.value) for line in sheet.iter_rows() for cell in line)

    assert not any("form.year" in text for text in told())
    settings = RuleSettings(("history.jump",), {"form.year": Severity.INFO})
    monkeypatch.setattr("gouji.export.problem.rule_settings", lambda: settings)
    for text in told():
        assert "（history.jump）：停用" in text
        assert "（form.year）：改为提示" in text


def test_what_cannot_be_checked_for_want_of_words_is_not_sent_back(tmp_path: Path) -> None:
    handover = make_handover("2021", {})
    report = replace(handover.review.document.report, year=None, sections=())
    review = Review(Document(report))
    findings = check(review.document, rules_for("2021"))
    assert {"form.year", "form.sections"} <= {finding.rule.id for finding in findings}
    assert read(Handover(review, findings).write(tmp_path / "out.docx"))[1] == []
