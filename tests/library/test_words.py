from __future__ import annotations

import re
from pathlib import Path

import pytest

from gouji.library import all_rules
from gouji.library.words import phrase, read_words, words
from gouji.model.prose_rule import ClaimRule
from gouji.resources import resource
from tests.checking.prose.cases import cases
from tests.library.breaking import wrongly_refused

SHIPPED = resource("words.toml")


def test_one_broken_line_of_the_shipped_words_is_refused_with_that_line(tmp_path: Path) -> None:
    assert wrongly_refused(SHIPPED, tmp_path / SHIPPED.name, read_words) == []


def test_a_word_tells_one_topic() -> None:
    declared = SHIPPED.read_text(encoding="utf-8")
    assert [word for word in words().topics if declared.count(f'"{word}"') < 1] == []
    assert set(words().topics.values()) == {"applications", "disputes", "others"}


@pytest.mark.parametrize(
    ("written", "found", "missed"),
    [
        ("{收到}{数}{件}", ["收到12件", "受理十二件"], ["发出12件", "收到件"]),
        ("收到…{数}件", ["12件，收到12件；无"], ["12件收到", "12件，收到"]),
        ("收到…{数}件", ["收到各类申请12件"], ["收到，12件", "收到3份、12件"]),
        ("收到[申请]12", ["收到12", "收到申请12"], ["收到书面申请12"]),
        ("收到[申请|材料]12", ["收到申请12", "收到材料12"], ["收到申请材料12"]),
        ("未收到$", ["未收到", "未收到，"], ["未收到信"]),
        ("占{比}", ["占33.9%"], ["占33.9"]),
        ("率100.5", ["率100.5"], ["率100x5"]),
    ],
)
def test_a_saying_is_written_as_it_is_said(written: str, found: list[str], missed: list[str]) -> None:
    says = phrase(written)
    assert [text for text in found if not any(says.find(text))] == []
    assert [text for text in missed if any(says.find(text))] == []


def test_a_pattern_finds_nothing_in_a_text_that_lacks_what_it_needs() -> None:
    said = [section.text for case in cases() for section in case.document.report.sections]
    rules = [rule for rule in all_rules() if isinstance(rule, ClaimRule)]
    for each in (each for rule in rules for saying in rule.sayings for each in saying.says):
        assert re.compile(each.pattern)
        for text in said:
            bare = [found.span() for found in re.finditer(each.pattern, text)]
            assert [found.span() for found in each.find(text)] == bare


@pytest.mark.parametrize("written", ["{没有这个词}件", "收到[申请", "收到申请]", "收到，共{数}件"])
def test_what_is_not_well_written_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        phrase(written)
