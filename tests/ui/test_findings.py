"""Findings: the round of F8, the list, suggestions, decisions, the equation strip and the trail."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gouji.model.correction import StepKind
from gouji.model.form import Address
from gouji.model.loaded import Loaded
from gouji.model.review import Review
from gouji.model.rule import DecisionState
from gouji.ui.findings.model import DECIDED, DIFFERENCE, GRAVITY, SUMS, TITLE
from gouji.ui.grid.model import DISPLAY, OUTLINED
from tests.factory import make_document
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, DONE, FEES, MISSED, NEW, focus, focus_key, text_source

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_f8_goes_round_and_says_n_of_n(opened: Opened) -> None:
    bench = opened()
    count = len(bench.session.findings)
    seen = []
    for place in range(1, count + 1):
        focus_key(KEY.Key_F8)
        seen.append(bench.finding.key)
        assert bench.window.status.finding.text() == f"Finding {place} of {count}"
    assert seen == [finding.key for finding in bench.session.findings]
    focus_key(KEY.Key_F8)
    assert bench.finding.key == seen[0]
    focus_key(KEY.Key_F8, SHIFT)
    assert bench.finding.key == seen[-1]


def test_the_finding_at_hand_is_outlined_everywhere(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    members = set(bench.finding.members)
    model = bench.model("requests")
    outlined = {
        each for each in bench.session.report.form.addresses if model.data(model.index_of(each), OUTLINED)
    }
    assert outlined == members
    marked = bench.window.source.text.extraSelections()
    assert len(marked) == len(members)
    assert bench.window.findings.list.currentIndex().row() == 0


def test_a_finding_about_the_paper_leads_to_no_other_cell(opened: Opened) -> None:
    hybrid = Loaded(Review(make_document("2021-hybrid")), text_source())
    bench = opened(content=hybrid)
    here = bench.selection.cell
    bench.do("next_finding")
    assert bench.finding.rule.id == "form.mixed"
    assert bench.selection.cell == here
    assert bench.selection.outlined == frozenset()
    index = bench.window.findings.model.index(0)
    assert index.data(DISPLAY) == "whole report"
    assert index.data(SUMS) == ""


def test_the_list_leads_to_the_cell(opened: Opened) -> None:
    bench = opened()
    panel = bench.window.findings
    row = next(
        n for n, finding in enumerate(bench.session.findings) if finding.members[0].table == "disputes"
    )
    index = panel.shown.index(row, 0)
    panel.list.scrollTo(index)
    place = panel.list.visualRect(index).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.selection.cell is not None
    assert bench.selection.cell.table == "disputes"
    assert bench.finding == bench.session.findings[row]


def test_a_finding_says_rule_place_sums_difference_and_weight(opened: Opened) -> None:
    model = opened().window.findings.model
    index = model.index(0)
    assert model.data(index, DISPLAY) == "Table 3 · 自然人"
    assert model.data(index, TITLE) == "New + carried in = outcomes total + carried out"
    assert "51" in model.data(index, SUMS)
    assert model.data(index, DIFFERENCE) == "difference 1"
    assert model.data(index, GRAVITY) == 0


def test_a_broken_cell_brings_its_finding_to_hand(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    assert DONE in bench.finding.members
    bench.go(FEES)
    assert bench.selection.finding is None
    assert bench.selection.outlined == frozenset()


def test_the_first_suggestion_is_applied_by_key_and_undone_as_a_step(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    QTest.keyClick(focus(), KEY.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert bench.value(DONE) == 51
    correction = bench.session.document.corrections[DONE]
    assert correction.reason
    assert bench.session.undoable is not None
    assert bench.session.undoable.kind is StepKind.ACCEPT
    bench.do("undo")
    assert bench.value(DONE) == 50


def test_a_suggestion_is_applied_by_its_button(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    bench.click("primary")
    assert bench.value(DONE) == 51


def test_after_a_settled_finding_f8_goes_on_from_its_place(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    bench.do("next_finding")
    second = bench.finding
    bench.do("apply")
    assert second not in bench.session.findings
    bench.do("next_finding")
    assert bench.finding is bench.session.findings[1]


def test_decisions_are_kept_shown_passed_over_and_taken_back(opened: Opened) -> None:
    bench = opened()
    bench.do("next_finding")
    first = bench.finding
    bench.click("source_error")
    assert bench.session.review.decisions[first.key].state is DecisionState.SOURCE_ERROR
    model = bench.window.findings.model
    assert model.data(model.index(0), DECIDED) == "source_error"
    for _ in range(len(bench.session.findings) - 1):
        bench.do("next_finding")
        assert bench.finding.key != first.key
    bench.do("next_finding")
    assert bench.finding.key != first.key
    bench.selection.show_finding(first)
    bench.do("undecide")
    assert bench.session.review.decisions == {}
    assert bench.window.isWindowModified() is False


def test_the_strip_shows_every_equation_with_live_figures(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    strip = bench.window.strip
    assert len(strip.shown) == 3
    assert strip.shown[0].endswith("▲ difference 1")
    bench.session.edit(DONE, 51)
    assert all(line.endswith("✓ holds") for line in strip.shown)
    bench.go(FEES)
    assert strip.shown == []


def test_a_figure_in_the_strip_leads_to_its_cell(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    bench.window.strip.go_to(str(NEW))
    assert bench.selection.cell == NEW


def test_the_trail_is_newest_first_leads_to_the_cell_and_reverts(opened: Opened) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.session.edit(MISSED, 0)
    trail = bench.window.trail
    bench.window.panes.tabs.setCurrentWidget(trail)
    model = trail.model
    assert [model.data(model.index(0, column)) for column in (1, 2, 3)] == ["□", "0", "Reading error"]
    assert [model.data(model.index(1, column)) for column in (1, 2, 3)] == ["50", "51", "Source error"]
    place = trail.table.visualRect(model.index(1, 0)).center()
    QTest.mouseClick(trail.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.selection.cell == DONE
    QTest.mouseClick(trail.revert, Qt.MouseButton.LeftButton)
    assert bench.value(DONE) == 50
    QTest.mouseClick(trail.revert_all, Qt.MouseButton.LeftButton)
    assert model.rowCount() == 0
    bench.do("undo")
    assert bench.value(MISSED) == 0


def test_a_clean_report_says_so(opened: Opened) -> None:
    bench = opened(CLEAN)
    assert bench.window.status.summary.text() == "Every equation of the form holds"
    assert not bench.window.deeds["next_finding"].isEnabled()


def test_the_tables_have_the_room_of_findings_that_are_not_there(opened: Opened) -> None:
    bench = opened(CLEAN)
    window = bench.window
    calm = window.panes.tabs.height()
    bench.session.edit(NEW, 7)
    QApplication.processEvents()
    assert window.panes.tabs.height() > calm
    bench.do("undo")
    QApplication.processEvents()
    assert window.panes.tabs.height() == calm
    window.panes.tabs.setCurrentWidget(window.trail)
    QApplication.processEvents()
    assert window.panes.tabs.height() > calm


def test_a_table_is_named_as_the_language_counts(opened: Opened) -> None:
    bench = opened()
    model = bench.window.findings.model
    assert str(model.index(0).data(DISPLAY)).startswith("Table 3 · ")
    bench.gouji.choose_language("zh")
    model = bench.window.findings.model
    assert str(model.index(0).data(DISPLAY)).startswith("表三 · ")
    bench.gouji.choose_language("en")


def test_f6_goes_round_the_panels(opened: Opened) -> None:
    bench = opened()
    bench.go(Address.parse("requests.new.business"))
    seen = []
    for _ in range(3):
        focus_key(KEY.Key_F6)
        seen.append(focus())
    assert seen == [bench.window.findings.list, bench.window.source.text, bench.view("requests")]
    focus_key(KEY.Key_F6)
    focus_key(KEY.Key_Down)
    focus_key(KEY.Key_Return)
    assert bench.selection.cell is not None
    assert focus() is bench.view(bench.selection.cell.table)
