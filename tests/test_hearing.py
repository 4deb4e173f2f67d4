"""A review session hears a second reading: marks change, and nothing that the reviewer did."""

from __future__ import annotations

from dataclasses import replace

import simplejson
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # its stubs are not installed

from gouji.model.form import Address
from gouji.model.report import Doubt, Reading, Report
from gouji.model.review import Review
from gouji.resources import resource
from gouji.reviewfile import decode, dumps, encode, parse
from gouji.session import ReviewSession
from tests.factory import BLANK, make_document

LONE = Address.parse("proactive.regulations.issued")
OTHER = Address.parse("proactive.regulations.repealed")
NEW = Address.parse("requests.new.natural_person")


def session() -> ReviewSession:
    return ReviewSession(Review(make_document("2021", {str(LONE): 13, str(OTHER): BLANK})))


def second() -> Report:
    return make_document("2021", {str(LONE): 18, str(OTHER): 5}).report


def test_what_differs_is_doubted_and_listeners_are_told() -> None:
    review = session()
    told: list[frozenset[Address]] = []
    review.listen(told.append)
    opinion = review.hear(second())
    assert told == [frozenset({LONE, OTHER})]
    assert opinion.doubted.keys() == {LONE, OTHER}
    cell = review.document.cell(LONE)
    assert (cell.value, cell.reading, cell.doubt, cell.second) == (
        13,
        Reading.DOUBTFUL,
        Doubt.SECOND_OPINION,
        "18",
    )
    assert review.document.value(OTHER) is None


def test_an_opinion_that_agrees_changes_nothing() -> None:
    review = session()
    before = review.review
    review.listen(lambda _addresses: (_ for _ in ()).throw(AssertionError))
    assert not review.hear(review.report).doubted
    assert review.review is before


def test_corrections_and_history_stay() -> None:
    review = session()
    review.edit(LONE, 20)
    review.edit(NEW, 7)
    review.undo()
    review.hear(second())
    assert review.document.value(LONE) == 20
    assert review.redo() is not None
    assert review.document.value(NEW) == 7
    review.undo()
    review.undo()
    assert review.document.value(LONE) == 13
    assert review.document.cell(LONE).reading is Reading.DOUBTFUL
    review.confirm(LONE)
    assert review.document.corrections[LONE].confirms


def test_a_saved_review_stays_saved_and_another_does_not() -> None:
    """Who only looked at a report is not asked to save it."""
    review = session()
    review.hear(second())
    assert review.is_saved
    review.edit(NEW, 7)
    assert not review.is_saved
    review.undo()
    assert review.is_saved
    changed = session()
    changed.edit(NEW, 7)
    changed.hear(second())
    assert not changed.is_saved
    changed.undo()
    assert changed.is_saved


def test_hearing_the_same_again_changes_nothing() -> None:
    review = session()
    review.hear(second())
    before = review.review
    assert not review.hear(second()).doubted
    assert review.review is before


def test_the_second_reading_is_saved_and_comes_back() -> None:
    review = session()
    review.hear(second())
    values = parse(dumps(encode(review.review)).encode())
    assert values["cells"][str(LONE)]["second"] == "18"
    assert "second" not in values["cells"][str(NEW)]
    assert decode(values) == review.review
    schema = simplejson.loads(resource("gouji.report-1.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(simplejson.loads(dumps(encode(review.review))))


def test_a_blank_in_the_second_reading_is_told_from_none() -> None:
    review = session()
    cell = review.document.cell(LONE)
    report = replace(review.report, cells={**review.report.cells, LONE: replace(cell, second="")})
    written = replace(review.review, document=replace(review.document, report=report))
    assert decode(parse(dumps(encode(written)).encode())).document.cell(LONE).second == ""
