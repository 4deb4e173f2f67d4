"""A desk in one file for a colleague, and the room that a desk takes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.conftest import Start
from tests.ui.harness import (
    DONE,
)


def test_a_desk_is_handed_over_and_brought_in(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    copy = bench.replies.target = tmp_path / "copy.desk"
    with qtbot.waitSignal(bench.gouji.jobs.exchanged):
        bench.do("hand_over")
    assert bench.replies.heard == ["hand over .desk"]
    bench = start(data=tmp_path / "colleague")
    bench.replies.bring_this = copy
    with qtbot.waitSignal(bench.gouji.jobs.exchanged):
        bench.do("bring_in")
    assert "1 reviews" in bench.window.status.currentMessage()
    bench = start("报告.txt", data=tmp_path / "colleague")
    assert bench.value(DONE) == 51


def test_what_is_no_copy_of_a_desk_is_told_and_changes_nothing(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    bench.replies.bring_this = tmp_path / "other.desk"
    bench.replies.bring_this.write_bytes(b"somebody's letter")
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        bench.do("bring_in")
    assert "other.desk" in bench.window.banner.sentence.text()
    assert bench.value(DONE) == 51
    assert bench.session.is_kept


def test_a_desk_grown_past_its_bound_is_compacted_when_the_window_is_gone(
    start: Start, tmp_path: Path
) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    path = tmp_path / "data" / "desk.sqlite3"
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("INSERT INTO desk VALUES ('much', hex(zeroblob(16000000)))")
        sql.execute("DELETE FROM desk WHERE name = 'much'")
        sql.commit()
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert path.stat().st_size > 30_000_000
    bench = start("报告.txt")
    assert path.stat().st_size < 1_000_000
    assert bench.value(DONE) == 51
