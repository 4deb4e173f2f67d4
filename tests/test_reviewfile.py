"""The review file: what is written comes back exactly, and nothing else is taken."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import simplejson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # its stubs are not installed

from gouji.checking import check
from gouji.errors import (
    BadReviewFileError,
    DamagedFileError,
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    IsFolderError,
)
from gouji.library import forms, rules_for
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.form import Address
from gouji.model.geometry import Box
from gouji.model.report import Cell, Doubt, Footnote, Provenance, Reading, Section, Source
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState, FindingKey
from gouji.resources import resource
from gouji.reviewfile import decode, disk, dumps, encode, parse, read_review
from tests.factory import MISSING, make_document, now

NEW = Address.parse("requests.new.natural_person")
TOTAL = Address.parse("requests.total.natural_person")
FEES = Address.parse("proactive.fees.amount")
PRINTED = Cell(
    22,
    "22（其中修订 16 件）",
    Reading.DOUBTFUL,
    Provenance(4, Box(190, 300, 260.25, 330)),
    Doubt.ANNOTATION,
)


def make_review() -> Review:
    """A report with one of everything that a review file keeps."""
    document = make_document(
        "2021",
        {
            str(NEW): 51,
            str(TOTAL): 50,
            str(FEES): Decimal("12.500000"),
            "proactive.regulations.issued": PRINTED,
            "requests.granted.total": MISSING,
        },
    )
    report = replace(
        document.report,
        footnotes=(Footnote("disputes", "注：含上年度结转数量"),),
        sections=(Section("一", "总体情况", 1, "全年收到申请 51 件。\n"),),
    )
    correction = Correction(TOTAL, 50, 51, Mistake.SOURCE, "多列一件", now())
    key = FindingKey("requests.outcomes", "natural_person")
    decision = Decision(DecisionState.DISMISSED, "单位来电说明", now())
    return Review(Document(report, {TOTAL: correction}), {key: decision})


def encoded(review: Review) -> dict[str, Any]:
    """The review with all its findings."""
    findings = check(review.document, rules_for(review.document.report.form.id))
    return encode(review, findings, "zh")


def through_text(review: Review) -> Review:
    return decode(parse(dumps(encoded(review)).encode()))


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
        footnotes=tuple(draw(st.lists(st.builds(Footnote, st.sampled_from(list(form.by_id)), TEXTS)))),
        sections=tuple(draw(st.lists(st.builds(Section, TEXTS, TEXTS, st.integers(1, 99), TEXTS)))),
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
    return Review(Document(report, corrections), draw(st.dictionaries(KEYS, DECISIONS, max_size=4)))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(reviews())
def test_any_review_survives(review: Review) -> None:
    values = encoded(review)
    back = decode(parse(dumps(values).encode()))
    assert back == review
    assert list(back.document.corrections) == list(review.document.corrections)
    assert dumps(encoded(back)) == dumps(values)


# What is refused


def change(way: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Put another value at the end of the way, whose steps are parted by slashes."""

    def apply(values: Any) -> None:
        *steps, last = way.split("/")
        for step in steps:
            values = values[int(step) if isinstance(values, list) else step]
        values[int(last) if isinstance(values, list) else last] = value

    return apply


CELL = f"cells/{NEW}"


