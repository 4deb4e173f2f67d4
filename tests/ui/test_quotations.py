"""Findings about prose: the sentence is told, and boxed in the source."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.loaded import Loaded, SourceView
from gouji.model.prose import Section
from gouji.model.review import Review
from gouji.model.rule import Finding
from tests.factory import make_document
from tests.ui.conftest import Opened
from tests.ui.harness import Bench, page_source, placed, text_source

LONG = "，".join(["坚持把群众关切的事项放在首位"] * 9)
LINES = ("（二）依申请公开。", f"{LONG}，全年共收到政府信息公开", "申请12件。")
NEW_TOTAL = Address.parse("requests.new.total")


def about_prose(boxes: list[Box], page: int) -> Document:
    """A report whose prose says 12 where the table has 13."""
    places = tuple(Provenance(page, box) for box in boxes)
    section = Section("一", "总体情况", page, "\n".join(LINES), places=places)
    document = placed(make_document("2021", {"requests.new.total": 13}), page=1)
    return Document(replace(document.report, sections=(section,), year=2021))


def finding_of(bench: Bench) -> Finding:
    return next(each for each in bench.session.findings if each.rule.id == "text.new")


def test_the_sentence_is_boxed_on_its_page_and_told_in_full(opened: Opened) -> None:
    boxes = [Box(80, 700 + 20 * line, 500, 712 + 20 * line) for line in range(len(LINES))]
    bench = opened(content=Loaded(Review(about_prose(boxes, 3)), page_source()), name="报告.pdf")
    pages = bench.window.source.pages
    bench.selection.show_finding(finding_of(bench))
    page = next(each for each in pages.pages if each.number == 3)
    tops = [round(page.mapFromScene(item.sceneBoundingRect().center()).y()) for item in pages.highlights]
    assert tops[-2:] == [726, 746]
    view = pages.mapToScene(pages.viewport().rect()).boundingRect()
    assert view.contains(pages.highlights[-2].sceneBoundingRect())
    told = [label.text() for label in bench.window.findings.findChildren(QLabel)]
    assert any(f"{LONG}，全年共收到政府信息公开申请12件。" in text for text in told)
    assert bench.selection.cell == NEW_TOTAL


def test_a_cell_chosen_afterwards_is_brought_into_view(opened: Opened) -> None:
    boxes = [Box(80, 700 + 20 * line, 500, 712 + 20 * line) for line in range(len(LINES))]
    bench = opened(content=Loaded(Review(about_prose(boxes, 3)), page_source()), name="报告.pdf")
    pages = bench.window.source.pages
    bench.selection.show_finding(finding_of(bench))
    bench.selection.show_cell(Address.parse("requests.carried_in.total"))
    bench.selection.show_cell(NEW_TOTAL)
    view = pages.mapToScene(pages.viewport().rect()).boundingRect()
    assert view.contains(pages.highlights[-1].sceneBoundingRect())
    assert pages.pages[0].sceneBoundingRect().contains(pages.highlights[-1].sceneBoundingRect())


def test_the_sentence_is_marked_in_a_text(opened: Opened) -> None:
    lines = (*("" for _ in range(150)), *LINES)
    boxes = [Box(0, 150 + at, len(line), 151 + at) for at, line in enumerate(LINES)]
    source = SourceView(text_source().path, (), lines)
    bench = opened(content=Loaded(Review(about_prose(boxes, 1)), source))
    bench.selection.show_finding(finding_of(bench))
    marked = [each.cursor.selectedText() for each in bench.window.source.text.extraSelections()]
    assert marked[-2:] == [LINES[1], LINES[2]]
