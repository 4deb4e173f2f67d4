"""Heads that a page end tears, forms told by their own rows, and places on pages that were turned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from gouji.extraction import extract
from gouji.extraction.seen import box_as_seen
from gouji.model.form import Address, Form
from gouji.model.geometry import Box
from gouji.model.report import Doubt, Reading
from gouji.sources.page import OpenedSource, Page, Ruling, Word
from gouji.sources.strip import Slot
from gouji.sources.turning import turned, upright
from tests.balanced import balanced_figures
from tests.extraction.paper.test_ruled import (
    FORMS,
    SOURCE,
    WIDTH,
    Row,
    grid,
    line,
    not_as_printed,
    read_tables,
    retext,
    ruled_rows,
    whole,
)
from tests.typeset import TITLE, draw_figures, seeded

FIRST = 3 * WIDTH
"""Where the columns of figures begin."""


def without(row: Row, text: str) -> Row:
    return tuple(retext(slot, "") if slot.text == text else slot for slot in row)


def test_a_head_torn_by_the_page_end_shifts_no_figure() -> None:
    """
    商 |科研机构 …      one of the heads is illegible; below another stands a blank column
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("head"))
    for address in form.by_id["requests"].addresses:
        if address.column in ("research", "total"):
            printed[address] = ""
    rows = [without(row, "商业企业") for row in ruled_rows(form.by_id["requests"], printed)]
    report = read_tables(
        form, {**whole(form, printed), "requests": [grid(rows[:3]), line("— 3 —"), grid(rows[3:])]}
    )
    cells = {address: report.cells[address] for address in form.by_id["requests"].addresses}
    assert {address: cell.raw for address, cell in cells.items()} == {
        address: printed[address] for address in cells
    }
    assert {cell.doubt for address, cell in cells.items() if address.column == "business"} == {Doubt.COLUMN}
    assert {cell.doubt for address, cell in cells.items() if address.column != "business"} == {None}


def test_a_figure_beside_all_heads_moves_the_row_into_doubt() -> None:
    """A head is illegible, and a cell is lost: the figures stand no longer under their heads."""
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("beside"))
    rows = [without(row, "商业企业") for row in ruled_rows(form.by_id["requests"], printed)]
    at = next(index for index, row in enumerate(rows) if row[-1].text and index > 4)
    rows[at] = tuple(slot for slot in rows[at] if slot is not rows[at][-1])
    report = read_tables(form, {**whole(form, printed), "requests": [grid(rows)]})
    sure = {
        address: cell
        for address, cell in report.cells.items()
        if cell.reading in (Reading.CLEAR, Reading.BLANK)
    }
    assert [address for address, cell in sure.items() if cell.raw != printed[address]] == []


@pytest.mark.parametrize("blanks", ["", "/"])
def test_figures_under_illegible_heads_stand_in_order_where_every_cell_is_ruled(blanks: str) -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("across"), blanks=blanks)
    rows = ruled_rows(form.by_id["disputes"], printed)
    torn = [*(tuple(retext(slot, slot.text[:2]) for slot in row) for row in rows[:-1]), rows[-1]]
    report = read_tables(
        form, {**whole(form, printed), "disputes": [grid(torn[:-1]), line("7"), grid(torn[-1:])]}
    )
    for address in form.by_id["disputes"].addresses:
        assert report.cells[address].raw == printed[address]


