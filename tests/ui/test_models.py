"""Every model keeps Qt's contract, before, during and after changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from pytestqt.modeltest import ModelTester

from gouji.library import forms
from gouji.model.form import Address, Form
from gouji.model.review import Review
from gouji.model.summary import Summary
from gouji.queue.entry import Entry, Progress, State
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.findings.model import FindingsModel
from gouji.ui.grid.model import DISPLAY, EDIT, MARKS, TableModel
from gouji.ui.queue.model import Column, QueueModel
from gouji.ui.queue.order import QueueOrder
from gouji.ui.selection import Selection
from gouji.ui.trail.model import TrailModel
from tests.factory import make_document
from tests.ui.harness import BROKEN, DONE, FEES, NEW


def check(tester: ModelTester, model: QAbstractItemModel) -> None:
    tester.check(model)  # type: ignore[no-untyped-call]


@pytest.fixture
def bridge() -> Bridge:
    bridge = Bridge()
    bridge.show(ReviewSession(Review(make_document("2021", BROKEN))))
    return bridge


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_the_tables_of_every_form(form: Form, qtmodeltester: ModelTester) -> None:
    bridge = Bridge()
    selection = Selection(bridge)
    bridge.show(ReviewSession(Review(make_document(form.id))))
    for table in form.tables:
        check(qtmodeltester, TableModel(table, bridge, selection, bridge))


def test_a_table_while_it_changes(bridge: Bridge, qtmodeltester: ModelTester) -> None:
    session, selection = bridge.session, Selection(bridge)
    assert session is not None
    model = TableModel(session.report.form.by_id["requests"], bridge, selection, bridge)
    check(qtmodeltester, model)
    assert model.setData(model.index_of(DONE), "51", EDIT)
    selection.show_cell(NEW)
    session.undo()
    assert model.data(model.index_of(DONE), DISPLAY) == "50"


def test_findings_while_they_change(bridge: Bridge, qtmodeltester: ModelTester) -> None:
    model = FindingsModel(bridge, bridge)
    check(qtmodeltester, model)
    session = bridge.session
    assert session is not None
    before = model.rowCount()
    session.edit(DONE, 51)
    assert model.rowCount() < before
    session.undo()
    bridge.show(None)
    assert model.rowCount() == 0


def test_the_trail_while_it_grows(bridge: Bridge, qtmodeltester: ModelTester) -> None:
    model = TrailModel(bridge, bridge)
    check(qtmodeltester, model)
    session = bridge.session
    assert session is not None
    session.edit(DONE, 51)
    session.edit(FEES, 3)
    assert [model.address(row) for row in range(model.rowCount())] == [FEES, DONE]


def test_the_queue_while_it_changes(qtmodeltester: ModelTester) -> None:
    model = QueueModel()
    order = QueueOrder(model)
    check(qtmodeltester, model)
    check(qtmodeltester, order)
    paths = [Path(f"/desk/{number}.pdf") for number in range(12)]
    summary = Summary("某某市某某局", 2025, "2021", "0" * 64)
    model.add(Entry(path) for path in paths)
    order.sort_by(Column.ERRORS)
    for number, path in enumerate(paths):
        model.put(Entry(path, progress=Progress.READ, summary=replace(summary, errors=number % 5)))
    model.set_open(paths[3])
    order.show_state(State.OPEN)
    assert order.rowCount() == 9
    model.remove(paths[:2] + paths[5:8])
    assert [model.queue[row].path for row in range(len(model.queue))] == paths[2:5] + paths[8:]
    order.show_state(None)
    order.find("9.PDF")
    assert order.paths == [paths[9]]
    model.remove(paths)
    assert model.rowCount() == order.rowCount() == 0


def test_only_cells_that_changed_are_signalled(bridge: Bridge) -> None:
    session, selection = bridge.session, Selection(bridge)
    assert session is not None
    model = TableModel(session.report.form.by_id["requests"], bridge, selection, bridge)
    signalled: list[Address | None] = []
    model.dataChanged.connect(lambda first, _last, _roles: signalled.append(model.address(first)))
    session.edit(Address.parse("requests.granted.natural_person"), 50)
    column = {each.column for each in signalled if each}
    assert Address.parse("requests.granted.natural_person") in signalled
    assert len(signalled) < 60
    assert column <= {
        "natural_person",
        "total",
        "business",
        "research",
        "public_interest",
        "legal_service",
        "other_org",
    }


def test_custom_roles_are_plain_whole_numbers(bridge: Bridge) -> None:
    session = bridge.session
    assert session is not None
    model = TableModel(session.report.form.by_id["requests"], bridge, Selection(bridge), bridge)
    assert type(model.data(model.index_of(DONE), MARKS)) is int
    assert type(MARKS) is int
