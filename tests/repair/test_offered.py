"""What is suggested for each finding where a review is handed over."""

from __future__ import annotations

from gouji.checking import check
from gouji.library import rules_for
from gouji.repair import offered
from tests.factory import Figure, make_document

RULES = rules_for("2021")
ONE_IN_THE_WRONG_COLUMN: dict[str, Figure] = {
    "requests.new.natural_person": 10,
    "requests.new.other_org": 5,
    "requests.new.total": 15,
    "requests.granted.natural_person": 9,
    "requests.granted.other_org": 6,
    "requests.granted.total": 15,
    "requests.total.natural_person": 9,
    "requests.total.other_org": 6,
    "requests.total.total": 15,
}


def test_sets_of_cells_follow_the_single_values() -> None:
    document = make_document("2021", ONE_IN_THE_WRONG_COLUMN)
    findings = check(document, RULES)
    found = offered(findings, document, RULES)
    assert set(found) == {each.key for each in findings if each.equation is not None}
    for each in found.values():
        sizes = [len(suggestion.values) for suggestion in each]
        assert 2 in sizes
        assert sizes == sorted(sizes)


def test_without_patience_there_are_single_values_only() -> None:
    document = make_document("2021", {"disputes.review.total": 3, **ONE_IN_THE_WRONG_COLUMN})
    found = offered(check(document, RULES), document, RULES, patience=-1)
    sizes = {len(suggestion.values) for each in found.values() for suggestion in each}
    assert sizes == {1}


def test_nothing_is_sought_where_no_equation_is_broken() -> None:
    document = make_document("2021", {"proactive.regulations.issued": 1})
    assert offered(check(document, RULES)[:0], document, RULES) == {}
