"""Labels as offices print them, folded onto those of the form."""

from __future__ import annotations

import pytest

from gouji.extraction.labels.book import Book, is_known, shelf
from gouji.extraction.labels.label import fold, likeness


def requests(form_id: str) -> Book:
    return next(book for book in shelf()[form_id] if book.table.id == "requests")


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        ("一、本年新收政府信息公开申请数量", "new"),
        ("(一) 予以公开", "granted"),
        ("1、属于国家秘密", "denied_state_secret"),
        ("1．属于国家秘密", "denied_state_secret"),
        ("属于国家秘密", "denied_state_secret"),
        ('3.危及"三安全一稳定"', "denied_security"),
        ("2. 其他法律法规禁止公开", "denied_by_law"),
        ("7.属于⾏政执法案卷", "denied_enforcement_file"),
        ("(二) 部分公开 (区分处理的, 只计这一情形, 不计其他情形)", "partly_granted"),
        ("3. 其他", "other_misc"),
        ("(七) 总计", "total"),
    ],
)
def test_variants_name_the_same_row(printed: str, row: str) -> None:
    book = requests("2021")
    found = book.find(fold(printed))
    assert found is not None
    assert book.rows[found][1].id == row


@pytest.mark.parametrize(
    "printed",
    [
        "（六）其他处理",
        "（六）其他",
        "其他",
        "总计",
        "2.属于国家秘密",
        "（一）属于国家秘密",
        "申请人无正当理由逾期不补正",
        "行政机关不再处理其政府信息公开申请",
    ],
)
def test_what_only_resembles_a_row_of_2021_is_none(printed: str) -> None:
    assert requests("2021").find(fold(printed)) is None


def test_one_row_for_all_other_outcomes_in_the_older_forms() -> None:
    for form_id in ("2019", "2021-hybrid"):
        book = requests(form_id)
        for printed in ("（六）其他处理", "(六) 其他"):
            found = book.find(fold(printed))
            assert found is not None
            assert book.rows[found][1].id == "other"
        assert book.find(fold("3.其他")) is None


def test_a_group_is_held_against_rows_of_other_groups() -> None:
    book = requests("2021")
    repeat = book.find(fold("2.重复申请"))
    assert repeat is not None
    assert book.contradicts(fold("（三）不予公开"), repeat)
    assert not book.contradicts(fold("(五)不予处理"), repeat)
    assert not book.contradicts(fold("三、本年度办理结果"), repeat)


def test_likeness_of_parts_and_misprints() -> None:
    whole = fold("要求行政机关确认或重新出具已获取信息").words
    assert likeness("要求行政机关确认或重新出具", whole) > likeness("要求行政机关", whole) > 0.7
    assert likeness("要求行政机关确认或重薪出具已获取信息", whole) > 0.9
    assert likeness("重复申请", whole) == 0
    assert likeness("要求", whole) < 0.7


def test_headings_and_heads_are_known() -> None:
    assert is_known("四、政府信息公开行政复议、行政诉讼情况")
    assert is_known("法人或其他组织")
    assert is_known("第二十条第(一)项")
    assert not is_known("全年工作平稳有序")
