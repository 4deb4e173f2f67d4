"""Saving, exporting, and the one door out of a report."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from gouji.errors import CannotWriteError
from gouji.export import write
from gouji.reviewfile import read_review
from gouji.ui.desk.questions import Leaving
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, DONE, Bench, loaded


def test_save_asks_where_and_then_knows(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    assert bench.window.isWindowModified()
    bench.replies.target = tmp_path / "审核.json"
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save")
    assert bench.replies.heard == ["save invented.json"]
    assert not bench.window.isWindowModified()
    bench.session.edit(DONE, 52)
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save")
    assert len(bench.replies.heard) == 1
    assert [path.name for path, _, _ in bench.written.files] == ["审核.json", "审核.json"]


def test_export_writes_where_it_is_told_in_the_language_of_the_window(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.replies.target = tmp_path / "表.xlsx"
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("export")
    assert bench.replies.heard == ["export invented.xlsx"]
    target, review, language = bench.written.files[0]
    assert (target.name, language) == ("表.xlsx", "en")
    assert review is bench.session.review
    assert bench.window.isWindowModified()


def test_a_target_that_cannot_be_written_is_told_and_loses_nothing(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.replies.target = tmp_path / "表.xlsx"
    bench.written.trouble = CannotWriteError(tmp_path / "表.xlsx", cause="locked")
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        bench.do("export")
    assert "表.xlsx" in bench.window.banner.sentence.text()
    assert bench.value(DONE) == 51
    bench.written.trouble = None
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("export")
    assert not bench.window.banner.isVisible()


def test_no_target_writes_nothing(opened: Opened) -> None:
    bench = opened()
    bench.do("export")
    bench.do("save")
    assert bench.written.files == []


def test_leaving_asks_only_when_something_is_unsaved(opened: Opened) -> None:
    bench = opened()
    opened(CLEAN, name="净.txt")
    assert bench.replies.heard == []


def test_cancel_stays(opened: Opened, tmp_path: Path) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.answers.files["净.txt"] = loaded(CLEAN)
    for leave in (
        lambda: bench.gouji.desk.open(tmp_path / "净.txt"),
        lambda: bench.do("close"),
        bench.window.close,
    ):
        bench.replies.heard.clear()
        leave()
        assert bench.replies.heard == ["leaving invented.txt"]
        assert bench.value(DONE) == 51
        assert bench.window.isVisible()


def test_discard_leaves(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.replies.on_leaving = Leaving.DISCARD
    bench.window.close()
    qtbot.waitUntil(lambda: not bench.window.isVisible())


def test_save_on_leaving_leaves_once_it_is_written(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.replies.on_leaving = Leaving.SAVE
    bench.replies.target = tmp_path / "审核.json"
    bench.written.trouble = CannotWriteError(tmp_path / "审核.json", cause="full")
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        bench.window.close()
    assert bench.window.isVisible()
    bench.written.trouble = None
    bench.window.close()
    qtbot.waitUntil(lambda: not bench.window.isVisible())
    assert len(bench.written.files) == 1


def test_what_is_changed_while_writing_stays_unsaved(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    bench: Bench = opened()
    bench.session.edit(DONE, 51)
    bench.replies.target = tmp_path / "审核.json"
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save")
        bench.session.edit(DONE, 52)
    assert bench.window.isWindowModified()


def kept(opened: Opened, qtbot: QtBot, path: Path) -> Bench:
    """A review that is open from a file, and written there in earnest."""
    bench = opened(name=path.name)
    bench.gouji.jobs._writer = write
    bench.session.edit(DONE, 51)
    bench.replies.target = path
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save")
    bench.session.edit(DONE, 52)
    return bench


def test_a_file_that_someone_else_changed_is_not_written_over(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path, other = tmp_path / "审核.json", tmp_path / "另存.json"
    bench = kept(opened, qtbot, path)
    path.write_bytes(b"somebody's work")
    bench.replies.target = other
    with qtbot.waitSignals([bench.gouji.desk.trouble, bench.gouji.desk.written]):
        bench.do("save")
    assert path.read_bytes() == b"somebody's work"
    assert read_review(other) == bench.session.review
    assert not bench.window.isWindowModified()


def test_whoever_saves_nowhere_else_keeps_the_corrections(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "审核.json"
    bench = kept(opened, qtbot, path)
    path.write_bytes(b"somebody's work")
    bench.replies.target = None
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        bench.do("save")
    assert "审核.json" in bench.window.banner.sentence.text()
    assert bench.value(DONE) == 52
    assert bench.window.isWindowModified()
    assert path.read_bytes() == b"somebody's work"


def test_a_file_changed_since_it_was_opened_is_not_written_over(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "审核.json"
    path.write_bytes(b"as it was opened")
    bench = opened(name=path.name)
    bench.session.edit(DONE, 51)
    path.write_bytes(b"somebody's work")
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        bench.do("save")
    assert bench.written.files == []


def test_a_file_that_is_gone_or_as_it_was_is_written(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "审核.json"
    bench = kept(opened, qtbot, path)
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save")
    bench.session.edit(DONE, 53)
    path.unlink()
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save")
    assert read_review(path) == bench.session.review
