"""Invented sentences against invented figures: what must be found, and above all what must be left alone."""

from __future__ import annotations

import pytest

from gouji.checking.explain import explain
from gouji.wording import LANGUAGES
from tests.checking.prose.cases import Case, cases

CASES = list(cases())


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_there_are_many_sentences_and_most_are_no_mistakes() -> None:
    assert len(CASES) >= 150
    assert sum(not case.finds for case in CASES) > len(CASES) / 2


def test_what_is_found_is_what_the_case_says(case: Case) -> None:
    found = case.findings()
    assert sorted(finding.rule.id for finding in found) == case.finds
    assert {finding.rule.severity for finding in found} <= {case.severity}
    assert len({finding.key for finding in found}) == len(found)


def test_the_sentence_is_told_and_its_place(case: Case) -> None:
    text = case.document.report.sections[0].text
    for finding in case.findings():
        quoted = finding.quotation
        assert quoted is not None
        printed = "".join(text[quoted.start : quoted.end].split())
        assert len(printed) >= len(quoted.sentence) >= len(quoted.words)
        assert finding.places
        for language in LANGUAGES:
            told = explain(finding, case.document, language)
            assert quoted.words in told or len(quoted.tried) == 0 or not finding.members
            assert finding.rule.sentence[language] in told
            assert "\n" not in told
            assert "{" not in told
