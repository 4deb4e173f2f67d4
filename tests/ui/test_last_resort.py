"""A fault of the program is told once, logged without a word of a report, and costs no work."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gouji.faults import FaultLog
from gouji.ui.last_resort import LastResort
from tests.ui.conftest import Opened
from tests.ui.harness import DONE

QUOTED = "张某某的申请 51 件"


class SlipError(Exception):
    """Nobody's business."""


def slip() -> None:
    raise SlipError(QUOTED)


@pytest.fixture
def resort(qapp: QApplication, tmp_path: Path) -> Iterator[LastResort]:
    assert qapp
    resort = LastResort(FaultLog(tmp_path / "log"))
    yield resort
    if (box := shown()) is not None:
        box.close()
    resort.uninstall()


def shown() -> QMessageBox | None:
    """The dialog, if there is one."""
    return next(
        (
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QMessageBox) and each.isVisible()
        ),
        None,
    )


def logged(folder: Path) -> str:
    return (folder / "log" / "gouji.log").read_text(encoding="utf-8")


def raise_in_slot() -> None:
    QTimer.singleShot(0, slip)


def raise_in_thread() -> None:
    thread = threading.Thread(target=slip)
    thread.start()
    thread.join()


@pytest.mark.parametrize("way", [raise_in_slot, raise_in_thread], ids=["slot", "thread"])
def test_a_fault_is_told_once_and_logged_without_what_it_quotes(
    resort: LastResort, qtbot: QtBot, tmp_path: Path, way: object, capfd: pytest.CaptureFixture[str]
) -> None:
    assert callable(way)
    resort.install()
    resort.begin_log()
    way()
    qtbot.waitUntil(lambda: shown() is not None)
    box = shown()
    assert box is not None
    way()
    qtbot.wait(50)
    text = logged(tmp_path)
    assert text.count("SlipError") == 1
    assert f"{slip.__module__}:" in text
    for told in (text, box.detailedText(), box.text(), box.informativeText(), capfd.readouterr().err):
        assert "张某某" not in told
        assert str(tmp_path) not in told


def test_the_details_are_copied_and_the_dialog_stays(resort: LastResort, qtbot: QtBot) -> None:
    resort.install()
    resort.begin_log()
    raise_in_slot()
    qtbot.waitUntil(lambda: shown() is not None)
    box = shown()
    assert box is not None
    next(each for each in box.buttons() if each.text() == "Copy details").click()
    assert box.isVisible()
    assert "SlipError" in QGuiApplication.clipboard().text()


def test_the_work_is_still_there_and_can_be_saved(
    resort: LastResort, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.replies.target = tmp_path / "审核.json"
    resort.save_wanted.connect(bench.gouji.desk.save_as)
    resort.install()
    resort.begin_log()
    raise_in_slot()
    qtbot.waitUntil(lambda: shown() is not None)
    box = shown()
    assert box is not None
    with qtbot.waitSignal(bench.gouji.desk.written):
        next(each for each in box.buttons() if each.text() == "Save review as…").click()
    assert bench.value(DONE) == 51
    assert [path.name for path, _, _ in bench.written.files] == ["审核.json"]


def test_what_qt_complains_of_is_logged(resort: LastResort, tmp_path: Path) -> None:
    resort.install()
    resort.begin_log()
    qWarning(f'Cannot open "{QUOTED}" 51')
    assert "Cannot open …" in logged(tmp_path)
    assert "51" not in logged(tmp_path).rpartition("Cannot")[2]


def test_the_hooks_are_given_back(resort: LastResort) -> None:
    resort.install()
    resort.begin_log()
    assert sys.excepthook is not sys.__excepthook__
    resort.uninstall()
    assert sys.excepthook is sys.__excepthook__
