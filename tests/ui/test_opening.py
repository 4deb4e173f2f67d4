"""Opening: by menu, drop, command line, recent files; and what is said when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gouji.errors import EmptyFileError, PasswordNeededError, RuleSettingsError, WrongPasswordError
from gouji.export import write
from gouji.library.settings import RuleSettings
from gouji.loader import load
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, DOUBTFUL, NEW, Bench, focus_key, loaded


def test_settings_for_rules_that_are_not_well_written_are_told_with_the_report(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = RuleSettingsError("rules.toml", line=3, problem="…")
    monkeypatch.setattr("gouji.ui.app.rule_settings", lambda: RuleSettings(trouble=trouble))
    bench = opened()
    assert bench.window.banner.isVisible()
    assert "rules.toml" in bench.window.banner.sentence.text()


def test_an_empty_window_invites(bench: Bench) -> None:
    window = bench.window
    assert window.panes.stack.currentWidget() is window.welcome
    assert window.welcome.open.isVisible()
    assert not window.deeds["save"].isEnabled()
    assert window.deeds["open"].isEnabled()


def test_the_menu_opens_what_was_chosen(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.answers.files["报告.txt"] = loaded()
    bench.replies.open_this = tmp_path / "报告.txt"
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.do("open")
    assert bench.window.panes.stack.currentWidget() is bench.window.panes.down
    assert bench.value(NEW) == 51
    assert "invented.txt" in bench.window.windowTitle()


def test_a_dropped_file_is_opened(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.answers.files["报告.txt"] = loaded(CLEAN)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "报告.txt"))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.window.dropEvent(event)
    assert event.isAccepted()
    assert not bench.window.source.pages.acceptDrops()
    assert not bench.window.source.text.acceptDrops()
    assert bench.session.findings == []


def test_recent_files_are_listed_newest_first_and_open(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(name="甲.txt")
    bench = opened(name="乙.txt")
    menu = bench.window.menus.recent
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["乙.txt", "甲.txt"]
    with qtbot.waitSignal(bench.gouji.desk.opened):
        menu.actions()[1].trigger()
    assert bench.gouji.desk.path is not None
    assert bench.gouji.desk.path.name == "甲.txt"
    bench.do("close")
    assert bench.window.panes.stack.currentWidget() is bench.window.welcome


def test_trouble_is_a_banner_and_keeps_what_was_open(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    bench = opened()
    bench.answers.files["空.pdf"] = EmptyFileError(tmp_path / "空.pdf")
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        bench.gouji.desk.open(tmp_path / "空.pdf")
    banner = bench.window.banner
    assert banner.isVisible()
    assert "空.pdf" in banner.sentence.text()
    assert bench.value(NEW) == 51
    QTest.mouseClick(banner.copy, Qt.MouseButton.LeftButton)
    assert "EmptyFileError" in QGuiApplication.clipboard().text()
    opened(name="另.txt")
    assert not banner.isVisible()


def test_a_password_is_asked_again_until_it_is_right(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "密.pdf"
    bench.answers.files["密.pdf"] = lambda password: (
        loaded()
        if password == "right"  # noqa: S105 -- made up
        else (PasswordNeededError(path) if password is None else WrongPasswordError(path))
    )
    bench.replies.passwords = ["wrong", "right"]
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.gouji.desk.open(path)
    assert bench.replies.heard == ["password 密.pdf", "password 密.pdf again"]
    assert [password for _, password in bench.answers.asked] == [None, "wrong", "right"]


def test_no_password_keeps_what_was_open(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    bench = opened()
    bench.answers.files["密.pdf"] = PasswordNeededError(tmp_path / "密.pdf")
    bench.replies.passwords = [None]
    bench.gouji.desk.open(tmp_path / "密.pdf")
    qtbot.waitUntil(lambda: bench.replies.passwords == [])
    assert bench.value(NEW) == 51
    assert not bench.window.banner.isVisible()


def test_only_the_last_file_asked_for_is_shown(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.answers.files |= {"甲.txt": loaded(CLEAN), "乙.txt": loaded()}
    bench.gouji.desk.open(tmp_path / "甲.txt")
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.gouji.desk.open(tmp_path / "乙.txt")
    assert bench.value(NEW) == 51


def test_a_workbook_that_comes_back_shows_what_was_changed_in_it(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "县.xlsx"
    write(loaded().review, [], path, "zh")
    book = load_workbook(path)
    book["表三"]["D6"] = 52
    book["表四"]["D6"] = 1
    book.save(path)
    bench.answers.files[path.name] = load(path)
    bench.replies.open_this = path
    with qtbot.waitSignal(bench.gouji.desk.opened):
        focus_key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert bench.value(NEW) == 52
    assert bench.value(DOUBTFUL) == 22
    trail = bench.window.trail.model
    told = [[trail.index(row, column).data() for column in (1, 2, 4)] for row in range(trail.rowCount())]
    assert told == [["0", "1", "在工作簿“县.xlsx”中改动"], ["51", "52", "在工作簿“县.xlsx”中改动"]]
    assert bench.window.deeds["undo"].text() == "&Undo changes in the workbook, 2 cells"
    bench.do("undo")
    assert trail.rowCount() == 0
    assert bench.value(NEW) == 51
