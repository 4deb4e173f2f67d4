"""Ruled tables as a page's geometry gives them: whole, cut by pages, with blank cells and lost labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from gouji.extraction.extract import read_report
from gouji.library import forms
from gouji.model.form import Address, Form, Table
from gouji.model.geometry import Box
from gouji.model.layout import Place, Role, lay_out
from gouji.model.report import Doubt, Reading, Report, Source
from gouji.sources.strip import Grid, Slot, TextLine
from tests.typeset import TITLE, draw_figures, seeded

FORMS = {form.id: form for form in forms()}
WIDTH, HEIGHT = 40.0, 12.0
SOURCE = Source("made.pdf", "0" * 64, "application/pdf", 2)

Row = tuple[Slot, ...]
Strips = list[Grid | TextLine]

HEADS = 3
"""Rows of heads over the figures of table three."""


def ruled_rows(table: Table, printed: Mapping[Address, str]) -> list[Row]:
    """The table as rows of slots with boxes, a slot in the row it begins in."""
    layout = lay_out(table)
    rows: list[list[Slot]] = [[] for _ in range(layout.height)]
    for place in sorted(layout.places, key=lambda place: place.column):
        rows[place.row].append(ruled_slot(place, printed))
    return [tuple(row) for row in rows]


def ruled_slot(place: Place, printed: Mapping[Address, str]) -> Slot:
    text = printed[place.address] if place.address else place.text
    left, top = place.column * WIDTH, place.row * HEIGHT
    box = Box(left, top, left + place.column_span * WIDTH, top + place.row_span * HEIGHT)
    return Slot(text, 1, box, place.column, place.column_span, place.row_span)


def grid(rows: Iterable[Row]) -> Grid:
    return Grid(1, Box(0, 0, 400, 800), tuple(rows), ruled=True)


def line(text: str) -> TextLine:
    return TextLine(text, 1, Box(0, 0, 10.0 * len(text), HEIGHT))


def read_tables(form: Form, tables: Mapping[str, Strips]) -> Report:
    items: Strips = [line(TITLE)]
    for section in form.sections:
        items.append(line(f"{section.number}、{section.title}"))
        items += tables.get(section.table or "", [])
    return read_report(SOURCE, items)


def whole(form: Form, printed: Mapping[Address, str]) -> dict[str, Strips]:
    return {table.id: [grid(ruled_rows(table, printed))] for table in form}


def not_as_printed(report: Report, printed: Mapping[Address, str]) -> list[str]:
    """The cells that are not clear with what is printed, or not blank where nothing is."""
    return [
        f"{address}: {printed[address]!r} {cell}"
        for address, cell in report.cells.items()
        if (cell.raw, cell.reading)
        != (printed[address], Reading.CLEAR if printed[address] else Reading.BLANK)
    ]


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("blanks", [None, ""])
def test_ruled_tables_are_read_whole(form_id: str, blanks: str | None) -> None:
    form = FORMS[form_id]
    printed = draw_figures(form, seeded(form_id), blanks=blanks)
    report = read_tables(form, whole(form, printed))
    assert report.form.id == form_id
    assert not_as_printed(report, printed) == []


@pytest.mark.parametrize("repeated_heads", [False, True])
@pytest.mark.parametrize("blanks", [None, ""])
def test_a_page_may_end_after_any_row(*, repeated_heads: bool, blanks: str | None) -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("cut"), blanks=blanks)
    tables = whole(form, printed)
    rows = ruled_rows(form.by_id["requests"], printed)
    for cut in range(4, len(rows)):
        heads = rows[:3] if repeated_heads else []
        parts: Strips = [grid(rows[:cut]), line("— 3 —"), line("7"), grid([*heads, *rows[cut:]])]
        report = read_tables(form, {**tables, "requests": parts})
        assert not_as_printed(report, printed) == [], f"cut after row {cut}"


def figures_of(row: Row) -> int:
    return next(index for index, slot in enumerate(row) if slot.text.isdigit())


@pytest.mark.parametrize("blanks", [None, ""])
@pytest.mark.parametrize("figures_below", [False, True])
def test_a_label_may_be_torn_by_the_page_end(*, blanks: str | None, figures_below: bool) -> None:
    """The label is cut in two; the figures stand with its upper or its lower part."""
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("torn"), blanks=blanks)
    tables = whole(form, printed)
    table = form.by_id["requests"]
    rows = ruled_rows(table, printed)
    for at in range(3, len(rows)):
        label = next(slot for slot in reversed(rows[at]) if slot.text and not slot.text.isdigit())
        index = rows[at].index(label)
        before, after = rows[at][:index], rows[at][index + 1 :]
        for middle in range(2, len(label.text) - 1):
            upper, lower = retext(label, label.text[:middle]), retext(label, label.text[middle:])
            empty = tuple(retext(slot, "") for slot in after)
            torn = [
                (*before, upper, *(empty if figures_below else after)),
                (lower, *(after if figures_below else empty)),
            ]
            parts: Strips = [grid([*rows[:at], torn[0]]), line("— 3 —"), grid([torn[1], *rows[at + 1 :]])]
            report = read_tables(form, {**tables, "requests": parts})
            silent = [
                found
                for found in not_as_printed(report, printed)
                if "doubtful" not in found and "missing" not in found and "'' " not in found
            ]
            assert silent == [], f"row {at} torn after {upper.text}"


def retext(slot: Slot, text: str) -> Slot:
    return Slot(text, slot.page, slot.box, slot.column, slot.column_span, slot.row_span)


def test_a_row_whose_figures_a_page_tears_from_its_label_is_not_blank() -> None:
    """
    三、本年度 | （一）予以公开 |   |   …
                      － 2 －
    办理结果   |                | 3 | 3 …    the rest of the label of the group, and all figures of the row
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("torn off"))
    rows = ruled_rows(form.by_id["requests"], printed)
    for at in range(5, len(rows) - 2):
        first = figures_of(rows[at])
        above = (*rows[at][:first], *(retext(slot, "") for slot in rows[at][first:]))
        below = (retext(rows[at][0], "办理结果"), retext(rows[at][0], ""), *rows[at][first:])
        parts: Strips = [
            grid([*rows[:at], above]),
            line("－ 2 －"),
            grid([*rows[:3], below]),
            grid(rows[at + 1 :]),
        ]
        report = read_tables(form, {**whole(form, printed), "requests": parts})
        blank = [address for address, cell in report.cells.items() if cell.reading is Reading.BLANK]
        assert [address for address in blank if printed[address]] == [], f"row {at}"


