"""What is written to a review file comes back exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import simplejson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # its stubs are not installed

from gouji.library import forms, rules_for
from gouji.model.comparison import Reference
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Footnote, Period, PrintedDate, Section
from gouji.model.report import Cell, Doubt, Reading, Source
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState, FindingKey
from gouji.resources import resource
from gouji.reviewfile import decode, dumps, parse
from tests.factory import make_document, now
from tests.reviewfile.one_of_everything import NEW, TOTAL, encoded, make_review, through_text


def test_everything_survives() -> None:
    review = make_review()
    assert through_text(review) == review


def test_a_corrected_cell_says_both_what_is_in_force_and_what_was_read() -> None:
    cell = encoded(make_review())["cells"][str(TOTAL)]
    assert (cell["value"], cell["read"], cell["raw"]) == (51, 50, "50")


def test_only_a_corrected_cell_says_what_was_read() -> None:
    review = make_review()
    confirmed = Correction(NEW, 51, 51, Mistake.READING, "", now())
    cells = encoded(Review(Document(review.document.report, {NEW: confirmed})))["cells"]
    assert not any("read" in cell for cell in cells.values())


def test_a_cell_reads_as_the_contract_prints_it() -> None:
    values = parse(dumps(encoded(make_review())).encode())
    assert values["cells"]["proactive.regulations.issued"] == {
        "value": 22,
        "raw": "22（其中修订 16 件）",
        "reading": "doubtful",
        "doubt": "annotation after the number",
        "provenance": {"page": 4, "box": [190, 300, Decimal("260.25"), 330]},
    }
    assert values["cells"]["requests.granted.total"] == {
        "value": None,
        "raw": None,
        "reading": "missing",
        "provenance": None,
    }


def test_a_finding_is_told_with_its_sums_members_suggestions_and_decision() -> None:
    findings = encoded(make_review())["findings"]
    finding = next(each for each in findings if each["rule"] == "requests.outcomes")
    assert finding["at"] == "natural_person"
    assert (finding["left"], finding["right"], finding["difference"]) == (51, 0, 51)
    assert finding["cells"][0] == str(TOTAL)
    assert "51" in finding["message"]
    assert finding["decision"]["state"] == "dismissed"
    assert finding["suggestions"][0]["cells"] == {"requests.granted.natural_person": 51}


def test_a_suggestion_names_its_cells_and_says_why() -> None:
    document = make_document("2021", {"disputes.review.upheld": 3})
    suggestions = encoded(Review(document))["findings"][0]["suggestions"]
    assert suggestions[0]["cells"] == {"disputes.review.total": 3}
    assert suggestions[0]["reason"]


def test_a_decision_on_a_settled_finding_is_kept() -> None:
    key = FindingKey("requests.balance", "business")
    review = Review(make_document(), {key: Decision(DecisionState.ACCEPTED, "", now())})
    assert encoded(review)["findings"] == []
    assert through_text(review) == review


def test_decimals_keep_every_printed_digit() -> None:
    assert '"proactive.fees.amount": {"value": 12.500000, ' in dumps(encoded(make_review()))


def test_one_cell_stands_on_a_line() -> None:
    lines = dumps(encoded(make_review())).splitlines()
    assert sum(line.startswith('  "requests.') for line in lines) == 175


@pytest.mark.parametrize("form_id", [form.id for form in forms()])
def test_the_schema_that_ships_holds_for_what_is_written(form_id: str) -> None:
    schema = simplejson.loads(resource("gouji.report-1.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    review = make_review() if form_id == "2021" else Review(make_document(form_id))
    values = simplejson.loads(dumps(encoded(review)))
    Draft202012Validator(schema).validate(values)
    assert form_id in schema["properties"]["form"]["enum"]


# Round trips of any review

LETTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(LETTERS, max_size=12)
NUMBERS = st.integers(-(10**20), 10**20) | st.decimals(allow_nan=False, allow_infinity=False, places=6)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1), timezones=ZONES | st.just(UTC))  # noqa: DTZ001 -- hypothesis adds the zone
LENGTHS = st.floats(-1e6, 1e6)
PLACES = st.builds(Provenance, st.integers(1, 99), st.builds(Box, LENGTHS, LENGTHS, LENGTHS, LENGTHS))
CELLS = st.builds(
    Cell,
    NUMBERS | st.none(),
    TEXTS | st.none(),
    st.sampled_from([Reading.CLEAR, Reading.DOUBTFUL]),
    PLACES | st.none(),
    st.sampled_from(Doubt) | st.none(),
) | st.builds(Cell, st.none(), TEXTS | st.none(), st.sampled_from([Reading.BLANK, Reading.MISSING]), PLACES)
DECISIONS = st.builds(Decision, st.sampled_from(DecisionState), TEXTS, MOMENTS)
KEYS = st.builds(FindingKey, st.sampled_from([rule.id for rule in rules_for("2021")]), TEXTS)
SECTIONS = st.lists(
    st.tuples(TEXTS.filter(lambda text: "\n" not in text), PLACES), min_size=1, max_size=3
).map(
    lambda lines: Section(
        "三", "", 1, "\n".join(text for text, _ in lines), "", None, tuple(place for _, place in lines)
    )
) | st.builds(
    Section, TEXTS, TEXTS, st.integers(1, 99), TEXTS, TEXTS | st.none(), PLACES | st.none(), st.just(())
)
NOTES = st.builds(Footnote, st.just("disputes"), TEXTS, PLACES | st.none())
PERIODS = st.builds(Period, st.dates(), st.dates(), st.lists(PLACES, max_size=2).map(tuple))
DATES = st.builds(PrintedDate, st.dates(), TEXTS, PLACES | st.none())
SOURCES = st.builds(Source, TEXTS, TEXTS, TEXTS, st.integers(0, 999), TEXTS | st.none())


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    form = draw(st.sampled_from(forms()))
    given_cells = draw(st.dictionaries(st.sampled_from(form.addresses), CELLS, max_size=6))
    cells = {address: Cell(0, "0", Reading.CLEAR) for address in form.addresses} | given_cells
    report = replace(
        make_document(form.id).report,
        source=draw(SOURCES),
        cells=cells,
        unit=draw(TEXTS | st.none()),
        year=draw(st.integers(1, 9999) | st.none()),
        title_places=tuple(draw(st.lists(PLACES, max_size=2))),
        period=draw(PERIODS | st.none()),
        dates=tuple(draw(st.lists(DATES, max_size=2))),
        footnotes=tuple(draw(st.lists(NOTES, max_size=2))),
        sections=tuple(draw(st.lists(SECTIONS, max_size=2))),
    )
    corrections = {
        address: Correction(
            address,
            cells[address].value,
            draw(NUMBERS | st.none()),
            draw(st.sampled_from(Mistake)),
            draw(TEXTS),
            draw(MOMENTS),
        )
        for address in draw(st.lists(st.sampled_from(form.addresses), unique=True, max_size=5))
    }
    decisions = draw(st.dictionaries(KEYS, DECISIONS, max_size=4))
    previous = Reference.of(Document(report, corrections)) if draw(st.booleans()) else None
    return Review(Document(report, corrections), decisions, previous)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(reviews())
def test_any_review_survives(review: Review) -> None:
    values = encoded(review)
    back = decode(parse(dumps(values).encode()))
    assert back == review
    assert list(back.document.corrections) == list(review.document.corrections)
    assert dumps(encoded(back)) == dumps(values)
