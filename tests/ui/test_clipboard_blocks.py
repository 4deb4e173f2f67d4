"""Blocks on their way to other programs and back: every table, with and without heads, as text and markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.library import forms
from gouji.model.form import Address, Form, Table
from gouji.ui.clipboard.block import MOST_TEXT, Block, TooLargeError
from gouji.ui.clipboard.copied import copied, copied_with_heads
from gouji.ui.clipboard.lines import read_lines, write_lines
from gouji.ui.clipboard.markup import read_markup, write_markup
from gouji.ui.clipboard.pasting import NoFiguresError, OtherHeadsError, Pasting, plan
from gouji.ui.clipboard.room import NoRoomError
from tests.factory import form

TABLES = [(each, table) for each in forms() for table in each]
NAMES = [f"{each.id} {table.id}" for each, table in TABLES]
NEW = Address.parse("requests.new.natural_person")
FORM = form("2021")


def numbered(table: Table) -> dict[Address, int]:
    """Another figure for every cell."""
    return {address: 100 + number for number, address in enumerate(table.addresses)}


def read(text: str) -> Block:
    return read_lines(text)


def marked(text: str) -> Block:
    block = read_markup(text)
    assert block is not None
    return block


def pasted(block: Block, start: Address = NEW, of: Form = FORM) -> Pasting:
    return plan(block, of, start, {start})


def told(pasting: Pasting) -> dict[str, object]:
    return {str(address): value for address, value in pasting.values.items()}


@pytest.mark.parametrize("way", ["lines", "markup"])
@pytest.mark.parametrize("with_heads", [False, True], ids=["bare", "heads"])
@pytest.mark.parametrize(("of", "table"), TABLES, ids=NAMES)
def test_a_whole_table_comes_back_as_it_went(of: Form, table: Table, with_heads: bool, way: str) -> None:  # noqa: FBT001 -- of pytest
    figures = numbered(table)
    copy = copied_with_heads if with_heads else copied
    block = copy(table, figures.keys(), lambda address: str(figures[address]))
    back = read(write_lines(block)) if way == "lines" else marked(write_markup(block))
    pasting = pasted(back, table.addresses[0], of)
    assert pasting.values == figures
    assert pasting.refused == ()


@pytest.mark.parametrize(("of", "table"), TABLES, ids=NAMES)
def test_text_without_spans_names_every_cell_too(of: Form, table: Table) -> None:
    figures = numbered(table)
    block = copied_with_heads(table, figures.keys(), lambda address: str(figures[address]))
    assert not pasted(read(write_lines(block)), table.addresses[0], of).is_unsure


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_choice_of_cells_comes_back_by_its_heads(data: st.DataObject) -> None:
    of, table = data.draw(st.sampled_from(TABLES))
    figures = numbered(table)
    chosen = data.draw(st.sets(st.sampled_from(table.addresses), min_size=1))
    block = copied_with_heads(table, chosen, lambda address: str(figures[address]))
    pasting = pasted(marked(write_markup(block)), of.addresses[0], of)
    assert pasting.values == {address: figures[address] for address in chosen}
    assert pasting.refused == ()


FROM_A_SPREADSHEET = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8>
<style>td {mso-number-format:General}</style></head><body link=blue><table border=0><!--StartFragment-->
<col width=72 span=2>
<tr height=20><td rowspan=2 colspan=2 class=xl65>甲</td><td colspan=2>法人或<br>
  其他组织</td></tr>
<tr><td>科研机构</td><td>商业 企业</td></tr>
<tr><td rowspan=2>（三）不予公开</td><td>3.危及&ldquo;三安全一稳定&rdquo;</td>
<td align=right>1,234</td><td>７</td></tr>
<tr><td>2.其他法律法规禁止公开</td><td></td><td align=right x:num>0</td></tr>
<!--EndFragment--></table></body></html>"""


def test_heads_of_the_form_lead_the_figures_wherever_they_stand() -> None:
    pasting = pasted(marked(FROM_A_SPREADSHEET), start=Address.parse("disputes.review.upheld"))
    assert told(pasting) == {
        "requests.denied_security.research": 1234,
        "requests.denied_security.business": 7,
        "requests.denied_by_law.business": 0,
    }
    assert pasting.blanks == 1
    assert pasting.is_unsure


def test_a_block_without_heads_starts_at_the_current_cell() -> None:
    start = Address.parse("requests.carried_in.research")
    assert told(pasted(read("1\t2\r\n3\t4\r\n"), start)) == {
        "requests.carried_in.research": 1,
        "requests.carried_in.public_interest": 2,
        "requests.granted.research": 3,
        "requests.granted.public_interest": 4,
    }


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('"1,234"\t"5\n"', [1234, 5]),
        ("１２\t3万", [12, 30000]),
        ("1 234\t5", [1234, 5]),
        ("12\u20283", [12, 3]),
        ("| 1 | 2 |\n|---|---|\n| 3 | 4 |", [1, 2, 3, 4]),
        ("\n5\n\n6\n\n\n", [5, 6]),
        ('7"\t8', [8]),
    ],
)
def test_text_is_read_as_programs_write_it(text: str, values: list[int]) -> None:
    assert list(pasted(read(text)).values.values()) == values


