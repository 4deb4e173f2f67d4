"""A queue: each report once, how it stands, and which is next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from gouji.checking import check
from gouji.errors import DamagedFileError, NoTextError, PasswordNeededError
from gouji.library import rules_in_force
from gouji.model.correction import Change, Document
from gouji.model.review import Review
from gouji.model.rule import Decision, DecisionState, Finding
from gouji.model.summary import Summary
from gouji.queue.entry import Entry, Progress, State, progress_after
from gouji.queue.queue import Queue
from gouji.queue.record import read_record, write_record
from tests.factory import make_document, now

SUMMARY = Summary("某某市某某局", 2025, "2021", "0" * 64)
A, B, C, D = (Path(f"/desk/{name}.pdf") for name in "甲乙丙丁")


def queue_of(*entries: Entry | Path) -> Queue:
    return Queue(each if isinstance(each, Entry) else Entry(each) for each in entries)


def found_in(document: Document) -> list[Finding]:
    return check(document, rules_in_force(document.report.form.id))


def reviewed(path: Path) -> Entry:
    return Entry(path, progress=Progress.READ, summary=SUMMARY, is_reviewed=True)


def failed(path: Path) -> Entry:
    return Entry(path, progress=Progress.FAILED, trouble=DamagedFileError(path, kind="PDF"))


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (Entry(A), State.WAITING),
        (Entry(A, progress=Progress.READ, summary=SUMMARY), State.WAITING),
        (Entry(A, summary=replace(SUMMARY, errors=1)), State.OPEN),
        (Entry(A, summary=replace(SUMMARY, warnings=1, corrections=2)), State.OPEN),
        (Entry(A, summary=replace(SUMMARY, infos=3, doubtful=2)), State.WAITING),
        (Entry(A, summary=replace(SUMMARY, corrections=2)), State.CORRECTED),
        (Entry(A, summary=replace(SUMMARY, errors=1), is_reviewed=True), State.REVIEWED),
        (failed(A), State.FAILED),
        (Entry(A, progress=Progress.SCAN), State.WAITING),
    ],
)
def test_a_report_stands_as_it_was_found_corrected_and_marked(entry: Entry, state: State) -> None:
    assert entry.state is state


def test_a_line_bears_the_name_of_the_unit_once_it_is_known() -> None:
    assert Entry(A).name == "甲.pdf"
    assert Entry(A, summary=SUMMARY).name == "某某市某某局"
    assert Entry(A, summary=replace(SUMMARY, unit=None)).name == "甲.pdf"


def test_a_file_is_in_the_queue_once_and_a_review_file_stands_for_its_source() -> None:
    queue = queue_of(A, B)
    added = queue.add([Entry(A), Entry(A.with_suffix(".json")), Entry(C.with_suffix(".json")), Entry(C)])
    assert [each.path.name for each in added] == ["丙.json"]
    assert [each.path.name for each in queue] == ["甲.pdf", "乙.pdf", "丙.json"]
    assert queue.add([Entry(A.with_suffix(".docx"))]), "another format may say something else"


def test_what_is_taken_out_is_gone_and_the_rest_stays_in_order() -> None:
    queue = queue_of(A, B, C)
    queue.remove([B, D])
    assert [each.path for each in queue] == [A, C]
    assert queue.row(C) == 1
    assert B not in queue
    assert queue.entry(B) is None


@pytest.mark.parametrize(
    ("entries", "current", "expected"),
    [
        ([A, B, C], A, B),
        ([A, reviewed(B), C], A, C),
        ([A, failed(B), C], A, C),
        ([A, B, reviewed(C)], B, A),
        ([reviewed(A), B, reviewed(C)], B, None),
        ([reviewed(A), B], None, B),
        ([], None, None),
    ],
)
def test_the_next_is_the_first_below_that_is_not_reviewed_then_from_the_top(
    entries: Iterable[Entry | Path], current: Path | None, expected: Path | None
) -> None:
    queue = queue_of(*entries)
    assert queue.next_after(current, [each.path for each in queue]) == expected


def test_the_next_follows_the_order_that_is_seen() -> None:
    queue = queue_of(A, B, C, D)
    assert queue.next_after(A, [D, A, C]) == C
    assert queue.next_after(B, [D, A, C]) == D


def test_reading_ahead_goes_down_the_queue() -> None:
    queue = queue_of(failed(A), Entry(B, progress=Progress.READING), C, D)
    waiting = queue.to_read()
    assert waiting is not None
    assert waiting.path == C
    assert queue.settled() == 1


def test_scans_and_locked_files_are_told_from_bad_ones() -> None:
    troubles = NoTextError(A), PasswordNeededError(A), DamagedFileError(A, kind="PDF")
    assert [progress_after(each) for each in troubles] == [Progress.SCAN, Progress.LOCKED, Progress.FAILED]


def test_a_summary_counts_what_is_left_to_decide() -> None:
    document = make_document(figures={"requests.new.natural_person": 3})
    review, findings = Review(document), found_in(document)
    errors = [each for each in findings if each.rule.severity == "error"]
    assert Summary.of(review, findings).errors == len(errors) > 0
    decided = Decision(DecisionState.SOURCE_ERROR, "", now())
    review = replace(review, decisions={each.key: decided for each in findings})
    summary = Summary.of(review, findings)
    assert not summary.is_open
    assert (summary.unit, summary.form, summary.sha256) == ("某某市某某局", "2021", "0" * 64)


def test_a_summary_counts_corrections_that_are_in_force() -> None:
    document = make_document(figures={"requests.new.natural_person": 3})
    address = next(each for each in document.report.form.addresses if str(each).startswith("requests.new.n"))
    new = document.correction(address, 0, "", now())
    mended = document.with_changes([Change(address, None, new)])
    summary = Summary.of(Review(mended), found_in(mended))
    assert (summary.errors, summary.corrections) == (0, 1)


def test_the_queue_outlives_the_program() -> None:
    entries = [
        Entry(A, (7, 123_456_789_012_345), Progress.READ, replace(SUMMARY, errors=2, unit=None), None),
        reviewed(B),
        failed(C),
    ]
    again = read_record(write_record(entries))
    assert again[:2] == entries[:2]
    assert again[2] == Entry(C), "it may be better by now"


@pytest.mark.parametrize(
    "text", ["", "{}", "[" * 100_000, '{"version": 2, "entries": []}', '{"version": 1, "entries": [{}]}']
)
def test_a_damaged_record_is_an_empty_queue(text: str) -> None:
    assert read_record(text) == []
