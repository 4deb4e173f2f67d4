"""Repairs of several cells: sought beside the window, shown as they come, applied as one step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gouji.library import rules_in_force
from gouji.model.correction import StepKind
from gouji.model.form import Address
from gouji.repair import suggestions
from tests.factory import Figure
from tests.test_repair import consistent
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, DONE, Bench

ONE, OTHER = (Address("requests", "granted", column) for column in ("natural_person", "business"))


def exchanged() -> dict[str, Figure]:
    figures = consistent(3)
    return {**figures, str(ONE): figures[str(OTHER)], str(OTHER): figures[str(ONE)]}


@pytest.fixture
def seeking(opened: Opened, qtbot: QtBot, bench: Bench) -> Bench:
    """A window whose report has two figures in each other's place, with a search going on."""
    bench.answers.found = None
    opened(exchanged())
    qtbot.waitUntil(lambda: bench.answers.offer is not None)
    bench.do("next_finding")
    return bench


def answer(bench: Bench, qtbot: QtBot) -> None:
    assert bench.answers.offer is not None
    with qtbot.waitSignal(bench.gouji.jobs.suggested):
        bench.answers.offer(suggestions(bench.session.document, rules_in_force("2021")))


def words(bench: Bench) -> str:
    return "\n".join(label.text() for label in bench.window.findings.detail.findChildren(QLabel))


def test_a_repair_of_two_cells_is_shown_when_it_comes(seeking: Bench, qtbot: QtBot) -> None:
    assert not seeking.window.deeds["apply"].isEnabled()
    assert "Exchanged" not in words(seeking)
    answer(seeking, qtbot)
    assert "Exchanged with the column to the right" in words(seeking)
    assert "settles 2" in words(seeking)
    assert seeking.window.deeds["apply"].isEnabled()


def test_it_is_applied_by_key_as_one_step_and_undone_as_one(seeking: Bench, qtbot: QtBot) -> None:
    answer(seeking, qtbot)
    seeking.do("apply")
    right = consistent(3)
    assert [seeking.value(cell) for cell in (ONE, OTHER)] == [right[str(ONE)], right[str(OTHER)]]
    assert seeking.session.findings == []
    assert seeking.session.undoable is not None
    assert seeking.session.undoable.kind is StepKind.ACCEPT
    seeking.do("undo")
    assert {str(cell): seeking.value(cell) for cell in (ONE, OTHER)}.items() <= exchanged().items()


def test_f8_leads_to_a_cell_of_the_finding_at_hand(seeking: Bench, qtbot: QtBot) -> None:
    """Also where the repair changes a cell of another finding first."""
    answer(seeking, qtbot)
    for _ in seeking.session.findings:
        seeking.do("next_finding")
        assert seeking.selection.cell in seeking.finding.members


def test_nothing_is_applied_by_itself(seeking: Bench, qtbot: QtBot) -> None:
    answer(seeking, qtbot)
    assert seeking.session.document.corrections == {}


def test_what_was_sought_for_other_figures_is_not_shown(seeking: Bench, qtbot: QtBot) -> None:
    late = seeking.answers.offer
    assert late is not None
    found = suggestions(seeking.session.document, rules_in_force("2021"))
    seeking.session.edit(DONE, 7)
    late(found)
    qtbot.waitUntil(lambda: len(seeking.answers.sought) == 2)
    assert seeking.answers.sought[-1] is seeking.session.document
    assert "Exchanged" not in words(seeking)
    assert all(len(each.values) == 1 for each in seeking.session.suggestions(seeking.session.findings[0]))


def test_a_sound_report_is_not_searched(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(CLEAN)
    qtbot.wait(300)
    assert bench.answers.sought == []
