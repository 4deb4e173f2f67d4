"""A file is opened in one place, at once or not at all, and closed by whoever opened it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gouji.errors import FileMissingError, IsFolderError, NotAFileError
from gouji.sources import file as opening
from gouji.sources.file import open_file, opened


def test_its_content_is_read_from_wherever_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"0123456789")
    with open_file(path) as file:
        assert (file.path, file.size) == (path, 10)
        assert file.content() == b"0123456789"
        assert file.content(3) == b"012"
        assert file.content(3, 8) == b"89"
        assert file.content(start=4) == b"456789"


def test_what_was_opened_here_is_closed_here(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    with opened(tmp_path / "a.txt") as file:
        with opened(file) as same:
            assert same is file
        assert file.content() == b"x"
    with pytest.raises(ValueError, match="closed"):
        file.content()


def test_another_of_its_folder_is_opened_by_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    with open_file(tmp_path / "a.txt") as file:
        with file.beside("b.txt") as other:
            assert other.content() == b"b.txt"
        for name in ("", ".", "..", "none.txt"):
            with pytest.raises((FileMissingError, IsFolderError)):
                file.beside(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system knows no pipes by name")
def test_a_pipe_that_came_in_its_place_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.touch()

    def exchange(path: str, flags: int) -> int:
        Path(path).unlink()
        os.mkfifo(path)
        return opening_at_once(path, flags)

    opening_at_once = opening._open_at_once
    monkeypatch.setattr(opening, "_open_at_once", exchange)
    with pytest.raises(NotAFileError):
        open_file(path)