def test_a_row_whose_figures_a_page_tears_in_two_is_not_read_as_its_upper_half() -> None:
    """
    三、本年度 | （一）予以公开 | 7437 | 3 | …
                      － 2 －
    办理结果   |                | 2381 |   | …    the rest of the label of the group, and of wrapped figures
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("torn in two"))
    rows = ruled_rows(form.by_id["requests"], printed)
    names = list(dict.fromkeys(address[:2] for address in form.addresses if address.table == "requests"))
    for at in range(5, len(rows) - 2):
        first = figures_of(rows[at])
        rest = [retext(rows[at][first], "2381"), *(retext(slot, "") for slot in rows[at][first + 1 :])]
        below = (retext(rows[at][0], "办理结果"), retext(rows[at][0], ""), *rest)
        parts: Strips = [
            grid(rows[: at + 1]),
            line("－ 2 －"),
            grid([*rows[:3], below]),
            grid(rows[at + 1 :]),
        ]
        report = read_tables(form, {**whole(form, printed), "requests": parts})
        torn = {address: cell for address, cell in report.cells.items() if address[:2] == names[at - HEADS]}
        assert [address for address, cell in torn.items() if cell.reading is Reading.CLEAR] == [], f"row {at}"


@pytest.mark.parametrize(("step", "digits"), [(1, "7"), (4, "7"), (15, "６８，２")])
def test_the_only_row_of_a_table_that_a_page_tears_in_two_is_not_read_as_one_half(
    step: int, digits: str
) -> None:
    """
    结果维持 | 结果纠正 | …
    7        |          | …      the first digits of its figures, in some cells or in all
                － 5 －
    0        | 66       | …
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("torn row"))
    *heads, figures = ruled_rows(form.by_id["disputes"], printed)
    upper = tuple(retext(slot, "" if index % step else digits) for index, slot in enumerate(figures))
    above = grid([*heads, upper])
    report = read_tables(
        form, {**whole(form, printed), "disputes": [above, line("－ 5 －"), grid([figures])]}
    )
    sure = {
        address for address, cell in report.cells.items() if cell.reading in (Reading.CLEAR, Reading.BLANK)
    }
    assert sure.isdisjoint(form.by_id["disputes"].addresses)
    assert sure == set(form.addresses) - set(form.by_id["disputes"].addresses)


