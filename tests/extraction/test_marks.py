"""One disturbance at a time, and the mark it leaves."""

from __future__ import annotations

from gouji.library import forms
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading, Report
from gouji.sources.strip import Grid, TextLine
from tests.balanced import balanced_figures
from tests.extraction.paper.test_ruled import grid, line, read_tables, retext, ruled_rows, whole
from tests.extraction.test_layouts import read_back
from tests.typeset import draw_figures, seeded, typeset

FORM = next(form for form in forms() if form.id == "2021")
PRINTED = draw_figures(FORM, seeded("marks"))
ROWS = ruled_rows(FORM.by_id["requests"], PRINTED)


def row_of(report: Report, row: str) -> list[Cell]:
    return [cell for address, cell in report.cells.items() if address[:2] == ("requests", row)]


def doubts(cells: list[Cell]) -> set[Doubt | None]:
    return {cell.doubt for cell in cells}


def read_requests(*parts: Grid | TextLine) -> Report:
    return read_tables(FORM, {**whole(FORM, PRINTED), "requests": list(parts)})


def line_of(lines: list[str], text: str) -> int:
    return next(index for index, each in enumerate(lines) if text in each)


def one_column(printed: dict[Address, str]) -> dict[Address, str]:
    """The figures as if only natural persons had applied, all other columns left blank."""
    blank = {address: "" for address in printed if address.table == "requests"}
    for row in FORM.by_id["requests"].rows:
        natural = printed[Address("requests", row, "natural_person")]
        blank |= {Address("requests", row, column): natural for column in ("natural_person", "total")}
    return printed | blank


def test_a_word_among_figures_is_no_figure_and_the_other_rows_tell_the_columns() -> None:
    """二、上年结转… | 5 | 6 | 见附件 ! | 8 | …, where labels take one column or more."""
    lines = typeset(FORM, PRINTED, "tight_tabs")
    at = line_of(lines, "二、上年结转")
    figure = PRINTED[Address("requests", "carried_in", "research")]
    lines[at] = lines[at].replace(f"\t{figure}\t", "\t见附件\t")
    cells = row_of(read_back(lines), "carried_in")
    assert doubts(cells) == {None, Doubt.NOT_A_NUMBER}
    assert cells[3].value == int(PRINTED[Address("requests", "carried_in", "public_interest")])


def test_a_single_gap_among_full_rows_may_be_a_lost_figure() -> None:
    """二、上年结转… | 5 | ! | 7 | …: its sum would agree with a blank cell, but no other row has one."""
    printed = {**PRINTED}
    for column in FORM.by_id["requests"].columns:
        printed[Address("requests", "carried_in", column)] = "0"
    lines = typeset(FORM, printed, "tabs")
    at = line_of(lines, "二、上年结转")
    lines[at] = lines[at].replace("\t0\t0\t0", "\t0\t\t0", 1)
    assert doubts(row_of(read_back(lines), "carried_in")) == {Doubt.SHORT_ROW}


def test_a_short_ruled_row_is_marked() -> None:
    """The slot of a column is not there at all, and no head says which."""
    short = (*ROWS[5][:2], *ROWS[5][3:])
    report = read_requests(grid([*ROWS[3:5], short, *ROWS[6:]]))
    assert [cell.reading for cell in row_of(report, "granted")] == [*[Reading.DOUBTFUL] * 6, Reading.MISSING]
    assert doubts(row_of(report, "granted")[:6]) == {Doubt.SHORT_ROW}


def test_a_row_printed_twice_with_other_figures_is_marked() -> None:
    other = tuple(retext(slot, "9" if slot.text.isdigit() else slot.text) for slot in ROWS[6])
    report = read_requests(grid([*ROWS[:7], ROWS[6], *ROWS[7:]]))
    assert doubts(row_of(report, "partly_granted")) == {None}
    report = read_requests(grid([*ROWS[:7], other, *ROWS[7:]]))
    assert doubts(row_of(report, "partly_granted")) == {Doubt.REPEATED}


def test_a_row_out_of_order_is_marked() -> None:
    report = read_requests(grid([*ROWS[:6], ROWS[9], *ROWS[6:9], *ROWS[10:]]))
    marked = {address.row for address, cell in report.cells.items() if cell.doubt}
    assert len(marked) == 1
    assert doubts(row_of(report, marked.pop())) == {Doubt.LABEL}


def test_figures_below_a_row_of_empty_cells_are_marked() -> None:
    """
    2.其他法律…  |     |     |
                 | 5 ! | 6 ! |     either the row's own, or those of a row whose label is lost
    """
    index = next(index for index, slot in enumerate(ROWS[8]) if slot.text.isdigit())
    empty = tuple(retext(slot, "" if slot.text.isdigit() else slot.text) for slot in ROWS[8])
    report = read_requests(grid([*ROWS[:8], empty, ROWS[8][index:], *ROWS[9:]]))
    assert doubts(row_of(report, "denied_by_law")) == {Doubt.NO_LABEL}


def test_a_label_under_another_group_is_marked() -> None:
    at = next(index for index, row in enumerate(ROWS) if any("信访举报" in slot.text for slot in row))
    other = tuple(retext(slot, slot.text.replace("（五）不予处理", "（四）无法提供")) for slot in ROWS[at])
    report = read_requests(grid([*ROWS[:at], other, *ROWS[at + 1 :]]))
    assert doubts(row_of(report, "rejected_petition")) == {Doubt.LABEL}


