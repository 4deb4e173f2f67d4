"""Another report of the same form is shown in the same tables, and nothing of the one before is left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel

from gouji.model.correction import Document
from gouji.model.loaded import Loaded
from gouji.model.prose import Footnote
from gouji.model.review import Review
from gouji.ui.grid.marks import Mark
from gouji.ui.grid.model import DISPLAY, MARKS
from tests.factory import make_document
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, CLEAN, DONE, NEW, Bench, focus_text, loaded, text_source


def noted(*notes: str) -> Loaded:
    """A report with notes below its second table."""
    report = make_document("2021", CLEAN).report
    table = report.form.tables[1].id
    footnotes = tuple(Footnote(table, note) for note in notes)
    return Loaded(Review(Document(replace(report, footnotes=footnotes))), text_source(Path("报告.txt")))


def notes_of(bench: Bench) -> list[str]:
    """Those among the notes on the page that are of a report."""
    labels = bench.window.tables.findChildren(QLabel, "note")
    return [label.text() for label in labels if label.text() in ("甲", "乙", "丙") and not label.isHidden()]


def test_the_figures_and_marks_are_those_of_the_next(opened: Opened) -> None:
    bench = opened()
    views = list(bench.window.tables.views)
    bench.go(NEW)
    opened(CLEAN, name="另一.txt")
    assert bench.window.tables.views == views
    index = bench.model("requests").index_of(NEW)
    assert index.data(DISPLAY) == str(bench.value(NEW))
    assert not index.data(MARKS) & int(Mark.BROKEN | Mark.CORRECTED)
    opened(BROKEN, name="三.txt")
    assert bench.model("requests").index_of(NEW).data(MARKS) & int(Mark.BROKEN | Mark.DISPUTED)


def test_what_is_typed_is_for_the_report_it_was_typed_in(opened: Opened) -> None:
    bench = opened()
    before = bench.session
    bench.go(DONE)
    focus_text("77")
    view = bench.view("requests")
    assert view.editor() is not None
    opened(CLEAN, name="另一.txt")
    assert before.document.value(DONE) == 77
    assert view.editor() is None
    assert not bench.session.history.done
    assert bench.window.tables.selected() == [bench.session.report.form.addresses[0]]
    assert not view.selectedIndexes()


def test_what_was_typed_and_is_no_number_is_left(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    focus_text("7x")
    opened(CLEAN, name="另一.txt")
    assert bench.view("requests").editor() is None
    assert not bench.session.history.done


def test_another_form_has_tables_of_its_own(opened: Opened) -> None:
    bench = opened()
    views = list(bench.window.tables.views)
    opened(content=Loaded(Review(make_document("2019", CLEAN)), text_source()), name="二〇一九.txt")
    assert not set(views) & set(bench.window.tables.views)
    assert bench.view("requests").rowAt(0) == 0


def test_the_notes_are_those_of_the_next(opened: Opened) -> None:
    bench = opened(content=noted("甲", "乙"), name="一.txt")
    assert notes_of(bench) == ["甲", "乙"]
    opened(content=noted("丙"), name="二.txt")
    assert notes_of(bench) == ["丙"]
    opened(content=loaded(CLEAN), name="三.txt")
    assert notes_of(bench) == []
