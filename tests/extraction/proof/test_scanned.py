"""Cells of scanned pages are clear only with a high score, and where a kept sum would have noticed a slip."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from gouji.extraction.proof.scanned import CERTAIN, settle_scanned
from gouji.extraction.seen import as_seen, box_as_seen
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Footnote, Period, PrintedDate, Section
from gouji.model.report import MISSING, Cell, Doubt, Reading, Report
from gouji.sources.page import Page
from tests.factory import Figure, make_document

HERE = Provenance(1, Box(100, 100, 120, 110))
NEW = "requests.new.natural_person"


def figure(value: int | None, score: float | None = 0.99, doubt: Doubt | None = None) -> Cell:
    if value is None:
        return Cell(None, "", Reading.BLANK, HERE)
    return Cell(value, str(value), Reading.DOUBTFUL if doubt else Reading.CLEAR, HERE, doubt, score)


def settled(figures: dict[str, Figure] | None = None, skew: float | None = 0.0) -> Report:
    """All figures are 0, so that all sums agree, but for those given."""
    report = make_document(figures=figures, default=figure(0)).report
    return settle_scanned(report, [Page(1, 400, 300, (), (), skew)])


def cell(report: Report, address: str) -> Cell:
    return report.cells[Address.parse(address)]


def test_a_certain_figure_in_kept_sums_is_clear_and_one_in_no_sum_is_not() -> None:
    report = settled()
    assert cell(report, NEW).reading is Reading.CLEAR
    assert cell(report, "disputes.review.total").reading is Reading.CLEAR
    lonely = cell(report, "proactive.licensing.decisions")
    assert (lonely.reading, lonely.doubt) == (Reading.DOUBTFUL, Doubt.RECOGNISED)
    assert lonely.value == 0


def test_a_low_score_is_doubted_even_in_kept_sums() -> None:
    report = settled({NEW: figure(0, CERTAIN - 0.01)})
    assert cell(report, NEW).doubt is Doubt.RECOGNISED
    assert cell(report, "requests.new.business").reading is Reading.CLEAR


def test_a_slip_is_doubted_with_all_that_it_may_be_the_slip_of() -> None:
    report = settled({"requests.granted.business": figure(8)})
    doubted = {str(address) for address, each in report.cells.items() if each.doubt is Doubt.RECOGNISED}
    assert {"requests.granted.business", "requests.granted.total", "requests.total.business"} <= doubted
    assert "requests.granted.total" in doubted
    assert "requests.denied_by_law.research" not in doubted


def test_blank_cells_count_as_nothing_and_a_cell_not_found_proves_nothing() -> None:
    blank = settled({NEW: figure(None)})
    assert cell(blank, NEW).reading is Reading.BLANK
    missing = settled({"requests.new.total": MISSING})
    assert cell(missing, "requests.new.total").reading is Reading.MISSING
    assert cell(missing, NEW).doubt is Doubt.RECOGNISED


def test_a_blank_cell_that_no_sum_holds_is_doubted() -> None:
    report = settled({"proactive.licensing.decisions": figure(None)})
    assert cell(report, "proactive.licensing.decisions").doubt is Doubt.RECOGNISED


def test_an_older_doubt_stays() -> None:
    report = settled({NEW: figure(0, doubt=Doubt.TORN)})
    assert cell(report, NEW).doubt is Doubt.TORN


def test_a_page_with_text_of_its_own_is_left_alone() -> None:
    untouched = settled(skew=None)
    assert all(each.reading is Reading.CLEAR for each in untouched.cells.values())


@pytest.mark.parametrize("degrees", [-1.0, 0.0, 1.0])
def test_places_are_those_of_the_page_as_it_lies_askew(degrees: float) -> None:
    page = Page(1, 400, 300, (), (), math.radians(degrees))
    assert box_as_seen(Box(195, 145, 205, 155), page) == Box(195, 145, 205, 155), (
        "the page turns about its middle"
    )
    right = box_as_seen(Box(390, 145, 400, 155), page)
    assert right.top == pytest.approx(145 + 195 * math.sin(math.radians(degrees)), abs=0.01)
    assert right.height == pytest.approx(10)


def test_the_words_of_a_page_that_lies_askew_are_placed_as_they_are_seen() -> None:
    page, skew = Page(1, 400, 300, (), (), 0.1), box_as_seen(HERE.box, Page(1, 400, 300, (), (), 0.1))
    report = replace(
        make_document().report,
        title_places=(HERE,),
        period=Period(date(2023, 1, 1), date(2023, 12, 31), (HERE,)),
        dates=(PrintedDate(date(2024, 1, 15), "2024年1月15日", HERE),),
        footnotes=(Footnote("disputes", "注：略", HERE), Footnote("disputes", "注：略")),
        sections=(Section("一", "", 1, "略", "一、", HERE, (HERE,)), Section("二", "", 1)),
    )
    seen = as_seen(report, [page])
    assert seen.period is not None
    places = [*seen.title_places, *seen.period.places, seen.dates[0].place, seen.footnotes[0].place]
    places += [seen.sections[0].heading_place, *seen.sections[0].places]
    assert places == [Provenance(1, skew)] * 6
    assert (seen.footnotes[1].place, seen.sections[1].heading_place) == (None, None)
