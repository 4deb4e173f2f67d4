"""A scan is recognised page by page, can be given up, and is refused where nothing can recognise it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gouji.errors import NoTextError
from gouji.ui.desk import opening as opening_module
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, NEW, Bench, loaded

SCAN = Path("扫描.pdf")


def begin(bench: Bench, qtbot: QtBot) -> None:
    """Open a scan and wait until its recognition has begun."""
    bench.answers.files[SCAN.name] = NoTextError(SCAN)
    bench.gouji.desk.open(SCAN)
    qtbot.waitUntil(lambda: bench.answers.answer is not None)


@pytest.fixture(autouse=True)
def extra_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening_module, "can_recognise", lambda: True)


def test_a_scan_is_shown_once_it_is_recognised(bench: Bench, qtbot: QtBot) -> None:
    begin(bench, qtbot)
    line = bench.window.recognition
    assert line.isVisible()
    assert not bench.window.banner.isVisible()
    assert bench.answers.tell is not None
    assert bench.answers.answer is not None
    bench.answers.tell(1, 4)
    qtbot.waitUntil(lambda: "1 of 4" in line.words.text())
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.answers.answer(loaded())
    assert bench.value(NEW) == 51
    assert not line.isVisible()


def test_recognition_is_given_up_and_what_was_open_stays(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    begin(bench, qtbot)
    QTest.mouseClick(bench.window.recognition.cancel, Qt.MouseButton.LeftButton)
    assert not bench.window.recognition.isVisible()
    qtbot.waitUntil(lambda: bench.answers.stopped == 1)
    assert bench.answers.answer is not None
    bench.answers.answer(loaded(CLEAN))
    qtbot.wait(50)
    assert bench.value(NEW) == 51, "an answer that comes too late changes nothing"


def test_a_scan_that_nobody_can_read_is_told_once(bench: Bench, qtbot: QtBot) -> None:
    begin(bench, qtbot)
    assert bench.answers.answer is not None
    bench.answers.answer(NoTextError(SCAN))
    qtbot.waitUntil(bench.window.banner.isVisible)
    assert not bench.window.recognition.isVisible()


def test_without_the_extra_the_scan_is_refused_in_words(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_module, "can_recognise", lambda: False)
    bench.answers.files[SCAN.name] = NoTextError(SCAN)
    bench.gouji.desk.open(SCAN)
    qtbot.waitUntil(bench.window.banner.isVisible)
    assert "gouji[ocr]" in bench.window.banner.sentence.text()


def test_another_file_takes_the_place_of_a_scan_that_is_being_recognised(bench: Bench, qtbot: QtBot) -> None:
    begin(bench, qtbot)
    bench.answers.files["报告.txt"] = loaded()
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.gouji.desk.open(Path("报告.txt"))
    assert not bench.window.recognition.isVisible()
    assert bench.value(NEW) == 51


def begin_mixed(bench: Bench, qtbot: QtBot) -> None:
    """Open a report with a page that is a picture, and wait until its recognition has begun."""
    bench.answers.files[SCAN.name] = replace(loaded(CLEAN), unread=(2,))
    bench.gouji.desk.open(SCAN)
    qtbot.waitUntil(lambda: bench.answers.answer is not None)


def test_pages_that_are_pictures_are_recognised_before_the_report_is_shown(
    bench: Bench, qtbot: QtBot
) -> None:
    begin_mixed(bench, qtbot)
    assert bench.gouji.desk.bridge.session is None
    assert bench.answers.answer is not None
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.answers.answer(loaded())
    assert bench.value(NEW) == 51
    assert not bench.window.banner.isVisible()


@pytest.mark.parametrize("given_up", [True, False])
def test_where_recognition_fails_the_pages_that_were_read_are_shown_and_the_others_told(
    bench: Bench, qtbot: QtBot, *, given_up: bool
) -> None:
    begin_mixed(bench, qtbot)
    assert bench.answers.answer is not None
    if given_up:
        QTest.mouseClick(bench.window.recognition.cancel, Qt.MouseButton.LeftButton)
    else:
        bench.answers.answer(NoTextError(SCAN))
    qtbot.waitUntil(bench.window.banner.isVisible)
    assert bench.gouji.desk.bridge.session is not None
    assert "2" in bench.window.banner.sentence.text()


def test_without_the_extra_the_pages_that_were_not_read_are_told(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_module, "can_recognise", lambda: False)
    bench.answers.files[SCAN.name] = replace(loaded(CLEAN), unread=(2, 3))
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.gouji.desk.open(SCAN)
    qtbot.waitUntil(bench.window.banner.isVisible)
    assert "2, 3" in bench.window.banner.sentence.text()
