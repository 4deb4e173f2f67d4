"""When a second reading makes the first doubtful, and when the sums speak for the first.

Each case is a few cells as both readings have them; all others hold 0 in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from gouji.checking.second_opinion import NO_OPINION, compare
from gouji.library import rules_for
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading, Report
from tests.factory import BLANK, MISSING, Figure, make_document

LONE = "proactive.regulations.issued"
"""No equation says anything of it."""
NEW, NEW_TOTAL = "requests.new.natural_person", "requests.new.total"
DONE, DONE_TOTAL = "requests.total.natural_person", "requests.total.total"
GRANTED, GRANTED_TOTAL = "requests.granted.natural_person", "requests.granted.total"
BALANCED = dict.fromkeys((NEW, NEW_TOTAL, DONE, DONE_TOTAL, GRANTED, GRANTED_TOTAL), 13)


def unsure(value: int) -> Cell:
    return Cell(value, str(value), Reading.DOUBTFUL, doubt=Doubt.COLUMN)


def report(figures: Mapping[str, Figure], form: str = "2021") -> Report:
    return make_document(form, figures).report


@dataclass(frozen=True)
class Case:
    first: Mapping[str, Figure]
    second: Mapping[str, Figure]
    doubted: Mapping[str, str]
    """Which cells, and what the second reading is said to have there."""


CASES = {
    "the same": Case({LONE: 13}, {LONE: 13}, {}),
    "another figure": Case({LONE: 13}, {LONE: 18}, {LONE: "18"}),
    "a figure for a blank": Case({LONE: BLANK}, {LONE: 18}, {LONE: "18"}),
    "a nought for a blank": Case({LONE: BLANK}, {LONE: 0}, {LONE: "0"}),
    "not found by the second": Case({LONE: 13}, {LONE: MISSING}, {}),
    "not found by the first": Case({LONE: MISSING}, {LONE: 13}, {}),
    "the first has its doubts": Case({LONE: unsure(13)}, {LONE: 18}, {}),
    "the second is not sure": Case({LONE: 13}, {LONE: unsure(18)}, {}),
    "a blank that nothing proves": Case({LONE: 13}, {LONE: BLANK}, {}),
    "the first breaks sums that the second keeps": Case(
        {**BALANCED, NEW: 18}, BALANCED, {NEW: "13"}
    ),
    "the same, but the second is not sure": Case(
        {**BALANCED, NEW: 18}, {**BALANCED, NEW: unsure(13)}, {NEW: "13"}
    ),
    "the second breaks sums that the first keeps": Case(BALANCED, {**BALANCED, NEW: 18}, {}),
    "the second lost a figure of a sum": Case(BALANCED, {**BALANCED, NEW: BLANK}, {}),
    "the first has a figure too many": Case(
        {**BALANCED, "requests.new.business": 5}, {**BALANCED, "requests.new.business": BLANK},
        {"requests.new.business": ""},
    ),
    "the first lost a row": Case(
        {}, BALANCED, dict.fromkeys(BALANCED, "13")
    ),
    "both break the sum": Case({**BALANCED, NEW: 18}, {**BALANCED, NEW: 19}, {NEW: "19"}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_doubted(case: Case) -> None:
    first = report(case.first)
    opinion = compare(first, report(case.second), rules_for("2021"))
    assert {str(address): cell.second for address, cell in opinion.doubted.items()} == case.doubted
    for address, cell in opinion.doubted.items():
        assert (cell.reading, cell.doubt) == (Reading.DOUBTFUL, Doubt.SECOND_OPINION)
        before = first.cells[address]
        assert replace(cell, reading=before.reading, doubt=None, second=None) == before


def test_what_agrees_is_counted() -> None:
    first = report({LONE: 13, NEW: BLANK})
    second = report({LONE: 18, NEW: BLANK, NEW_TOTAL: MISSING})
    assert compare(first, second, rules_for("2021")).agreed == len(first.cells) - 2


def test_a_reading_on_another_form_says_nothing() -> None:
    assert compare(report({}), report({}, "2019"), rules_for("2021")) is NO_OPINION


def test_every_address_is_of_the_form() -> None:
    form = report({}).form
    assert all(Address.parse(name) in form for case in CASES.values() for name in case.doubted)
