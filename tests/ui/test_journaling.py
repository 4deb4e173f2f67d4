"""Whatever is done on the desk is there at the next start, without a question."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from subprocess import Popen

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from gouji.model.loaded import Loaded, SourceView
from gouji.model.review import Review
from gouji.ui.desk import journaling
from gouji.ui.first_window import FirstWindow, hand_over, server_name
from tests.factory import make_document
from tests.ui.conftest import Start
from tests.ui.harness import (
    BROKEN,
    CLEAN,
    DONE,
    NEW,
    loaded,
    page_source,
    placed,
    text_source,
)


def test_the_next_start_goes_on_with_the_same_report_and_history(start: Start, qtbot: QtBot) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    bench.session.edit(NEW, 52)
    bench.session.undo()
    history = bench.session.history
    bench = start()
    qtbot.waitUntil(lambda: bench.gouji.desk.bridge.session is not None)
    assert bench.session.history == history
    bench.do("undo")
    assert bench.value(DONE) == 50
    bench.do("redo")
    bench.do("redo")
    assert bench.value(NEW) == 52


def test_leaving_asks_nothing_where_everything_is_kept(start: Start, qtbot: QtBot) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    assert not bench.window.isWindowModified()
    bench.do("close")
    assert bench.replies.heard == []
    assert bench.gouji.desk.bridge.session is None
    bench = start("报告.txt")
    assert bench.value(DONE) == 51
    bench.session.edit(DONE, 52)
    bench.window.close()
    qtbot.waitUntil(lambda: not bench.window.isVisible())
    assert bench.replies.heard == []


def test_after_close_the_next_start_welcomes(start: Start, qtbot: QtBot) -> None:
    bench = start("报告.txt")
    bench.do("close")
    bench = start()
    qtbot.wait(50)
    assert bench.gouji.desk.bridge.session is None
    assert bench.answers.asked == []


def test_what_cannot_be_kept_is_told_marked_and_tried_again(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journaling, "RETRY", 20)
    in_the_way = tmp_path / "in the way"
    in_the_way.write_text("a file where the folder should be")
    bench = start("报告.txt", data=in_the_way)
    bench.session.edit(DONE, 51)
    assert bench.value(DONE) == 51
    assert bench.window.isWindowModified()
    assert "desk.sqlite3" in bench.window.banner.sentence.text()
    bench.window.close()
    assert bench.replies.heard == ["leaving invented.txt"]
    in_the_way.unlink()
    qtbot.waitUntil(lambda: not bench.window.isWindowModified())
    assert not bench.window.banner.isVisible()
    bench = start("报告.txt", data=in_the_way)
    assert bench.value(DONE) == 51


def test_a_damaged_desk_is_told_and_never_stops_the_start(start: Start, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "desk.sqlite3").write_bytes(b"somebody's letter" * 99)
    bench = start("报告.txt")
    assert "desk.damaged-" in bench.window.banner.sentence.text()
    bench.session.edit(DONE, 51)
    assert bench.session.is_kept


def test_cell_place_and_size_of_a_text_are_as_they_were(start: Start, qtbot: QtBot) -> None:
    bench = start("报告.txt")
    bench.selection.show_cell(NEW)
    text = bench.window.source.text
    text.zoom(4)
    text.verticalScrollBar().setValue(120)
    size, line = text.font().pointSizeF(), text.firstVisibleBlock().blockNumber()
    assert line > 60
    qtbot.wait(250)
    bench = start("报告.txt")
    text = bench.window.source.text
    qtbot.waitUntil(lambda: text.firstVisibleBlock().blockNumber() == line)
    assert text.font().pointSizeF() == size
    assert bench.selection.cell == NEW


def test_page_and_zoom_are_as_they_were(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    document = placed(make_document("2021", BROKEN), page=1)
    paged = Loaded(Review(document), page_source(tmp_path / "报告.txt"))
    bench = start("报告.txt", content=paged)
    bench.selection.show_cell(NEW)
    pages = bench.window.source.pages
    pages.zoom(3)
    pages.centerOn(300, 2200)
    before = pages.place()
    qtbot.wait(250)
    bench = start("报告.txt", content=paged)
    pages = bench.window.source.pages
    qtbot.waitUntil(lambda: pages.place()["scale"] == before["scale"])
    now = pages.place()
    assert abs(float(now["y"]) - float(before["y"])) < 5
    assert bench.selection.cell == NEW
    assert pages.pages_in_view()[0].number == 3


def test_nonsense_in_the_remembered_place_is_passed_over(start: Start) -> None:
    bench = start("报告.txt")
    for view in ({"cell": 5, "source": []}, {"cell": "x", "source": {"size": "big", "line": None}}):
        bench.gouji.journaling.remember_view(view)
        bench = start("报告.txt")
        assert bench.selection.cell is not None


def test_another_language_stays_where_it_is(start: Start) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    bench.gouji.choose_language("zh")
    bench.session.edit(DONE, 52)
    assert bench.session.is_kept
    bench.gouji.choose_language("en")
    bench = start("报告.txt")
    assert bench.value(DONE) == 52


def test_a_report_open_in_another_window_is_told(start: Start) -> None:
    first = start("报告.txt")
    second = start("报告.txt", alone=False)
    assert "another window" in second.window.banner.sentence.text()
    first.session.edit(DONE, 51)
    second.session.edit(NEW, 60)
    third = start("报告.txt")
    assert third.value(DONE) == 51
    assert third.value(NEW) == 60
    assert "two places" in third.window.banner.sentence.text()


def test_another_encoding_is_kept_with_the_corrections(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    view = SourceView(tmp_path / "报告.txt", (), ("one", "two"))
    bench = start("报告.txt", content=loaded(BROKEN, view))
    bench.session.edit(DONE, 51)
    bench.answers.files["报告.txt"] = loaded({**BROKEN, str(NEW): 52}, view)
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.gouji.desk.read_as("gb18030")
    bench.session.edit(NEW, 53)
    history = bench.session.history
    assert bench.session.is_kept
    bench = start("报告.txt", content=loaded({**BROKEN, str(NEW): 52}, view))
    assert bench.session.history == history


def test_a_review_file_of_another_source_is_another_review(start: Start, tmp_path: Path) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    document = make_document("2021", CLEAN)
    source = replace(document.report.source, sha256="7" * 64)
    other = replace(document, report=replace(document.report, source=source))
    bench = start("报告.txt", content=Loaded(Review(other), text_source(tmp_path / "别处.txt")))
    assert bench.session.history.done == ()


LATER = """
import sys
from pathlib import Path
from gouji.ui.first_window import hand_over
sys.exit(not hand_over(Path(sys.argv[1]), [Path(each) for each in sys.argv[2:]], patience=0))
"""


def test_a_second_start_gives_its_files_to_the_first(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    bench = start()
    first = FirstWindow(tmp_path / "data", bench.gouji.desk)
    first.asked.connect(bench.gouji.take)
    command = [sys.executable, "-c", LATER, str(tmp_path / "data"), str(tmp_path / "报告.txt")]
    with Popen(command) as later:
        qtbot.waitUntil(lambda: bench.gouji.desk.bridge.session is not None, timeout=20_000)
        assert later.wait(20) == 0
    first.close()
    assert not hand_over(tmp_path / "data", [], patience=0)


@pytest.mark.parametrize("said", [b"not JSON\n", b'{"a": 1}\n', b"[1, 2]\n", b"x" * (1 << 21)])
def test_what_is_no_list_of_files_is_not_listened_to(qtbot: QtBot, tmp_path: Path, said: bytes) -> None:
    first = FirstWindow(tmp_path)
    heard: list[object] = []
    first.asked.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(server_name(tmp_path))
    assert socket.waitForConnected(1000)
    socket.write(said)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    first.close()


def test_a_name_left_behind_by_a_killed_window_is_in_nobody_s_way(tmp_path: Path) -> None:
    stale = FirstWindow(tmp_path)
    second = FirstWindow(tmp_path)
    assert second.is_listening
    for each in (stale, second):
        each.close()


def test_every_desk_and_user_has_a_window_of_its_own(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    assert server_name(tmp_path / "a") == server_name(tmp_path / "b" / ".." / "a")