def test_a_lone_figure_on_the_next_page_may_be_the_end_of_one_in_a_table_without_lines() -> None:
    """
    38311      | …       the only row, at the end of a page
       － 5 －
    9                    and not the number of this page, which is 2
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("lone figure"))
    rows = ruled_rows(form.by_id["disputes"], printed)
    loose = replace(grid(rows), ruled=False)
    for text, reading in (("9", Reading.DOUBTFUL), ("2", Reading.CLEAR)):
        below = TextLine(text, 2, Box(0, 0, 10, HEIGHT))
        report = read_tables(form, {**whole(form, printed), "disputes": [loose, line("－ 1 －"), below]})
        assert {report.cells[address].reading for address in form.by_id["disputes"].addresses} == {reading}


def test_figures_alone_on_the_pages_around_may_be_parts_of_those_in_a_table_without_lines() -> None:
    """
    10 | 7                          beginnings, at the end of the page before
    38311 | 512 | 66 | …            the only row
    47 | 8 | 5                      ends, on the next page
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("several figures"))
    *heads, figures = ruled_rows(form.by_id["disputes"], printed)
    above = grid(heads)
    row = replace(grid([tuple(slot._replace(page=2) for slot in figures)]), ruled=False)
    beginnings = TextLine("10 7", 1, Box(0, 0, 40, HEIGHT))
    ends = TextLine("47 8 5", 3, Box(0, 0, 40, HEIGHT))
    for upper, lower in ((beginnings, row), (row, ends)):
        report = read_tables(form, {**whole(form, printed), "disputes": [above, upper, lower]})
        readings = {report.cells[address].reading for address in form.by_id["disputes"].addresses}
        assert readings == {Reading.DOUBTFUL}


def test_the_form_is_told_by_labels_that_ran_together_with_their_figures() -> None:
    """规章|0|o|0 in one cell: the lines between were too faint to be seen."""
    form = FORMS["2019"]
    printed = draw_figures(form, seeded("faint"))
    rows = ruled_rows(form.by_id["proactive"], printed)
    faint = [(retext(row[0], "|".join(slot.text for slot in row if slot.text)),) for row in rows]
    report = read_tables(form, {**whole(form, printed), "proactive": [grid(faint)]})
    assert report.form.id == "2019"


def test_a_row_that_is_called_like_a_column_is_no_head_of_it() -> None:
    """Its own numbering is lost, and so is the head; the printer cut off the figures of the column."""
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("cut off"))
    cut = {address: "1" if address.column == "total" else text for address, text in printed.items()}
    called = {"总计": "", "（七）总计": "总计"}
    rows = [
        [retext(slot, called.get(slot.text, slot.text)) for slot in row]
        for row in ruled_rows(form.by_id["requests"], cut)
    ]
    report = read_tables(form, {**whole(form, cut), "requests": [grid(map(tuple, rows))]})
    totals = {address: cell for address, cell in report.cells.items() if address.column == "total"}
    sure = [address for address, cell in totals.items() if cell.reading is Reading.CLEAR]
    assert [address for address in sure if address.table == "requests"] == []


def test_a_row_that_lacks_a_cell_is_not_moved_under_other_heads() -> None:
    """
    自然人 | 某某 | 科研机构 | … | 总计
                － 2 －
    42     |      | 453      | …          the column under the strange head is blank, and there is no total
    """
    form = FORMS["2021"]
    drawn = draw_figures(form, seeded("no total"))
    printed = {
        address: "" if address[::2] == ("requests", "business") else text for address, text in drawn.items()
    }
    rows = ruled_rows(form.by_id["requests"], printed)
    heads = [
        [retext(slot, "某某" if slot.text == "商业企业" else slot.text) for slot in row] for row in rows[:3]
    ]
    short = [row[:-1] for row in rows[8:16]]
    parts: Strips = [grid([*map(tuple, heads), *rows[3:8]]), line("－ 2 －"), grid([*short, *rows[16:]])]
    report = read_tables(form, {**whole(form, printed), "requests": parts})
    clear = {address: cell for address, cell in report.cells.items() if cell.reading is Reading.CLEAR}
    assert [address for address, cell in clear.items() if cell.raw != printed[address]] == []


