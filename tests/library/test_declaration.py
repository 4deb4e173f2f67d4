"""A file that does not say what it must is refused, with the right file and line."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest

from gouji.errors import DeclarationError
from gouji.library.declaration import Entry


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def read(path: Path) -> None:
    """Reads the kind of file that the cases below are written in, strictly."""
    entry = Entry.read(path)
    entry.text("name")
    entry.numbers("years")
    entry.flag("old")
    for shelf in entry.entries("shelf"):
        taken: set[str] = set()
        shelf.wordings("title")
        shelf.choice("colour", Colour, Colour.RED)
        for book in shelf.entries("books"):
            book.new_id(taken)
            book.texts("tags", [])
            book.close()
        shelf.close()
    entry.close()


GOOD = """\
name = "library"
years = [2021, 2025]

[[shelf]]
title.zh = "书架"
title.en = "Shelf"
books = [
    { id = "a", tags = ["x", "y"] },
    { id = "b" },
]

[[shelf]]
title.zh = "上层"
title.en = "Upper"
colour = "blue"
books = [
    { id = "a" },
]
"""

CASES = [
    ("name = ", "name == ", 1, "TOML"),
    ("name = ", "nam = ", 1, "unknown key 'nam', meant is 'name'"),
    ("name = ", "size = ", 1, "name is missing"),
    ('"library"', "7", 1, "name must be str, not 7"),
    ("[2021, 2025]", '[2021, "2025"]', 2, "years must hold int, not '2025'"),
    ("[2021, 2025]", "[2021, true]", 2, "years must hold int, not True"),
    ("years = [2021, 2025]", "years = [2021, 2025]\nold = 1", 3, "old must be bool"),
    ("title.zh", "title.cn", 5, "title in unknown language 'cn'"),
    ('title.en = "Shelf"', "", 5, "en is missing"),
    ('"Upper"', '"Upper"\ntitle.fr = "Haut"', 15, "title in unknown language 'fr'"),
    ('books = [\n    { id = "a", ', 'book = [\n    { id = "a", ', 7, "unknown key 'book'"),
    ('"x", "y"', '"x", 9', 8, "tags must hold str, not 9"),
    ('{ id = "b" }', '{ id = "a" }', 9, "id 'a' is declared twice"),
    ('{ id = "b" }', '{ id = "b", ] }', 9, "TOML"),
    ('{ id = "b" }', '{ tags = ["x"] }', 9, "id is missing"),
    ('{ id = "b" }', '{ id = "b", shut = true }', 9, "unknown key 'shut'"),
    ('colour = "blue"', 'colour = "green"', 15, "colour 'green' is none of red, blue"),
    ('    { id = "a" },\n]', '    { id = "a" },', 17, "TOML"),
]


@pytest.mark.parametrize(("good", "bad", "line", "problem"), CASES, ids=[case[1] for case in CASES])
def test_refusal_names_file_line_and_problem(
    good: str, bad: str, line: int, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "shelves.toml"
    assert GOOD.count(good) >= 1
    path.write_text(GOOD.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(DeclarationError) as caught:
        read(path)
    assert (caught.value.path, caught.value.details["line"]) == (path, line)
    if problem != "TOML":
        assert problem in str(caught.value.details["problem"])


def test_what_is_well_declared_is_read(tmp_path: Path) -> None:
    path = tmp_path / "shelves.toml"
    path.write_text(GOOD, encoding="utf-8")
    read(path)
