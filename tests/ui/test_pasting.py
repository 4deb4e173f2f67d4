"""Copying, pasting, filling, clearing and reverting blocks of figures, by the keyboard and the clipboard."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gouji.model.form import Address
from gouji.ui.clipboard.mime_data import new_mime_data
from gouji.ui.clipboard.paste_preview import PastePreview
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, DONE, DOUBTFUL, NEW, Bench, focus_key

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BUSINESS = Address.parse("requests.new.business")
CARRIED = Address.parse("requests.carried_in.natural_person")
UPHELD = Address.parse("disputes.review.upheld")


def extend(*keys: Qt.Key) -> None:
    for key in keys:
        focus_key(key, SHIFT)


def lay(text: str | None = None, html: str | None = None) -> None:
    """Put something on the clipboard."""
    data = new_mime_data()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(text: str | None = None, html: str | None = None) -> None:
    lay(text, html)
    focus_key(KEY.Key_V, CONTROL)


def preview(bench: Bench) -> PastePreview | None:
    shown = [each for each in bench.window.findChildren(PastePreview) if each.isVisible()]
    return shown[-1] if shown else None


def previewed(bench: Bench) -> PastePreview:
    found = preview(bench)
    assert found is not None
    return found


def answer(bench: Bench, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key in the preview, which has the keyboard."""
    dialog = previewed(bench)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    focus_key(key)
    assert preview(bench) is None
    # A screen would give the keyboard back by itself.
    bench.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is bench.window)


def lines(dialog: PastePreview) -> list[tuple[str, ...]]:
    table = dialog.table
    texts = []
    for row in range(table.rowCount()):
        items = (table.item(row, column) for column in range(3))
        texts.append(tuple(item.text() for item in items if item is not None))
    return texts


def hint(bench: Bench) -> str:
    shown = [each for each in bench.window.findChildren(QLabel, "hint") if each.isVisible()]
    return shown[-1].text() if shown else ""


