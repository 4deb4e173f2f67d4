"""Files and folders that a reviewer hands over, into the files that may be reports: bounded, never read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gouji.queue.entry import Entry, Stamp
from gouji.queue.queue import REVIEW_ENDING
from gouji.reviewfile import SCHEMA
from gouji.sources import READERS

MOST_FILES = 2_000
"""So many files are taken at once."""
MOST_LOOKED = 40_000
"""So many names are looked at."""
DEEPEST = 8
"""Folders within folders that are looked into."""
LETTERS = ("-问题清单", "-problems")
"""How the names end of what this program writes beside a report, to send it back."""
_HEAD = 256
"""Bytes of a review file in which its schema stands."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found, in the order in which it was handed over, folders by name."""

    entries: tuple[Entry, ...]
    is_whole: bool
    """False where there was more than is taken at once, or a folder could not be looked into."""
    asked: Path = Path()
    """The first that was handed over."""


@dataclass(slots=True)
class _Search:
    """How much may still be looked at."""

    names: int = MOST_LOOKED
    is_whole: bool = True
    found: dict[Path, Entry] = field(default_factory=dict)


def gather(paths: Iterable[Path]) -> Gathered:
    """The files among the paths, and those in the folders that a reader or we ourselves wrote.

    A file that is named is taken whatever it is: what is wrong with it will be told. Links to folders are
    not followed.
    """
    search = _Search()
    asked = list(paths)
    for path in asked:
        found = _in_folder(path, search, 0) if path.is_dir() else iter((path,))
        for each in found:
            if len(search.found) == MOST_FILES:
                return Gathered(tuple(search.found.values()), is_whole=False, asked=asked[0])
            search.found.setdefault(each, Entry(each, stamp_of(each)))
    return Gathered(tuple(search.found.values()), search.is_whole, next(iter(asked), Path()))


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def by_number(name: str) -> list[tuple[bool, int, str]]:
    """What sorts names as people do: 2 before 10, and both before letters."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return [(False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts]


def _in_folder(folder: Path, search: _Search, depth: int) -> Iterator[Path]:
    files, folders = _listed(folder, search)
    yield from _reports(files)
    for each in folders:
        if depth == DEEPEST or search.names <= 0:
            search.is_whole = False
            return
        yield from _in_folder(each, search, depth + 1)


def _listed(folder: Path, search: _Search) -> tuple[list[Path], list[Path]]:
    """Files and folders in a folder, each by name; what is hidden, or a program's own, is none."""
    files: list[Path] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as names:
            for each in names:
                search.names -= 1
                if search.names < 0:
                    search.is_whole = False
                    break
                if not each.name.startswith((".", "~$", "__MACOSX")):
                    is_folder = each.is_dir(follow_symlinks=False)
                    (folders if is_folder else files).append(Path(each.path))
    except OSError:
        search.is_whole = False
    for found in (files, folders):
        found.sort(key=lambda path: by_number(path.name))
    return files, folders


def _reports(files: Iterable[Path]) -> Iterator[Path]:
    """What may be a report; a review file stands for its source, since it says more."""
    files = list(files)
    reviews = {path.stem for path in files if path.suffix.lower() == REVIEW_ENDING and is_review_file(path)}
    for path in files:
        ending = path.suffix.lower()
        if ending == REVIEW_ENDING:
            is_report = path.stem in reviews
        else:
            is_report = ending in READERS and path.stem not in reviews and not path.stem.endswith(LETTERS)
        if is_report and path.is_file():
            yield path


def is_review_file(path: Path) -> bool:
    """Whether a file begins as our review files do."""
    try:
        with path.open("rb") as file:
            return SCHEMA.encode() in file.read(_HEAD)
    except OSError:
        return False