def test_a_form_whose_own_rows_are_named_is_that_form() -> None:
    """
    （六）其他处理 | 1.申请人无正当理由 … |    the labels of the three rows are torn, so that none is found
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("named"))
    rows = ruled_rows(form.by_id["requests"], printed)
    torn = []
    for row in rows:
        label = next((slot for slot in row if slot.text.startswith(("1.申请人无", "2.申请人逾"))), None)
        if label is None:
            torn.append(row)
            continue
        cut = len(label.text) // 2
        torn.append(tuple(retext(slot, slot.text[:cut]) if slot is label else slot for slot in row))
        torn.append((retext(label, label.text[cut:] + "某"),))
    report = read_tables(form, {**whole(form, printed), "requests": [grid(torn)]})
    assert report.form.id == "2021"


def test_a_form_of_whose_own_rows_only_the_shortest_is_printed_is_that_form() -> None:
    """
    （五）不予处理 | 4.无正当理由 …    the rows below are cut off with the page
                    | 3.其他 | 1 | 2 …
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("shortest"))
    rows = ruled_rows(form.by_id["requests"], printed)
    last = next(index for index, row in enumerate(rows) if any(slot.text == "3.其他" for slot in row))
    excessive = next(
        index for index, row in enumerate(rows) if any(slot.text.startswith("4.无正当") for slot in row)
    )
    kept = [*rows[:excessive], *rows[last:]]
    report = read_tables(form, {**whole(form, printed), "requests": [grid(kept)]})
    assert report.form.id == "2021"


def test_a_label_behind_a_part_of_its_group_is_that_of_its_row() -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("behind"))
    rows = ruled_rows(form.by_id["requests"], printed)
    joined: list[Row] = []
    for row in rows:
        groups = [
            slot
            for slot in row
            if slot.text.startswith(("三、本", "（三）", "（四）", "（五）")) and slot.row_span > 1
        ]
        label = next((slot for slot in row if slot.text[:2] in ("1.", "（一")), None)
        if not groups or label is None:
            joined.append(row)
            continue
        text = groups[-1].text + label.text
        joined.append(
            tuple(retext(slot, text) if slot is label else slot for slot in row if slot is not groups[-1])
        )
    report = read_tables(form, {**whole(form, printed), "requests": [grid(joined)]})
    assert all(report.cells[address].raw == printed[address] for address in form.by_id["requests"].addresses)


def loose_rows(form: Form, printed: Mapping[Address, str]) -> list[Row]:
    """The rows found without rulings where a column is blank: another is found before the first."""
    rows: list[Row] = []
    for row in ruled_rows(form.by_id["requests"], printed):
        figures = [slot for slot in row if slot.box.x0 >= FIRST and slot.text.isdigit()]
        if not figures:
            rows.append(row)
            continue
        labels = tuple(slot for slot in row if slot.box.x0 < FIRST)
        box = figures[0].box
        phantom = figures[0]._replace(text="", box=Box(FIRST - 4, box.top, FIRST, box.bottom), column=2)
        rows.append((*labels, phantom, *figures))
    return rows


def test_figures_beside_their_heads_are_doubted_where_no_lines_part_the_columns() -> None:
    """Each row has as many places as columns, but they are not those: every sum holds all the same."""
    form = FORMS["2021"]
    printed = balanced_figures(form, seeded("aside"))
    for address in form.by_id["requests"].addresses:
        if address.column == "other_org":
            total = Address("requests", address.row, "total")
            printed[total] = str(int(printed[total]) - int(printed[address]))
            printed[address] = ""
    rows = replace(grid(loose_rows(form, printed)), ruled=False)
    report = read_tables(form, {**whole(form, printed), "requests": [rows]})
    sure = [cell for cell in report.cells.values() if cell.reading in (Reading.CLEAR, Reading.BLANK)]
    wrong = [
        address
        for address, cell in report.cells.items()
        if cell in sure and (cell.raw or "") != printed[address]
    ]
    assert wrong == []


def test_a_doubt_about_a_figure_outlasts_one_about_its_place() -> None:
    """The sums prove where a row belongs, but not that a figure is whole."""
    form = FORMS["2021"]
    printed = balanced_figures(form, seeded("outlasts"))
    rows = ruled_rows(form.by_id["requests"], printed)
    at = 8
    bare = tuple(
        slot._replace(doubt=Doubt.TORN) if slot.text.isdigit() else retext(slot, "") for slot in rows[at]
    )
    report = read_tables(
        form, {**whole(form, printed), "requests": [grid([*rows[:at], bare, *rows[at + 1 :]])]}
    )
    assert [cell.doubt for cell in report.cells.values() if cell.doubt] == [Doubt.TORN] * 7


