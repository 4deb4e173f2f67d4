"""The list of findings shows those that are asked for; nothing is hidden from the keys."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from gouji.model.rule import DecisionState
from gouji.ui.findings.filter import FindingsFilter, Trait
from gouji.ui.findings.model import DECIDED, GRAVITY
from tests.ui.conftest import Opened
from tests.ui.harness import Bench

FIGURES = {
    "requests.new.natural_person": 9,
    "requests.new.total": 9,
    "disputes.review.upheld": 3,
    "proactive.normative_documents.issued": 5,
    "proactive.normative_documents.in_force": 1,
}


@pytest.fixture
def several(opened: Opened) -> Bench:
    """With an error each in two tables, and a warning in the third."""
    bench = opened(FIGURES)
    tables = {each.members[0].table for each in bench.session.findings if each.members}
    assert len(tables) == 3, bench.session.findings
    return bench


def shown(bench: Bench) -> FindingsFilter:
    return bench.window.findings.shown


def menu(bench: Bench) -> QMenu:
    """The menu as it is when it is opened."""
    offered = bench.window.findings.filter.menu()
    offered.aboutToShow.emit()
    return offered


def action(bench: Bench, *way: str) -> QAction:
    """What is chosen in the menu, by the beginnings of its words."""
    entries = menu(bench).actions()
    for step in way[:-1]:
        (within,) = (each.menu() for each in entries if each.text() == step)
        entries = cast("QMenu", within).actions()
    (found,) = (each for each in entries if each.text().startswith(way[-1]))
    return found


def test_all_are_shown_at_first(several: Bench) -> None:
    assert shown(several).rowCount() == len(several.session.findings)
    assert several.window.findings.filter.text() == "Filter ▾"
    assert several.window.findings.filter.isVisible()


def test_one_severity(several: Bench) -> None:
    action(several, "Severity", "Warnings").trigger()
    gravities = {shown(several).index(row, 0).data(GRAVITY) for row in range(shown(several).rowCount())}
    assert gravities == {1}
    count = f"{shown(several).rowCount()} of {len(several.session.findings)} shown ▾"
    assert several.window.findings.filter.text() == count


def test_one_table_and_all_again(several: Bench) -> None:
    table = several.session.report.form.by_id["disputes"]
    action(several, "Table", table.title).trigger()
    own = [each for each in several.session.findings if each.members[0].table == table.id]
    assert shown(several).rowCount() == len(own) > 0
    action(several, "Show all").trigger()
    assert shown(several).rowCount() == len(several.session.findings)


def test_what_was_decided_leaves_the_list_of_what_is_open(several: Bench) -> None:
    several.do("next_finding")
    action(several, "Decision", "Open").trigger()
    before = shown(several).rowCount()
    several.session.decide(several.finding, DecisionState.DISMISSED, "")
    assert shown(several).rowCount() == before - 1
    action(several, "Decision", "Dismissed").trigger()
    assert [shown(several).index(0, 0).data(DECIDED)] == ["dismissed"]


def test_choosing_in_the_filtered_list_takes_that_finding_in_hand(several: Bench) -> None:
    action(several, "Severity", "Warnings").trigger()
    several.window.findings.list.setCurrentIndex(shown(several).index(0, 0))
    assert several.finding.rule.severity == "warning"


def test_the_next_finding_is_shown_even_if_the_filter_hid_it(several: Bench) -> None:
    action(several, "Severity", "Warnings").trigger()
    for _ in several.session.findings:
        several.do("next_finding")
        row = several.window.findings.list.currentIndex()
        assert row.isValid()
    assert shown(several).rowCount() == len(several.session.findings)


def test_those_of_a_table_are_put_together_and_the_order_of_the_rules_comes_back(several: Bench) -> None:
    count = shown(several).rowCount()

    def tables() -> list[str]:
        rows = (shown(several).mapToSource(shown(several).index(row, 0)).row() for row in range(count))
        return [several.session.findings[row].members[0].table for row in rows]

    plain = tables()
    action(several, "Put together by", "Table").trigger()
    grouped = tables()
    assert sorted(grouped, key=list(dict.fromkeys(plain)).index) == grouped
    shown(several).group(Trait.SEVERITY)
    gravities = [shown(several).index(row, 0).data(GRAVITY) for row in range(count)]
    assert gravities == sorted(gravities)
    action(several, "Put together by", "the order of the rules").trigger()
    assert tables() == plain


def test_another_report_is_shown_whole(several: Bench, opened: Opened) -> None:
    action(several, "Severity", "Warnings").trigger()
    opened(FIGURES, name="又.txt")
    assert not shown(several).wishes


def test_the_model_keeps_the_rules_of_qt(several: Bench) -> None:
    QAbstractItemModelTester(shown(several), QAbstractItemModelTester.FailureReportingMode.Fatal)
    action(several, "Severity", "Warnings").trigger()
    shown(several).group(Trait.TABLE)
    several.do("next_finding")
    several.do("apply")
    shown(several).show_all()


def test_there_is_nothing_to_filter_beside_the_corrections(several: Bench) -> None:
    tabs, button = several.window.panes.tabs, several.window.findings.filter
    tabs.setCurrentIndex(1)
    assert not button.isEnabled()
    tabs.setCurrentIndex(0)
    assert button.isEnabled()
