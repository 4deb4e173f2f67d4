"""The real dialogs, answered by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from gouji.ui.questions import Leaving, Questions


@pytest.fixture
def questions(qtbot: QtBot) -> Questions:
    assert qtbot is not None
    return Questions()


def answer(reply: Callable[[QDialog], None]) -> None:
    """Reply to the dialog that will open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            reply(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        (QMessageBox.StandardButton.Save, Leaving.SAVE),
        (QMessageBox.StandardButton.Discard, Leaving.DISCARD),
        (QMessageBox.StandardButton.Cancel, Leaving.CANCEL),
        (None, Leaving.CANCEL),
    ],
)
def test_leaving(questions: Questions, button: QMessageBox.StandardButton | None, expected: Leaving) -> None:
    def reply(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert "报告.txt" in dialog.text()
        if button is None:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(dialog.button(button), Qt.MouseButton.LeftButton)

    answer(reply)
    assert questions.leaving("报告.txt") is expected


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Return, "secret"), (Qt.Key.Key_Escape, None)])
def test_password(questions: Questions, key: Qt.Key, expected: str | None) -> None:
    def reply(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        assert line.echoMode() is QLineEdit.EchoMode.Password
        QTest.keyClicks(line, "secret")
        QTest.keyClick(line, key)

    answer(reply)
    assert questions.password(Path("密.pdf"), again=False) == expected


def test_a_target_without_ending_gets_that_of_its_kind(
    questions: Questions, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, kind, expected in (
        ("/x/表", "Excel workbook (*.xlsx)", "/x/表.xlsx"),
        ("/x/表", "Review file (*.json)", "/x/表.json"),
        ("/x/2023.12", "Excel workbook (*.xlsx)", "/x/2023.12"),
        ("/x/表.json", "Excel workbook (*.xlsx)", "/x/表.json"),
    ):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, name=name, kind=kind: (name, kind))
        assert questions.export_target(Path("/x/y.xlsx")) == Path(expected)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: ("", ""))
    assert questions.review_target(Path("/x/y.json")) is None
