"""Last year's report is found beside this year's: the right one, within bounds, or none."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from gouji.loader import load
from gouji.model.comparison import Reference
from gouji.model.report import Report
from gouji.resources import folder
from gouji.reviewfile import dumps, encode
from gouji.sources.file import open_file
from gouji.worker import ReadingProcess
from gouji.worker.candidates import MOST_READ, candidates
from gouji.worker.neighbour import find_previous
from tests.worker.asking import PATIENCE

TEXT = next((folder() / "examples").glob("*.txt")).read_text(encoding="utf-8")
NAME = "白鹭区自然资源和规划局"
UNIT = f"云汀市{NAME}"
YEAR = 2025


def of_year(year: int, unit: str = NAME) -> str:
    """The example as it might have been in another year, or of another unit."""
    later = TEXT.replace("2026", "later").replace("2025", str(year)).replace("later", str(year + 1))
    return later.replace(NAME, unit)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The report on the desk, in a folder of its own."""
    path = tmp_path / f"{NAME}2025年年报.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def previous(here: Path, *recent: Path) -> Reference | None:
    with ExitStack() as stack:
        files = [stack.enter_context(open_file(path)) for path in candidates(here, UNIT, YEAR, recent)]
        return find_previous(files, UNIT, YEAR)


def found(here: Path, *recent: Path) -> str | None:
    reference = previous(here, *recent)
    assert reference is None or (reference.year, reference.unit) == (YEAR - 1, UNIT)
    return None if reference is None else reference.name


def test_the_report_of_the_year_before_is_found(here: Path) -> None:
    assert found(here) is None
    here.with_name(f"{NAME}2024年年报.txt").write_text(of_year(2024), encoding="utf-8")
    assert found(here) == f"{NAME}2024年年报.txt"


@pytest.mark.parametrize("name", ["2024.txt", f"上一年-{NAME}.txt", "２０２４年.txt"])
def test_its_name_need_only_say_the_year_or_the_unit(here: Path, name: str) -> None:
    here.with_name(name).write_text(of_year(2024), encoding="utf-8")
    assert found(here) == name


@pytest.mark.parametrize(("year", "unit"), [(2023, NAME), (2025, NAME), (2024, "青禾区自然资源和规划局")])
def test_one_of_another_year_or_unit_is_none_whatever_its_name(here: Path, year: int, unit: str) -> None:
    here.with_name(f"{NAME}2024年年报.txt").write_text(of_year(year, unit), encoding="utf-8")
    assert found(here) is None


def test_files_that_cannot_be_read_are_passed_over(here: Path) -> None:
    here.with_name(f"{NAME}2024年年报.pdf").write_bytes(b"%PDF-1.7 broken")
    here.with_name("2024.json").write_text("{}", encoding="utf-8")
    here.with_name("2024").mkdir()
    here.with_name(f"2024 {NAME}.txt").write_text(of_year(2024), encoding="utf-8")
    assert found(here) == f"2024 {NAME}.txt"


def test_a_review_of_it_comes_before_the_report_itself(here: Path, tmp_path: Path) -> None:
    source = here.with_name(f"{NAME}2024年年报.txt")
    source.write_text(of_year(2024), encoding="utf-8")
    review = load(source).review
    renamed = replace(
        review.document.report, source=replace(review.document.report.source, name="reviewed.txt")
    )
    document = replace(review.document, report=renamed)
    source.with_suffix(".json").write_text(
        dumps(encode(replace(review, document=document))), encoding="utf-8"
    )
    assert found(here) == "reviewed.txt"
    assert tmp_path == here.parent


def test_what_was_opened_lately_is_looked_at_too(here: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    lately = other / "年报.txt"
    lately.write_text(of_year(2024), encoding="utf-8")
    assert found(here) is None
    assert found(here, lately, other / "gone.txt", here) == "年报.txt"


def test_the_likeliest_names_come_first_and_few_are_read(here: Path) -> None:
    for number in range(3 * MOST_READ):
        here.with_name(f"{number:02} 2024.txt").touch()
        here.with_name(f"{number:02}.txt").touch()
    for name in (f"{NAME}2024年年报.txt", f"2024{UNIT}.txt", "旧.json"):
        here.with_name(name).touch()
    names = [path.name for path in candidates(here, UNIT, YEAR, [])]
    assert names[:2] == [f"{NAME}2024年年报.txt", f"2024{UNIT}.txt"]
    assert len(names) == MOST_READ
    assert all("2024" in name for name in names)


def test_a_report_that_does_not_say_whose_it_is_has_no_neighbour(here: Path) -> None:
    here.with_name("2024.txt").write_text(of_year(2024), encoding="utf-8")
    with open_file(here.with_name("2024.txt")) as file:
        assert find_previous([file], None, YEAR) is None
        assert find_previous([file], UNIT, None) is None
        assert find_previous([file], UNIT, YEAR) is not None


def asked(process: ReadingProcess, path: Path, report: Report) -> Any:
    answers: Queue[Any] = Queue()
    process.find_previous(path, report, [], answers.put)
    return answers.get(timeout=PATIENCE)


def test_it_comes_out_of_the_process_as_it_was_found_there(process: ReadingProcess, here: Path) -> None:
    report = load(here).review.document.report
    assert (report.unit, report.year) == (UNIT, YEAR)
    assert asked(process, here, report) is None
    here.with_name("2024.txt").write_text(of_year(2024), encoding="utf-8")
    assert asked(process, here, report) == previous(here)
