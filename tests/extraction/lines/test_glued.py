"""Reports whose tables are printed in one line, without anything between labels and figures."""

from __future__ import annotations

from random import Random

import pytest

from gouji.extraction.lines.glued import plain_text, stretches
from gouji.model.form import Address, Form
from gouji.model.geometry import Box
from gouji.model.report import Doubt, Reading, Report
from gouji.sources.strip import TextLine
from tests.balanced import balanced_figures
from tests.extraction.test_layouts import FORMS, read_back, silently_wrong, value_of
from tests.typeset import GLUED, seeded, typeset

FORM = FORMS["2021"]
PRINTED = balanced_figures(FORM, seeded("glued"), largest=99, zeros=0.6)
CASES = 60
"""So many reports are tried of each kind; many times as many were by hand."""


def cells_of(text: str) -> list[tuple[list[str], list[str]]]:
    item = TextLine(text, 1, Box(0, 0, len(text), 1))
    return [
        ([slot.text for slot in labels], [slot.text for slot in run])
        for labels, run in stretches(item, plain_text(item.text))
    ]


def test_labels_are_found_between_the_figures() -> None:
    assert cells_of(
        "（三）不予公开1.属于国家秘密40000042.其他法律行政法规禁止公开00000003.危及“三安全一稳定”12"
    ) == [
        (["（三）不予公开", "1.属于国家秘密"], ["4000004"]),
        (["2.其他法律行政法规禁止公开"], ["0000000"]),
        (["3.危及“三安全一稳定"], ["12"]),
    ]
    assert cells_of("行政处罚1282行政强制42第二十条第（八）项信息内容") == [
        (["行政处罚"], ["1282"]),
        (["行政强制"], ["42"]),
        (["第二十条第（八）项", "信息内容"], []),
    ]


def test_the_longest_label_is_taken() -> None:
    assert cells_of("（六）其他处理1.重复申请00000002.其他0000000（七）总计5")[0][0] == [
        "（六）其他处理",
        "1.重复申请",
    ]
    assert cells_of("行政规范性文件693665行政许可2293") == [
        (["行政规范性文件"], ["693665"]),
        (["行政许可"], ["2293"]),
    ]