def test_what_hangs_below_a_loose_row_casts_doubt_on_it() -> None:
    """
    （五）不  1.信访举报…  5011344
    予处理               75
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("hangs"))
    rows = ruled_rows(form.by_id["requests"], printed)
    rest = tuple(
        retext(slot, "75" if slot is rows[9][-1] else "予处理" if slot is rows[9][0] else "")
        for slot in rows[9]
    )
    below = replace(grid([*rows[:10], rest, *rows[10:]]), ruled=False)
    report = read_tables(form, {**whole(form, printed), "requests": [below]})
    torn = {address.row for address, cell in report.cells.items() if cell.doubt is Doubt.TORN}
    assert "denied_third_party" in torn


def test_a_second_part_with_columns_of_its_own_is_not_read_by_the_heads_of_the_first() -> None:
    """Its cells stand a whole column further to the right, and a column is blank."""
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("second part"))
    for address in form.by_id["requests"].addresses:
        if address.column == "legal_service":
            printed[address] = ""
    rows = ruled_rows(form.by_id["requests"], printed)
    below = [
        tuple(
            slot._replace(box=Box(slot.box.x0 + WIDTH, slot.box.top, slot.box.x1 + WIDTH, slot.box.bottom))
            for slot in row
        )
        for row in rows[12:]
    ]
    report = read_tables(form, {**whole(form, printed), "requests": [grid(rows[:12]), grid(below)]})
    assert not_as_printed(report, printed) == []


def sideways(quarters: int) -> OpenedSource:
    """A report of one page that is seen turned, its tables ruled and every word in its slot."""
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("turned"))
    words: list[Word] = []
    rulings: list[Ruling] = []
    top = 0.0

    def write(text: str) -> None:
        nonlocal top
        words.append(Word(text, Box(0, top, 10.0 * len(text), top + 10)))
        top += 30

    write(TITLE)
    for section in form.sections:
        write(f"{section.number}、{section.title}")
        if section.table is None:
            continue
        slots = [slot for row in ruled_rows(form.by_id[section.table], printed) for slot in row]
        for slot in slots:
            words += [Word(slot.text, moved(slot, top, within=4))] if slot.text else []
            rulings += [Ruling(edge) for edge in edges(moved(slot, top))]
        top += max(slot.box.bottom for slot in slots) + 30
    level = Page(1, 900.0, top + 100, tuple(words), tuple(rulings))
    seen = replace(upright(replace(level, sideways=-quarters % 4)), sideways=quarters % 4)
    return OpenedSource(SOURCE, (seen,))


def moved(slot: Slot, down: float, within: float = 0.0) -> Box:
    box = slot.box
    return Box(
        box.x0 + 20 + within,
        box.top + down + within / 2,
        box.x1 + 20 - within,
        box.bottom + down - within / 2,
    )


def edges(box: Box) -> list[Box]:
    return [
        Box(box.x0, box.top, box.x1, box.top),
        Box(box.x0, box.bottom, box.x1, box.bottom),
        Box(box.x0, box.top, box.x0, box.bottom),
        Box(box.x1, box.top, box.x1, box.bottom),
    ]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_seen_sideways_is_read_as_one_that_is_not(quarters: int) -> None:
    """Every cell is clear, and shown where its word is seen."""
    opened = sideways(quarters)
    (page,) = opened.pages
    report = extract(opened)
    printed = draw_figures(FORMS["2021"], seeded("turned"))
    assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}
    assert {address: cell.raw for address, cell in report.cells.items()} == printed
    places = [report.cells[address].provenance for address in printed]
    assert all(
        any(place.box.union(word.box) == place.box and word.text == printed[address] for word in page.words)
        for address, place in zip(printed, places, strict=True)
        if place is not None
    )
    assert Address("requests", "new", "total") in report.cells


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_box_goes_back_to_where_it_is_seen(quarters: int) -> None:
    page = Page(1, 400, 300, (), (), sideways=quarters)
    seen = Box(10, 20, 50, 30)
    assert box_as_seen(turned(seen, quarters, page.width, page.height), page) == seen
