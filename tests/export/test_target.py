"""A target is written whole or not at all, and trouble with it is one plain sentence."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from gouji.errors import CannotWriteError, UnknownTargetError
from gouji.export import WRITERS, write, write_json
from gouji.export.target import Made, replace_file
from gouji.model.correction import Document
from gouji.model.review import Review
from gouji.reviewfile import read_review
from tests.export.reviews import corrected_handover, make_handover

ENDINGS = sorted(WRITERS)
OLD = b"what was there before"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that was there before, alone in its folder."""
    path = tmp_path / "out.xlsx"
    path.write_bytes(OLD)
    return path


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_pipe_or_a_device_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "out.json"
    os.mkfifo(pipe)
    with pytest.raises(CannotWriteError) as caught:
        make_handover().write(pipe)
    assert "管道" in caught.value.sentence("zh")
    assert pipe.is_fifo()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_written_and_nothing_else_left(ending: str, tmp_path: Path) -> None:
    target = corrected_handover().write(tmp_path / f"out{ending.upper()}")
    assert target.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [target]


def test_a_review_file_opens_again(tmp_path: Path) -> None:
    handover = corrected_handover()
    assert read_review(handover.write(tmp_path / "out.json")) == handover.review


def test_json_is_written_whatever_the_ending(tmp_path: Path) -> None:
    handover = make_handover()
    write_json(*handover, tmp_path / "out.gouji", "zh")
    assert read_review(tmp_path / "out.gouji") == handover.review


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownTargetError):
        make_handover().write(tmp_path / "out.xls")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("way", "cause"),
    [
        ("nowhere/out", "没有这个文件夹"),
        ("file/out", "没有这个文件夹"),
        ("folder", "它是文件夹"),
        ("长" * 100, "文件名太长"),
    ],
)
def test_what_is_no_place_for_a_file_is_named(way: str, cause: str, ending: str, tmp_path: Path) -> None:
    for name in (f"folder{ending}", "spare"):
        (tmp_path / name).mkdir()
    (tmp_path / "file").write_bytes(OLD)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CannotWriteError) as caught:
        make_handover().write(tmp_path / f"{way}{ending}")
    assert cause in caught.value.sentence("zh")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "no permission to write there"),
        (errno.EROFS, "the file or the disk is read-only"),
        (errno.EBUSY, "another program is using it"),
        (errno.ESTALE, "its disk or network folder is gone"),
        (errno.ENOTCONN, "its disk or network folder is gone"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
@pytest.mark.parametrize("moment", ["fsync", "rename"])
def test_trouble_on_the_way_leaves_the_old_file(
    number: int, cause: str, moment: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        if moment == "fsync":
            patched.setattr(os, "fsync", fail)
        else:
            patched.setattr(Path, "replace", fail)
        with pytest.raises(CannotWriteError) as caught:
            make_handover().write(target, "en")
    assert caught.value.details["cause"] == cause
    assert_untouched(target)


@pytest.mark.parametrize(
    ("number", "cause"),
    [(32, "another program is using it"), (53, "its disk or network folder is gone")],
)
def test_trouble_as_windows_tells_it(
    number: int, cause: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class WindowsError(OSError):
        winerror = number

    def fail(*_: object) -> NoReturn:
        raise WindowsError(errno.EACCES, "as Windows tells it")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        with pytest.raises(CannotWriteError) as caught:
            make_handover().write(target, "en")
    assert caught.value.details["cause"] == cause
    assert_untouched(target)


def test_an_interruption_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            make_handover().write(target)
    assert_untouched(target)


def test_what_does_not_read_back_is_not_put_in_place(target: Path) -> None:
    with pytest.raises(CannotWriteError) as caught:
        replace_file(target, Made(b"new", lambda _: False), "en")
    assert caught.value.details["cause"] == "what was read back is not what was written"
    assert_untouched(target)


def test_a_read_only_file_stays(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write everything, so that the question itself is answered here.
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda *_: False)
        with pytest.raises(CannotWriteError, match="read-only"):
            make_handover().write(target, "en")
    assert_untouched(target)


def test_the_source_is_never_written_over(target: Path) -> None:
    review = make_handover().review
    source = replace(review.document.report.source, sha256=hashlib.sha256(OLD).hexdigest())
    report = replace(review.document.report, source=source)
    with pytest.raises(CannotWriteError, match="source file under review"):
        write(Review(Document(report)), [], target, "en")
    assert_untouched(target)


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("link.xlsx")
    link.symlink_to(target)
    replace_file(link, Made(b"new", lambda _: True), "en")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_the_file_stays_as_open_to_others_as_it_was(target: Path) -> None:
    target.chmod(0o640)
    replace_file(target, Made(b"new", lambda _: True), "en")
    assert target.stat().st_mode & 0o777 == 0o640
