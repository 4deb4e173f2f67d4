"""The source: from the cell to its place and back, on pages and in text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gouji.errors import ReaderStoppedError
from gouji.model.correction import Document
from gouji.model.geometry import Box, Provenance
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Cell, Reading
from gouji.model.review import Review
from tests.factory import make_document
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, DONE, FEES, NEW, Bench, page_source, placed, text_source

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def paged(opened: Opened, qtbot: QtBot) -> Bench:
    document = placed(make_document("2021", BROKEN))
    bench = opened(content=Loaded(Review(document), page_source()), name="报告.pdf")
    pages = bench.window.source.pages
    qtbot.waitUntil(lambda: all(page.scale_drawn for page in pages.pages_in_view()))
    return bench


def test_visible_pages_are_drawn_first_and_sharp(paged: Bench, qtbot: QtBot) -> None:
    pages = paged.window.source.pages
    scale = pages.transform().m11() * pages.devicePixelRatioF()
    numbers = [page.number for page in pages.pages_in_view()]
    assert {page for page, asked in paged.answers.drawn if asked > scale / 2} <= {1, 2, *numbers}
    assert all(abs(page.scale_drawn - scale) < 0.02 for page in pages.pages_in_view())
    paged.do("zoom_in")
    larger = pages.transform().m11() * pages.devicePixelRatioF()
    assert larger > scale
    qtbot.waitUntil(lambda: all(abs(p.scale_drawn - larger) < 0.02 for p in pages.pages_in_view()))


def test_the_picture_lies_on_its_page(paged: Bench) -> None:
    pages = paged.window.source.pages
    paged.go(NEW)
    pages.highlight(None, ())
    seen = paged.window.grab().toImage()
    page = pages.pages_in_view()[0]
    visible = pages.mapFromScene(page.sceneBoundingRect()).boundingRect() & pages.viewport().rect()
    inside = visible.adjusted(4, 4, -4, -4)
    for point in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()):
        assert seen.pixelColor(pages.viewport().mapTo(paged.window, point)).name() == "#f0f0f0"


def test_another_screen_has_pages_drawn_anew(
    paged: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = paged.window.source.pages
    monkeypatch.setattr(pages, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(pages, QEvent(QEvent.Type.DevicePixelRatioChange))
    finer = 2 * pages.transform().m11()
    qtbot.waitUntil(lambda: all(abs(each.scale_drawn - finer) < 0.02 for each in pages.pages_in_view()))


@pytest.mark.parametrize("pages", [1, 2, 3, 9])
@pytest.mark.parametrize("height", [500, 800, 1300])
def test_pages_are_as_wide_as_their_view(bench: Bench, opened: Opened, pages: int, height: int) -> None:
    bench.window.resize(1280, height)
    opened(content=Loaded(Review(placed(make_document("2021", BROKEN), 1)), page_source(pages=pages)))
    view = bench.window.source.pages
    QApplication.processEvents()
    shown = view.mapFromScene(view.sceneRect()).boundingRect()
    assert abs(shown.width() - view.viewport().width()) <= 2


def test_the_cell_is_boxed_on_its_page_and_in_view(paged: Bench) -> None:
    pages = paged.window.source.pages
    paged.go(DONE)
    box = pages.highlights[-1].sceneBoundingRect()
    place = paged.session.document.cell(DONE).provenance
    assert place is not None
    page = next(each for each in pages.pages if each.number == place.page)
    centre = page.mapFromScene(box.center())
    assert place.box.contains(centre.x(), centre.y())
    assert pages.mapToScene(pages.viewport().rect()).boundingRect().contains(box)
    assert len(pages.highlights) == len(paged.selection.outlined)


@pytest.mark.parametrize("zoom", ["fit_width", "fit_page", "zoom_in", "zoom_out", "locate"])
def test_a_click_on_a_figure_selects_its_cell(paged: Bench, zoom: str) -> None:
    pages = paged.window.source.pages
    paged.go(NEW)
    paged.do(zoom)
    paged.window.source.locate()
    box = pages.highlights[-1].sceneBoundingRect()
    paged.selection.show_cell(DONE)
    pages.centerOn(box.center())
    QTest.mouseClick(pages.viewport(), LEFT, pos=pages.mapFromScene(box.center()))
    assert paged.selection.cell == NEW


def test_a_click_beside_all_figures_changes_nothing(paged: Bench) -> None:
    pages = paged.window.source.pages
    paged.go(NEW)
    QTest.mouseClick(pages.viewport(), LEFT, pos=QPoint(3, 3))
    assert paged.selection.cell == NEW


def test_trouble_with_a_page_is_told_once(opened: Opened, qtbot: QtBot) -> None:
    document = placed(make_document("2021", BROKEN))
    bench = opened()

    def fail(_path: object, page: int, scale: float, answer: object, _seen: object, _turns: int) -> None:
        bench.answers.drawn.append((page, scale))
        answer(ReaderStoppedError("报告.pdf"))  # type: ignore[operator]

    bench.answers.draw = fail  # type: ignore[assignment, method-assign]
    opened(content=Loaded(Review(document), page_source()), name="报告.pdf")
    qtbot.waitUntil(bench.window.banner.isVisible)
    asked = len(bench.answers.drawn)
    qtbot.wait(150)
    assert len(bench.answers.drawn) <= asked + 3


def text_report(lines: tuple[str, ...], boxes: dict[str, Box]) -> Loaded:
    document = make_document("2021", BROKEN)
    cells = {
        address: Cell(cell.value, cell.raw, cell.reading, Provenance(1, boxes[str(address)]))
        if str(address) in boxes
        else Cell(None, None, Reading.MISSING)
        for address, cell in document.report.cells.items()
    }
    report = type(document.report)(document.report.form, document.report.source, cells)
    return Loaded(Review(Document(report)), SourceView(text_source().path, (), lines))


def test_tabs_wide_and_rare_characters_do_not_shift_the_boxes(opened: Opened) -> None:
    line = "\t一、𠮷新收\t51\t50"
    boxes = {str(NEW): Box(7, 1, 9, 2), str(DONE): Box(10, 1, 12, 2)}
    assert line[7:9] == "51"
    bench = opened(content=text_report(("标题\u2028\x0b续", line), boxes))
    text = bench.window.source.text
    bench.go(NEW)
    marked = text.extraSelections()
    assert marked[-1].cursor.selectedText() == "51"
    bench.go(DONE)
    marked = text.extraSelections()
    cursor = marked[-1].cursor
    assert cursor.selectedText() == "50"
    cursor.setPosition(cursor.selectionStart() - 2)
    QTest.mouseClick(text.viewport(), LEFT, pos=text.cursorRect(cursor).center())
    assert bench.selection.cell == NEW


def test_figures_that_touch_are_told_apart_by_a_click(opened: Opened) -> None:
    boxes = {str(NEW): Box(0, 0, 1, 1), str(DONE): Box(1, 0, 2, 1)}
    bench = opened(content=text_report(("55", "乙"), boxes))
    text = bench.window.source.text
    cursor = text.textCursor()
    wide = text.fontMetrics().horizontalAdvance("5")
    for column, wanted in ((0, NEW), (1, DONE)):
        cursor.setPosition(column)
        left = text.cursorRect(cursor).topLeft() + QPoint(0, 4)
        for at in (2, wide // 2, wide - 1):
            bench.selection.show_cell(FEES)
            QTest.mouseClick(text.viewport(), LEFT, pos=left + QPoint(at, 0))
            assert bench.selection.cell == wanted, (column, at)


def test_where_several_cells_were_read_from_one_place_a_menu_asks(opened: Opened, qtbot: QtBot) -> None:
    boxes = {str(NEW): Box(0, 0, 4, 1), str(DONE): Box(0, 0, 4, 1)}
    bench = opened(content=text_report(("5150",), boxes))
    text = bench.window.source.text
    QTest.mouseClick(text.viewport(), LEFT, pos=QPoint(12, 8))
    qtbot.waitUntil(lambda: bench.window.source.findChild(QMenu) is not None)
    menu = bench.window.source.findChild(QMenu)
    assert menu is not None
    assert len(menu.actions()) == 2
    menu.actions()[1].trigger()
    menu.close()
    assert bench.selection.cell == DONE


def test_a_review_without_its_source_says_so(opened: Opened) -> None:
    bench = opened(content=Loaded(Review(make_document("2021", BROKEN)), None), name="审核.json")
    assert bench.window.source.view is None
    bench.go(NEW)
    bench.do("locate")
    bench.do("zoom_in")
