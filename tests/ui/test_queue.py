"""The queue, through the keyboard and the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gouji.errors import DamagedFileError, GoujiError, NoTextError, PasswordNeededError
from gouji.model.loaded import Loaded
from gouji.model.review import Review
from gouji.queue.entry import Entry, Progress, State
from gouji.ui.grid.model import SPOKEN, TOOLTIP
from gouji.ui.queue.model import Column
from tests.factory import make_document
from tests.ui.harness import BROKEN, CLEAN, DONE, Bench, focus, focus_key, loaded, text_source

CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = ("甲.txt", "乙.txt", "丙.txt")
Content = Loaded | GoujiError

Fill = Callable[..., list[Path]]


@pytest.fixture
def fill(bench: Bench, tmp_path: Path) -> Fill:
    """Puts files into a folder that read as the test says: clean, unless told otherwise."""

    def put(names: Iterable[str] = NAMES, **content: Content) -> list[Path]:
        paths = [tmp_path / "desk" / name for name in names]
        for path in paths:
            path.parent.mkdir(exist_ok=True)
            path.write_text(path.name, encoding="utf-8")
            clean = loaded(CLEAN, text_source(path))
            bench.answers.files[path.name] = content.get(path.stem, clean)
        return paths

    return put


def drop(target: QWidget, paths: Iterable[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    moment = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    target.dropEvent(QDropEvent(QPointF(9, 9), *moment))


def entries(bench: Bench) -> dict[str, Entry]:
    return {each.path.stem: each for each in bench.gouji.queueing.model.queue}


def states(bench: Bench) -> dict[str, State]:
    return {name: each.state for name, each in entries(bench).items()}


def seen(bench: Bench) -> list[str]:
    return [path.stem for path in bench.gouji.queueing.order.paths]


def is_open(bench: Bench, name: str) -> bool:
    path = bench.gouji.desk.path
    return path is not None and path.stem == name and bench.gouji.desk.bridge.session is not None


def taken(bench: Bench, qtbot: QtBot, paths: list[Path]) -> None:
    """Hand files over, and wait until they are read."""
    bench.gouji.queueing.take(paths)
    queue = bench.gouji.queueing.model.queue
    qtbot.waitUntil(lambda: bool(len(queue)) and queue.settled() == len(queue))
    qtbot.waitUntil(lambda: bench.gouji.desk.bridge.session is not None)


def test_one_file_alone_opens_without_a_queue(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    (path,) = fill(["甲.txt"])
    drop(bench.window, [path])
    qtbot.waitUntil(lambda: is_open(bench, "甲"))
    assert not entries(bench)
    assert not bench.window.queue.isVisible()


def test_of_several_the_first_opens_and_all_are_read(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    paths = fill(乙=loaded(BROKEN, text_source()))
    bench.replies.open_these = paths
    focus_key(Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "甲"))
    qtbot.waitUntil(lambda: all(each.summary for each in entries(bench).values()))
    assert bench.window.queue.isVisible()
    assert states(bench) == {"甲": State.WAITING, "乙": State.OPEN, "丙": State.WAITING}
    # What the desk reads itself is not read ahead as well.
    assert sorted(bench.answers.summarised) == ["丙.txt", "乙.txt"]
    assert not bench.window.queue.progress.isVisible()


def test_a_folder_is_searched_and_what_is_no_report_left_out(
    bench: Bench, qtbot: QtBot, fill: Fill, tmp_path: Path
) -> None:
    fill(["10.txt", "2.txt"])
    (tmp_path / "desk" / "图.png").touch()
    drop(bench.window, [tmp_path / "desk"])
    qtbot.waitUntil(lambda: is_open(bench, "2"))
    assert seen(bench) == ["2", "10"]
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        drop(bench.window, [tmp_path / "empty"])
    assert "empty" in bench.window.banner.sentence.text()


def test_files_dropped_on_the_queue_join_it_and_what_is_open_stays(
    bench: Bench, qtbot: QtBot, fill: Fill
) -> None:
    paths = fill()
    taken(bench, qtbot, paths[:2])
    drop(bench.window.queue, paths[1:])
    qtbot.waitUntil(lambda: len(entries(bench)) == 3)
    assert is_open(bench, "甲")


def test_bad_files_stop_nothing_and_say_why(bench: Bench, qtbot: QtBot, fill: Fill, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    names = [f"{name}.txt" for name in "甲乙丙丁戊"]
    paths = fill(
        names,
        乙=DamagedFileError(desk / "乙.txt", kind="PDF"),
        丙=NoTextError(desk / "丙.txt"),
        丁=PasswordNeededError(desk / "丁.txt"),
    )
    taken(bench, qtbot, paths)
    found = {name: each.progress for name, each in entries(bench).items()}
    assert found == {
        "甲": Progress.READ,
        "乙": Progress.FAILED,
        "丙": Progress.SCAN,
        "丁": Progress.LOCKED,
        "戊": Progress.READ,
    }
    model = bench.gouji.queueing.model
    assert [model.index(row, Column.STATE).data() for row in range(4)] == [
        "To review",
        "Failed",
        "Scan",
        "Password",
    ]
    sentence = DamagedFileError(desk / "乙.txt", kind="PDF").sentence("en")
    assert sentence in model.index(1, Column.UNIT).data(TOOLTIP)
    assert sentence in model.index(1, Column.UNIT).data(SPOKEN)
    panel = bench.window.queue
    panel.table.setCurrentIndex(bench.gouji.queueing.order.index(1, Column.UNIT))
    assert panel.trouble.isVisible()
    assert panel.trouble.text() == sentence
    panel.table.setCurrentIndex(bench.gouji.queueing.order.index(0, Column.UNIT))
    assert not panel.trouble.isVisible()


def test_reviewed_next_goes_through_the_queue_by_one_key(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill())
    for name in ("乙", "丙"):
        focus_key(Qt.Key.Key_PageDown, CONTROL)
        qtbot.waitUntil(lambda name=name: is_open(bench, name))  # type: ignore[misc]
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    assert set(states(bench).values()) == {State.REVIEWED}
    assert is_open(bench, "丙")
    assert "reviewed" in bench.window.status.currentMessage()
    focus_key(Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "乙"))
    focus_key(Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "甲"))


def test_bad_and_reviewed_files_are_passed_over(
    bench: Bench, qtbot: QtBot, fill: Fill, tmp_path: Path
) -> None:
    paths = fill(乙=DamagedFileError(tmp_path / "desk" / "乙.txt", kind="PDF"))
    taken(bench, qtbot, paths)
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "丙"))
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    assert is_open(bench, "丙")


def test_a_file_that_will_not_open_does_not_block_the_way(
    bench: Bench, qtbot: QtBot, fill: Fill, tmp_path: Path
) -> None:
    paths = fill(乙=PasswordNeededError(tmp_path / "desk" / "乙.txt"))
    taken(bench, qtbot, paths)
    bench.replies.passwords = [None]
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: not bench.replies.passwords)
    assert is_open(bench, "甲")
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "丙"))


def test_what_was_not_decided_is_said_once_and_stays_counted(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill(甲=loaded(BROKEN, text_source())))
    open_before = entries(bench)["甲"].summary
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: is_open(bench, "乙"))
    assert "not decided" in bench.window.status.currentMessage()
    assert states(bench)["甲"] is State.REVIEWED
    assert entries(bench)["甲"].summary == open_before
    assert not bench.replies.heard


def test_the_line_follows_what_is_done_to_the_report(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill())
    bench.session.edit(DONE, 1)
    assert states(bench)["甲"] is State.OPEN
    errors = bench.gouji.queueing.model.index(0, Column.ERRORS)
    assert int(errors.data()) > 0
    bench.session.undo()
    assert states(bench)["甲"] is State.WAITING
    assert not errors.data()


def test_a_click_or_enter_on_a_line_opens_it(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill())
    table, order = bench.window.queue.table, bench.gouji.queueing.order
    place = table.visualRect(order.index(2, Column.UNIT)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: is_open(bench, "丙"))
    table.setFocus()
    focus_key(Qt.Key.Key_Up)
    focus_key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_open(bench, "乙"))
    place = table.visualRect(order.index(0, Column.UNIT)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)
    qtbot.wait(20)
    assert is_open(bench, "乙")


def test_words_and_states_filter_and_enter_opens_what_was_found(
    bench: Bench, qtbot: QtBot, fill: Fill
) -> None:
    document = make_document(figures=BROKEN)
    named = Loaded(Review(document), text_source())
    taken(bench, qtbot, fill([*NAMES, "丁县2025.txt"], 丙=named))
    search = bench.window.queue.filter
    search.words.setFocus()
    QTest.keyClicks(search.words, "2025 TXT")
    assert seen(bench) == ["丁县2025"]
    QTest.keyClick(search.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_open(bench, "丁县2025"))
    search.words.clear()
    assert len(seen(bench)) == 4
    search.states.setCurrentIndex(search.states.findData(State.OPEN))
    search.states.activated.emit(search.states.currentIndex())
    assert seen(bench) == ["丙"]
    assert search.states.currentText() == "Problems (1)"


def test_reading_ahead_pauses_and_is_cancelled_and_taken_up_again(
    bench: Bench, qtbot: QtBot, fill: Fill
) -> None:
    bench.answers.holds = {"乙.txt"}
    bench.gouji.queueing.take(fill([*NAMES, "丁.txt"]))
    qtbot.waitUntil(lambda: "乙.txt" in bench.answers.held)
    progress = bench.window.queue.progress
    assert progress.isVisible()
    assert progress.words.text() == "1 of 4 read"
    QTest.mouseClick(progress.pause, Qt.MouseButton.LeftButton)
    bench.answers.held["乙.txt"]()
    qtbot.waitUntil(lambda: entries(bench)["乙"].progress is Progress.READ)
    assert entries(bench)["丙"].progress is Progress.WAITING
    assert progress.words.text() == "Paused: 2 of 4 read"
    bench.answers.holds = {"丙.txt"}
    QTest.mouseClick(progress.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "丙.txt" in bench.answers.held)
    QTest.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    bench.answers.held["丙.txt"]()
    qtbot.wait(20)
    assert [entries(bench)[name].progress for name in "丙丁"] == [Progress.SKIPPED, Progress.SKIPPED]
    assert not progress.isVisible()
    bench.answers.holds = set()
    bench.gouji.queueing.ahead.retry()
    qtbot.waitUntil(lambda: all(each.summary for each in entries(bench).values()))


def test_what_failed_is_read_again_when_asked(bench: Bench, qtbot: QtBot, fill: Fill, tmp_path: Path) -> None:
    paths = fill(乙=DamagedFileError(tmp_path / "desk" / "乙.txt", kind="PDF"))
    taken(bench, qtbot, paths)
    assert states(bench)["乙"] is State.FAILED
    bench.answers.files["乙.txt"] = loaded(CLEAN)
    bench.gouji.queueing.ahead.retry()
    qtbot.waitUntil(lambda: states(bench)["乙"] is State.WAITING and entries(bench)["乙"].summary is not None)


def test_lines_are_taken_out_by_the_keyboard_and_the_files_stay(
    bench: Bench, qtbot: QtBot, fill: Fill
) -> None:
    paths = fill()
    taken(bench, qtbot, paths)
    table = bench.window.queue.table
    table.setFocus()
    table.selectAll()
    table.selectionModel().select(
        bench.gouji.queueing.order.index(1, 0),
        table.selectionModel().SelectionFlag.Deselect | table.selectionModel().SelectionFlag.Rows,
    )
    focus_key(Qt.Key.Key_Delete)
    assert seen(bench) == ["乙"]
    assert is_open(bench, "甲")
    assert all(path.is_file() for path in paths)


def test_our_own_workbook_beside_its_source_is_no_line_of_its_own(
    bench: Bench, qtbot: QtBot, fill: Fill
) -> None:
    bench.gouji.take(fill(["甲.txt", "甲.xlsx", "乙.txt"], 乙=loaded(BROKEN, text_source())))
    qtbot.waitUntil(
        lambda: [each.path.name for each in bench.gouji.queueing.model.queue] == ["甲.txt", "乙.txt"]
    )
    assert is_open(bench, "甲")


def test_the_queue_folds_away_and_that_is_remembered(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill())
    assert bench.window.deeds["queue"].isChecked()
    focus_key(Qt.Key.Key_F7)
    assert not bench.window.queue.isVisible()
    assert not bench.gouji.desk.settings.queue
    focus_key(Qt.Key.Key_F7)
    assert bench.window.queue.isVisible()
    assert bench.window.queue.isAncestorOf(focus())


def test_another_language_shows_the_same_queue(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    taken(bench, qtbot, fill(丙=loaded(BROKEN, text_source())))
    bench.gouji.queueing.order.find("丙")
    bench.gouji.choose_language("zh")
    assert bench.window.queue.isVisible()
    assert bench.window.queue.filter.words.text() == "丙"
    assert bench.gouji.queueing.order.index(0, Column.STATE).data() == "有问题"
    bench.gouji.choose_language("en")


def test_the_tables_stay_legible_beside_the_queue(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    bench.window.resize(1280, 800)
    taken(bench, qtbot, fill())
    qtbot.waitUntil(lambda: bench.window.tables.horizontalScrollBar().maximum() == 0)
    assert bench.window.queue.width() > 200


def test_the_window_closes_while_files_are_read(bench: Bench, qtbot: QtBot, fill: Fill) -> None:
    bench.answers.holds = {"乙.txt"}
    bench.gouji.queueing.take(fill())
    qtbot.waitUntil(lambda: "乙.txt" in bench.answers.held)
    bench.window.close()
    assert not bench.window.isVisible()
