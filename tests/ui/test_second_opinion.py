"""The second reading of a PDF arrives after the first is shown: marks, words, and no more fuss than that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gouji.errors import GoujiError, PasswordNeededError, ReaderStoppedError
from gouji.model.loaded import Loaded
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.sources.seen import Seen
from gouji.ui.grid.describe import spoken, tooltip
from gouji.ui.grid.marks import Mark, marks_of
from gouji.ui.main_window import MainWindow
from tests.factory import make_document
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, DOUBTFUL, Bench, loaded, page_source, placed

LONE = DOUBTFUL
NAME = "报告.pdf"
FIRST = {str(LONE): 13}
SECOND = {str(LONE): 18}


def paged(figures: dict[str, int]) -> Loaded:
    return Loaded(Review(placed(make_document("2021", figures))), page_source())


def second(figures: dict[str, int] | None = None) -> Report:
    return make_document("2021", figures or SECOND).report


@pytest.fixture
def waiting(opened: Opened, qtbot: QtBot) -> Bench:
    """A PDF is open, and its second reading is awaited."""
    bench = opened(content=paged(FIRST), name=NAME)
    qtbot.waitUntil(lambda: bench.answers.hear is not None)
    return bench


def hear(bench: Bench, qtbot: QtBot, found: Report | ReaderStoppedError) -> None:
    assert bench.answers.hear is not None
    with qtbot.waitSignal(bench.gouji.jobs.read_again):
        bench.answers.hear(found)


def test_cells_that_differ_are_marked_when_it_arrives(waiting: Bench, qtbot: QtBot) -> None:
    assert not marks_of(waiting.session, LONE) & Mark.DOUBTFUL
    assert waiting.window.status.second.text() == ""
    hear(waiting, qtbot, second())
    assert marks_of(waiting.session, LONE) & Mark.DOUBTFUL
    assert waiting.value(LONE) == 13
    assert "1" in waiting.window.status.second.text()
    assert "13" in tooltip(waiting.session, LONE)
    assert "second reading 18" in tooltip(waiting.session, LONE)
    assert "second reading 18" in spoken(waiting.session, LONE)
    assert "second reading 18" in waiting.window.status.second.toolTip()
    waiting.session.confirm(LONE)
    assert "second reading" not in spoken(waiting.session, LONE)


def test_one_that_agrees_is_said_quietly(waiting: Bench, qtbot: QtBot) -> None:
    hear(waiting, qtbot, waiting.session.report)
    assert waiting.window.status.second.text() == "Second reading agrees"
    assert f"{len(waiting.session.report.cells)} cells" in waiting.window.status.second.toolTip()
    assert not waiting.window.banner.isVisible()


def test_one_that_fails_is_no_error(waiting: Bench, qtbot: QtBot) -> None:
    before = waiting.session.review
    hear(waiting, qtbot, ReaderStoppedError(NAME))
    assert waiting.session.review is before
    assert waiting.window.status.second.text() == "No second reading"
    assert not waiting.window.banner.isVisible()


def test_who_only_looked_is_not_asked_to_save(waiting: Bench, qtbot: QtBot) -> None:
    hear(waiting, qtbot, second())
    assert not waiting.window.isWindowModified()
    waiting.do("close")
    assert waiting.replies.heard == []


def test_what_was_typed_meanwhile_stays(waiting: Bench, qtbot: QtBot) -> None:
    waiting.session.edit(LONE, 20)
    hear(waiting, qtbot, second())
    assert waiting.value(LONE) == 20
    assert marks_of(waiting.session, LONE) & Mark.CORRECTED
    assert waiting.session.undo() is not None
    assert marks_of(waiting.session, LONE) & Mark.DOUBTFUL


def test_its_process_is_ended_with_its_answer(waiting: Bench, qtbot: QtBot) -> None:
    hear(waiting, qtbot, second())
    qtbot.waitUntil(lambda: waiting.answers.stopped == 1)


@pytest.mark.parametrize("leave", ["another", "close"])
def test_one_that_comes_too_late_is_not_heard(
    waiting: Bench, opened: Opened, qtbot: QtBot, leave: str
) -> None:
    late = waiting.answers.hear
    assert late is not None
    if leave == "another":
        opened(content=paged(FIRST), name=NAME)
    else:
        waiting.do("close")
    qtbot.waitUntil(lambda: waiting.answers.stopped == 1)
    late(second())
    qtbot.wait(50)
    assert waiting.window.status.second.text() == ""
    if leave == "another":
        assert not marks_of(waiting.session, LONE) & Mark.DOUBTFUL


def test_files_without_pages_and_scans_are_not_read_again(opened: Opened) -> None:
    bench = opened(CLEAN)
    assert bench.answers.asked_again == []
    review = placed(make_document("2021", FIRST))
    cells = {address: replace(cell, score=0.9) for address, cell in review.report.cells.items()}
    scan = replace(review, report=replace(review.report, cells=cells))
    opened(content=Loaded(Review(scan), page_source()), name="扫描.pdf")
    assert bench.answers.asked_again == []


def test_the_source_of_a_review_is_read_again_with_its_password(waiting: Bench, qtbot: QtBot) -> None:
    def locked(password: str | None) -> Loaded | GoujiError:
        return (
            replace(paged(FIRST), view=page_source(Path("密.pdf"))) if password else PasswordNeededError("密")
        )

    waiting.answers.files["审核.json"] = locked
    waiting.replies.passwords = ["open"]
    waiting.answers.asked_again.clear()
    with qtbot.waitSignal(waiting.gouji.desk.opened):
        waiting.gouji.desk.open(Path("审核.json"))
    qtbot.waitUntil(lambda: waiting.answers.asked_again == [("密.pdf", "open")])


def test_the_opinion_outlives_a_change_of_language(waiting: Bench, qtbot: QtBot) -> None:
    hear(waiting, qtbot, second())
    waiting.gouji.choose_language("zh")
    assert waiting.window.status.second.text() == "第二次识读：1 格不同"
    assert "第二次识读为 18" in tooltip(waiting.session, LONE)
    waiting.gouji.choose_language("en")


def test_the_opinion_goes_with_its_report(waiting: Bench, opened: Opened, qtbot: QtBot) -> None:
    hear(waiting, qtbot, second())
    opened(content=loaded(CLEAN))
    assert waiting.window.status.second.text() == ""


def seen_choices(window: MainWindow) -> list[QAction]:
    menus = [menu for menu in window.findChildren(QMenu) if "sees" in menu.title()]
    return menus[0].actions() if menus else []


def test_what_the_reader_sees_is_for_developers(
    waiting: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seen_choices(waiting.window) == []
    monkeypatch.setenv("GOUJI_DEVELOPER", "1")
    waiting.gouji.choose_language("en")
    plain, first, other = seen_choices(waiting.window)
    pages = waiting.window.source.pages
    with qtbot.waitSignal(pages.pictures.drawn):
        pages.pictures.look_again()
    for action, seen in ((first, Seen.FIRST), (other, Seen.SECOND), (plain, None)):
        waiting.answers.seen.clear()
        with qtbot.waitSignal(pages.pictures.drawn):
            action.trigger()
        assert all(page.scale_drawn for page in pages.pages_in_view())
        assert set(waiting.answers.seen) == {seen}
