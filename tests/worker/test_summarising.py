"""What a line of a queue says comes out of the reading process in a small message that is looked at."""

from __future__ import annotations

from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from gouji.checking import check
from gouji.errors import EmptyFileError, GoujiError, PasswordNeededError
from gouji.library import rules_in_force
from gouji.library.settings import FILE, FOLDER_VARIABLE, RuleSettings, adjusted
from gouji.loader import load
from gouji.model.history import History
from gouji.model.rule import DecisionState
from gouji.model.summary import Summary
from gouji.resources import resource
from gouji.reviewfile.summarised import LONGEST_UNIT, summary_values
from gouji.session import ReviewSession
from gouji.worker import ReadingProcess
from gouji.worker.frames import BrokenFrameError
from gouji.worker.summarised import summary_from_json
from tests.worker.asking import PATIENCE

SUMMARY = Summary("某某市某某局", 2025, "2021", "ab" * 32, 1, 2, 3, 4, 5)


def summarised(process: ReadingProcess, path: Path, history: History | None = None) -> Summary | GoujiError:
    answers: Queue[Any] = Queue()
    process.summarise(path, history, answers.put)
    found: Summary | GoujiError = answers.get(timeout=PATIENCE)
    return found


def test_a_summary_is_what_opening_the_file_would_find(process: ReadingProcess) -> None:
    example = next(resource("examples").glob("*.pdf"))
    review = load(example).review
    findings = check(review.document, rules_in_force(review.document.report.form.id))
    found = summarised(process, example)
    assert found == Summary.of(review, findings)
    assert isinstance(found, Summary)
    assert found.errors
    assert found.unit


def test_the_rules_are_those_of_the_office_though_the_process_may_not_read_its_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    example = next(resource("examples").glob("*.pdf"))
    review = load(example).review
    rules = rules_in_force(review.document.report.form.id)
    off = check(review.document, rules)[0].rule.id
    (tmp_path / FILE).write_text(f'[rules."{off}"]\noff = true\n', encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    process = ReadingProcess()
    found = summarised(process, example)
    process.stop()
    findings = check(review.document, adjusted(rules, RuleSettings((off,))))
    assert found == Summary.of(review, findings)
    assert len(findings) < len(check(review.document, rules))


def test_what_was_done_so_far_is_in_force(process: ReadingProcess) -> None:
    example = next(resource("examples").glob("*.pdf"))
    session = ReviewSession(load(example).review)
    for finding in session.findings:
        session.decide(finding, DecisionState.SOURCE_ERROR)
    session.edit(session.findings[0].members[0], 7)
    found = summarised(process, example, session.history)
    assert found == Summary.of(session.review, session.findings)
    assert isinstance(found, Summary)
    assert found.corrections == 1


def test_trouble_with_a_file_is_the_same_trouble_and_the_process_goes_on(
    process: ReadingProcess, tmp_path: Path
) -> None:
    (tmp_path / "空.pdf").touch()
    assert isinstance(summarised(process, tmp_path / "空.pdf"), EmptyFileError)
    assert isinstance(summarised(process, next(resource("examples").glob("*.txt"))), Summary)


def test_an_encrypted_file_says_so(process: ReadingProcess, tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: PLC0415 -- for this test alone
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 -- as above

    page = Canvas(str(tmp_path / "密.pdf"), encrypt=StandardEncryption("only we know"))
    page.drawString(72, 720, "secret")
    page.save()
    assert isinstance(summarised(process, tmp_path / "密.pdf"), PasswordNeededError)


def test_a_summary_survives_the_way() -> None:
    assert summary_from_json({"summary": summary_values(SUMMARY)}) == SUMMARY


@pytest.mark.parametrize(
    "wrong",
    [
        {"errors": -1},
        {"errors": 10**9},
        {"warnings": "3"},
        {"doubtful": True},
        {"year": 0},
        {"form": "1999"},
        {"sha256": "zz" * 32},
        {"sha256": "ab"},
        {"unit": "长" * (LONGEST_UNIT + 1)},
        {"unit": 7},
    ],
)
def test_what_is_no_summary_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BrokenFrameError):
        summary_from_json({"summary": summary_values(SUMMARY) | wrong})
    with pytest.raises(BrokenFrameError):
        summary_from_json({})
