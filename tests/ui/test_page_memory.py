"""However long the file, its pictures take no more than 150 MB."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gouji.ui.source import pages_in_view, thumbnails_model
from gouji.ui.source.page_view import PageView
from tests.ui.conftest import Opened
from tests.ui.harness import Bench, page_source
from tests.ui.paging import on_pages, wait_for_pages

MB = 1024 * 1024
PAGES = 200


@pytest.fixture
def long(opened: Opened, qtbot: QtBot) -> Bench:
    bench = opened(content=on_pages({}, page_source(pages=PAGES)), name="报告.pdf")
    wait_for_pages(bench, qtbot)
    return bench


def kept(bench: Bench) -> int:
    """Bytes of all pictures, large and small."""
    small = (bench.window.source.thumbnails.pages.picture(page) for page in range(1, PAGES + 1))
    large = sum(page.memory for page in bench.window.source.pages.pages)
    return large + sum(image.sizeInBytes() for image in small if image is not None)


def settle(pages: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.pictures.drawn, timeout=20_000):
        pages.pictures.look_again()


def test_the_bounds_leave_room_for_a_picture_on_its_way() -> None:
    largest = 4 * pages_in_view.MOST_DOTS // 2
    assert pages_in_view.MEMORY_LIMIT + thumbnails_model.MEMORY_LIMIT + largest <= 150 * MB


@pytest.mark.parametrize("zoom", [0, 4, 12])
def test_scrolling_through_a_long_file_keeps_within_bounds(long: Bench, qtbot: QtBot, zoom: int) -> None:
    pages = long.window.source.pages
    for _ in range(zoom):
        long.do("zoom_in")
    most = 0
    for number in (*range(1, PAGES + 1, 12), 1):
        pages.show_page(number)
        settle(pages, qtbot)
        most = max(most, kept(long))
        assert all(page.scale_drawn for page in pages.pages_in_view())
    assert most <= pages_in_view.MEMORY_LIMIT + thumbnails_model.MEMORY_LIMIT
    assert pages.pages_in_view()[0].number == 1


def test_pages_far_from_view_are_forgotten_first(
    long: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = long.window.source.pages
    one = pages.pages_in_view()[0].memory
    monkeypatch.setattr(pages_in_view, "MEMORY_LIMIT", 5 * one)
    for number in (1, 50, 51, 52, 53, 54):
        pages.show_page(number)
        settle(pages, qtbot)
    with_picture = [page.number for page in pages.pages if page.memory]
    assert len(with_picture) <= 5
    assert set(with_picture) <= set(range(50, 57))
    assert 1 not in with_picture


def test_large_pages_at_the_greatest_zoom_are_drawn_once(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(content=on_pages({}, page_source(pages=2)), name="报告.pdf")
    pages = bench.window.source.pages
    wait_for_pages(bench, qtbot)
    for _ in range(20):
        bench.do("zoom_in")
    settle(pages, qtbot)
    asked = len(bench.answers.drawn)
    settle(pages, qtbot)
    qtbot.wait(150)
    assert len(bench.answers.drawn) == asked
    assert pages.pages_in_view()[0].memory <= pages_in_view.MEMORY_LIMIT // 2
