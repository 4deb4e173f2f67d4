"""Every rule on reports that pass, that fail, and that cannot be checked: see ``tests/rules/README.md``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from gouji.checking.explain import explain
from gouji.library import all_rules
from gouji.model import prose_rule
from gouji.model.rule import Outcome
from gouji.wording import LANGUAGES
from tests.checking.cases import OUTCOMES, Case, cases

CASES = list(cases())


@pytest.fixture(params=CASES, ids=lambda case: f"{case.rule}: {case.says}")
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_what_is_found_is_what_the_case_says(case: Case) -> None:
    findings = case.findings()
    assert tuple(finding.at for finding in findings) == case.at
    assert {finding.outcome for finding in findings} <= {case.outcome}
    if case.outcome is Outcome.BROKEN:
        assert findings
    if case.severity:
        assert {finding.rule.severity for finding in findings} == {case.severity}
    lit = {address: finding.outcome for finding in findings for address in finding.members}
    assert lit == case.marked


def test_the_order_of_the_cells_does_not_matter(case: Case) -> None:
    report = case.document.report
    reversed_cells = dict(reversed(list(report.cells.items())))
    document = replace(case.document, report=replace(report, cells=reversed_cells))
    assert case.findings(document) == case.findings()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_found_is_told_in_one_line(case: Case, language: str) -> None:
    for finding in case.findings():
        told = explain(finding, case.document, language)
        assert told.strip()
        assert "\n" not in told
        assert "{" not in told
        assert (finding.rule.sentence[language] in told) == (finding.outcome is Outcome.BROKEN)


def test_every_rule_has_cases_that_pass_fail_and_cannot_be_checked() -> None:
    seen = defaultdict(set)
    for case in CASES:
        seen[case.rule].add(case.outcome)
    # What is said in words has cases of another make.
    drawn = [rule for rule in all_rules() if type(rule).__module__ != prose_rule.__name__]
    lacking = {rule.id: set(OUTCOMES.values()) - seen[rule.id] for rule in drawn}
    assert {rule: outcomes for rule, outcomes in lacking.items() if outcomes} == {}
