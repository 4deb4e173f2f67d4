"""The real reports this program is measured by, where they are at hand."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from gouji.extraction import extract
from gouji.model.report import Reading
from gouji.sources import read

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
SILENT = (Reading.CLEAR, Reading.BLANK)
WHOLE = (
    "000_1776bedf71b7910d",
    "001_d028c3917ff344aa",
    "002_3f5f08638fb4a4d2",
    "003_cad4fa3e014eb2f3",
    "004_2f76d07078775984",
)
IN_DISORDER = ("pingtan_2021", "pingtan_2024", "shanghai_office_2025")
"""Figures glued together, or fallen out of their rows."""
PAGES = ("shanghai_office_2019", "shuyang_fgj_2023")

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the repository")


def wrong_cells(name: str, ending: str = ".txt") -> tuple[list[str], list[str]]:
    """The cells read wrongly, and those of them that are not marked."""
    truth = json.loads((SAMPLES / "truth" / f"{name}.json").read_text("utf-8"), parse_float=Decimal)
    report = extract(read(SAMPLES / f"{name}{ending}"))
    assert (report.form.id, report.year) == (truth["form"], truth["year"])
    cells = {str(address): cell for address, cell in report.cells.items()}
    wrong = [address for address, value in truth["cells"].items() if cells[address].value != value]
    return wrong, [address for address in wrong if cells[address].reading in SILENT]


@pytest.mark.parametrize("name", WHOLE)
def test_numbered_samples_are_read_whole(name: str) -> None:
    assert wrong_cells(name) == ([], [])


@pytest.mark.parametrize("name", PAGES)
def test_web_pages_are_read_whole(name: str) -> None:
    assert wrong_cells(name, ".html") == ([], [])
    truth = json.loads((SAMPLES / "truth" / f"{name}.json").read_text("utf-8"))
    report = extract(read(SAMPLES / f"{name}.html"))
    assert report.unit == truth["unit"]
    doubtful = [address for address, cell in report.cells.items() if cell.reading is Reading.DOUBTFUL]
    assert len(doubtful) <= 1


def test_units_are_those_of_the_truth() -> None:
    for name in WHOLE:
        truth = json.loads((SAMPLES / "truth" / f"{name}.json").read_text("utf-8"))
        assert extract(read(SAMPLES / f"{name}.txt")).unit == truth["unit"]


@pytest.mark.parametrize("name", IN_DISORDER)
def test_samples_in_disorder_are_read_whole_too(name: str) -> None:
    assert wrong_cells(name) == ([], [])


@pytest.mark.parametrize(("name", "clear"), list(zip(IN_DISORDER, (160, 175, 140), strict=True)))
def test_most_of_what_is_in_disorder_is_proved(name: str, clear: int) -> None:
    cells = extract(read(SAMPLES / f"{name}.txt")).cells.values()
    assert sum(cell.reading is Reading.CLEAR for cell in cells) >= clear


def test_figures_that_fell_out_of_their_rows_are_marked() -> None:
    report = extract(read(SAMPLES / "shanghai_office_2025.txt"))
    cells = {str(address): cell for address, cell in report.cells.items()}
    cell = cells["proactive.normative_documents.repealed"]
    assert (cell.value, cell.reading, cell.raw) == (55, Reading.DOUBTFUL, "55\n（含自然失效 29 件）")
    assert cells["proactive.regulations.repealed"].reading is Reading.DOUBTFUL


def test_lost_totals_are_missing_and_their_rows_marked() -> None:
    report = extract(read(SAMPLES / "000_1776bedf71b7910d.txt"))
    cells = {str(address): cell for address, cell in report.cells.items()}
    assert cells["requests.granted.total"].reading is Reading.MISSING
    assert cells["requests.granted.natural_person"].reading is Reading.DOUBTFUL
    assert sum(cell.reading is Reading.MISSING for cell in report.cells.values()) == 19
    assert cells["requests.new.total"].reading is Reading.CLEAR
