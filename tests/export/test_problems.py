"""The letter with the list of problems that is sent back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gouji.checking import check
from gouji.export.problems import problem_list
from gouji.library import rules_for
from gouji.library.settings import RuleSettings
from gouji.model.comparison import Comparison, Reference
from gouji.model.correction import Document, Mistake
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Section
from gouji.model.report import MISSING, Cell, Doubt, Reading
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState, Severity
from tests.export.letters import printed_rows, read, sheet_rows
from tests.export.reviews import SUIT, TOTAL, Handover, corrected_handover, correction, make_handover
from tests.factory import BLANK, Figure, form, make_document, now

SUITS_TOTAL = Address.parse("disputes.direct_suit.total")


def lines(handover: Handover, language: str = "zh") -> list[tuple[str, ...]]:
    """The entries, as they stand in every format."""
    return list(problem_list(handover.review, handover.findings, language).lines)


def decided(handover: Handover, **states: DecisionState) -> Handover:
    """The handover with decisions on all findings of some rules, by their ids with _ for the point."""
    keys = {
        each.key: Decision(states[each.rule.id.replace(".", "_")], "", now())
        for each in handover.findings
        if each.rule.id.replace(".", "_") in states
    }
    assert keys
    return Handover(replace(handover.review, decisions=keys), handover.findings)


def of_review(review: Review) -> Handover:
    document = review.document
    return Handover(review, check(document, rules_for(document.report.form.id), review.comparison))


def told_in_section_one(text: str) -> Handover:
    """A report with prose in its first section, printed on the second page of a PDF."""
    rows, columns = ("new", "granted", "total"), ("natural_person", "total")
    figures = {f"requests.{row}.{column}": 3 for row in rows for column in columns}
    report = make_document("2021", figures).report
    place = Provenance(2, Box(90, 100, 500, 112))
    first = Section("一", "总体情况", 2, text, places=(place,))
    source = replace(report.source, name="报告.pdf", media_type="application/pdf", encoding=None)
    report = replace(report, sections=(first, *report.sections[1:]), source=source)
    return of_review(Review(Document(report)))


def test_an_entry_tells_place_labels_printed_figure_reason_and_what_to_look_at(tmp_path: Path) -> None:
    letter = read(corrected_handover().write(tmp_path / "out.docx"))
    assert "某某局：" in letter.prose
    assert "invented.txt" in letter.prose
    head = [cell.text for cell in docx.Document(str(tmp_path / "out.docx")).tables[0].rows[0].cells]
    assert head == ["序号", "出处", "表", "行", "列", "原报数", "问题说明", "请核实"]
    line = letter.line("（七）总计", "自然人")
    printed_on = 1 + list(form("2021").addresses).index(TOTAL)
    assert line[:6] == ["1", f"第{printed_on}行", "三", "三、本年度办理结果 （七）总计", "自然人", "50"]
    assert "“本年新收 + 上年结转 = 办理结果总计 + 结转下年度”，而原报两边分别为 51 和 50，相差 1" in line[6]
    assert "依据：表三表头注" in line[6]
    assert "请对照这一列的四个数" in line[7]
    assert "是否应为 51？（审核意见：  =SUM(A1) 多列一件）" in line[7]
    suit = letter.line("行政复议")
    assert suit[2] == "四"
    assert suit[5] == "0 = 10 + 0 + 0 + 0"
    assert "“行政复议”行“总计”列原报 0，是否应为 10？" in suit[7]


def test_our_own_reading_errors_are_not_sent_back() -> None:
    mended = correction(TOTAL, 50, 51, "", Mistake.READING)
    figures: dict[str, Figure] = {"requests.carried_out.research": MISSING, "requests.new.research": 3}
    found = lines(make_handover("2021", figures, mended))
    assert not any("科研机构" in line[4] for line in found)
    assert not any("（七）总计" in line[3] and line[5] == "50" for line in found)


def test_what_a_doubtful_reading_may_explain_is_sent_back_only_on_the_reviewer_s_word() -> None:
    doubtful = Cell(3, "3 件", Reading.DOUBTFUL, None, Doubt.UNIT)
    handover = make_handover("2021", {"disputes.direct_suit.pending": doubtful})
    assert lines(handover) == []
    assert len(lines(decided(handover, disputes_outcomes=DecisionState.SOURCE_ERROR))) == 1


def test_what_the_reviewer_said_is_kept_apart_from_what_the_program_proposes() -> None:
    handover = corrected_handover()
    listed = problem_list(handover.review, handover.findings, "zh")
    assert [part.heading[:2] for part in listed.parts] == ["一、", "二、"]
    confirmed, proposed = listed.parts
    assert [line[3].split()[-1] for line in confirmed.lines] == ["（七）总计", "行政复议"]
    assert [line[3].split()[-1] for line in proposed.lines] == ["未经复议直接起诉"]
    assert [line[0] for line in listed.lines] == ["1", "2", "3"]
    undecided = make_handover("2021", {"disputes.direct_suit.pending": 3})
    (part,) = problem_list(undecided.review, undecided.findings, "zh").parts
    assert part.heading == "核对发现、有待核实的问题"


@pytest.mark.parametrize(
    "state", [DecisionState.ACCEPTED, DecisionState.DISMISSED, DecisionState.READING_ERROR]
)
def test_what_the_reviewer_does_not_hold_against_the_office_stays_here(state: DecisionState) -> None:
    handover = make_handover("2021", {"disputes.direct_suit.pending": 3})
    assert len(lines(handover)) == 1
    assert lines(decided(handover, disputes_outcomes=state)) == []


def test_hints_go_out_only_on_the_reviewer_s_word() -> None:
    handover = told_in_section_one("接受咨询10件，其中电话4件、来访3件、信函1件、网上1件。")
    assert [each.rule.id for each in handover.findings if each.quotation] == ["text.list"]
    assert not any("10件" in line[6] for line in lines(handover))
    sent = lines(decided(handover, text_list=DecisionState.SOURCE_ERROR))
    assert any("总数 10" in line[6] for line in sent)


def test_what_cannot_be_checked_goes_out_only_on_the_reviewer_s_word() -> None:
    handover = make_handover("2021", {"disputes.review.total": BLANK, "disputes.review.upheld": 2})
    assert lines(Handover(replace(handover.review, decisions={}), handover.findings)) == []
    (line,) = lines(handover)
    assert line[5] == "□ = 2 + 0 + 0 + 0"
    assert "看是否应当填数" in line[7]
    assert "加起来与总计不符" not in line[7]
    assert "注：“□”" in problem_list(handover.review, handover.findings, "zh").notes[0]


def test_the_figures_are_those_printed_not_those_corrected() -> None:
    figures: dict[str, Figure] = {"disputes.direct_suit.upheld": 4, "disputes.direct_suit.pending": 5}
    half = correction(SUITS_TOTAL, 0, 7, "", Mistake.SOURCE)
    found = lines(make_handover("2021", figures, half))
    assert [line[5] for line in found] == ["0", "0 = 4 + 0 + 0 + 5"]
    ours = correction(SUIT, 5, 6, "", Mistake.READING)
    (line,) = lines(make_handover("2021", figures, ours))
    assert line[5] == "0 = 4 + 0 + 0 + 6"


def test_what_only_corrections_bring_about_is_not_held_against_the_office() -> None:
    wrong = correction(SUITS_TOTAL, 0, 7, "", Mistake.SOURCE)
    handover = make_handover("2021", {}, wrong)
    assert any(each.rule.id == "disputes.outcomes" for each in handover.findings)
    (line,) = lines(handover)
    assert line[5:7] == ("0", "——")


def test_prose_is_quoted_with_its_place_and_the_figures_of_the_tables() -> None:
    (line,) = lines(told_in_section_one("全年收到政府信息公开申请8件。"))
    assert line[1:5] == ("第2页", "正文", "第一部分", "——")
    assert line[5] == "正文：收到政府信息公开申请8件；表中：3"
    assert "“全年收到政府信息公开申请8件。”" in line[6]
    assert line[7].endswith("请核对是正文写错，还是表三填错。")


def test_words_recognised_from_a_picture_accuse_nobody() -> None:
    handover = told_in_section_one("全年收到政府信息公开申请8件。")
    cells = {each: replace(cell, score=0.9) for each, cell in handover.review.document.report.cells.items()}
    report = replace(handover.review.document.report, cells=cells)
    assert lines(of_review(Review(Document(report)))) == []


def test_findings_over_two_years_name_both_reports() -> None:
    document = make_document("2021", {"requests.carried_in.business": 2, "requests.carried_in.total": 2})
    last = make_document("2021").report
    last = replace(last, year=2020, source=replace(last.source, name="上年.txt"))
    handover = of_review(Review(document, previous=Reference.of(Document(last))))
    line = next(line for line in lines(handover) if "上年.txt" in line[6])
    assert line[2:6] == ("三", "——", "商业企业", "0 = 2")
    assert "某某市某某局" in line[6]


def test_findings_over_several_reports_give_both_figures() -> None:
    document = make_document("2021", {"disputes.review.upheld": 2, "disputes.review.total": 2})
    unit = Reference.of(make_document("2021"))
    findings = check(document, rules_for("2021"), Comparison(units=(unit,)))
    found = lines(Handover(Review(document), findings))
    assert ("四", "行政复议", "结果维持", "汇总 2，各报告合计 0") in [line[2:6] for line in found]


def test_a_form_that_is_none_names_the_form() -> None:
    (line,) = lines(of_review(Review(make_document("2021-hybrid"))))
    assert line[1:5] == ("——", "——", "全文", "——")
    assert line[5] == form("2021-hybrid").title


def test_repairs_of_several_cells_are_asked_about_together() -> None:
    figures: dict[str, Figure] = {
        "requests.new.natural_person": 10,
        "requests.new.other_org": 5,
        "requests.new.total": 15,
        "requests.granted.natural_person": 9,
        "requests.granted.other_org": 6,
        "requests.granted.total": 15,
        "requests.total.natural_person": 9,
        "requests.total.other_org": 6,
        "requests.total.total": 15,
    }
    line = next(line for line in lines(make_handover("2021", figures)) if line[4] == "自然人")
    assert (
        "“自然人”列原报 10，是否应为 9；“一、本年新收政府信息公开申请数量”行“其他”列原报 5，是否应为 6？"
        in line[7]
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_without_problems_gets_one_sentence_and_no_list(language: str, tmp_path: Path) -> None:
    handover = make_handover("2021", {})
    letter = read(handover.write(tmp_path / "out.docx", language))
    none = {"zh": "未发现需要退回核实的问题", "en": "nothing that needs to go back"}[language]
    assert none in letter.prose
    assert letter.rows == []
    assert sheet_rows(handover.write(tmp_path / "out.xlsx", language)) == []
    assert printed_rows(handover, language) == []


addresses = st.sampled_from(form("2021").addresses)


@settings(max_examples=12, deadline=None)
@given(
    figures=st.dictionaries(addresses.map(str), st.integers(0, 30), max_size=8),
    corrected=st.dictionaries(addresses, st.tuples(st.integers(0, 30), st.sampled_from(Mistake)), max_size=3),
    language=st.sampled_from(["zh", "en"]),
)
def test_letter_sheet_and_print_hold_the_same_entries(
    tmp_path_factory: pytest.TempPathFactory,
    figures: dict[str, int],
    corrected: dict[Address, tuple[int, Mistake]],
    language: str,
) -> None:
    folder = tmp_path_factory.mktemp("same")
    corrections = [
        correction(address, figures.get(str(address), 0), after, "因故", mistake)
        for address, (after, mistake) in corrected.items()
    ]
    handover = make_handover("2021", dict(figures), *corrections)
    letter = read(handover.write(folder / "out.docx", language)).rows
    assert letter == [list(line) for line in lines(handover, language)]
    assert sheet_rows(handover.write(folder / "out.xlsx", language)) == letter
    assert printed_rows(handover, language) == letter
    assert all(all(text.strip() for text in line) for line in letter)


def test_the_head_is_repeated_no_line_is_cut_and_fonts_have_substitutes(tmp_path: Path) -> None:
    letter = docx.Document(str(corrected_handover().write(tmp_path / "out.docx")))
    section = letter.sections[0]
    assert section.page_height is not None
    assert section.page_width is not None
    assert section.page_height > section.page_width
    for table in letter.tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
    fonts = {each.get(qn("w:eastAsia")) for each in letter.element.iter(qn("w:rFonts"))}
    assert fonts == {"宋体", "仿宋"}
    known = letter.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE).blob.decode()
    assert "FangSong" in known
    assert "SimSun" in known


@pytest.mark.office
@pytest.mark.parametrize("language", ["zh", "en"])
def test_libreoffice_prints_every_entry_whole_under_a_head(
    language: str, tmp_path: Path, as_pdf: Callable[[Path], Path]
) -> None:
    figures: dict[str, Figure] = {
        str(address): number % 7 for number, address in enumerate(form("2021").addresses) if number % 4 == 0
    }
    letter = make_handover("2021", figures).write(tmp_path / "out.docx", language)
    entries = read(letter).rows
    assert len(entries) > 20
    with pypdfium2.PdfDocument(as_pdf(letter)) as pdf:
        pages = [squeezed(page.get_textpage().get_text_bounded()) for page in pdf]
    assert len(pages) > 2
    for entry in entries:
        on = [page for page in pages if squeezed(entry[7]) in page and squeezed(entry[6]) in page]
        assert on, entry
    head = {"zh": "请核实", "en": "Pleaseverify"}[language]
    assert all(head in page for page in pages[:-1])


def squeezed(text: str) -> str:
    """Without spaces, and without quotation marks, which are often drawn from another font, out of turn."""
    return "".join(text.translate(dict.fromkeys(map(ord, "“”"))).split())


def test_what_xml_cannot_hold_does_no_harm(tmp_path: Path) -> None:
    address = Address.parse("requests.new.total")
    handover = make_handover("2021", {}, correction(address, 0, 1, "\x00\x1b理由\ufffe<b>", Mistake.SOURCE))
    for ending in (".docx", ".xlsx", ".json"):
        handover.write(tmp_path / f"out{ending}")
    letter = read(tmp_path / "out.docx").rows
    assert "理由\ufffd<b>" in letter[0][7]
    assert printed_rows(handover, "zh") == letter


def test_rules_that_are_off_or_weighed_otherwise_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> tuple[str, str]:
        handover = make_handover("2021", {})
        letter = read(handover.write(tmp_path / "out.docx"))
        sheet = load_workbook(handover.write(tmp_path / "out.xlsx"))["来源"]
        return letter.prose, "\n".join(str(cell.value) for line in sheet.iter_rows() for cell in line)

    assert not any("form.year" in text for text in told())
    settings = RuleSettings(("history.jump",), {"form.year": Severity.INFO})
    monkeypatch.setattr("gouji.export.problem.rule_settings", lambda: settings)
    for text in told():
        assert "（history.jump）：停用" in text
        assert "（form.year）：改为提示" in text


def test_what_cannot_be_checked_for_want_of_words_is_not_sent_back() -> None:
    handover = make_handover("2021", {})
    report = replace(handover.review.document.report, year=None, sections=())
    handover = of_review(Review(Document(report)))
    assert {"form.year", "form.sections"} <= {finding.rule.id for finding in handover.findings}
    assert lines(handover) == []
