"""The encoding of a text: shown, and another one chosen, with the corrections going along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from gouji.errors import (
    DamagedFileError,
    EmptyFileError,
    FileMissingError,
    NotAReportError,
    WrongEncodingError,
)
from gouji.model.correction import Document
from gouji.model.loaded import Loaded
from gouji.model.review import Review
from gouji.model.rule import DecisionState
from tests.factory import Figure
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, DONE, NEW, NEW_TOTAL, Bench, focus_key, loaded, page_source, text_source

NAME = "报告.txt"


def read_in(
    encoding: str | None, figures: Mapping[str, Figure] = BROKEN, media: str = "text/plain"
) -> Loaded:
    """A report from a text in an encoding."""
    content = loaded(figures)
    report = content.review.document.report
    source = replace(report.source, encoding=encoding, media_type=media)
    return replace(content, review=Review(Document(replace(report, source=source))))


@pytest.fixture
def text(opened: Opened) -> Bench:
    return opened(content=read_in("gb18030"), name=NAME)


def choose(bench: Bench, name: str) -> None:
    """Choose an encoding with the keyboard alone."""
    bench.window.tables.take_focus()
    focus_key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    pick(bench.window.status.encoding, name)


def pick(place: QWidget, name: str) -> None:
    """Choose from the menu that is open at a widget."""
    menu = place.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    for _ in menu.actions():
        active = menu.activeAction()
        if active is not None and active.text() == name:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()


def test_the_encoding_of_a_text_is_shown_and_others_are_offered(text: Bench) -> None:
    button = text.window.status.encoding
    assert button.isVisible()
    assert button.text() == "GB18030 (GBK) ▾"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = button.findChild(QMenu)
    assert menu is not None
    offered = {action.text(): action.isChecked() for action in menu.actions()}
    assert offered == {
        "UTF-8": False,
        "GB18030 (GBK)": True,
        "Big5": False,
        "UTF-16 LE": False,
        "UTF-16 BE": False,
    }
    menu.close()


@pytest.mark.parametrize(
    "content",
    [
        read_in(None, media="application/pdf"),
        read_in("utf-8", media="application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_what_is_no_text_has_none(opened: Opened, content: Loaded) -> None:
    bench = opened(content=replace(content, view=page_source()), name="另.pdf")
    assert not bench.window.status.encoding.isVisible()
    assert not bench.window.deeds["encoding"].isEnabled()


def test_another_encoding_takes_corrections_and_decisions_along(text: Bench, qtbot: QtBot) -> None:
    text.session.edit(NEW, 50)
    text.session.decide(text.session.findings[0], DecisionState.DISMISSED, "so is it")
    before = text.session.review
    text.answers.files[NAME] = read_in("big5")
    with qtbot.waitSignal(text.gouji.desk.opened):
        choose(text, "Big5")
    assert text.answers.encodings == [None, "big5"]
    assert text.window.status.encoding.text() == "Big5 ▾"
    assert text.session.document.corrections == before.document.corrections
    assert text.session.review.decisions == before.decisions
    assert not text.session.is_saved
    assert text.replies.heard == []
    assert text.window.deeds["undo"].text() == "&Undo corrections carried over"


@pytest.mark.parametrize("go_on", [False, True])
def test_corrections_of_other_figures_are_left_behind_with_consent_only(
    text: Bench, qtbot: QtBot, *, go_on: bool
) -> None:
    text.session.edit(NEW, 50)
    text.session.edit(DONE, 51)
    text.answers.files[NAME] = read_in("big5", {**BROKEN, str(NEW): 57})
    text.replies.on_leaving_behind = go_on
    choose(text, "Big5")
    qtbot.waitUntil(lambda: text.replies.heard == ["leave behind 1 of invented.txt"])
    if go_on:
        qtbot.waitUntil(lambda: text.window.status.encoding.text() == "Big5 ▾")
        assert (text.value(NEW), text.value(DONE)) == (57, 51)
    else:
        assert text.window.status.encoding.text() == "GB18030 (GBK) ▾"
        assert (text.value(NEW), text.value(DONE)) == (50, 51)


def test_a_wrong_encoding_is_one_sentence_and_changes_nothing(
    text: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    text.session.edit(NEW_TOTAL, 50)
    session = text.session
    text.answers.files[NAME] = WrongEncodingError(tmp_path / NAME, encoding="utf-16-le")
    with qtbot.waitSignal(text.gouji.desk.trouble):
        choose(text, "UTF-16 LE")
    assert text.session is session
    assert text.window.status.encoding.text() == "GB18030 (GBK) ▾"
    assert "utf-16-le" in text.window.banner.sentence.text()


def test_without_its_source_a_review_is_read_in_no_other_encoding(opened: Opened, qtbot: QtBot) -> None:
    content = read_in("gb18030")
    bench = opened(content=Loaded(content.review, None), name="县.json")
    with qtbot.waitSignal(bench.gouji.desk.trouble) as told:
        choose(bench, "UTF-8")
    assert isinstance(told.args[0], FileMissingError)


def test_the_source_of_a_review_file_is_read_again_and_saved_to_the_same_file(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    content = replace(read_in("gb18030"), view=text_source(tmp_path / "源.txt"))
    bench = opened(content=content, name="县.json")
    bench.answers.files["源.txt"] = read_in("utf-8")
    with qtbot.waitSignal(bench.gouji.desk.opened):
        choose(bench, "UTF-8")
    assert bench.answers.asked[-1] == ("源.txt", None)
    assert bench.gouji.desk.path == tmp_path / "县.json"


@pytest.mark.parametrize("trouble", [NotAReportError, DamagedFileError, WrongEncodingError])
def test_a_text_that_cannot_be_read_may_be_read_in_another_encoding(
    text: Bench, qtbot: QtBot, tmp_path: Path, trouble: type[NotAReportError]
) -> None:
    text.answers.files["另.txt"] = trouble(tmp_path / "另.txt", kind="TXT", encoding="utf-8")
    with qtbot.waitSignal(text.gouji.desk.trouble):
        text.gouji.desk.open(tmp_path / "另.txt")
    banner = text.window.banner
    assert banner.encoding.isVisible()
    text.answers.files["另.txt"] = read_in("big5")
    with qtbot.waitSignal(text.gouji.desk.opened):
        QTest.mouseClick(banner.encoding, Qt.MouseButton.LeftButton)
        pick(banner, "Big5")
    assert text.answers.encodings[-1] == "big5"
    assert text.gouji.desk.path == tmp_path / "另.txt"
    assert not banner.isVisible()


@pytest.mark.parametrize(
    ("name", "trouble"),
    [("空.txt", EmptyFileError), ("图.pdf", DamagedFileError), ("无.txt", FileMissingError)],
)
def test_no_encoding_helps_in_other_trouble(
    text: Bench, qtbot: QtBot, tmp_path: Path, name: str, trouble: type[EmptyFileError]
) -> None:
    text.answers.files[name] = trouble(tmp_path / name, kind="PDF")
    with qtbot.waitSignal(text.gouji.desk.trouble):
        text.gouji.desk.open(tmp_path / name)
    assert text.window.banner.isVisible()
    assert not text.window.banner.encoding.isVisible()