def test_a_decimal_is_one_figure() -> None:
    assert cells_of("信息内容行政事业性收费24252.311082") == [
        (["信息内容", "行政事业性收费"], ["24252.311082"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "行政许可2293件，行政处罚1282件，均已录入平台。",
        "全年办理行政许可2293件",
        "1.属于国家秘密 0 0 0 0 0 0 0",
        "规章",
        "",
    ],
)
def test_other_lines_are_left_alone(text: str) -> None:
    assert cells_of(text) == []


def test_a_heading_in_the_line_is_a_line_of_its_own() -> None:
    labels = [labels for labels, _ in cells_of("二、主动公开政府信息情况第二十条第（一）项信息内容规章000")]
    assert labels == [["二、主动公开政府信息情况"], ["第二十条第（一）项", "信息内容", "规章"]]


@pytest.mark.parametrize("layout", GLUED)
@pytest.mark.parametrize("form_id", FORMS)
def test_the_sums_tell_the_figures_apart(form_id: str, layout: str) -> None:
    form = FORMS[form_id]
    printed = balanced_figures(form, seeded(f"{form_id} {layout}"), largest=9_999, zeros=0.4)
    report = read_back(typeset(form, printed, layout))
    assert report.form.id == form_id
    assert silently_wrong(report, printed) == []
    summed = {address: cell for address, cell in report.cells.items() if address.table != "proactive"}
    assert all(cell.value == int(printed[address]) for address, cell in summed.items())
    clear = sum(cell.reading is Reading.CLEAR for cell in summed.values())
    assert clear >= 0.8 * len(summed)


@pytest.mark.parametrize("layout", GLUED)
def test_boxes_hold_what_was_read(layout: str) -> None:
    lines = typeset(FORM, PRINTED, layout)
    for address, cell in read_back(lines).cells.items():
        assert cell.provenance is not None
        box = cell.provenance.box
        assert lines[int(box.top)][round(box.x0) : round(box.x1)] == cell.raw
        assert cell.value is None or cell.raw == PRINTED[address]


def glued(changes: dict[str, str]) -> Report:
    """The report with other figures in these cells, in one line a table."""
    return read_back(
        typeset(FORM, PRINTED | {Address.parse(name): text for name, text in changes.items()}, "glued")
    )


def row_of(report: Report, row: str) -> list[tuple[object, Reading, Doubt | None]]:
    return [(c.value, c.reading, c.doubt) for address, c in report.cells.items() if address.row == row]


def test_figures_without_a_sum_are_in_doubt_unless_they_are_zeros() -> None:
    names = [f"proactive.normative_documents.{column}" for column in ("issued", "repealed", "in_force")]
    cells = row_of(glued(dict(zip(names, ("69", "3", "665"), strict=True))), "normative_documents")
    assert cells == [(value, Reading.DOUBTFUL, Doubt.GLUED) for value in (69, 3, 665)]
    cells = row_of(glued(dict.fromkeys(names, "0")), "normative_documents")
    assert cells == [(0, Reading.CLEAR, None)] * 3
    report = glued(dict(zip(names, ("5", "3", "1"), strict=True)))
    assert row_of(report, "normative_documents") == [(None, Reading.DOUBTFUL, Doubt.GLUED)] * 3
    assert report.cells[Address.parse(names[0])].raw == "531"


def test_a_row_that_does_not_add_up_is_cut_by_its_columns_and_marked() -> None:
    """The total of a row is printed one too high: its figures are those the columns leave for it."""
    total = str(int(PRINTED[Address("requests", "granted", "total")]) + 1)
    report = glued({"requests.granted.total": total})
    assert [cell[0] for cell in row_of(report, "granted")][-1] == int(total)
    assert {cell[1:] for cell in row_of(report, "granted")} == {(Reading.DOUBTFUL, Doubt.GLUED)}
    clear = [address for address, cell in report.cells.items() if cell.reading is Reading.CLEAR]
    assert len(clear) > 100


def test_a_row_printed_twice_with_other_figures_is_marked() -> None:
    lines = typeset(FORM, PRINTED, "glued_rows")
    at = next(index for index, each in enumerate(lines) if "2.重复申请" in each)
    report = read_back([*lines[:at], "2.重复申请3000003", *lines[at:]])
    assert {cell[1] for cell in row_of(report, "rejected_repeat")} == {Reading.DOUBTFUL}


def test_heads_in_another_order_put_the_columns_in_doubt() -> None:
    lines = [line.replace("商业企业科研机构", "科研机构商业企业") for line in typeset(FORM, PRINTED, "glued")]
    cells = read_back(lines).cells
    doubts = {cell.doubt for address, cell in cells.items() if address.table == "requests" and cell.value}
    assert doubts <= {Doubt.COLUMN, Doubt.GLUED}


def test_a_page_number_below_a_glued_row_is_no_figure() -> None:
    """行政事业性收费50 / 3: two figures for two columns, but the second is the number of the page."""
    form = FORMS["2019"]
    printed = balanced_figures(form, seeded("page number"))
    printed |= {
        Address("proactive", "fees", "previous_items"): "5",
        Address("proactive", "fees", "change"): "0",
    }
    for layout in GLUED:
        lines = typeset(form, printed, layout)
        at = next(index for index, each in enumerate(lines) if "行政事业性收费50" in each)
        cells = read_back([*lines[: at + 1], "3", *lines[at + 1 :]]).cells
        fees = [cells[Address("proactive", "fees", column)] for column in ("previous_items", "change")]
        assert [(cell.value, cell.doubt) for cell in fees] == [(5, Doubt.GLUED), (0, Doubt.GLUED)]


def test_as_many_digits_as_cells_prove_nothing_where_cells_are_blank() -> None:
    """10 _ 0 0 12, itself a slip, looks like 1 0 0 1 2; short rows say that blank cells leave no trace."""
    changes = {f"disputes.direct_suit.{column}": "0" for column in ("corrected", "other_result", "pending")}
    changes |= {"disputes.direct_suit.upheld": "1", "disputes.direct_suit.total": "1"}
    for row in ("review", "suit_after_review"):
        changes |= {f"disputes.{row}.{column}": "0" for column in FORM.by_id["disputes"].columns}
    whole = glued(changes)
    assert {cell.reading for address, cell in whole.cells.items() if address.table == "disputes"} == {
        Reading.CLEAR
    }
    blank = {f"proactive.regulations.{column}": "" for column in ("issued", "repealed")}
    short = glued(changes | blank | {"proactive.regulations.in_force": "5"})
    assert short.cells[Address.parse("disputes.direct_suit.upheld")].doubt is Doubt.GLUED


def slip(form: Form, printed: dict[Address, str], random: Random) -> None:
    """Print one to three cells of the tables with sums otherwise, as offices do."""
    summed = [address for address in form.addresses if address.table != "proactive"]
    for address in random.sample(summed, random.choice([1, 1, 2, 3])):
        text = printed[address]
        printed[address] = random.choice(
            [
                str(max(0, int(text) + random.choice([-10, -1, 1, 9, 10, 100]))),
                str(int("".join(random.sample(text, len(text))))),
                text[:-1] or "0",
                text + str(random.randint(0, 9)) if text != "0" else "1",
                "0",
            ]
        )


def leave_blank(form: Form, printed: dict[Address, str], random: Random) -> None:
    """Leave zeros blank, in some columns all of them; blank cells may leave nothing in the line."""
    blank = random.choice(["", "/", "—", "－"])
    columns = random.sample(list(form.by_id["requests"].columns), 2)
    for address, text in printed.items():
        if text == "0" and (address.column in columns or random.random() < 0.3):
            printed[address] = blank


@pytest.mark.parametrize("kind", ["whole", "slips", "blanks", "both"])
def test_glued_reports_are_never_silently_wrong(kind: str) -> None:
    for number in range(CASES):
        random = seeded(f"{kind} {number}")
        form = FORMS[random.choice(sorted(FORMS))]
        largest, zeros = random.choice([3, 9, 99, 999, 9_999]), random.choice([0, 0.3, 0.6, 0.9])
        printed = balanced_figures(form, random, largest=largest, zeros=zeros)
        if kind in ("slips", "both"):
            slip(form, printed, random)
        if kind in ("blanks", "both"):
            leave_blank(form, printed, random)
        report = read_back(typeset(form, printed, random.choice(sorted(GLUED))))
        assert report.form.id == form.id
        assert silently_wrong(report, printed) == [], number


def test_balanced_figures_balance() -> None:
    """What the cases above rest on: read from any other layout, every row and column adds up."""
    cells = read_back(typeset(FORM, PRINTED, "tabs")).cells
    for column in FORM.by_id["requests"].columns:
        value = {
            address.row: value_of(PRINTED[address]) or 0
            for address in cells
            if address[::2] == ("requests", column)
        }
        assert value["new"] + value["carried_in"] == value["total"] + value["carried_out"]
        outcomes = list(value)[2:-2]
        assert value["total"] == sum(value[row] for row in outcomes)
