"""Text files in the encodings that offices use, and what is no text."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.errors import (
    DamagedFileError,
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    GoujiError,
    IsFolderError,
    NotAFileError,
    UnknownFormatError,
)
from gouji.library import forms
from gouji.sources import LARGEST_FILE, read
from tests.typeset import draw_figures, seeded, typeset

REPORT = "\n".join(typeset(forms()[0], draw_figures(forms()[0], seeded(7)), "tabs"))


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_every_encoding_gives_the_same_lines(tmp_path: Path, codec: str, name: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode(codec))
    opened = read(path)
    assert opened.lines == tuple(REPORT.split("\n"))
    assert opened.source.encoding == name
    assert (opened.source.media_type, opened.source.pages) == ("text/plain", 1)
    assert opened.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_keep_everything_but_their_ends(tmp_path: Path, end: str) -> None:
    lines = ("\ta\u3000", "", " b\x0cc\u2028d", "|||", "")
    path = tmp_path / "lines.md"
    path.write_bytes(end.join(lines).encode())
    opened = read(path)
    assert opened.lines == lines
    assert opened.source.media_type == "text/markdown"
    assert (opened.pages[0].width, opened.pages[0].height) == (6, 5)


def test_a_broken_character_does_not_cost_the_file(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes(REPORT.encode()[:-1] + b"\xe4")
    assert read(path).source.encoding == "utf-8"
    path.write_bytes(REPORT.encode() + b"\0")
    assert read(path).source.encoding == "utf-8"


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 40, b"\x7fELF" + b"\0" * 4000, b"\0", b"\1\2 x" * 99]
)
def test_what_is_no_text_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rubbish.txt"
    path.write_bytes(content)
    with pytest.raises(DamagedFileError, match="TXT"):
        read(path)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    try:
        assert read(path).lines is not None
    except GoujiError as error:
        assert path.name in error.sentence("zh")  # noqa: PT017 -- whichever trouble it is, it has a sentence


def test_what_is_no_file_to_read_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    large = tmp_path / "large.txt"
    large.touch()
    os.truncate(large, LARGEST_FILE + 1)
    other = tmp_path / "report.wps"
    other.write_text("x", encoding="utf-8")
    fifo = tmp_path / "fifo.txt"
    os.mkfifo(fifo)
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    for path, trouble in (
        (tmp_path, IsFolderError),
        (tmp_path / "absent.txt", FileMissingError),
        (empty / "below.txt", FileMissingError),
        (fifo, NotAFileError),
        (loop, FileMissingError),
        (empty, EmptyFileError),
        (large, FileTooLargeError),
        (other, UnknownFormatError),
    ):
        with pytest.raises(trouble):
            read(path)
