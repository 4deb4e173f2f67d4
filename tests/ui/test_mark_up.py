"""What a file says is shown letter by letter: mark-up in it is neither obeyed nor lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)

from gouji.checking.second_opinion import Opinion
from gouji.errors import DamagedFileError
from gouji.model.comparison import Reference
from gouji.model.correction import Document
from gouji.model.loaded import Loaded
from gouji.model.prose import Footnote, Section
from gouji.model.report import Reading
from gouji.model.review import Review
from gouji.ui.desk.questions import Questions
from gouji.ui.look.plain import button_text, plain
from tests.factory import make_document
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, DONE, DOUBTFUL, Bench, text_source

MARK_UP = "<img src='nowhere.png'><b>粗</b>&amp;"
HOSTILE = f"甲{MARK_UP}乙"
TOOLTIP = Qt.ItemDataRole.ToolTipRole
AUTO, RICH = Qt.TextFormat.AutoText, Qt.TextFormat.RichText


def hostile() -> Loaded:
    """A report all of whose words are mark-up."""
    document = make_document("2021", BROKEN)
    report = document.report
    cells = {
        address: replace(cell, raw=f"{HOSTILE}{cell.raw}", second=HOSTILE, reading=Reading.DOUBTFUL)
        if cell.reading is Reading.CLEAR
        else cell
        for address, cell in report.cells.items()
    }
    report = replace(
        report,
        cells=cells,
        unit=HOSTILE,
        title=HOSTILE,
        source=replace(report.source, name=f"{HOSTILE}.txt".replace("/", "\\")),
        footnotes=tuple(Footnote(table.id, HOSTILE) for table in report.form.tables),
        sections=tuple(
            Section(each.number, HOSTILE, 1, f"{HOSTILE}收到政府信息公开申请999件。", heading=HOSTILE)
            for each in report.form.sections
        ),
    )
    view = text_source()._replace(lines=(HOSTILE,) * 200)
    return Loaded(Review(Document(report)), view)


def last_year() -> Reference:
    """The report of the year before, whose words are mark-up too."""
    found = Reference.of(hostile().review.document)
    return replace(found, name=HOSTILE, year=None)


def shown(text: str) -> str:
    """What Qt makes of a text whose format it guesses."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def obeyed(text: str) -> bool:
    """Whether mark-up of the file is taken for mark-up."""
    return "<b>粗" in text and "<b>粗" not in shown(text).replace("\xa0", " ")


def tips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield str(model.index(row, column).data(TOOLTIP) or "")


def told(root: QWidget) -> Iterator[str]:
    """Every text below a widget that Qt would obey, wherever it stands."""
    for widget in [root, *root.findChildren(QWidget)]:
        yield widget.toolTip()
        yield widget.whatsThis()
        if isinstance(widget, QLabel) and widget.textFormat() is AUTO:
            yield widget.text()
        elif isinstance(widget, QLabel) and widget.textFormat() is RICH:
            yield f"<p>{widget.text()}</p>"
        elif isinstance(widget, QTextEdit):
            yield widget.toHtml()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from tips(widget.model())
        for action in widget.actions():
            yield action.toolTip()


def step_through(bench: Bench) -> Iterator[None]:
    """The desk at every finding and with every panel in view."""
    yield
    for _ in bench.session.findings:
        bench.do("next_finding")
        yield
    bench.window.panes.tabs.setCurrentWidget(bench.window.trail)
    yield


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_a_file_is_obeyed_anywhere_on_the_desk(
    opened: Opened, tmp_path: Path, language: str
) -> None:
    bench = opened(content=hostile())
    if language != "en":
        bench.gouji.choose_language(language)
    bench.session.edit(DONE, 51)
    bench.gouji.desk.heard.emit(Opinion(agreed=1, doubted=bench.session.report.cells))
    bench.gouji.desk.trouble.emit(DamagedFileError(tmp_path / HOSTILE.replace("/", ""), kind=HOSTILE))
    bench.window.recognition.show_progress(HOSTILE, 1, 2)
    bench.session.set_previous(last_year())
    seen: list[str] = []
    for _ in step_through(bench):
        seen += told(bench.window)
    assert [text for text in seen if obeyed(text)] == []
    assert any("nowhere.png" in shown(text) for text in seen), "the words of the file are not in view at all"


def test_the_test_would_notice() -> None:
    assert obeyed(HOSTILE)
    assert not obeyed(plain(HOSTILE))
    assert shown(plain(HOSTILE)) == HOSTILE


def test_the_source_is_shown_as_it_stands(opened: Opened) -> None:
    bench = opened(content=hostile())
    pages = [
        each for each in bench.window.findChildren(QPlainTextEdit) if "nowhere.png" in each.toPlainText()
    ]
    assert pages
    assert not any("nowhere.png" in each.toHtml() for each in bench.window.findChildren(QTextEdit))


def test_a_refused_figure_is_shown_as_it_was_typed(opened: Opened) -> None:
    bench = opened()
    bench.go(DOUBTFUL)
    bench.do("edit")
    editor = QApplication.focusWidget()
    assert editor is not None
    editor.setProperty("text", HOSTILE)
    bench.do("next_finding")
    label = bench.window.findChild(QLabel, "refusal")
    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert MARK_UP in label.text()


def test_recent_files_are_shown_as_they_are_named(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / HOSTILE.replace("/", "")
    bench.gouji.desk.settings.remember(path)
    bench.window.welcome.renew()
    bench.window.menus.recent.aboutToShow.emit()
    action = bench.window.menus.recent.actions()[0]
    link = next(each for each in bench.window.findChildren(QToolButton) if each.objectName() == "recent")
    for text, tip in ((action.text(), action.toolTip()), (link.text(), link.toolTip())):
        assert text == button_text(path.name)
        assert shown(tip).replace("\xa0", " ") == str(path)


ASKED: dict[str, Callable[[Questions], object]] = {
    "leaving": lambda questions: questions.leaving(HOSTILE),
    "leave behind": lambda questions: questions.leave_behind(HOSTILE, [HOSTILE]),
    "read changed": lambda questions: questions.read_changed(HOSTILE),
    "password": lambda questions: questions.password(Path(HOSTILE.replace("/", "")), again=False),
    "password again": lambda questions: questions.password(Path(HOSTILE.replace("/", "")), again=True),
}


@pytest.mark.parametrize("name", ASKED)
def test_no_dialog_obeys_the_name_of_a_file(bench: Bench, name: str) -> None:
    labels: list[str] = []
    guessed: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        guessed.extend(told(dialog))
        labels.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    QTimer.singleShot(50, look)
    ASKED[name](Questions(bench.window))
    assert any("nowhere.png" in text for text in labels)
    assert [text for text in guessed if obeyed(text)] == []
