"""Pages are turned by quarters: pictures, boxes and clicks go along, and the next time it is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gouji.ui.settings.settings import TURNED_LIMIT
from gouji.worker import Picture
from gouji.worker.turned import turned_picture
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, NEW, Bench, settings_at
from tests.ui.paging import click, figure, on_pages, on_screen, wait_for_pages

PLACES = {NEW: figure(2, 90, 120), DONE: figure(3, 430, 700)}


@pytest.fixture
def paged(opened: Opened, qtbot: QtBot) -> Bench:
    bench = opened(content=on_pages(PLACES), name="报告.pdf")
    wait_for_pages(bench, qtbot)
    return bench


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("zoom", ["fit_width", "fit_page", "zoom_in", "zoom_out", "locate"])
def test_a_click_finds_the_figure_however_the_pages_lie(paged: Bench, quarters: int, zoom: str) -> None:
    pages = paged.window.source.pages
    for _ in range(quarters):
        paged.do("rotate_right")
    for wanted, place in PLACES.items():
        paged.selection.show_cell(wanted)
        paged.do(zoom)
        pages.centerOn(pages.highlights[-1].sceneBoundingRect().center())
        paged.selection.show_cell(paged.session.report.form.addresses[0])
        assert pages.viewport().rect().contains(on_screen(pages, place))
        click(pages, place)
        assert paged.selection.cell == wanted


@pytest.mark.parametrize("quarters", range(4))
def test_the_box_lies_around_its_figure(paged: Bench, quarters: int) -> None:
    pages = paged.window.source.pages
    paged.go(NEW)
    for _ in range(quarters):
        paged.do("rotate_left")
    box = pages.mapFromScene(pages.highlights[-1].sceneBoundingRect()).boundingRect()
    assert (box.center() - on_screen(pages, PLACES[NEW])).manhattanLength() <= 4
    assert (box.width() > box.height()) is (quarters % 2 == 0)
    assert pages.viewport().rect().contains(box)


def test_a_whole_turn_changes_nothing(paged: Bench) -> None:
    pages = paged.window.source.pages
    before = [page.sceneBoundingRect() for page in pages.pages]
    for _ in range(4):
        paged.do("rotate_right")
    assert [page.sceneBoundingRect() for page in pages.pages] == before
    assert pages.turns == 0


def test_lying_pages_fit_the_width(paged: Bench) -> None:
    pages = paged.window.source.pages
    upright = pages.transform().m11()
    paged.do("rotate_right")
    assert pages.transform().m11() < upright
    page = pages.pages_in_view()[0]
    room = pages.mapFromScene(page.sceneBoundingRect()).boundingRect()
    assert room.width() > room.height()
    assert 0 <= room.left() < room.right() <= pages.viewport().width()


def test_the_picture_is_asked_for_turned_and_lies_on_its_page(paged: Bench, qtbot: QtBot) -> None:
    pages = paged.window.source.pages
    QTest.keyClick(paged.window, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert pages.turns == 1
    wait_for_pages(paged, qtbot)
    assert paged.answers.turned[-1] == 1
    pages.highlight(None, ())
    seen = pages.viewport().grab().toImage()
    page = pages.pages_in_view()[0]
    visible = pages.mapFromScene(page.sceneBoundingRect()).boundingRect() & pages.viewport().rect()
    inside = visible.adjusted(4, 4, -4, -4)
    for point in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()):
        assert seen.pixelColor(point).name() == "#f0f0f0"


def test_a_picture_that_comes_after_the_pages_were_turned_is_not_shown(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    held = []
    bench.answers.draw = lambda *asked: held.append(asked)  # type: ignore[method-assign]
    opened(content=on_pages(PLACES), name="报告.pdf")
    qtbot.waitUntil(lambda: len(held) == 1)
    bench.do("rotate_right")
    _, number, scale, answer, _, turns = held[0]
    answer(Picture(number, scale, 4, 4, bytes(64)))
    qtbot.waitUntil(lambda: len(held) == 2)
    assert (turns, held[1][5]) == (0, 1)
    assert not any(page.scale_drawn for page in bench.window.source.pages.pages)


def test_it_is_remembered_for_the_file(paged: Bench, opened: Opened, tmp_path: Path) -> None:
    paged.do("rotate_left")
    sha256 = paged.session.report.source.sha256
    assert settings_at(tmp_path).turns(sha256) == 3
    paged.do("close")
    opened(content=on_pages(PLACES), name="报告.pdf")
    assert paged.window.source.pages.turns == 3
    paged.do("rotate_right")
    assert settings_at(tmp_path).turns(sha256) == 0


def test_only_so_many_files_are_remembered_and_nonsense_is_none(tmp_path: Path) -> None:
    settings = settings_at(tmp_path)
    for number in range(TURNED_LIMIT + 5):
        settings.keep_turns(f"{number:064x}", 1 + number % 3)
    again = settings_at(tmp_path)
    assert again.turns(f"{4:064x}") == 0
    assert again.turns(f"{TURNED_LIMIT + 4:064x}") == 1 + (TURNED_LIMIT + 4) % 3
    again._store.setValue("turned", ["a:7", "b", "c:2", 5])
    assert [again.turns(each) for each in "abc"] == [0, 0, 2]


def test_text_is_not_turned(opened: Opened, tmp_path: Path) -> None:
    bench = opened()
    bench.do("rotate_right")
    assert settings_at(tmp_path).turns(bench.session.report.source.sha256) == 0
    assert not bench.window.deeds["rotate_right"].isEnabled()


@pytest.mark.parametrize("turns", range(4))
def test_pixels_are_turned_clockwise(turns: int) -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    for number in range(6):
        image.setPixel(number % 3, number // 3, 0xFF000000 + number)
    pixels = bytes(image.constBits())
    width, height, after = turned_picture(3, 2, pixels, turns)
    rows = [[after[4 * (width * y + x)] for x in range(width)] for y in range(height)]
    assert (
        rows
        == [
            [[0, 1, 2], [3, 4, 5]],
            [[3, 0], [4, 1], [5, 2]],
            [[5, 4, 3], [2, 1, 0]],
            [[2, 5], [1, 4], [0, 3]],
        ][turns]
    )
