"""Files and folders become the files of a queue."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from gouji.model.review import Review
from gouji.queue import gather as module
from gouji.queue.gather import Gathered, gather
from gouji.reviewfile import dumps, encode
from tests.factory import make_document


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def names(found: Gathered, folder: Path) -> list[str]:
    return [each.path.relative_to(folder).as_posix() for each in found.entries]


def test_a_folder_gives_what_can_be_read_by_name_numbers_as_numbers(tmp_path: Path) -> None:
    make(tmp_path, "10号.pdf", "2号.PDF", "a.docx", "县/b.html", "图.png", ".隐.pdf", "~$a.docx", "说明")
    make(tmp_path, "甲-问题清单.docx", "package.json")
    found = gather([tmp_path])
    assert names(found, tmp_path) == ["2号.PDF", "10号.pdf", "a.docx", "县/b.html"]
    assert found.is_whole


def test_a_file_that_is_named_is_taken_whatever_it_is_and_once(tmp_path: Path) -> None:
    make(tmp_path, "b.pdf", "a.png")
    paths = [tmp_path / "b.pdf", tmp_path / "a.png", tmp_path / "missing.pdf", tmp_path / "b.pdf"]
    found = gather(paths)
    assert names(found, tmp_path) == ["b.pdf", "a.png", "missing.pdf"]
    assert [each.stamp is not None for each in found.entries] == [True, True, False]


def test_a_review_file_stands_for_its_source(tmp_path: Path) -> None:
    make(tmp_path, "甲.pdf", "乙.pdf", "乙.json")
    (tmp_path / "甲.json").write_text(dumps(encode(Review(make_document()))), encoding="utf-8")
    assert names(gather([tmp_path]), tmp_path) == ["乙.pdf", "甲.json"]


def test_the_search_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, *(f"{number}.pdf" for number in range(9)))
    monkeypatch.setattr(module, "MOST_FILES", 5)
    found = gather([tmp_path])
    assert len(found.entries) == 5
    assert not found.is_whole
    monkeypatch.setattr(module, "MOST_FILES", 9)
    assert gather([tmp_path]).is_whole


def test_folders_are_looked_into_down_to_a_depth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DEEPEST", 2)
    make(tmp_path, "1/2/in.pdf", "1/2/3/out.pdf")
    found = gather([tmp_path])
    assert names(found, tmp_path) == ["1/2/in.pdf"]
    assert not found.is_whole


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "in/a.pdf")
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    assert names(gather([tmp_path]), tmp_path) == ["in/a.pdf"]


@pytest.mark.skipif(sys.platform == "win32" or not os.getuid(), reason="everything may be listed")
def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "closed/b.pdf")
    (tmp_path / "closed").chmod(0)
    found = gather([tmp_path])
    (tmp_path / "closed").chmod(0o700)
    assert names(found, tmp_path) == ["a.pdf"]
    assert not found.is_whole
