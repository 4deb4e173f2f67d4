"""The first page of a PDF stands on the screen while its figures are read; nothing can be mistaken by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gouji.errors import GoujiError, NotAReportError
from gouji.model.geometry import Box, Provenance
from gouji.model.loaded import Loaded
from gouji.sources.phrase import Passages
from gouji.ui.source.thumbnails_model import GRAVITY
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, CLEAN, PAGE, Bench, loaded, page_source, preview

NAME = "新.pdf"
SIZES = (PAGE,) * 3
PATIENCE = 5

Outcome = Callable[[Path], Loaded | GoujiError]
"""What comes of a file at last."""


class Reading:
    """A file whose figures take as long to read as the test wants."""

    def __init__(self, bench: Bench, path: Path, outcome: Outcome) -> None:
        self._done = Event()
        bench.answers.pages[NAME] = SIZES

        def read(_password: str | None) -> Loaded | GoujiError:
            self._done.wait(PATIENCE)
            return outcome(path)

        bench.answers.files[NAME] = read

    def end(self) -> None:
        self._done.set()


def report(path: Path) -> Loaded:
    return loaded(CLEAN, page_source(path, len(SIZES)))


def not_a_report(path: Path) -> GoujiError:
    return NotAReportError(path)


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Callable[..., Reading]]:
    """Opens the file; comes back when its first page is shown."""
    begun: list[Reading] = []

    def begin_reading(bench: Bench, folder: Path, outcome: Outcome = report) -> Reading:
        begun.append(Reading(bench, folder / NAME, outcome))
        bench.gouji.desk.open(folder / NAME)
        qtbot.waitUntil(lambda: bench.window.source.is_ahead)
        return begun[-1]

    yield begin_reading
    for reading in begun:
        reading.end()


def test_the_page_is_drawn_before_the_figures_are_known(
    bench: Bench, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    reading = begin(bench, tmp_path)
    pages = bench.window.source.pages
    assert pages.isVisible()
    assert len(pages.pages) == len(SIZES)
    assert pages.pages[0].scale_drawn > 0
    assert bench.gouji.desk.bridge.session is None
    assert not bench.window.deeds["export"].isEnabled()
    with qtbot.waitSignal(bench.gouji.desk.opened):
        reading.end()
    assert bench.window.source.view is pages
    assert bench.window.tables.views[0].isEnabled()
    assert bench.window.deeds["export"].isEnabled()


def test_its_picture_is_kept_when_the_figures_come(
    bench: Bench, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    reading = begin(bench, tmp_path)
    first = bench.window.source.pages.pages[0]
    with qtbot.waitSignal(bench.gouji.desk.opened):
        reading.end()
    assert bench.window.source.pages.pages[0] is first


def test_it_is_asked_for_in_the_room_there_is(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    bench = opened(content=report(tmp_path / NAME), name=NAME)
    bench.answers.previews.clear()
    bench.gouji.desk.open(tmp_path / NAME)
    qtbot.waitUntil(lambda: len(bench.answers.previews) == 1)
    pages = bench.window.source.pages
    (_, _, (pixels, margin)) = bench.answers.previews[0]
    fitted = pixels / (PAGE[0] + margin)
    assert fitted == pytest.approx(pages.transform().m11() * pages.devicePixelRatioF(), rel=0.01)


def test_the_report_before_cannot_be_changed_beside_it(
    opened: Opened, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened(BROKEN)
    before = bench.session
    bench.do("next_finding")
    begin(bench, tmp_path)
    assert not bench.window.tables.views[0].isEnabled()
    bench.do("apply")
    bench.do("edit")
    QTest.keyClick(bench.window, Qt.Key.Key_7)
    assert not before.document.corrections
    qtbot.waitUntil(lambda: not bench.window.tables.isVisible())


def test_a_click_on_it_finds_no_cell_of_the_report_before(
    opened: Opened, begin: Callable[..., Reading], tmp_path: Path
) -> None:
    bench = opened(BROKEN)
    begin(bench, tmp_path)
    cell = bench.selection.cell
    for column in range(0, int(PAGE[0]), 10):
        bench.window.source.pages.clicked.emit(1, float(column), 2.0)
    assert bench.selection.cell == cell
    assert bench.window.source.pages.highlights == []


def test_when_nothing_comes_of_it_the_report_before_is_there_again(
    opened: Opened, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened(BROKEN)
    before = bench.session
    reading = begin(bench, tmp_path, not_a_report)
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        reading.end()
    qtbot.waitUntil(lambda: not bench.window.source.is_ahead)
    assert bench.session is before
    assert bench.window.source.view is bench.window.source.text
    assert bench.window.tables.views[0].isEnabled()
    assert bench.window.tables.isVisible()
    bench.do("next_finding")
    bench.do("apply")
    assert before.document.corrections


def test_when_nothing_comes_of_it_without_a_report_the_welcome_is(
    bench: Bench, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    reading = begin(bench, tmp_path, not_a_report)
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        reading.end()
    qtbot.waitUntil(bench.window.welcome.isVisible)
    assert not bench.window.deeds["export"].isEnabled()


def test_closing_takes_it_away(bench: Bench, begin: Callable[..., Reading], tmp_path: Path) -> None:
    begin(bench, tmp_path)
    bench.gouji.desk.close()
    assert not bench.window.source.is_ahead
    assert bench.window.welcome.isVisible()


def test_a_page_of_a_file_that_is_not_wanted_any_more_is_not_shown(
    opened: Opened, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened(BROKEN)
    late = bench.gouji.jobs.previewed
    reading = begin(bench, tmp_path, not_a_report)
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        reading.end()
    late.emit(tmp_path / NAME, preview(tmp_path / NAME, SIZES))
    assert not bench.window.source.is_ahead


def test_the_page_is_asked_for_in_the_width_beside_the_thumbnails(
    opened: Opened, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened()
    source = bench.window.source
    assert source.view is source.text
    begin(bench, tmp_path)
    qtbot.waitUntil(source.thumbnails.isVisible)
    *_, (_, _, room) = bench.answers.previews
    assert room == source.pages.room()


def test_findings_of_the_report_before_are_not_told_on_its_thumbnails(
    opened: Opened, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened(content=loaded(BROKEN, page_source()), name="旧.pdf")
    strip = bench.window.source.thumbnails
    assert strip.pages.index(0).data(GRAVITY) == 0
    reading = begin(bench, tmp_path)
    assert strip.pages.index(0).data(GRAVITY) is None
    with qtbot.waitSignal(bench.gouji.desk.opened):
        reading.end()
    assert strip.pages.index(0).data(GRAVITY) is None
    assert bench.session.findings == []


def test_what_was_found_in_the_report_before_is_not_marked_on_it(
    opened: Opened, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened(content=loaded(BROKEN, page_source()), name="旧.pdf")
    place = Provenance(1, Box(9, 9, 20, 20))
    bench.answers.passages = lambda *_: Passages(((place,),))
    bench.do("find")
    bench.window.find_bar.phrase.setText("zzz")
    qtbot.waitUntil(lambda: len(bench.window.source.pages.found) == 1)
    reading = begin(bench, tmp_path)
    assert bench.window.source.pages.found == []
    bench.window.searching.step(1)
    assert bench.window.source.pages.found == []
    assert not bench.window.find_bar.isEnabled()
    with qtbot.waitSignal(bench.gouji.desk.opened):
        reading.end()
    qtbot.waitUntil(lambda: len(bench.window.source.pages.found) == 1)
    assert bench.window.find_bar.isEnabled()


def test_pages_are_turned_as_they_were_once_the_file_is_known(
    bench: Bench, begin: Callable[..., Reading], tmp_path: Path, qtbot: QtBot
) -> None:
    bench.gouji.desk.settings.keep_turns("0" * 64, 1)
    reading = begin(bench, tmp_path)
    assert bench.window.source.pages.turns == 0
    assert not bench.window.deeds["rotate_right"].isEnabled()
    with qtbot.waitSignal(bench.gouji.desk.opened):
        reading.end()
    assert bench.window.source.pages.turns == 1
    assert bench.window.deeds["rotate_right"].isEnabled()