@pytest.mark.parametrize(
    ("way", "value", "where"),
    [
        ("schema", "gouji.report/2", "schema"),
        ("form", "2020", "form"),
        ("form", ["2021"], "form"),
        ("unit", 7, "unit"),
        ("year", "2023", "year"),
        ("year", True, "year"),
        ("year", 10**9, "year"),
        ("source", None, "source"),
        ("source/pages", -1, "source / pages"),
        ("source/name", "half \ud800", "source / name"),
        ("cells", [], "cells"),
        ("cells/requests.new.nobody", {}, "cells / requests.new.nobody"),
        (f"{CELL}/value", "51", f"cells / {NEW} / value"),
        (f"{CELL}/value", 51.5, f"cells / {NEW} / value"),
        (f"{CELL}/value", True, f"cells / {NEW} / value"),
        (f"{CELL}/value", Decimal("NaN"), f"cells / {NEW} / value"),
        (f"{CELL}/value", Decimal("1E+999999999"), f"cells / {NEW} / value"),
        (f"{CELL}/value", Decimal("1E-999999999"), f"cells / {NEW} / value"),
        (f"{CELL}/value", 10**200, f"cells / {NEW} / value"),
        (f"{CELL}/reading", "sure", f"cells / {NEW} / reading"),
        (f"{CELL}/reading", "blank", f"cells / {NEW} / reading"),
        (f"{CELL}/doubt", "a whim", f"cells / {NEW} / doubt"),
        (f"{CELL}/provenance/page", 0, f"cells / {NEW} / provenance / page"),
        (f"{CELL}/provenance/box", [1, 2, 3], f"cells / {NEW} / provenance / box"),
        (f"{CELL}/provenance/box/0", float("inf"), f"cells / {NEW} / provenance / box / 1"),
        (f"{CELL}/provenance/box/0", 10**400, f"cells / {NEW} / provenance / box / 1"),
        (f"cells/{TOTAL}/value", 49, f"cells / {TOTAL} / value"),
        ("footnotes/0/table", "fees", "footnotes / 1 / table"),
        ("sections/0/page", None, "sections / 1 / page"),
        ("findings", {}, "findings"),
        ("findings/0/decision", {"state": "maybe"}, "findings / 1 / decision / state"),
        ("corrections", None, "corrections"),
        ("corrections/0/cell", "requests.new.nobody", "corrections / 1 / cell"),
        ("corrections/0/before", 49, "corrections / 1 / before"),
        ("corrections/0/mistake", "nobody's", "corrections / 1 / mistake"),
        ("corrections/0/at", "2026-01-09T08:12:30", "corrections / 1 / at"),
        ("corrections/0/at", "yesterday", "corrections / 1 / at"),
        ("cells/" + "x" * 1000, {}, "cells / " + "x" * 60),
    ],
)
def test_what_is_wrong_is_refused_by_its_place(way: str, value: Any, where: str) -> None:
    values = encoded(make_review())
    change(way, value)(values)
    with pytest.raises(BadReviewFileError) as caught:
        decode(values, "review.json")
    assert caught.value.details["where"] == where
    assert "\n" not in caught.value.sentence("zh")


@pytest.mark.parametrize("key", ["schema", "form", "source", "cells"])
def test_what_must_be_there_is_missed(key: str) -> None:
    values = encoded(make_review())
    del values[key]
    with pytest.raises(BadReviewFileError):
        decode(values)


def test_a_cell_of_the_form_is_missed() -> None:
    values = encoded(make_review())
    del values["cells"][str(NEW)]
    with pytest.raises(BadReviewFileError):
        decode(values)


def test_two_corrections_of_one_cell_are_refused() -> None:
    values = encoded(make_review())
    values["corrections"] *= 2
    with pytest.raises(BadReviewFileError):
        decode(values)


def test_members_of_a_later_version_are_passed_over() -> None:
    values = encoded(make_review()) | {"stamp": "…"}
    assert decode(values) == make_review()


@pytest.mark.parametrize(
    "content",
    [b"[]", b"null", b"{", b"\xff\xfe{}", b"[" * 100_000, b"9" * 5000, b'{"schema": NaN}', b"not a review"],
)
def test_what_is_no_review_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(BadReviewFileError) as caught:
        read_review(path)
    assert caught.value.path == path


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(dumps(encoded(make_review())), "utf-8-sig")
    assert read_review(path) == make_review()


def test_trouble_with_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.json").write_text(" \n")
    (tmp_path / "large.json").write_text("[" + " " * 200 + "]")
    monkeypatch.setattr(disk, "LARGEST", 100)
    for name, trouble in (
        ("none.json", FileMissingError),
        ("empty.json/none.json", FileMissingError),
        ("empty.json", EmptyFileError),
        ("large.json", FileTooLargeError),
        (".", IsFolderError),
        ("x" * 5000 + ".json", DamagedFileError),
    ):
        with pytest.raises(trouble):
            read_review(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system knows no pipes by name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(DamagedFileError):
        read_review(tmp_path / "pipe.json")
