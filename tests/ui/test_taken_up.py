"""A review goes on whatever became of its file: gone, printed anew, or read in another encoding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from gouji.errors import FileMissingError, NotAReportError
from gouji.model.loaded import Loaded, SourceView
from gouji.model.review import Review
from gouji.session import ReviewSession
from tests.factory import Figure, make_document
from tests.ui.conftest import Start
from tests.ui.harness import (
    BROKEN,
    DONE,
    DOUBTFUL,
    NEW,
    Bench,
    loaded,
    text_source,
)


def test_a_report_whose_file_is_gone_is_shown_as_it_was_kept(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = start("报告.txt")
    bench.session.edit(DONE, 51)
    (tmp_path / "报告.txt").unlink()
    gone = FileMissingError(tmp_path / "报告.txt")
    bench = start(content=gone)
    qtbot.waitUntil(lambda: bench.gouji.desk.bridge.session is not None)
    assert bench.value(DONE) == 51
    assert "is not there any more" in bench.window.banner.sentence.text()
    bench.session.edit(NEW, 52)
    assert bench.session.is_kept
    bench = start("报告.txt", content=gone)
    assert (bench.value(DONE), bench.value(NEW)) == (51, 52)


def test_a_file_that_is_gone_and_was_never_open_is_trouble(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = start()
    with qtbot.waitSignal(bench.gouji.desk.trouble):
        bench.gouji.desk.open(tmp_path / "别处.txt")
    assert bench.gouji.desk.bridge.session is None


def as_text(path: Path, encoding: str, sha256: str = "5" * 64) -> Loaded:
    """A text as it comes out of an encoding."""
    document = make_document("2021", BROKEN)
    source = replace(
        document.report.source, sha256=sha256, media_type="text/plain", encoding=encoding, pages=1
    )
    report = replace(document.report, source=source)
    return Loaded(Review(replace(document, report=report)), SourceView(path, (), ("one",)))


def read_in_big5(bench: Bench, qtbot: QtBot, path: Path) -> None:
    bench.answers.files[path.name] = as_text(path, "big5")
    with qtbot.waitSignal(bench.gouji.desk.opened):
        bench.gouji.desk.read_as("big5")


def test_the_encoding_that_was_chosen_for_a_text_is_used_at_the_next_opening(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    bench = start("报告.txt", content=as_text(path, "gb18030"))
    read_in_big5(bench, qtbot, path)
    bench = start("报告.txt", content=as_text(path, "big5"))
    assert bench.answers.encodings == ["big5"]


def test_a_text_is_known_again_under_another_name_and_read_as_it_was(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = start("报告.txt", content=as_text(tmp_path / "报告.txt", "gb18030"))
    read_in_big5(bench, qtbot, tmp_path / "报告.txt")
    bench = start()
    bench.answers.files["别名.txt"] = as_text(tmp_path / "别名.txt", "gb18030")
    bench.gouji.desk.open(tmp_path / "别名.txt")
    qtbot.waitUntil(lambda: bench.answers.encodings[-2:] == [None, "big5"])


def test_another_text_in_the_same_place_is_read_in_its_own_encoding(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    bench = start("报告.txt", content=as_text(path, "gb18030"))
    read_in_big5(bench, qtbot, path)
    bench = start("报告.txt", content=as_text(path, "utf-8", sha256="6" * 64))
    assert bench.answers.encodings == ["big5", None]
    bench = start("报告.txt", content=as_text(path, "utf-8", sha256="6" * 64))
    trouble = bench.answers.files["报告.txt"] = NotAReportError(path)
    with qtbot.waitSignal(bench.gouji.desk.trouble) as told:
        bench.gouji.desk.open(path)
    assert told.args == [trouble]
    assert bench.answers.encodings[-2:] == ["big5", None]


def changed(figures: Mapping[str, Figure], path: Path) -> Loaded:
    """What the source says since someone printed it anew."""
    document = make_document("2021", figures)
    source = replace(document.report.source, sha256="8" * 64)
    return Loaded(
        Review(replace(document, report=replace(document.report, source=source))), text_source(path)
    )


def read_anew(bench: Bench, qtbot: QtBot, path: Path, anew: Loaded) -> None:
    """Open a review file beside whose source another stands, and have that read."""
    session = ReviewSession(loaded(BROKEN).review)
    session.edit(DONE, 51)
    session.edit(NEW, 52)
    bench.answers.files["县.json"] = Loaded(session.review, None, changed=path)
    bench.answers.files[path.name] = anew
    bench.replies.on_changed = bench.replies.on_leaving_behind = True
    bench.gouji.desk.open(path.with_name("县.json"))
    qtbot.waitUntil(lambda: bench.gouji.desk.source is not None and bench.gouji.desk.source.path == path)


def test_a_changed_source_that_is_read_anew_is_kept_as_another_review(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    anew = changed({**BROKEN, str(NEW): 53}, path)
    bench = start()
    read_anew(bench, qtbot, path, anew)
    assert (bench.value(DONE), bench.value(NEW)) == (51, 53)
    bench.session.edit(NEW, 54)
    assert bench.session.is_kept
    bench = start("报告.txt", content=anew)
    assert (bench.value(DONE), bench.value(NEW)) == (51, 54)
    bench = start("报告.txt", content=loaded(BROKEN, text_source(tmp_path / "别处.txt")))
    assert (bench.value(DONE), bench.value(NEW)) == (51, 52)


def test_a_changed_source_that_was_corrected_before_loses_none_of_that(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    anew = changed(BROKEN, path)
    bench = start("报告.txt", content=anew)
    bench.session.edit(DOUBTFUL, 99)
    bench.do("close")
    read_anew(bench, qtbot, path, anew)
    assert (bench.value(DOUBTFUL), bench.value(DONE), bench.value(NEW)) == (99, 51, 52)
    assert "two places" in bench.window.banner.sentence.text()
    bench = start("报告.txt", content=anew)
    assert (bench.value(DOUBTFUL), bench.value(DONE), bench.value(NEW)) == (99, 51, 52)
