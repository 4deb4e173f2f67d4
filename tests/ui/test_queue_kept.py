"""The queue and its marks outlive the program, and know what was done to a report before it came in."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gouji.model.loaded import Loaded
from gouji.model.review import Review
from gouji.model.rule import DecisionState
from gouji.queue.entry import State
from gouji.store.exchange import bring_desk, copy_desk
from gouji.store.journal import Journal
from tests.factory import Figure, make_document
from tests.ui.conftest import Programs, Start
from tests.ui.harness import (
    BROKEN,
    DONE,
    NEW,
    Answers,
    Bench,
    focus_key,
    text_source,
)

CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = ("甲.txt", "乙.txt", "丙.txt")


def content(path: Path, figures: dict[str, Figure]) -> Loaded:
    """A report whose source is told from the others by its digest."""
    document = make_document("2021", figures)
    source = replace(document.report.source, name=path.name, sha256=sha256(path.name.encode()).hexdigest())
    report = replace(document.report, source=source, unit=f"{path.stem}县")
    return Loaded(Review(replace(document, report=report)), text_source(path))


@pytest.fixture
def start(programs: Programs, qtbot: QtBot, tmp_path: Path) -> Start:
    """Starts the program, again and again, on the same desk; 乙 has problems."""
    for name in NAMES:
        (tmp_path / name).write_text(name, encoding="utf-8")

    def start_program(*names: str, data: str = "data") -> Bench:
        programs.stop()
        answers = Answers()
        for name in NAMES:
            answers.files[name] = content(tmp_path / name, dict(BROKEN) if name == "乙.txt" else {})
        bench = programs.run(answers, names, tmp_path / data)
        queue = bench.gouji.queueing.model.queue
        if names:
            qtbot.waitUntil(lambda: queue.settled() == len(queue))
        return bench

    return start_program


def states(bench: Bench) -> dict[str, State]:
    return {each.name: each.state for each in bench.gouji.queueing.model.queue}


def open_name(bench: Bench) -> str:
    path = bench.gouji.desk.path
    return "" if path is None or bench.gouji.desk.bridge.session is None else path.name


def test_the_next_start_has_the_same_queue_and_reads_nothing_twice(start: Start, qtbot: QtBot) -> None:
    bench = start(*NAMES)
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: open_name(bench) == "乙.txt")
    before = states(bench)
    assert before == {"甲县": State.REVIEWED, "乙县": State.OPEN, "丙县": State.WAITING}
    bench = start()
    qtbot.waitUntil(lambda: open_name(bench) == "乙.txt")
    assert states(bench) == before
    assert bench.window.queue.isVisible()
    assert bench.answers.summarised == []


def test_a_file_that_changed_meanwhile_is_read_again(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    start(*NAMES)
    (tmp_path / "丙.txt").write_text("another", encoding="utf-8")
    bench = start()
    qtbot.waitUntil(lambda: bench.answers.summarised == ["丙.txt"])


def test_a_mark_is_kept_and_can_be_taken_back(start: Start, qtbot: QtBot) -> None:
    bench = start(*NAMES)
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: open_name(bench) == "乙.txt")
    focus_key(Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(lambda: open_name(bench) == "甲.txt")
    assert bench.session.is_reviewed
    assert bench.window.deeds["unfinish"].isEnabled()
    bench.do("unfinish")
    assert not bench.window.deeds["unfinish"].isEnabled()
    assert states(bench)["甲县"] is State.WAITING
    bench = start()
    qtbot.waitUntil(lambda: open_name(bench) == "甲.txt")
    assert not bench.session.is_reviewed


def test_what_was_done_to_a_report_before_it_came_into_the_queue_is_seen(start: Start, qtbot: QtBot) -> None:
    bench = start("乙.txt")
    for finding in list(bench.session.findings):
        bench.session.decide(finding, DecisionState.SOURCE_ERROR)
    bench.session.edit(NEW, 52)
    for finding in list(bench.session.findings):
        bench.session.decide(finding, DecisionState.SOURCE_ERROR)
    bench = start("甲.txt", "乙.txt")
    qtbot.waitUntil(lambda: states(bench).get("乙县") is State.CORRECTED)


def test_a_colleague_s_marks_come_along_with_the_desk(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    bench = start("丙.txt")
    focus_key(Qt.Key.Key_PageDown, CONTROL)
    assert bench.session.is_reviewed
    start("甲.txt", data="mine")
    theirs, mine = Journal(tmp_path / "data"), Journal(tmp_path / "mine")
    (tmp_path / "copy").write_bytes(copy_desk(theirs))
    bring_desk(mine, tmp_path / "copy")
    theirs.close()
    mine.close()
    bench = start(*NAMES, data="mine")
    qtbot.waitUntil(lambda: states(bench).get("丙县") is State.REVIEWED)


def test_a_damaged_memory_of_the_queue_never_stops_the_start(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = Journal(tmp_path / "data")
    journal.remember("queue", '{"version": 1, "entries": [{"path": 7}]}')
    journal.close()
    bench = start(*NAMES)
    qtbot.waitUntil(lambda: len(states(bench)) == 3)


def test_corrections_show_in_the_line_as_they_are_made(start: Start) -> None:
    bench = start(*NAMES)
    bench.session.edit(DONE, 1)
    assert states(bench)["甲县"] is State.OPEN
    bench.session.undo()
    assert states(bench)["甲县"] is State.WAITING
