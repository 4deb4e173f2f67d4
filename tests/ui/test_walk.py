"""A whole review by keys alone, with the reading process and the writers that ship.

Where there is a screen, virtual or not, run it there: ``QT_QPA_PLATFORM=xcb xvfb-run pytest -m screen``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.resources import resource
from gouji.session import ReviewSession
from gouji.ui.app import Gouji, reading_process, write_file
from gouji.ui.look.look import set_look
from tests.ui.harness import Replies, focus_key, focus_text, settings_at

pytestmark = pytest.mark.screen
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000


@pytest.fixture
def replies() -> Replies:
    return Replies()


@pytest.fixture
def gouji(qapp: QApplication, qtbot: QtBot, tmp_path: Path, replies: Replies) -> Iterator[Gouji]:
    set_look(qapp)
    settings = settings_at(tmp_path)
    settings.language = "zh"
    gouji = Gouji(qapp, settings, reading_process, write_file, replies)
    gouji.show([])
    qtbot.waitExposed(gouji.window)
    gouji.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield gouji
    gouji.window.hide()
    gouji.stop()
    gouji.window.deleteLater()
    QApplication.sendPostedEvents()


@pytest.mark.parametrize("ending", [".txt", ".pdf"])
def test_a_review_by_keys_alone(
    gouji: Gouji, replies: Replies, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    example = next(resource("examples").glob(f"*{ending}"))
    report = tmp_path / example.name
    shutil.copy(example, report)
    session = opened_by_keys(gouji, replies, qtbot, report)
    edited_and_undone_by_keys(gouji, session)
    mended_by_keys(gouji, session)
    written_by_keys(gouji, replies, qtbot, tmp_path)
    focus_key(KEY.Key_W, CONTROL)
    assert gouji.desk.bridge.session is None
    again = opened_by_keys(gouji, replies, qtbot, tmp_path / "审核.json")
    assert again.document.corrections == session.document.corrections
    assert gouji.desk.source is not None
    assert replies.heard == [f"save {report.stem}.json", f"export {report.stem}.xlsx"]


def opened_by_keys(gouji: Gouji, replies: Replies, qtbot: QtBot, path: Path) -> ReviewSession:
    replies.open_this = path
    with qtbot.waitSignal(gouji.desk.opened, timeout=PATIENCE):
        focus_key(KEY.Key_O, CONTROL)
    session = gouji.desk.bridge.session
    assert session is not None
    return session


def edited_and_undone_by_keys(gouji: Gouji, session: ReviewSession) -> None:
    focus_key(KEY.Key_F8)
    cell = gouji.selection.cell
    assert cell is not None
    before = session.document.value(cell)
    focus_text("777777")
    focus_key(KEY.Key_Tab)
    assert session.document.value(cell) == 777777
    focus_key(KEY.Key_Z, CONTROL)
    assert session.document.value(cell) == before
    focus_key(KEY.Key_Y, CONTROL)
    assert session.document.value(cell) == 777777
    focus_key(KEY.Key_Z, CONTROL)


def mended_by_keys(gouji: Gouji, session: ReviewSession) -> None:
    count = len(session.findings)
    assert count >= 3
    while not gouji.window.deeds["apply"].isEnabled():
        focus_key(KEY.Key_F8)
    focus_key(KEY.Key_Period, CONTROL)
    assert len(session.findings) < count
    assert session.document.corrections


def written_by_keys(gouji: Gouji, replies: Replies, qtbot: QtBot, folder: Path) -> None:
    for name, key in (("审核.json", KEY.Key_S), ("表.xlsx", KEY.Key_E)):
        replies.target = folder / name
        with qtbot.waitSignal(gouji.desk.written, timeout=PATIENCE):
            focus_key(key, CONTROL)
    assert "表三" in load_workbook(folder / "表.xlsx").sheetnames
