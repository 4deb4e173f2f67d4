"""A window on a PDF whose figures stand on known places of its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Cell
from gouji.model.review import Review
from gouji.ui.source.page_view import PageView
from tests.factory import make_document
from tests.ui.harness import BROKEN, Bench, page_source

LEFT = Qt.MouseButton.LeftButton


def on_pages(places: Mapping[Address, Provenance], view: SourceView | None = None) -> Loaded:
    """A broken report of which only these cells have a place."""
    document = make_document("2021", BROKEN)
    cells = {
        address: Cell(cell.value, cell.raw, cell.reading, places.get(address), cell.doubt)
        for address, cell in document.report.cells.items()
    }
    report = type(document.report)(document.report.form, document.report.source, cells)
    return Loaded(Review(Document(report)), view or page_source())


def figure(page: int, x0: float, top: float) -> Provenance:
    """The place of a figure, 20 points wide and 10 high."""
    return Provenance(page, Box(x0, top, x0 + 20, top + 10))


def click(pages: PageView, place: Provenance) -> None:
    """Click on the middle of a place, found by the page's own corner on the screen."""
    QTest.mouseClick(pages.viewport(), LEFT, pos=on_screen(pages, place))


def on_screen(pages: PageView, place: Provenance) -> QPoint:
    """Where the middle of a place is to be seen, by plain geometry: pages turn about nothing but quarters."""
    page = pages.pages[place.page - 1]
    room = pages.mapFromScene(page.sceneBoundingRect()).boundingRect()
    width, height = page.size.width(), page.size.height()
    right = (place.box.x0 + place.box.x1) / 2 / width
    down = (place.box.top + place.box.bottom) / 2 / height
    across, along = ((right, down), (1 - down, right), (1 - right, 1 - down), (down, 1 - right))[pages.turns]
    return QPoint(round(room.left() + across * room.width()), round(room.top() + along * room.height()))


def wait_for_pages(bench: Bench, qtbot: object) -> Sequence[int]:
    """Wait until the pages in view are drawn; their numbers."""
    pages = bench.window.source.pages
    qtbot.waitUntil(lambda: all(page.scale_drawn for page in pages.pages_in_view()))  # type: ignore[attr-defined]
    return [page.number for page in pages.pages_in_view()]
