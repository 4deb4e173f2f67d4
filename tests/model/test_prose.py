"""From the characters of a text to the places where they are printed."""

from __future__ import annotations

import pytest

from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Prose, Section

TEXT = Prose(
    "全年收到\n申请5件。",
    (Provenance(1, Box(4, 7, 8, 8)), Provenance(1, Box(0, 8, 5, 9))),
)
"""Two lines of a text file, the first indented."""
PAPER = Prose(
    "我局全年收到政府信息\n公开申请120件，均已答复",
    (Provenance(1, Box(100, 700, 300, 720)), Provenance(2, Box(80, 60, 320, 80))),
)
"""Two lines of a sentence that a page break parts; a Chinese character is 20 points wide."""


def test_a_span_on_one_line_of_a_text_is_its_characters() -> None:
    assert TEXT.places_of(2, 4) == (Provenance(1, Box(6, 7, 8, 8)),)
    assert TEXT.places_of(5, 8) == (Provenance(1, Box(0, 8, 3, 9)),)


def test_a_span_over_lines_is_a_box_a_line() -> None:
    assert TEXT.places_of(3, 7) == (Provenance(1, Box(7, 7, 8, 8)), Provenance(1, Box(0, 8, 2, 9)))


def test_a_sentence_over_two_pages_is_boxed_on_both() -> None:
    start, end = PAPER.text.index("政府"), PAPER.text.index("件")
    first, second = PAPER.places_of(start, end)
    assert (first.page, second.page) == (1, 2)
    assert first.box == Box(210, 700, 300, 720), "six characters in, less the half of one"
    assert second.box.x0 == 80
    # Four Chinese characters and three digits of 23 widths of a digit, and one of them more.
    assert second.box.x1 == pytest.approx(80 + 240 * (11 + 1) / 23, abs=0.01)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (4, 5), (99, 100), (-5, 0), (3, 2)])
def test_no_characters_have_no_place(start: int, end: int) -> None:
    assert TEXT.places_of(start, end) == ()


def test_a_line_that_runs_down_the_page_is_boxed_whole() -> None:
    down = Box(30, 40, 45, 500)
    assert Prose("横放的一页", (Provenance(1, down),)).places_of(1, 2) == (Provenance(1, down),)


def test_text_without_places_has_none() -> None:
    section = Section("一", "总体情况", 1, "全年")
    assert section.prose.places_of(0, 2) == ()
    assert list(section.prose.lines) == []


def test_lines_are_told_with_their_places() -> None:
    assert [text for text, _ in TEXT.lines] == ["全年收到", "申请5件。"]
