"""Find: one phrase in the source and in the tables, from place to place by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gouji.errors import GoujiError, ReaderStoppedError
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.loaded import Loaded, SourceView
from gouji.model.review import Review
from gouji.sources.phrase import MOST_PASSAGES, Passage, Passages
from tests.factory import make_document
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, CLEAN, DONE, NEW, Bench, focus, focus_key, focus_text, page_source
from tests.ui.paging import figure, on_pages, wait_for_pages

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def find(bench: Bench, phrase: str, qtbot: QtBot) -> None:
    """Type a phrase, as an input method commits what keys cannot spell."""
    QTest.keyClick(bench.window, Qt.Key.Key_F, CONTROL)
    line = bench.window.find_bar.phrase
    assert focus() is line
    with qtbot.waitSignal(bench.window.find_bar.changed):
        if phrase.isascii():
            focus_text(phrase)
        else:
            line.setText(phrase)


def count(bench: Bench) -> str:
    return bench.window.find_bar.count.text()


def told(bench: Bench, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: count(bench) == text)


def stands(*passages: Passage) -> Callable[[Path, str, range], Passages]:
    """Says where the phrase stands, ten pages at a time."""

    def look(_path: Path, _phrase: str, pages: range) -> Passages:
        stop = min(pages.start + 10, pages.stop)
        found = tuple(each for each in passages if pages.start <= each[0].page < stop)
        return Passages(found, stop if stop < pages.stop else 0)

    return look


@pytest.fixture
def paged(opened: Opened, qtbot: QtBot) -> Bench:
    places = {NEW: figure(2, 90, 120), DONE: figure(3, 430, 700)}
    bench = opened(content=on_pages(places, page_source(pages=40)), name="报告.pdf")
    wait_for_pages(bench, qtbot)
    return bench


def text_report(opened: Opened, *lines: str) -> Bench:
    review = Review(make_document("2021", CLEAN))
    return opened(content=Loaded(review, SourceView(Path("报告.txt"), (), lines)))


def test_a_figure_in_the_source_and_in_its_cell_is_one_place(paged: Bench, qtbot: QtBot) -> None:
    paged.answers.passages = stands(
        (Provenance(1, Box(50, 60, 62, 70)),), (Provenance(2, Box(93, 121, 105, 129)),)
    )
    find(paged, "51", qtbot)
    cells = {NEW, *(a for a in paged.session.report.cells if paged.value(a) == 51)}
    qtbot.waitUntil(lambda: count(paged).startswith(f"1 / {len(cells) + 1}  "))
    assert count(paged).endswith("page 1")
    focus_key(Qt.Key.Key_Return)
    assert paged.selection.cell == NEW
    assert count(paged).startswith("2 / ")
    seen = paged.window.source.pages.found[-1].sceneBoundingRect()
    pages = paged.window.source.pages
    assert pages.mapToScene(pages.viewport().rect()).boundingRect().contains(seen)


def test_enter_and_f3_go_on_and_around_and_back_with_shift(paged: Bench, qtbot: QtBot) -> None:
    passages = [(figure(page, 100, 200),) for page in (1, 12, 33)]
    paged.answers.passages = stands(*passages)
    find(paged, "zzz", qtbot)
    pages = paged.window.source.pages

    def at(page: int, place: int) -> bool:
        seen = page in [each.number for each in pages.pages_in_view()]
        return seen and count(paged) == f"{place} / 3  ·  page {page}"

    qtbot.waitUntil(lambda: at(1, 1))
    focus_key(Qt.Key.Key_Return)
    assert at(12, 2)
    focus_key(Qt.Key.Key_F3)
    assert at(33, 3)
    focus_key(Qt.Key.Key_Return)
    assert at(1, 1)
    focus_key(Qt.Key.Key_Return, SHIFT)
    assert at(33, 3)
    focus_key(Qt.Key.Key_F3, SHIFT)
    assert at(12, 2)
    QTest.mouseClick(paged.window.find_bar.next, Qt.MouseButton.LeftButton)
    assert at(33, 3)
    QTest.mouseClick(paged.window.find_bar.previous, Qt.MouseButton.LeftButton)
    assert at(12, 2)


def test_it_begins_at_the_page_in_view(paged: Bench, qtbot: QtBot) -> None:
    passages = [(figure(page, 100, 200),) for page in (3, 25)]
    paged.answers.passages = stands(*passages)
    paged.window.source.pages.show_page(20)
    find(paged, "zzz", qtbot)
    told(paged, qtbot, "2 / 2  ·  page 25")
    assert paged.answers.looked_for[0] == ("zzz", range(20, 41))
    assert {pages.stop for _, pages in paged.answers.looked_for[-2:]} == {20}


def test_escape_closes_and_gives_the_keyboard_back(paged: Bench, qtbot: QtBot) -> None:
    paged.go(NEW)
    paged.answers.passages = stands((figure(1, 9, 9),))
    find(paged, "zzz", qtbot)
    qtbot.waitUntil(lambda: bool(paged.window.source.pages.found))
    focus_key(Qt.Key.Key_Escape)
    assert not paged.window.find_bar.isVisible()
    assert paged.window.source.pages.found == []
    assert focus() is paged.view("requests")
    QTest.keyClick(paged.window, Qt.Key.Key_F3)
    assert paged.window.find_bar.isVisible()
    told(paged, qtbot, "1 / 1  ·  page 1")


def test_a_label_leads_to_the_first_of_its_cells(paged: Bench, qtbot: QtBot) -> None:
    find(paged, "结果纠正", qtbot)
    qtbot.waitUntil(lambda: count(paged).endswith("in the tables"))
    assert paged.selection.cell == Address.parse("disputes.review.corrected")
    find(paged, "行政许可", qtbot)
    qtbot.waitUntil(lambda: paged.selection.cell == Address.parse("proactive.licensing.decisions"))


def test_figures_are_found_after_they_were_corrected(paged: Bench, qtbot: QtBot) -> None:
    find(paged, "987654", qtbot)
    told(paged, qtbot, "Nothing found")
    paged.session.edit(DONE, 987654)
    told(paged, qtbot, "1 / 1  ·  in the tables")
    assert paged.selection.cell == DONE
    paged.session.undo()
    told(paged, qtbot, "Nothing found")


def test_text_is_searched_as_it_is_read(opened: Opened, qtbot: QtBot) -> None:
    bench = text_report(opened, "一、\t受理　申请", "共１，２３４件，其中受", "理申请 7 件")
    find(bench, "受理申请", qtbot)
    told(bench, qtbot, "1 / 2")
    text = bench.window.source.text
    assert [mark.cursor.selectedText() for mark in text.extraSelections()[-1:]] == ["受理　申请"]
    focus_key(Qt.Key.Key_Return)
    assert [mark.cursor.selectedText() for mark in text.extraSelections()[-2:]] == ["受", "理申请"]
    find(bench, "1234", qtbot)
    told(bench, qtbot, "1 / 1")
    assert text.extraSelections()[-1].cursor.selectedText() == "１，２３４"


def test_a_hit_in_the_text_selects_the_cell_read_there(opened: Opened, qtbot: QtBot) -> None:
    places = {NEW: Provenance(1, Box(3, 1, 5, 2))}
    bench = opened(content=on_pages(places, SourceView(Path("报告.txt"), (), ("标题", "新收 77 件"))))
    find(bench, "77", qtbot)
    told(bench, qtbot, "1 / 1")
    assert bench.selection.cell == NEW


def test_many_are_bounded(paged: Bench, qtbot: QtBot) -> None:
    def everywhere(_path: Path, _phrase: str, pages: range) -> Passages:
        found = tuple((figure(pages.start, 5, number / 2),) for number in range(600))
        return Passages(found, pages.start + 1)

    paged.answers.passages = everywhere
    find(paged, "0", qtbot)
    qtbot.waitUntil(lambda: len(paged.window.source.pages.found) >= MOST_PASSAGES)
    assert len(paged.answers.looked_for) == 2


def test_what_cannot_be_searched_is_passed_over(paged: Bench, qtbot: QtBot) -> None:
    def stopped(path: Path, _phrase: str, _pages: range) -> Passages | GoujiError:
        return ReaderStoppedError(path)

    paged.answers.passages = stopped
    find(paged, "zzz", qtbot)
    told(paged, qtbot, "Nothing found")


def test_late_answers_to_another_phrase_are_not_heard(paged: Bench, qtbot: QtBot) -> None:
    held = []
    paged.answers.find = lambda *asked: held.append(asked)  # type: ignore[method-assign]
    find(paged, "zz", qtbot)
    qtbot.waitUntil(lambda: len(held) == 1)
    find(paged, "zzz", qtbot)
    qtbot.waitUntil(lambda: len(held) == 2)
    held[0][3](Passages(((figure(1, 5, 5),),)))
    held[1][3](Passages(()))
    told(paged, qtbot, "Nothing found")


def test_another_report_is_searched_for_the_same_phrase(paged: Bench, opened: Opened, qtbot: QtBot) -> None:
    paged.answers.passages = stands((figure(1, 9, 9),))
    find(paged, "zzz", qtbot)
    told(paged, qtbot, "1 / 1  ·  page 1")
    opened(
        content=Loaded(Review(make_document("2021", BROKEN)), SourceView(Path("乙.txt"), (), ("zzz zzz",)))
    )
    told(paged, qtbot, "1 / 2")


def test_the_same_figure_in_full_width(paged: Bench, qtbot: QtBot) -> None:
    paged.session.edit(DONE, 987654)
    find(paged, "９８７６５４", qtbot)
    told(paged, qtbot, "1 / 1  ·  in the tables")
    assert paged.selection.cell == DONE


def test_in_chinese(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.gouji.choose_language("zh")
    bench.window.activateWindow()
    bench.do("find")
    bench.window.find_bar.phrase.setText("不会有的")
    told(bench, qtbot, "未找到")
    bench.gouji.choose_language("en")
