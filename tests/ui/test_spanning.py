"""The members of an equation are boxed on every page they stand on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gouji.model.form import Address
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, NEW, Bench, page_source
from tests.ui.paging import click, figure, on_pages, wait_for_pages

CARRIED_IN = Address.parse("requests.carried_in.natural_person")
CARRIED_OUT = Address.parse("requests.carried_out.natural_person")
PLACES = {
    NEW: figure(2, 300, 780),
    CARRIED_IN: figure(2, 300, 800),
    DONE: figure(3, 300, 60),
    CARRIED_OUT: figure(4, 300, 40),
}


def boxed(bench: Bench) -> list[tuple[int, float, float]]:
    """Page and corner of every box that is drawn."""
    pages = bench.window.source.pages
    found = []
    for box in pages.highlights:
        parent = box.parentItem()
        page = next(each for each in pages.pages if each is parent)
        corner = page.mapRectFromScene(box.sceneBoundingRect()).center()
        found.append((page.number, round(corner.x()), round(corner.y())))
    return sorted(found)


def middles(*addresses: Address) -> list[tuple[int, float, float]]:
    places = (PLACES[address] for address in addresses)
    return sorted((each.page, round(each.box.x0 + 10), round(each.box.top + 5)) for each in places)


def test_an_equation_over_three_pages_is_boxed_on_each(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(content=on_pages(PLACES), name="报告.pdf")
    wait_for_pages(bench, qtbot)
    finding = next(each for each in bench.session.findings if {NEW, CARRIED_OUT} <= set(each.members))
    bench.selection.show_finding(finding)
    assert boxed(bench) == middles(NEW, CARRIED_IN, DONE, CARRIED_OUT)
    bench.do("rotate_right")
    assert boxed(bench) == middles(NEW, CARRIED_IN, DONE, CARRIED_OUT)


def test_a_click_on_a_member_on_the_next_page_goes_there(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(content=on_pages(PLACES), name="报告.pdf")
    pages = bench.window.source.pages
    wait_for_pages(bench, qtbot)
    bench.selection.show_cell(NEW)
    pages.show_page(3)
    click(pages, PLACES[DONE])
    assert bench.selection.cell == DONE
    assert {page for page, _, _ in boxed(bench)} == {2, 3, 4}


def test_places_on_pages_that_the_file_has_not_are_left_out(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(content=on_pages(PLACES, page_source(pages=2)), name="报告.pdf")
    wait_for_pages(bench, qtbot)
    bench.selection.show_cell(DONE)
    bench.do("locate")
    assert {page for page, _, _ in boxed(bench)} == {2}
