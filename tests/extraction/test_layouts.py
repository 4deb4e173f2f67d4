"""Reports typeset in every text layout, read back: equal, or marked where something is disturbed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.errors import NotAReportError
from gouji.extraction import extract
from gouji.extraction.numerals import read_figure
from gouji.library import forms
from gouji.model.form import Address, Form
from gouji.model.report import Number, Reading, Report, Source
from gouji.sources.page import OpenedSource, Page
from tests.balanced import balanced_figures
from tests.typeset import LAYOUTS, TITLE, UNIT, YEAR, draw_figures, seeded, typeset

FORMS = {form.id: form for form in forms()}
BLANKS = ("", "/", "—", "－", "无")


def read_back(lines: list[str]) -> Report:
    source = Source("made.txt", "0" * 64, "text/plain", 1, "utf-8")
    return extract(OpenedSource(source, (Page(1, 80, len(lines), ()),), tuple(lines)))


def value_of(text: str) -> Number | None:
    if text in BLANKS:
        return None
    return Decimal(text) if "." in text else int(text)


def silently_wrong(report: Report, printed: Mapping[Address, str]) -> list[str]:
    """The cells that are clear or blank, and not what was printed."""
    return [
        f"{address}: {printed.get(address)!r} read as {cell.value} ({cell.reading})"
        for address, cell in report.cells.items()
        if cell.reading in (Reading.CLEAR, Reading.BLANK)
        and (address not in printed or cell.value != value_of(printed[address]))
    ]


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_is_clear_and_right(form_id: str, layout: str) -> None:
    form = FORMS[form_id]
    printed = draw_figures(form, seeded(f"{form_id} {layout}"))
    report = read_back(typeset(form, printed, layout))
    assert (report.form.id, report.year, report.unit, report.title) == (form_id, YEAR, UNIT, TITLE)
    assert {address: cell.value for address, cell in report.cells.items()} == {
        address: value_of(text) for address, text in printed.items()
    }
    assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}
    assert [section.number for section in report.sections] == ["一", "二", "三", "四", "五", "六"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_boxes_hold_what_was_read(layout: str) -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded(layout))
    lines = typeset(form, printed, layout)
    for address, cell in read_back(lines).cells.items():
        assert cell.provenance is not None
        box = cell.provenance.box
        assert (cell.provenance.page, box.bottom - box.top) == (1, 1)
        assert lines[int(box.top)][int(box.x0) : int(box.x1)] == printed[address] == cell.raw


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form_id", FORMS)
def test_blank_cells_never_shift_a_figure(form_id: str, layout: str, blank: str) -> None:
    form = FORMS[form_id]
    printed = draw_figures(form, seeded(f"{blank} {layout}"), blanks=blank)
    report = read_back(typeset(form, printed, layout))
    assert silently_wrong(report, printed) == []
    if blank:
        assert report.form.id == form_id
        assert all(cell.value == value_of(printed[address]) for address, cell in report.cells.items())


@pytest.mark.parametrize("layout", ["tabs", "markdown", "cells"])
def test_blank_columns_are_blank_where_the_sums_agree(layout: str) -> None:
    form = FORMS["2021"]
    printed = balanced_figures(form, seeded(layout))
    for address in form.by_id["requests"].addresses:
        if address.column not in ("natural_person", "total"):
            printed[address] = ""
    for row in form.by_id["requests"].rows:
        printed[Address("requests", row, "total")] = printed[Address("requests", row, "natural_person")]
    cells = read_back(typeset(form, printed, layout)).cells
    assert {cells[Address("requests", "new", "research")].reading} == {Reading.BLANK}
    assert all(cell.reading in (Reading.CLEAR, Reading.BLANK) for cell in cells.values())


def drop_line(lines: list[str], at: int, _random: Random) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def repeat_line(lines: list[str], at: int, _random: Random) -> list[str]:
    return lines[: at + 1] + lines[at:]


def number_pages(lines: list[str], at: int, random: Random) -> list[str]:
    mark = random.choice(["— 3 —", "- 3 -", "3", "    3    ", "第 3 页 共 7 页", "3/7", "\f"])
    return [*lines[:at], *random.choice([[mark], ["", mark, ""], ["", mark]]), *lines[at:]]


def cut_table(lines: list[str], at: int, _random: Random) -> list[str]:
    return [*lines[:at], "", "", *lines[at:]]


def garble_label(lines: list[str], at: int, random: Random) -> list[str]:
    """Leave out or change a character that is no part of a figure."""
    line = lines[at]
    words = [index for index, char in enumerate(line) if char > "\u3400" and char < "\u9fff"]
    if not words:
        return lines
    index = random.choice(words)
    return [*lines[:at], line[:index] + random.choice(["", "口", "　"]) + line[index + 1 :], *lines[at + 1 :]]


def lose_cell(lines: list[str], at: int, random: Random) -> list[str]:
    """Leave out one cell of a line, its mark as well."""
    mark = "\t" if "\t" in lines[at] else "|"
    parts = lines[at].split(mark)
    del parts[random.randrange(len(parts))]
    return [*lines[:at], mark.join(parts), *lines[at + 1 :]]


def lose_figure(lines: list[str], at: int, random: Random) -> list[str]:
    """Move all cells after a lost figure one to the left, and fill the line up."""
    mark = "\t" if "\t" in lines[at] else "|"
    parts = lines[at].split(mark)
    figures = [index for index, part in enumerate(parts) if part.strip() and read_figure(part)]
    if len(figures) < 2:
        return lines
    del parts[random.choice(figures)]
    return [*lines[:at], mark.join([*parts, ""]), *lines[at + 1 :]]


def tear_line(lines: list[str], at: int, random: Random) -> list[str]:
    """Break a line within its label."""
    label = lines[at].strip()
    if read_figure(label) is not None or len(label) < 4:
        return lines
    middle = lines[at].index(label[0]) + random.randint(1, 3)
    if any(char.isdigit() for char in lines[at][max(middle - 1, 0) : middle + 1]):
        return lines
    return [*lines[:at], lines[at][:middle], lines[at][middle:], *lines[at + 1 :]]


DISTURBANCES = [
    drop_line,
    repeat_line,
    number_pages,
    cut_table,
    garble_label,
    lose_cell,
    lose_figure,
    tear_line,
]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(sorted(LAYOUTS)),
    st.sampled_from(DISTURBANCES),
    st.randoms(use_true_random=False),
)
def test_a_disturbed_report_is_never_silently_wrong(
    form_id: str, layout: str, disturb: object, random: Random
) -> None:
    assert_not_silent(FORMS[form_id], layout, disturb, random)


def assert_not_silent(form: Form, layout: str, disturb: object, random: Random) -> None:
    assert callable(disturb)
    printed = draw_figures(form, random)
    lines = typeset(form, printed, layout)
    disturbed = disturb(lines, random.randrange(3, len(lines)), random)
    try:
        report = read_back(disturbed)
    except NotAReportError:
        return
    if report.form.id == form.id:
        assert silently_wrong(report, printed) == []
