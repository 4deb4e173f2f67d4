"""Decisions: proposed, given with a reason, open again when figures change, kept when read anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gouji.errors import PasswordNeededError
from gouji.model.loaded import Loaded
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.review import Review
from gouji.model.rule import DecisionState
from gouji.session import ReviewSession
from gouji.ui.findings.model import DECIDED, OUTDATED
from gouji.ui.grid.model import SPOKEN
from tests.factory import Figure
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, DONE, NEW, Bench, focus, focus_key, focus_text, loaded, page_source

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SOURCE = "报告.pdf"


def words(bench: Bench) -> str:
    return "\n".join(label.text() for label in bench.window.findings.detail.findChildren(QLabel))


def listed(bench: Bench, role: int) -> str:
    """What the list says of the finding at hand."""
    model = bench.window.findings.model
    return str(model.index(model.row_of(bench.finding)).data(role))


def proposals(bench: Bench) -> list[DecisionState]:
    buttons = bench.window.findings.decision.buttons
    return [state for state, button in buttons.items() if button.property("proposed") == "true"]


def test_a_decision_whose_figures_change_is_open_again_and_says_what_changed(opened: Opened) -> None:
    bench = opened()
    focus_key(KEY.Key_F8)
    first = bench.finding.key
    focus_key(KEY.Key_2, CONTROL)
    assert listed(bench, DECIDED) == "source_error"
    bench.session.edit(NEW, 53)
    assert bench.finding.key == first
    assert (listed(bench, DECIDED), listed(bench, OUTDATED)) == ("", "source_error")
    assert "Decided before: Source error" in words(bench)
    assert "自然人 51 → 53" in words(bench)
    assert "51 → 53" in listed(bench, SPOKEN)
    assert not any(button.isChecked() for button in bench.window.findings.decision.buttons.values())
    bench.do("undo")
    assert (listed(bench, DECIDED), listed(bench, OUTDATED)) == ("source_error", "")
    assert "Decided before" not in words(bench)
    bench.do("redo")
    focus_key(KEY.Key_3, CONTROL)
    assert (listed(bench, DECIDED), listed(bench, OUTDATED)) == ("dismissed", "")


def test_f8_stops_at_a_finding_that_is_open_again(opened: Opened) -> None:
    bench = opened()
    for finding in bench.session.findings:
        bench.session.decide(finding, DecisionState.DISMISSED)
    bench.session.edit(NEW, 53)
    open_again = [each.key for each in bench.session.findings if not bench.session.review.decision(each)]
    assert 0 < len(open_again) < len(bench.session.findings)
    seen = set()
    for _ in bench.session.findings:
        focus_key(KEY.Key_F8)
        seen.add(bench.finding.key)
    assert seen == set(open_again)


def test_in_chinese_it_says_the_same(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    bench.do("dismiss")
    bench.session.edit(NEW, 53)
    bench.gouji.choose_language("zh")
    assert "此前已定为“无问题”" in words(bench) or "此前已定为" in words(bench)
    assert "51 → 53" in words(bench)
    bench.gouji.choose_language("en")


def test_a_reason_is_typed_with_the_decision_or_after_it(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    bar = bench.window.findings.decision
    bar.reason.setFocus()
    focus_text("as filed")
    QTest.mouseClick(bar.buttons[DecisionState.DISMISSED], Qt.MouseButton.LeftButton)
    decisions = bench.session.review.decisions
    assert decisions[bench.finding.key].reason == "as filed"
    assert bar.reason.text() == "as filed"
    bar.reason.setFocus()
    focus_key(KEY.Key_End)
    focus_text(", twice")
    focus_key(KEY.Key_Return)
    decision = bench.session.review.decisions[bench.finding.key]
    assert (decision.state, decision.reason) == (DecisionState.DISMISSED, "as filed, twice")
    focus_key(KEY.Key_2, CONTROL)
    decision = bench.session.review.decisions[bench.finding.key]
    assert (decision.state, decision.reason) == (DecisionState.SOURCE_ERROR, "as filed, twice")
    bench.do("next_finding")
    assert bar.reason.text() == ""


def test_a_reason_that_is_being_typed_outlives_a_change_elsewhere(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    bar = bench.window.findings.decision
    bar.reason.setFocus()
    focus_text("beca")
    bench.session.offer(bench.session.document, [])
    focus_text("use")
    assert bar.reason.text() == "because"
    focus_key(KEY.Key_3, CONTROL)
    bench.window.tables.take_focus()
    assert focus() is not bar.reason
    assert bench.session.review.decisions[bench.finding.key].reason == "because"


@pytest.mark.parametrize(
    ("read", "state"),
    [
        (51, DecisionState.SOURCE_ERROR),
        (Cell(51, "5 1", Reading.DOUBTFUL, None, Doubt.TORN), DecisionState.READING_ERROR),
    ],
)
def test_whose_mistake_it_is_stands_out_until_it_is_decided(
    opened: Opened, read: Figure, state: DecisionState
) -> None:
    bench = opened({**BROKEN, str(NEW): read})
    bench.do("next_finding")
    assert NEW in bench.finding.members
    assert proposals(bench) == [state]
    assert "Proposed: " in bench.window.findings.decision.buttons[state].toolTip()
    bench.click(str(state))
    assert proposals(bench) == []
    assert bench.session.review.decisions[bench.finding.key].state is state


def reviewed(tmp_path: Path) -> Loaded:
    """A review with a decision and two corrections, whose source beside it has changed since."""
    session = ReviewSession(loaded().review)
    session.decide(session.findings[0], DecisionState.SOURCE_ERROR, "so filed")
    session.edit(DONE, 51)
    session.edit(NEW, 50)
    return Loaded(session.review, None, changed=tmp_path / SOURCE)


def changed_source(figures: Mapping[str, Figure] = BROKEN) -> Loaded:
    return loaded(figures, page_source(Path(SOURCE)))


@pytest.fixture
def anew(bench: Bench, opened: Opened, qtbot: QtBot, tmp_path: Path) -> Bench:
    """A review file was opened and its changed source is read anew."""
    bench.answers.files[SOURCE] = changed_source()
    bench.replies.on_changed = True
    opened(content=reviewed(tmp_path), name="县.json")
    qtbot.waitUntil(lambda: bench.gouji.desk.source is not None)
    return bench


def test_a_changed_source_is_read_anew_with_its_corrections_and_decisions(
    anew: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    assert anew.replies.heard == [f"changed {SOURCE}"]
    assert anew.answers.asked[-1] == (SOURCE, None)
    assert (anew.value(DONE), anew.value(NEW)) == (51, 50)
    assert len(anew.session.review.decisions) == 1
    assert anew.window.isWindowModified(), "the review file holds the old reading"
    assert anew.gouji.desk.path == tmp_path / "县.json"
    qtbot.waitUntil(lambda: anew.answers.asked_again == [(SOURCE, None)])


def test_a_changed_source_is_worth_saving_even_without_a_correction(
    bench: Bench, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.answers.files[SOURCE] = changed_source()
    bench.replies.on_changed = True
    opened(content=Loaded(loaded().review, None, changed=tmp_path / SOURCE), name="县.json")
    qtbot.waitUntil(lambda: bench.gouji.desk.source is not None)
    assert bench.session.document.corrections == {}
    assert bench.window.isWindowModified()


def test_what_could_not_be_carried_over_is_said_first(
    bench: Bench, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.answers.files[SOURCE] = changed_source({**BROKEN, str(DONE): 49})
    bench.replies.on_changed = bench.replies.on_leaving_behind = True
    opened(content=reviewed(tmp_path), name="县.json")
    qtbot.waitUntil(lambda: bench.gouji.desk.source is not None)
    assert bench.replies.heard == [f"changed {SOURCE}", "leave behind 1 of invented.txt"]
    assert (bench.value(DONE), bench.value(NEW)) == (49, 50)


def test_the_review_may_stay_as_it_is(bench: Bench, opened: Opened, tmp_path: Path) -> None:
    opened(content=reviewed(tmp_path), name="县.json")
    assert bench.replies.heard == [f"changed {SOURCE}"]
    assert [name for name, _ in bench.answers.asked] == ["县.json"]
    assert bench.value(DONE) == 51
    assert not bench.window.isWindowModified()


def test_an_encrypted_source_is_read_anew_all_the_same(
    bench: Bench, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.answers.files[SOURCE] = lambda password: (
        changed_source() if password else PasswordNeededError(SOURCE)
    )
    bench.replies.passwords = ["open"]
    bench.replies.on_changed = True
    opened(content=reviewed(tmp_path), name="县.json")
    qtbot.waitUntil(lambda: bench.gouji.desk.source is not None)
    assert bench.value(DONE) == 51
    assert bench.gouji.desk.path == tmp_path / "县.json"


def test_decisions_of_an_earlier_version_stand(opened: Opened) -> None:
    session = ReviewSession(loaded().review)
    session.decide(session.findings[0], DecisionState.DISMISSED)
    decisions = {key: replace(each, figures=None) for key, each in session.review.decisions.items()}
    bench = opened(content=Loaded(Review(session.document, decisions), page_source()), name="旧.json")
    bench.session.edit(NEW, 53)
    assert bench.window.findings.model.index(0).data(DECIDED) == "dismissed"