def test_a_block_is_copied_as_text_and_as_a_table(opened: Opened) -> None:
    bench = opened()
    bench.go(NEW)
    extend(KEY.Key_Right, KEY.Key_Down)
    focus_key(KEY.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "51\t0\n0\t"
    assert "<td>51</td><td>0</td>" in data.html()


def test_a_block_is_copied_with_the_heads_it_stands_under(opened: Opened) -> None:
    bench = opened()
    bench.go(BUSINESS)
    extend(KEY.Key_Right)
    focus_key(KEY.Key_C, CONTROL | SHIFT)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines() == [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\t",
        "\t法人或其他组织\t",
        "\t商业企业\t科研机构",
        "一、本年新收政府信息公开申请数量\t0\t0",
    ]
    assert '<th colspan="2">法人或其他组织</th>' in data.html()


def test_the_whole_table_is_copied_and_comes_back(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.go(NEW)
    focus_key(KEY.Key_A, CONTROL)
    focus_key(KEY.Key_C, CONTROL | SHIFT)
    bench.session.edit(NEW, 7)
    bench.session.edit(CARRIED, 8)
    focus_key(KEY.Key_V, CONTROL)
    assert lines(previewed(bench)) == [
        ("一、本年新收政府信息公开申请数量 · 自然人", "7", "51"),
        ("二、上年结转政府信息公开申请数量 · 自然人", "8", "0"),
    ]
    answer(bench, qtbot, KEY.Key_Return)
    assert (bench.value(NEW), bench.value(CARRIED)) == (51, 0)


def test_empty_cells_are_filled_in_at_once_as_one_named_step(opened: Opened) -> None:
    bench = opened()
    bench.go(NEW)
    extend(KEY.Key_Right, KEY.Key_Right)
    focus_key(KEY.Key_Delete)
    assert [bench.value(each) for each in (NEW, BUSINESS)] == [None, None]
    assert bench.window.deeds["undo"].text() == "&Undo clear, 3 cells"
    bench.go(NEW)
    paste("１,２３４\t3万\r\n")
    assert preview(bench) is None
    assert [bench.value(each) for each in (NEW, BUSINESS)] == [1234, 30000]
    assert bench.window.deeds["undo"].text() == "&Undo paste, 2 cells"
    assert bench.window.status.currentMessage() == "Figures pasted: 2"
    focus_key(KEY.Key_Z, CONTROL)
    assert [bench.value(each) for each in (NEW, BUSINESS)] == [None, None]


def test_figures_are_only_overwritten_after_a_look(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.go(NEW)
    paste("52\t约3\t")
    dialog = previewed(bench)
    assert lines(dialog) == [("一、本年新收政府信息公开申请数量 · 自然人", "51", "52")]
    assert dialog.summary.text() == "Replaced: 1  ·  Left out: 1"
    assert dialog.refused.text() == (
        "Row 1, column 2 of the block (一、本年新收政府信息公开申请数量 · 商业企业): “约3” is no number"
    )
    assert bench.value(NEW) == 51
    answer(bench, qtbot, KEY.Key_Escape)
    assert bench.value(NEW) == 51
    assert bench.session.undoable is None
    paste("52\t约3\t")
    answer(bench, qtbot, KEY.Key_Return)
    assert bench.value(NEW) == 52
    assert bench.value(BUSINESS) == 0


def test_a_preview_that_outlives_its_report_changes_no_other(opened: Opened) -> None:
    bench = opened()
    bench.go(NEW)
    paste("52")
    dialog = previewed(bench)
    opened(name="另.txt")
    dialog.accept()
    assert bench.value(NEW) == 51


def test_blank_cells_of_the_block_leave_what_is_there(opened: Opened) -> None:
    bench = opened()
    bench.go(NEW)
    paste("\t0\t—\t/\n")
    assert preview(bench) is None
    assert bench.value(NEW) == 51
    assert bench.session.undoable is None


def test_the_table_of_a_web_page_goes_before_its_text(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(CLEAN)
    bench.go(NEW)
    paste("1 2", "<table><tr><td>3</td></tr><tr><td>4</td></tr></table>")
    answer(bench, qtbot, KEY.Key_Return)
    assert [bench.value(each) for each in (NEW, CARRIED, BUSINESS)] == [3, 4, 0]
    paste("7", "<p>7</p>")
    assert lines(previewed(bench)) == [("一、本年新收政府信息公开申请数量 · 自然人", "3", "7")]


def test_heads_lead_to_another_table_after_a_look(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.session.edit(UPHELD, None)
    bench.go(NEW)
    paste("行政复议\n结果维持\n5")
    assert "look them over" in previewed(bench).summary.text()
    answer(bench, qtbot, KEY.Key_Return)
    assert bench.value(UPHELD) == 5
    assert bench.selection.cell == UPHELD


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello", "holds no figures"),
        ("", "holds no figures"),
        ("1\t2\n" * 40, "The copied block is 40 × 2, but from this cell on there is only 25 × 7."),
        ("部门\t件数\n甲\t3", "are not those of this form"),
        ("1\t" * 9000, "more than any table"),
    ],
    ids=["words", "nothing", "too large", "other heads", "far too large"],
)
def test_what_cannot_be_pasted_is_refused_in_words(opened: Opened, text: str, said: str) -> None:
    bench = opened()
    bench.go(NEW)
    paste(text)
    assert said in hint(bench)
    assert bench.session.undoable is None
    focus_key(KEY.Key_Down)
    assert hint(bench) == ""


def test_what_lies_on_the_clipboard_at_the_end_does_no_harm() -> None:
    program = "from PySide6.QtWidgets import QApplication\n"
    program += "from gouji.ui.clipboard.mime_data import new_mime_data\n"
    program += "app = QApplication([]); data = new_mime_data(); data.setText('1'); "
    program += "app.clipboard().setMimeData(data); print(app.clipboard().text())"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.stdout.strip(), ended.returncode) == ("1", 0)


def test_a_picture_is_no_block(opened: Opened) -> None:
    bench = opened()
    bench.go(NEW)
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    focus_key(KEY.Key_V, CONTROL)
    assert "holds no figures" in hint(bench)


def test_a_single_figure_fills_the_selection_and_confirms_what_is_doubtful(opened: Opened) -> None:
    bench = opened()
    bench.go(DOUBTFUL)
    paste("22")
    assert bench.session.document.corrections[DOUBTFUL].confirms
    bench.go(NEW)
    extend(KEY.Key_Right)
    focus_key(KEY.Key_Delete)
    paste("9")
    assert [bench.value(each) for each in (NEW, BUSINESS)] == [9, 9]


def test_the_editor_keeps_copy_paste_and_delete_for_its_text(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    focus_key(KEY.Key_F2)
    focus_key(KEY.Key_A, CONTROL)
    focus_key(KEY.Key_C, CONTROL)
    focus_key(KEY.Key_End)
    focus_key(KEY.Key_V, CONTROL)
    focus_key(KEY.Key_Home)
    focus_key(KEY.Key_Delete)
    focus_key(KEY.Key_Tab)
    assert bench.value(DONE) == 50


def test_keys_for_blocks_leave_the_tables_alone_from_elsewhere(opened: Opened) -> None:
    bench = opened()
    bench.go(NEW)
    bench.window.findings.list.setFocus()
    lay("99")
    for key, modifier in ((KEY.Key_Delete, Qt.KeyboardModifier.NoModifier), (KEY.Key_V, CONTROL)):
        focus_key(key, modifier)
    assert preview(bench) is None
    assert bench.session.undoable is None


def test_filling_goes_down_each_column_or_along_a_line(opened: Opened) -> None:
    bench = opened(CLEAN)
    bench.session.edit(NEW, 5)
    bench.session.edit(BUSINESS, 6)
    bench.go(NEW)
    assert not bench.window.deeds["fill"].isEnabled()
    extend(KEY.Key_Right, KEY.Key_Down)
    focus_key(KEY.Key_D, CONTROL)
    assert bench.value(CARRIED) == 5
    assert bench.value(Address.parse("requests.carried_in.business")) == 6
    assert bench.window.deeds["undo"].text() == "&Undo fill, 2 cells"
    bench.go(NEW)
    extend(KEY.Key_Right)
    focus_key(KEY.Key_D, CONTROL)
    assert bench.value(BUSINESS) == 5


@pytest.mark.parametrize(
    ("name", "kept"), [("revert", [DONE, UPHELD]), ("revert_table", [UPHELD]), ("revert_all", [])]
)
def test_reverting_cells_a_table_or_all_is_one_step(opened: Opened, name: str, kept: list[Address]) -> None:
    bench = opened()
    for address in (NEW, BUSINESS, DONE, UPHELD):
        bench.session.edit(address, 77)
    bench.go(NEW)
    extend(KEY.Key_Right)
    bench.do(name)
    assert list(bench.session.document.corrections) == kept
    bench.do("undo")
    assert set(bench.session.document.corrections) == {NEW, BUSINESS, DONE, UPHELD}


def test_the_menu_of_the_tables_offers_it_all(opened: Opened) -> None:
    bench = opened()
    names = [action.objectName() for action in bench.window.tables.actions()]
    assert {"copy", "copy_with_heads", "paste", "fill", "clear", "revert", "revert_table"} <= set(names)
    view = bench.go(NEW)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(view.columnWidth(0), 4))


SCRAPS = st.sampled_from(
    ("<table>", "<tr>", "<td>", "51", "5万", "\t", "\n", '"', "总计", "&#0;", "\0", "，", "\ud800")
)


@given(text=st.lists(SCRAPS, max_size=12).map("".join) | st.text(max_size=20), raw=st.binary(max_size=20))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_lies_on_the_clipboard_the_window_stands(opened_once: Bench, text: str, raw: bytes) -> None:
    bench = opened_once
    bench.go(NEW)
    data = new_mime_data()
    data.setData("text/html", QByteArray(text.encode("utf-8", "surrogatepass") + raw))
    data.setData("text/plain", QByteArray(raw + text.encode("utf-8", "surrogatepass")))
    QGuiApplication.clipboard().setMimeData(data)
    focus_key(KEY.Key_V, CONTROL)
    dialog = preview(bench)
    if dialog is not None:
        dialog.accept()
    while bench.session.undoable is not None:
        bench.session.undo()
    assert bench.value(NEW) == 51


@pytest.fixture
def opened_once(opened: Opened) -> Bench:
    return opened()
