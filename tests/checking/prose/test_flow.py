"""The prose of a section as sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gouji.checking.prose.flow import LONGEST, sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def test_lines_that_the_page_broke_are_joined() -> None:
    assert texts("全年共收到政府信\n息公开申请12\n95件。均已办结。") == [
        "全年共收到政府信息公开申请1295件。",
        "均已办结。",
    ]


def test_a_heading_and_a_paragraph_stand_alone() -> None:
    assert texts("（二）依申请公开\n收到申请5件\n（三）信息管理\n2、平台") == [
        "（二）依申请公开",
        "收到申请5件",
        "（三）信息管理",
        "2、平台",
    ]


def test_page_numbers_between_the_lines_are_left_out() -> None:
    assert texts("共收到申请\n— 3 —\n5件\n第 4 页\n。") == ["共收到申请5件。"]


def test_widths_spaces_and_latin_marks_do_not_matter() -> None:
    assert texts("共收到１，２９５ 件,占３３．９％.") == ["共收到1，295件，占33.9%。"]
    assert texts("共收到1,295件,办结 12 件.") == ["共收到1,295件，办结12件。"]


def test_what_was_said_before_goes_back_to_the_heading() -> None:
    *_, last = sentences("（一）主动公开。发布5条。\n（二）依申请公开。\n收到3件。\n办结2件。")
    assert last.before == "（二）依申请公开。\n收到3件。\n"


def test_a_figure_with_a_space_in_it_is_torn_and_one_over_two_lines_is_not() -> None:
    (sentence,) = sentences("共1 2件")
    assert sentence.is_torn(1, 3)
    (sentence,) = sentences("共1 \n 2件")
    assert not sentence.is_torn(1, 3)


@given(st.text(st.sampled_from("一1２ 　\n，。、,.（二）件%申请—页第"), max_size=60))
def test_every_character_has_its_place(text: str) -> None:
    """One for one, or a mark that stands for its Latin or narrow twin; in order, and spaces left out."""
    last = -1
    for sentence in sentences(text):
        assert len(sentence.places) == len(sentence.text)
        for character, place in zip(sentence.text, sentence.places, strict=True):
            assert place > last
            last = place
            assert not text[place].isspace()
            assert character == text[place] or not character.isalpha()


def test_prose_without_end_is_read_only_so_far() -> None:
    assert sum(map(len, texts("收到申请5件。" * LONGEST))) <= LONGEST