def test_figures_parted_by_spaces_are_never_glued_and_need_a_look() -> None:
    pasting = pasted(read("51 000 123"))
    assert list(pasting.values.values()) == [51, 0, 123]
    assert pasting.is_unsure
    refused = pasted(read("51 0\t7"))
    assert [(each.row, each.column, each.text) for each in refused.refused] == [(1, 1, "51 0")]


def test_blanks_and_placeholders_leave_what_is_there_and_keep_the_lines_apart() -> None:
    pasting = pasted(read("\t—\t/\n\n1"))
    assert told(pasting) == {"requests.granted.natural_person": 1}
    assert pasting.blanks == 4


def test_what_is_no_number_is_told_by_its_place() -> None:
    pasting = pasted(read("5\t6\n约7\t8"))
    assert list(pasting.values.values()) == [5, 6, 8]
    assert [(each.row, each.column, each.text, str(each.address)) for each in pasting.refused] == [
        (2, 1, "约7", "requests.carried_in.natural_person")
    ]


def test_labels_alone_choose_the_lines_and_heads_alone_the_columns() -> None:
    start = Address.parse("requests.new.research")
    labelled = pasted(read("四、结转下年度继续办理\t3\n一、本年新收政府信息公开申请数量\t4"), start)
    assert told(labelled) == {"requests.carried_out.research": 3, "requests.new.research": 4}
    headed = pasted(read("总计\t自然人\n8\t9"), start)
    assert told(headed) == {"requests.new.total": 8, "requests.new.natural_person": 9}


def test_a_line_that_the_form_has_not_goes_nowhere_and_is_told() -> None:
    pasting = pasted(read("（七）总计\t3\n合计\t4"))
    assert list(pasting.values.values()) == [3]
    assert [(each.row, each.text, each.address) for each in pasting.refused] == [(2, "4", None)]


def test_heads_that_name_several_cells_need_a_look() -> None:
    pasting = pasted(read("结果维持\t结果维持\n3\t4"), Address.parse("disputes.review.upheld"))
    assert told(pasting) == {"disputes.review.upheld": 3, "disputes.direct_suit.upheld": 4}
    assert pasting.is_unsure


@pytest.mark.parametrize("text", ["部门\t件数\n甲\t3", "甲\t3\n乙\t4"])
def test_heads_of_something_else_are_refused(text: str) -> None:
    with pytest.raises(OtherHeadsError):
        pasted(read(text))


@pytest.mark.parametrize("text", ["", " \n\t", "你好", "/\t—"])
def test_a_block_without_figures_is_refused(text: str) -> None:
    with pytest.raises(NoFiguresError):
        pasted(read(text))


def test_a_block_too_large_for_its_place_is_refused_and_says_by_how_much() -> None:
    start = Address.parse("requests.total.total")
    with pytest.raises(NoRoomError) as caught:
        pasted(read("1\t2\n3\t4\n5\t6"), start)
    assert (caught.value.block, caught.value.room) == ((3, 2), (2, 1))


def test_a_single_figure_goes_into_every_selected_cell() -> None:
    chosen = {NEW, Address.parse("requests.new.total")}
    assert plan(read("7"), FORM, NEW, chosen).values == dict.fromkeys(chosen, 7)


@pytest.mark.parametrize("text", ["1\t" * 6000, "1" * (MOST_TEXT + 1)])
def test_what_is_too_large_for_any_table_is_not_read(text: str) -> None:
    with pytest.raises(TooLargeError):
        read(text)


def test_markup_without_a_table_is_no_block() -> None:
    assert read_markup("<p>51</p>") is None


TAGS = (
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<td rowspan=3>",
    "<th colspan=99999999>",
    "<td colspan=x>",
    "</td>",
)
ODD = ("<style>", "<!--", "<!", "&#0;", "51", "５", "万", "-", "/", '"', " ", "\n", "\t", "|", "，")
LABELS = ("自然人", "总计", "3.其他", "（三）不予公开", "结果维持")
PIECES = st.sampled_from((*TAGS, *ODD, *LABELS))


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60), st.sampled_from(FORM.addresses))
@settings(max_examples=400, deadline=None)
def test_whatever_lies_on_the_clipboard_is_pasted_or_refused(text: str, start: Address) -> None:
    for reader in (read_lines, read_markup):
        try:
            block = reader(text)
            if block is not None:
                pasting = plan(block, FORM, start, {start})
                assert pasting.values.keys() <= FORM.cells
        except (TooLargeError, NoFiguresError, OtherHeadsError, NoRoomError):
            continue
