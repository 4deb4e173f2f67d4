"""What a document is compared with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouji.model.comparison import Reference
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.form import Address
from gouji.model.report import MISSING, Cell, Doubt, Reading
from tests.factory import BLANK, make_document, now

NEW = Address.parse("requests.new.total")
CARRIED = Address.parse("requests.carried_out.total")
DOUBTFUL = Cell(3, "3", Reading.DOUBTFUL, None, Doubt.TORN)


def test_figures_are_those_in_force_and_a_confirmed_one_is_sure() -> None:
    printed = make_document(
        figures={str(NEW): DOUBTFUL, str(CARRIED): DOUBTFUL, "requests.total.total": BLANK}
    )
    confirmed = Correction(NEW, 3, 3, Mistake.READING, "", now())
    emptied = Correction(CARRIED, 3, None, Mistake.SOURCE, "", now())
    reference = Reference.of(Document(printed.report, {NEW: confirmed, CARRIED: emptied}))
    assert reference.cell(NEW) == Cell(3, None, Reading.CLEAR)
    assert reference.cell(CARRIED) == Cell(None, None, Reading.BLANK)
    assert reference.cell(Address.parse("requests.total.total")) == Cell(None, None, Reading.BLANK)
    assert Reference.of(printed).cell(NEW).reading is Reading.DOUBTFUL


def test_a_cell_that_its_form_lacks_was_not_found() -> None:
    assert Reference.of(make_document("2019")).cell(Address.parse("proactive.fees.amount")) == MISSING


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("某某县财政局", "某某县财政局", True),
        ("某某县 财政局", "某某县财政局\n", True),
        ("某某县财政局（本级）", "某某县财政局(本级)", True),
        ("某某县财政局", "某某县审计局", False),
        (None, "某某县财政局", False),
        (None, None, False),
    ],
)
def test_units_are_the_same_by_their_names(one: str | None, other: str | None, same: bool) -> None:  # noqa: FBT001 -- the table says it
    report = make_document().report
    assert Reference.of(Document(replace(report, unit=one))).is_of_unit(replace(report, unit=other)) == same


@pytest.mark.parametrize(
    ("before", "now_", "is_before"),
    [(2022, 2023, True), (2023, 2023, False), (2021, 2023, False), (None, 2023, True), (2022, None, True)],
)
def test_the_year_before_is_told_by_both_years(before: int | None, now_: int | None, is_before: bool) -> None:  # noqa: FBT001 -- the table says it
    report = make_document().report
    reference = Reference.of(Document(replace(report, year=before)))
    assert reference.is_year_before(replace(report, year=now_)) == is_before