def test_a_figure_beside_words_without_one_may_be_theirs() -> None:
    """
    规范性文件 |            0|（其中新制定28件） |  15      the 0 was set over the line between the cells
    """
    form = FORMS["2021"]
    issued, repealed, in_force = form.by_id["proactive"].addresses[3:6]
    printed = draw_figures(form, seeded("slipped")) | {issued: "0", repealed: "（其中新制定28件）"}
    cells = read_tables(form, whole(form, printed)).cells
    assert {address for address, cell in cells.items() if cell.reading is not Reading.CLEAR} == {
        issued,
        repealed,
        in_force,
    }


def test_a_lost_label_follows_from_its_neighbours() -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("lost"))
    rows = ruled_rows(form.by_id["requests"], printed)
    for at in range(6, len(rows) - 1):
        bare = tuple(retext(slot, slot.text if slot.text.isdigit() else "") for slot in rows[at])
        parts: Strips = [grid([*rows[:at], bare, *rows[at + 1 :]])]
        report = read_tables(form, {**whole(form, printed), "requests": parts})
        marked = {cell.doubt for cell in report.cells.values()}
        assert marked == {None, Doubt.NO_LABEL}
        assert all(cell.raw == printed[address] for address, cell in report.cells.items())


def test_a_swapped_pair_of_columns_is_marked() -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("swap"))
    rows = ruled_rows(form.by_id["requests"], printed)
    heads = list(rows[2])
    heads[0], heads[1] = retext(heads[0], heads[1].text), retext(heads[1], heads[0].text)
    parts: Strips = [grid([*rows[:2], tuple(heads), *rows[3:]])]
    report = read_tables(form, {**whole(form, printed), "requests": parts})
    assert report.cells[Address("requests", "new", "business")].reading is Reading.DOUBTFUL


def test_figures_of_no_row_cast_doubt_on_their_neighbours() -> None:
    """Digits alone in a row, which may have slipped out of the row above or below."""
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("rest"))
    rows = ruled_rows(form.by_id["requests"], printed)
    rest = tuple(retext(slot, "42" if slot is rows[9][-1] else "") for slot in rows[9])
    parts: Strips = [grid([*rows[:10], rest, *rows[10:]])]
    report = read_tables(form, {**whole(form, printed), "requests": parts})
    row = form.by_id["requests"].addresses
    torn = {address.row for address in row if report.cells[address].doubt is Doubt.TORN}
    assert "denied_third_party" in torn


@pytest.mark.parametrize("with_label", [False, True])
def test_digits_wrapped_onto_the_next_page_are_put_together(*, with_label: bool) -> None:
    """
    page 1 | 2.申请人逾期未按收费 | 352 | 0 |
    page 2 | 通知要求缴纳费用…    | 6 !  |   |
    """
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("wrapped"))
    address = Address("requests", "other_fee_unpaid", "natural_person")
    printed[address] = "3526"
    rows = ruled_rows(form.by_id["requests"], printed)
    at = next(index for index, row in enumerate(rows) if any(slot.text == "3526" for slot in row))
    label = rows[at][0]
    cut = 10 if with_label else len(label.text)
    upper = (retext(label, label.text[:cut]), retext(rows[at][1], "352"), *rows[at][2:])
    lower = (
        retext(label, label.text[cut:]),
        retext(rows[at][1], "6"),
        *(retext(s, "") for s in rows[at][2:]),
    )
    parts: Strips = [grid([*rows[:at], upper]), line("— 3 —"), grid([lower, *rows[at + 1 :]])]
    report = read_tables(form, {**whole(form, printed), "requests": parts})
    assert (report.cells[address].value, report.cells[address].doubt) == (3526, Doubt.TORN)
    others = {cell.reading for where, cell in report.cells.items() if where != address}
    assert others == {Reading.CLEAR}


def test_empty_slots_of_merged_labels_are_no_blank_cells() -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded("stray"))
    rows = ruled_rows(form.by_id["requests"], printed)
    stray = [(*row[:1], retext(row[0], ""), *row[1:]) for row in rows]
    report = read_tables(form, {**whole(form, printed), "requests": [grid(stray)]})
    assert not_as_printed(report, printed) == []


def test_every_place_of_the_layout_is_a_slot() -> None:
    """The rows above are made of all places, or the tests above would test less than they say."""
    for form in FORMS.values():
        for table in form:
            places = lay_out(table).places
            slots = [slot for row in ruled_rows(table, draw_figures(form, seeded(1))) for slot in row]
            assert len(slots) == len(places)
            assert sum(place.role is Role.FIGURE for place in places) == len(table.addresses)
