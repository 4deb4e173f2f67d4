"""Small pages beside the source: drawn after the large ones, with shapes where findings are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gouji.model.rule import DecisionState
from gouji.ui.findings.model import gravity
from gouji.ui.grid.model import SPOKEN
from gouji.ui.look.palettes import DARK, LIGHT
from gouji.ui.source import thumbnails_model
from gouji.ui.source.thumbnails import Thumbnails
from gouji.ui.source.thumbnails_model import GRAVITY, PICTURE
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, NEW, Bench, focus_key, focus_text, page_source, settings_at
from tests.ui.paging import LEFT, figure, on_pages

PLACES = {NEW: figure(2, 90, 120), DONE: figure(3, 430, 700)}


@pytest.fixture
def paged(opened: Opened, qtbot: QtBot) -> Bench:
    return with_pages(opened, qtbot, 12)


def with_pages(opened: Opened, qtbot: QtBot, pages: int) -> Bench:
    bench = opened(content=on_pages(PLACES, page_source(pages=pages)), name="报告.pdf")
    strip = strip_of(bench)
    qtbot.waitUntil(lambda: all(drawn(strip, row) for row in strip._rows_in_view()))
    return bench


def strip_of(bench: Bench) -> Thumbnails:
    return bench.window.source.thumbnails


def drawn(strip: Thumbnails, row: int) -> bool:
    return strip.pages.index(row).data(PICTURE) is not None


def test_pages_in_view_are_drawn_before_their_small_pictures(paged: Bench) -> None:
    pages = paged.window.source.pages
    scale = pages.transform().m11() * pages.devicePixelRatioF()
    sharp = [number for number, asked in enumerate(paged.answers.drawn) if abs(asked[1] - scale) < 0.01]
    small = [number for number, asked in enumerate(paged.answers.drawn) if asked[1] < scale / 2]
    assert sharp
    assert small
    assert max(sharp) < min(small)
    assert pages.pages[0].scale_drawn


def test_a_click_goes_to_the_page_and_the_page_in_view_is_marked(paged: Bench) -> None:
    strip, pages = strip_of(paged), paged.window.source.pages
    row = strip._rows_in_view()[-2]
    QTest.mouseClick(strip.viewport(), LEFT, pos=strip.visualRect(strip.pages.index(row)).center())
    assert pages.pages_in_view()[0].number == row + 1
    pages.show_page(1)
    assert strip.currentIndex().row() == 0
    pages.show_page(7)
    assert strip.currentIndex().row() == 6


def test_keys_go_through_the_pages(paged: Bench) -> None:
    strip, pages = strip_of(paged), paged.window.source.pages
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert pages.pages_in_view()[0].number == 2
    QTest.keyClicks(strip, "9")
    assert pages.pages_in_view()[0].number == 9


def test_a_page_is_shown_by_its_number(paged: Bench) -> None:
    pages = paged.window.source.pages
    pages.show_page(4)
    QTest.keyClick(
        paged.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert pages.pages_in_view()[0].number == 4
    paged.replies.on_page = 11
    paged.do("go_to_page")
    assert pages.pages_in_view()[0].number == 11
    assert paged.replies.heard == ["page 4 of 12"] * 2


def test_findings_are_told_on_their_pages_until_they_are_decided(paged: Bench) -> None:
    strip, session = strip_of(paged), paged.session
    own = [finding for finding in session.findings if NEW in finding.members]
    assert own
    assert strip.pages.index(1).data(GRAVITY) == min(map(gravity, own))
    assert strip.pages.index(4).data(GRAVITY) is None
    errors = sum(gravity(finding) == 0 for finding in own)
    assert str(strip.pages.index(1).data(SPOKEN)).startswith(f"Page 2, errors {errors}")
    for finding in list(session.findings):
        session.decide(finding, DecisionState.SOURCE_ERROR, "")
    assert strip.pages.index(1).data(GRAVITY) is None
    assert strip.pages.index(1).data(SPOKEN) == "Page 2"


def test_they_follow_what_is_typed(paged: Bench) -> None:
    strip = strip_of(paged)
    before = strip.pages.index(1).data(SPOKEN)
    view = paged.go(NEW)
    focus_text("999")
    focus_key(Qt.Key.Key_Tab)
    assert view.editor() is None
    assert strip.pages.index(1).data(SPOKEN) != before
    focus_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert strip.pages.index(1).data(SPOKEN) == before


@pytest.mark.parametrize(("name", "chosen"), [("light", LIGHT), ("dark", DARK)])
def test_the_shape_is_drawn_in_the_colour_of_errors(paged: Bench, name: str, chosen: object) -> None:
    paged.gouji.choose_palette(name)
    strip = strip_of(paged)
    seen = strip.viewport().grab().toImage()

    def has_error(row: int) -> bool:
        room: QRect = strip.visualRect(strip.pages.index(row))
        wanted = QColor(chosen.broken).rgb()  # type: ignore[attr-defined]
        return any(
            seen.pixel(x, y) == wanted
            for x in range(room.left(), room.right())
            for y in range(room.bottom() - 20, room.bottom())
        )

    assert [has_error(row) for row in range(4)] == [False, True, True, False]


def test_they_fold_away_and_stay_so(paged: Bench, tmp_path: Path) -> None:
    wide = paged.window.source.pages.width()
    assert paged.window.deeds["thumbnails"].isChecked()
    QTest.keyClick(paged.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert not strip_of(paged).isVisible()
    assert not paged.window.deeds["thumbnails"].isChecked()
    assert not settings_at(tmp_path).thumbnails
    assert paged.window.source.layout() is not None
    QTest.qWait(1)
    assert paged.window.source.pages.width() > wide
    QTest.keyClick(paged.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert strip_of(paged).isVisible()
    assert settings_at(tmp_path).thumbnails


def test_nothing_is_drawn_for_a_folded_strip(paged: Bench, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paged.window.source.pages.pictures.drawn):
        paged.do("thumbnails")
        paged.window.source.pages.pictures.look_again()
    paged.answers.drawn.clear()
    opened(content=on_pages(PLACES, page_source(pages=12)), name="另一份.pdf")
    pages = paged.window.source.pages
    with qtbot.waitSignal(pages.pictures.drawn):
        pages.show_page(5)
    scale = pages.transform().m11() * pages.devicePixelRatioF()
    assert 5 in {page for page, _ in paged.answers.drawn}
    assert all(abs(asked - scale) < 0.01 for _, asked in paged.answers.drawn)


def test_one_page_needs_no_strip(opened: Opened) -> None:
    bench = opened(content=on_pages({}, page_source(pages=1)), name="报告.pdf")
    assert not strip_of(bench).isVisible()
    assert bench.window.source.pages.isVisible()


def test_they_are_turned_with_the_pages(paged: Bench, qtbot: QtBot) -> None:
    strip = strip_of(paged)
    upright = strip.visualRect(strip.pages.index(0)).height()
    paged.do("rotate_right")
    assert strip.visualRect(strip.pages.index(0)).height() < upright
    qtbot.waitUntil(lambda: drawn(strip, 0))
    image = strip.pages.index(0).data(PICTURE)
    assert image.width() > image.height()


def test_far_ones_are_forgotten_and_drawn_again(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 20 * 4 * 64 * 91
    monkeypatch.setattr(thumbnails_model, "MEMORY_LIMIT", limit)
    bench = with_pages(opened, qtbot, 200)
    strip = strip_of(bench)
    for row in (60, 120, 199, 0):
        strip.scrollTo(strip.pages.index(row))
        qtbot.waitUntil(lambda: all(drawn(strip, each) for each in strip._rows_in_view()))
        images = [strip.pages.picture(page) for page in range(1, 201)]
        assert sum(image.sizeInBytes() for image in images if image is not None) <= limit


def test_a_page_without_its_picture_shows_the_small_one(paged: Bench) -> None:
    pages = paged.window.source.pages
    paged.answers.draw = lambda *_: None  # type: ignore[method-assign]
    pages.pages[0].take_picture(None, 0)
    seen = pages.viewport().grab().toImage()
    centre = pages.mapFromScene(pages.pages[0].sceneBoundingRect().center())
    assert seen.pixelColor(centre.x(), min(centre.y(), seen.height() - 5)).name() == "#f0f0f0"
