"""The real dialogs, answered by the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from gouji.ui.desk.questions import Leaving, Questions, with_ending


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


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("表", 0, "表.xlsx"),
        ("表", 1, "表.json"),
        ("2023.12", 0, "2023.12.xlsx"),
        ("表.json", 0, "表.json"),
        ("表.XLSX", 1, "表.XLSX"),
    ],
)
def test_a_target_ends_as_one_of_the_kinds(name: str, kind: int, expected: str) -> None:
    kinds = ["Excel workbook (*.xlsx)", "Review file (*.json)"]
    assert with_ending(Path("/x") / name, kinds[kind], kinds) == Path("/x") / expected


@pytest.fixture
def own_dialogs() -> Iterator[None]:
    """Qt's own dialogs, which a test can see."""
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QApplication.setAttribute(attribute)
    yield
    QApplication.setAttribute(attribute, on=False)


@pytest.mark.usefixtures("own_dialogs")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_target_is_typed_over_the_proposed_one(questions: Questions, tmp_path: Path, key: Qt.Key) -> None:
    def reply(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        assert line.text() == "proposed.xlsx"
        line.selectAll()
        QTest.keyClicks(line, "mine")
        QTest.keyClick(line, key)

    answer(reply)
    expected = tmp_path / "mine.xlsx" if key == Qt.Key.Key_Return else None
    assert questions.export_target(tmp_path / "proposed.xlsx") == expected


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_a_changed_source_is_read_anew_by_enter(questions: Questions, key: Qt.Key, *, expected: bool) -> None:
    def reply(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert "报告.pdf" in dialog.text()
        QTest.keyClick(dialog, key)

    answer(reply)
    assert questions.read_changed("报告.pdf") is expected


@pytest.mark.usefixtures("own_dialogs")
@pytest.mark.parametrize("ask", [Questions.files_to_open, Questions.previous_file])
def test_a_file_is_chosen_by_its_name(
    questions: Questions, tmp_path: Path, ask: Callable[[Questions, Path], object]
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("text", encoding="utf-8")

    def reply(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        QTest.keyClicks(line, "report.txt")
        QTest.keyClick(line, Qt.Key.Key_Return)

    answer(reply)
    assert ask(questions, tmp_path) in (report, [report])
