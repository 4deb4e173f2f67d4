"""The letter with the list of problems that is sent back."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from gouji.model.correction import Mistake
from gouji.model.form import Address
from gouji.model.report import MISSING
from tests.export.reviews import TOTAL, corrected_handover, correction, make_handover
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
