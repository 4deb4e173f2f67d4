"""Suggestions mend what they say they mend, and break nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.checking import check
from gouji.library import forms, rules_for
from gouji.model.correction import Change, Correction, Document, Mistake
from gouji.model.form import Address, Form
from gouji.model.rule import EquationRule, Finding, FindingKey
from gouji.model.suggestion import Reason, Slip, Suggestion
from gouji.repair import suggest
from tests.factory import MISSING, make_document, now

FORM = next(form for form in forms() if form.id == "2021")
RULES = rules_for(FORM.id)


def settle(form: Form, figures: dict[Address, int]) -> dict[Address, int]:
    """The figures with every total worked out, and the new requests made to balance."""
    settled = dict.fromkeys(form.addresses, 0) | figures
    rules = {rule.id: rule for rule in RULES if isinstance(rule, EquationRule)}
    for name in ("requests.outcomes", "requests.applicants", "disputes.outcomes"):
        for equation in rules[name].equations(form):
            settled[equation.left[0]] = sum(settled[address] for address in equation.right)
    for equation in rules["requests.balance"].equations(form):
        new, carried_in = equation.left
        settled[new] = sum(settled[address] for address in equation.right) - settled[carried_in]
    return settled


def consistent(seed: int) -> dict[str, int]:
    """Figures that obey every rule, none of them 0 where a figure is free."""
    rows = ("granted", "denied_internal", "unavailable_not_held", "rejected_repeat", "other_misc")
    columns = ("natural_person", "business", "other_org")
    free = {
        Address("requests", row, column): 3 + (seed * 7 + index * 11) % 50
        for index, (row, column) in enumerate((row, column) for row in rows for column in columns)
    }
    return {str(address): value for address, value in settle(FORM, free).items()}


def accepted(document: Document, suggestion: Suggestion) -> Document:
    """The document with the suggestion laid over it."""
    return document.with_changes(
        Change(address, None, Correction(address, document.value(address), value, Mistake.SOURCE, "", now()))
        for address, value in suggestion.values.items()
    )


def keys(findings: list[Finding]) -> set[FindingKey]:
    return {finding.key for finding in findings}


def test_consistent_figures_have_no_findings() -> None:
    assert check(make_document("2021", consistent(1)), RULES) == []


def test_a_slip_in_one_figure_is_mended_where_row_and_column_meet() -> None:
    figures = consistent(1)
    slipped = "requests.unavailable_not_held.business"
    document = make_document("2021", figures | {slipped: figures[slipped] + 90})
    for finding in check(document, RULES):
        first = suggest(finding, document, RULES)[0]
        assert dict(first.values) == {Address.parse(slipped): figures[slipped]}
        assert set(first.settles) == keys(check(document, RULES))


def test_a_total_of_nothing_is_mended_in_the_total_rather_than_in_its_parts() -> None:
    document = make_document("2021", {"disputes.review.upheld": 10, "disputes.review.corrected": 1})
    (finding,) = check(document, RULES)
    suggestions = [dict(each.values) for each in suggest(finding, document, RULES)]
    assert {Address.parse("disputes.review.total"): 11} in suggestions


def test_a_missing_total_is_worked_out() -> None:
    figures = consistent(2)
    lost = "requests.granted.total"
    document = make_document("2021", figures | {lost: MISSING})
    finding = next(each for each in check(document, RULES) if each.at == "granted")
    (suggestion,) = suggest(finding, document, RULES)
    assert suggestion.values == {Address.parse(lost): figures[lost]}
    assert suggestion.reasons == (Reason(Slip.WORKED_OUT, Address.parse(lost)),)


def test_two_missing_figures_are_not_guessed() -> None:
    lost = {"disputes.review.upheld": MISSING, "disputes.review.total": MISSING}
    document = make_document("2021", lost)
    (finding,) = check(document, RULES)
    assert suggest(finding, document, RULES) == []


def test_a_value_that_mends_the_row_but_not_the_broken_column_is_not_suggested() -> None:
    """Two slips in one row: neither figure alone can settle both its row and its column."""
    figures = consistent(3)
    row = "requests.granted"
    slipped = {f"{row}.natural_person": 5, f"{row}.business": 9}
    document = make_document("2021", figures | {cell: figures[cell] + by for cell, by in slipped.items()})
    finding = next(each for each in check(document, RULES) if each.at == "granted")
    assert suggest(finding, document, RULES) == []


def test_what_still_lacks_a_figure_is_not_said_to_be_settled() -> None:
    """A column with two lost totals stays unchecked, even where the other total is nothing."""
    figures = consistent(4)
    lost = ("requests.granted.total", "requests.denied_by_law.total")
    document = make_document("2021", figures | dict.fromkeys(lost, MISSING))
    finding = next(each for each in check(document, RULES) if each.at == "granted")
    (suggestion,) = suggest(finding, document, RULES)
    assert suggestion.settles == (finding.key,)


def test_nothing_negative_is_suggested() -> None:
    document = make_document("2021", {"disputes.review.upheld": 3, "disputes.review.total": 1})
    (finding,) = check(document, RULES)
    assert all(value >= 0 for each in suggest(finding, document, RULES) for value in each.values.values())


slips = st.dictionaries(st.sampled_from(FORM.addresses[10:]), st.integers(0, 500), max_size=3)


@settings(deadline=None)
@given(st.integers(0, 50), slips)
def test_a_suggestion_settles_what_it_says_and_breaks_nothing(seed: int, slip: dict[Address, int]) -> None:
    figures = consistent(seed) | {str(address): value for address, value in slip.items()}
    document = make_document("2021", figures)
    before = check(document, RULES)
    for finding in before:
        for suggestion in suggest(finding, document, RULES):
            after = keys(check(accepted(document, suggestion), RULES))
            assert after == keys(before) - set(suggestion.settles)
            assert finding.key in suggestion.settles
