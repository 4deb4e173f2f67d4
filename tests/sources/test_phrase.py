"""A phrase is found where a reader would say that it stands."""

from __future__ import annotations

import pytest

from gouji.model.geometry import Box
from gouji.sources.phrase import LONGEST_PHRASE, MOST_PASSAGES, Searchable, find_in_lines


def found(text: str, phrase: str) -> list[str]:
    """The parts of the text that were found, as they are written."""
    return [text[start:end] for start, end in Searchable(text).find(Searchable(phrase))]


@pytest.mark.parametrize(
    ("text", "phrase", "parts"),
    [
        ("新收51件，办结51件", "51", ["51", "51"]),
        ("共５１件", "51", ["５１"]),
        ("共51件", "５１", ["51"]),
        ("行 政　复 议", "行政复议", ["行 政　复 议"]),
        ("行政复议", "行政 复议", ["行政复议"]),
        ("2023 年", "2023年", ["2023 年"]),
        ("51 50", "5150", []),
        ("51 50", "51 50", ["51 50"]),
        ("51   50", " 51 50 ", ["51   50"]),
        ("1,234,567件", "1234567", ["1,234,567"]),
        ("1234件", "1,234", ["1234"]),
        ("1,23", "123", []),
        ("1,2345", "12345", []),
        ("PDF Pdf", "pdf", ["PDF", "Pdf"]),
        ("㈠项", "(一)", ["㈠"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("任何", "", []),
        ("任何", "　", []),
        ("", "任何", []),
    ],
)
def test_what_is_found(text: str, phrase: str, parts: list[str]) -> None:
    assert found(text, phrase) == parts


def test_a_phrase_too_long_is_not_looked_for() -> None:
    assert found("新" * 300, "新" * LONGEST_PHRASE) == ["新" * LONGEST_PHRASE]
    assert found("新" * 300, "新" * (LONGEST_PHRASE + 1)) == []


def test_a_phrase_goes_on_in_the_next_line() -> None:
    passages = find_in_lines(("办理结", "果总计  7", "", "果总计"), "结果总计7").found
    assert [[place.box for place in passage] for passage in passages] == [[Box(2, 0, 3, 1), Box(0, 1, 6, 2)]]


def test_empty_lines_within_a_phrase_have_no_box() -> None:
    (passage,) = find_in_lines(("新", "", " ", "收"), "新收").found
    assert [place.box.top for place in passage] == [0, 2, 3]


def test_characters_of_the_rarest_kind_count_as_one() -> None:
    (passage,) = find_in_lines(("𠮷新收",), "新收").found
    assert passage[0].box == Box(1, 0, 3, 1)


def test_passages_are_bounded() -> None:
    assert len(find_in_lines(("0 " * (MOST_PASSAGES + 50),), "0").found) == MOST_PASSAGES
