"""Findings about prose on their way out: words, grid, JSON."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
import simplejson
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # its stubs are not installed

from gouji.checking import check
from gouji.checking.explain import explain, where
from gouji.checking.standing import Standing, standings
from gouji.library import rules_for
from gouji.model.form import Address
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState
from gouji.resources import resource
from gouji.reviewfile import decode, dumps, encode
from tests.checking.prose.cases import make_report, prose_findings
from tests.factory import now

TEXT = "（二）依申请公开。\n全年共收到政府信\n息公开申请12件。发布信息90条，其中甲30条、乙40条、丙30条。"
NEW = Address.parse("requests.new.total")


def test_the_sentence_the_figure_and_its_place_go_into_the_json() -> None:
    document = make_report(TEXT, {"new": 13})
    findings = prose_findings(document)
    values = simplejson.loads(dumps(encode(Review(document), findings)))
    schema = simplejson.loads(resource("gouji.report-1.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(values)
    claim, listed = values["findings"]
    assert claim["sentence"] == "全年共收到政府信息公开申请12件。"
    assert TEXT[slice(*claim["span"])] == "全年共收到政府信\n息公开申请12件。"
    assert (claim["section"], claim["claimed"], claim["tried"]) == ("一", 12, ["13"])
    assert (claim["left"], claim["right"], claim["difference"]) == (12, 13, -1)
    assert claim["cells"] == [str(NEW)]
    assert (listed["claimed"], listed["tried"], listed["cells"]) == (90, ["30+40+30=100"], [])
    assert [place["page"] for place in claim["places"]] == [1, 1]


def test_a_decision_on_a_sentence_survives() -> None:
    document = make_report(TEXT, {"new": 13})
    findings = prose_findings(document)
    decision = Decision(DecisionState.SOURCE_ERROR, "核实过", now())
    review = Review(document, MappingProxyType({findings[0].key: decision}))
    again = decode(simplejson.loads(dumps(encode(review, findings)), use_decimal=True))
    assert again.decisions == review.decisions
    assert [each.key for each in prose_findings(again.document)] == [each.key for each in findings]


def test_what_only_the_prose_says_marks_no_cell() -> None:
    document = make_report(TEXT, {"new": 13})
    rules = rules_for("2021")
    standing = standings(document, rules, prose_findings(document))
    assert standing[NEW] is not Standing.BROKEN


def test_a_correction_settles_it() -> None:
    document = make_report(TEXT, {"new": 13})
    correction = document.correction(NEW, 12, "", now())
    assert correction is not None
    corrected = replace(document, corrections=MappingProxyType({NEW: correction}))
    assert [each.rule.id for each in prose_findings(document)] == ["text.new", "text.list"]
    assert [each.rule.id for each in prose_findings(corrected)] == ["text.list"]


@pytest.mark.parametrize(
    ("language", "place", "parts"),
    [
        ("zh", "第一部分", ["第一部分正文", "“收到政府信息公开申请12件”", "13（本年新收）"]),
        ("en", "Section 一", ["Section 一", "“收到政府信息公开申请12件”", "13 (new)"]),
    ],
)
def test_it_is_told_with_the_sentence_and_what_was_tried(language: str, place: str, parts: list[str]) -> None:
    document = make_report(TEXT, {"new": 13})
    claim, listed = prose_findings(document)
    told = explain(claim, document, language)
    assert [part for part in parts if part not in told] == []
    assert place.lower() in where(listed, document.report.form, language).lower()


def test_a_long_sentence_is_told_in_part_and_no_figure_is_cut() -> None:
    filler = "，".join(f"第{number}项123456789件" for number in range(20))
    text = f"（二）依申请公开。{filler}，全年共收到政府信息公开申请12件，{filler}。"
    document = make_report(text, {"new": 13})
    (finding,) = prose_findings(document)
    told = explain(finding, document, "zh")
    quoted = told[told.index("“") + 1 : told.index("”")]
    assert quoted.startswith("…")
    assert quoted.endswith("…")
    assert "全年共收到政府信息公开申请12件" in quoted
    assert all(part.count("123456789件") == 1 for part in quoted.strip("…").split("，") if "第" in part)


def test_all_rules_are_checked_together() -> None:
    found = check(make_report(TEXT, {"new": 13}), rules_for("2021"))
    assert {"text.new", "text.list", "requests.balance"} <= {finding.rule.id for finding in found}
