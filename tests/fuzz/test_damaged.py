"""Thousands of damaged files: each is read, marked or refused in words; nothing breaks or hangs.

A short run is part of every test run. The long one is had by ``pytest tests/fuzz -m long -s``; a case that
fails is had again by its name, such as ``.pdf 17``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from gouji.errors import GoujiError, ReaderStoppedError
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Cell, Reading
from gouji.worker import ReadingProcess
from tests.fuzz.mutation import mutated
from tests.fuzz.originals import originals
from tests.typeset import seeded

FEW, MANY = 20, 15_000
PATIENCE = 30.0
"""Seconds a file may take; on a quiet machine none takes three."""
ENDINGS = (".pdf", ".html", ".docx", ".xlsx", ".txt", ".json", ".mht")
FOUND = ((".txt", 1431),)
"""Cases of the long run that failed: a label put together of two lines, in a section's prose."""
_DIGITS = re.compile(r"[0-9]")


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    process = ReadingProcess(time_limit=PATIENCE)
    yield process
    process.stop()


def case(ending: str, number: int) -> bytes:
    """A damaged file, always the same one."""
    random = seeded(f"{ending} {number}")
    whole = originals()[ending]
    others = [content for contents in originals().values() for content in contents]
    return mutated(random.choice(whole), [*whole, random.choice(others)], random)


def outcome(process: ReadingProcess, path: Path) -> str:
    """What becomes of a file: read, marked, or refused by the name of the trouble."""
    answers: SimpleQueue[Loaded | GoujiError] = SimpleQueue()
    process.load(path, None, answers.put)
    found = answers.get(timeout=2 * PATIENCE)
    if isinstance(found, GoujiError):
        for language in ("zh", "en"):
            sentence = found.sentence(language)
            assert path.name in sentence
            assert "\n" not in sentence
        return type(found).__name__
    cells = found.review.document.report.cells.values()
    for cell in cells:
        assert found.view is None or _stands_where_it_says(cell, found.view), f"{path.name}: {cell}"
    return "read" if all(cell.reading is Reading.CLEAR for cell in cells) else "marked"


def _stands_where_it_says(cell: Cell, view: SourceView) -> bool:
    """Whether a figure that counts as sure is printed, in the lines that the desk shows, where it says."""
    if cell.reading is not Reading.CLEAR or cell.provenance is None or view.lines is None:
        return True
    box = cell.provenance.box
    shown = view.lines[int(box.top)][int(box.x0) : int(box.x1)]
    return _DIGITS.findall(shown) == _DIGITS.findall(cell.raw or "") and "\ufffd" not in shown


def run(process: ReadingProcess, folder: Path, ending: str, numbers: range) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    for number in numbers:
        path = folder / f"{ending[1:]} {number}{ending}"
        path.write_bytes(case(ending, number))
        found = outcome(process, path)
        assert found != ReaderStoppedError.__name__, f"{ending} {number} stopped the reading process"
        outcomes[found] += 1
        path.unlink()
    return outcomes


@pytest.mark.parametrize("ending", ENDINGS)
def test_whole_files_are_read(process: ReadingProcess, tmp_path: Path, ending: str) -> None:
    for number, content in enumerate(originals()[ending]):
        path = tmp_path / f"{number}{ending}"
        path.write_bytes(content)
        assert outcome(process, path) in ("read", "marked")


@pytest.mark.parametrize("ending", ENDINGS)
def test_some_damaged_files(process: ReadingProcess, tmp_path: Path, ending: str) -> None:
    run(process, tmp_path, ending, range(FEW))


@pytest.mark.parametrize(("ending", "number"), FOUND)
def test_those_that_once_stopped_the_reading_process(
    process: ReadingProcess, tmp_path: Path, ending: str, number: int
) -> None:
    run(process, tmp_path, ending, range(number, number + 1))


@pytest.mark.long
@pytest.mark.parametrize("ending", ENDINGS)
def test_many_damaged_files(process: ReadingProcess, tmp_path: Path, ending: str) -> None:
    outcomes = run(process, tmp_path, ending, range(MANY // len(ENDINGS) + 1))
    print(f"\n{ending}: {dict(outcomes.most_common())}")  # noqa: T201 -- what the long run is for
