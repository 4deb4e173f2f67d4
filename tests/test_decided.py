"""A decision rests on the figures of its finding: when they change, the finding is open again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # its stubs are not installed

from gouji.errors import BadReviewFileError
from gouji.model.comparison import Reference
from gouji.model.correction import Document, Mistake, StepKind
from gouji.model.decided import Moved, moved, proposed
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.review import Review
from gouji.model.rule import DecisionState, Finding
from gouji.resources import resource
from gouji.reviewfile import decode, dumps, encode, parse
from gouji.session import ReviewSession
from gouji.worker.suggested import seek
from tests.checking.prose.cases import make_report
from tests.factory import make_document
from tests.test_repair import consistent

UPHELD, CORRECTED, TOTAL = (
    Address("disputes", "review", column) for column in ("upheld", "corrected", "total")
)
NEW = Address.parse("requests.new.total")
ROW = {str(UPHELD): 10, str(CORRECTED): 1, str(TOTAL): 0}


def session(figures: dict[str, Cell | int] | None = None) -> ReviewSession:
    return ReviewSession(Review(make_document("2021", ROW if figures is None else figures)))


def by_rule(review: ReviewSession, rule: str) -> Finding:
    return next(each for each in review.findings if each.rule.id == rule)


def reopened(review: Review) -> Review:
    """Through a review file and back."""
    findings = ReviewSession(review).findings
    return decode(parse(dumps(encode(review, findings)).encode()))


def test_a_decision_stands_until_a_figure_of_its_finding_changes() -> None:
    review = session()
    (finding,) = review.findings
    review.decide(finding, DecisionState.SOURCE_ERROR, "所报即如此")
    review.edit(NEW, 3)
    assert review.review.decision(finding) is not None
    review.edit(UPHELD, 12)
    now = by_rule(review, "disputes.outcomes")
    assert review.review.decision(now) is None
    outdated = review.review.outdated(now)
    assert outdated is not None
    assert outdated.reason == "所报即如此"
    assert moved(outdated, now, review.document) == [Moved(str(UPHELD), 10, 12)]
    review.undo()
    assert review.review.decision(finding) is not None


def test_deciding_anew_rests_on_the_figures_of_now() -> None:
    review = session()
    review.decide(review.findings[0], DecisionState.SOURCE_ERROR)
    review.edit(UPHELD, 12)
    review.decide(review.findings[0], DecisionState.DISMISSED)
    assert review.review.outdated(review.findings[0]) is None
    review.undo()
    assert review.review.outdated(review.findings[0]) is not None


def test_a_decision_about_prose_rests_on_the_cells_it_was_compared_with() -> None:
    document = make_report("全年收到政府信息公开申请70件。", {"new": 69})
    review = ReviewSession(Review(document))
    finding = by_rule(review, "text.new")
    review.decide(finding, DecisionState.DISMISSED)
    decision = review.review.decisions[finding.key]
    assert decision.figures is not None
    assert decision.figures["claimed"] == 70
    review.edit(NEW, 68)
    assert review.review.outdated(by_rule(review, "text.new")) is decision


def test_a_decision_about_two_years_rests_on_last_year_s_figure_too() -> None:
    review = session({"requests.carried_in.business": 2})
    for carried_out, stands in ((3, True), (4, False)):
        before = make_document("2021", {"requests.carried_out.business": carried_out})
        review.set_previous(replace(Reference.of(before), year=2020))
        finding = by_rule(review, "history.carry")
        if stands:
            review.decide(finding, DecisionState.SOURCE_ERROR)
        assert (review.review.decision(finding) is not None) is stands
    decision = review.review.decisions[finding.key]
    assert moved(decision, finding, review.document) == [Moved("previous", 3, 4)]


def test_it_survives_reopening_whether_it_stands_or_not() -> None:
    review = session()
    review.decide(review.findings[0], DecisionState.DISMISSED, "单位来电说明")
    for value in (None, 12):
        if value is not None:
            review.edit(UPHELD, value)
        again = reopened(review.review)
        assert again == review.review
        written = encode(review.review, review.findings)
        told = next(each for each in written["findings"] if each["rule"] == "disputes.outcomes")
        assert (told["decision"] is None) is (value is not None)
        assert len(written["decisions"]) == int(value is not None)
        schema = parse(resource("gouji.report-1.schema.json").read_bytes())
        Draft202012Validator(schema).validate(parse(dumps(written).encode()))


def test_a_decision_of_an_earlier_version_stands() -> None:
    review = session()
    review.decide(review.findings[0], DecisionState.DISMISSED)
    written = parse(dumps(encode(review.review)).encode())
    del written["decisions"][0]["decision"]["figures"]
    old = ReviewSession(decode(written))
    old.edit(UPHELD, 12)
    assert old.review.decision(old.findings[0]) is not None


@pytest.mark.parametrize(("name", "figure"), [("disputes.review.nobody", 1), (str(UPHELD), "1")])
def test_what_are_no_figures_is_refused_with_the_way_to_them(name: str, figure: object) -> None:
    review = session()
    review.decide(review.findings[0], DecisionState.DISMISSED)
    written = parse(dumps(encode(review.review)).encode())
    written["decisions"][0]["decision"]["figures"][name] = figure
    with pytest.raises(BadReviewFileError) as caught:
        decode(written)
    assert str(caught.value.details["where"]).endswith(f"figures / {name}")


@pytest.mark.parametrize("has_figures", [True, False])
def test_in_another_reading_of_the_source_it_is_open_again_where_figures_differ(*, has_figures: bool) -> None:
    before = session()
    before.decide(before.findings[0], DecisionState.SOURCE_ERROR)
    review = before.review
    if not has_figures:
        decisions = {key: replace(each, figures=None) for key, each in review.decisions.items()}
        review = replace(review, decisions=decisions)
    anew = session({**ROW, str(UPHELD): 12})
    anew.carry_over(review)
    outdated = anew.review.outdated(anew.findings[0])
    assert outdated is not None
    assert moved(outdated, anew.findings[0], anew.document) == [Moved(str(UPHELD), 10, 12)]
    same = session()
    same.carry_over(review)
    assert same.review.decision(same.findings[0]) is not None


def test_whose_mistake_is_proposed_by_how_the_figures_were_read() -> None:
    doubtful = Cell(10, "10", Reading.DOUBTFUL, None, Doubt.TORN)
    for cell, mistake in ((10, Mistake.SOURCE), (doubtful, Mistake.READING)):
        review = session({**ROW, str(UPHELD): cell})
        assert proposed(review.findings[0], review.document) is mistake
    review.confirm(UPHELD)
    assert proposed(review.findings[0], review.document) is Mistake.SOURCE


def test_what_is_merely_found_leaves_a_saved_review_saved() -> None:
    previous = replace(Reference.of(make_document()), year=2020)
    review = session()
    review.set_previous(previous, as_found=True)
    assert review.is_saved
    review.edit(UPHELD, 11)
    assert not review.is_saved
    review.undo()
    review.set_previous(None)
    assert review.is_saved
    review.set_previous(previous, as_found=True)
    review.set_previous(replace(previous, name="chosen.txt"))
    assert not review.is_saved
    review.set_previous(previous, as_found=True)
    review.mark_saved()
    review.set_previous(None)
    assert not review.is_saved, "the file holds it now"
    review.set_previous(previous)
    assert review.is_saved


@pytest.mark.parametrize(("stated", "first"), [(12, TOTAL), (13, UPHELD)])
def test_the_figure_of_the_prose_comes_first(stated: int, first: Address) -> None:
    document = make_report(
        f"因政府信息公开被申请行政复议{stated}件。", {"review.upheld": 12, "review.total": 13}
    )
    review = ReviewSession(Review(document))
    suggestions = review.suggestions(by_rule(review, "disputes.outcomes"))
    assert list(suggestions[0].values) == [first]
    told = encode(review.review, review.findings)["findings"]
    balance = next(each for each in told if each["rule"] == "disputes.outcomes")
    assert list(balance["suggestions"][0]["cells"]) == [str(first)]


@pytest.mark.parametrize(("stated", "row"), [("51件，结转下年度1件", "carried_out"), ("50件", "new")])
def test_repairs_of_several_cells_heed_the_prose_too(stated: str, row: str) -> None:
    table = {"new": 51, "granted": 50, "total": 50}
    people = {f"requests.{name}.natural_person": figure for name, figure in table.items()}
    document = make_report(f"全年收到政府信息公开申请{stated}，办结50件。", {**table, **people})
    first = seek(encode(Review(document)))[0]
    assert {Address.parse(each).row for each in first["values"]} == {row}


slips = st.dictionaries(st.sampled_from(make_document().report.form.addresses[10:]), st.integers(0, 60))
states = st.sampled_from(list(DecisionState))


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 20), slips, st.data())
def test_a_correction_that_settles_a_finding_and_is_undone_leaves_no_trace(
    seed: int, slip: dict[Address, int], data: st.DataObject
) -> None:
    figures = consistent(seed) | {str(address): value for address, value in slip.items()}
    review = ReviewSession(Review(Document(make_document("2021", figures).report)))
    for finding in review.findings:
        if data.draw(st.booleans()):
            review.decide(finding, data.draw(states), "说明")
    findings, before = review.findings, review.review
    in_force = [before.decision(each) for each in findings]
    for finding in findings:
        for suggestion in review.suggestions(finding)[:2]:
            review.apply(StepKind.ACCEPT, suggestion.values)
            assert finding.key not in {each.key for each in review.findings}
            review.undo()
            assert review.findings == findings
            assert review.review == before
            assert [review.review.decision(each) for each in review.findings] == in_force