def test_a_rough_label_is_marked_and_an_unlike_one_is_not_taken() -> None:
    at = next(index for index, row in enumerate(ROWS) if any("公开出版物" in slot.text for slot in row))
    for printed, expected in (("3.要求提洪公开出板物", {Doubt.LABEL}), ("3.其他不予处理的申请", {None})):
        other = tuple(retext(slot, printed if "出版物" in slot.text else slot.text) for slot in ROWS[at])
        cells = row_of(read_requests(grid([*ROWS[:at], other, *ROWS[at + 1 :]])), "rejected_publication")
        assert doubts(cells) == expected
        assert (cells[0].reading is Reading.MISSING) == (None in expected)


def test_a_figure_below_an_empty_cell_may_be_a_page_number() -> None:
    """One cell a line: a cell is empty, and on the line below stands a 5 without a tab."""
    lines = typeset(FORM, PRINTED, "cells")
    at = line_of(lines, "二、上年结转") + 2
    lines[at : at + 1] = ["\t", "5"]
    cells = row_of(read_back(lines), "carried_in")
    assert (cells[1].value, cells[1].doubt) == (5, Doubt.TORN)


def test_a_page_number_within_a_grid_is_no_row() -> None:
    number = (retext(ROWS[0][0], "— 3 —"),)
    report = read_requests(grid([*ROWS[:8], number, *ROWS[8:]]))
    assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}
    lines = typeset(FORM, PRINTED, "tabs")
    at = line_of(lines, "二、上年结转")
    report = read_back([*lines[:at], "\t\t\t\t- 3 -\t\t\t\t\t", *lines[at:]])
    assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}


def test_a_page_number_between_the_halves_of_a_label_is_skipped() -> None:
    """
    2.重复   |     |
    — 3 —    |     |
    申请     | 5   | 6
    """
    at = next(index for index, row in enumerate(ROWS) if any("重复申请" in slot.text for slot in row))
    label, *figures = ROWS[at]
    halves = (retext(label, "2.重复"), retext(label, "— 3 —"), retext(label, "申请"))
    parts = [*ROWS[:at], halves[:1], halves[1:2], (halves[2], *figures), *ROWS[at + 1 :]]
    assert {cell.reading for cell in read_requests(grid(parts)).cells.values()} == {Reading.CLEAR}


def test_rows_with_gaps_are_believed_only_where_their_sums_agree() -> None:
    """自然人 | 商业企业 | … | 总计: natural persons and the total only, in every row; one total is wrong !

    The column of totals does not add up then: whatever stands in it may have moved.
    """
    printed = one_column(balanced_figures(FORM, seeded("gaps"), largest=99))
    total = Address("requests", "granted", "total")
    assert doubts(list(read_back(typeset(FORM, printed, "tabs")).cells.values())) == {None}
    printed[total] += "0"
    report = read_back(typeset(FORM, printed, "tabs"))
    marked = {address for address, cell in report.cells.items() if cell.doubt}
    assert {address for address in marked if address.column != "total"} == {
        address for address in FORM.addresses if address.row == "granted" and address != total
    }
    assert doubts(row_of(report, "granted")) == {Doubt.SHORT_ROW}


def test_a_figure_glued_to_its_label_is_marked() -> None:
    lines = typeset(FORM, PRINTED, "plain")
    at = line_of(lines, "行政许可")
    lines[at : at + 2] = [lines[at] + lines[at + 1]]
    cell = read_back(lines).cells[Address("proactive", "licensing", "decisions")]
    assert (cell.raw, cell.doubt) == (PRINTED[Address("proactive", "licensing", "decisions")], Doubt.TOUCHING)


def test_figures_glued_together_are_in_doubt_while_their_columns_do_not_add_up() -> None:
    """The figures drawn here add up in rows only: one witness is too few."""
    lines = typeset(FORM, PRINTED, "plain")
    start, end = line_of(lines, "三、收到和处理"), line_of(lines, "四、政府信息公开")
    report = read_back([*lines[: start + 1], "".join(lines[start + 1 : end]), *lines[end:]])
    assert doubts(row_of(report, "new")) == {Doubt.GLUED}
    assert [cell.raw for cell in row_of(report, "new")] == [
        PRINTED[Address("requests", "new", column)] for column in FORM.by_id["requests"].columns
    ]


def test_prose_is_kept_apart_from_tables_and_notes() -> None:
    lines = typeset(FORM, PRINTED, "markdown")
    contents = [f"{section.number}、{section.title}" for section in FORM.sections]
    at = line_of(lines, "五、存在的主要问题")
    note = "注：行政复议、行政诉讼数量含上年度结转数量。"
    report = read_back([lines[0], "目录", *contents, *lines[1:at], note, "本年无新增案件。", *lines[at:]])
    text = {section.number: section.text for section in report.sections}
    assert text["五"] == "全年工作平稳有序。\n一、下一步继续加强培训。"
    assert text["四"] == "本年无新增案件。"
    assert text["三"] == ""
    assert [(footnote.table, footnote.text) for footnote in report.footnotes] == [("disputes", note)]


def test_running_text_between_grids_is_no_part_of_them() -> None:
    report = read_requests(grid(ROWS[:8]), line("某某县农机推广站年度报告 3"), grid(ROWS[8:]))
    assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}
