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

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the repository")


def wrong_cells(name: str) -> tuple[list[str], list[str]]:
    """The cells read wrongly, and those of them that are not marked."""
    truth = json.loads((SAMPLES / "truth" / f"{name}.json").read_text("utf-8"), parse_float=Decimal)
    report = extract(read(SAMPLES / f"{name}.txt"))
    assert (report.form.id, report.year) == (truth["form"], truth["year"])
    cells = {str(address): cell for address, cell in report.cells.items()}
    wrong = [address for address, value in truth["cells"].items() if cells[address].value != value]
    return wrong, [address for address in wrong if cells[address].reading in SILENT]


@pytest.mark.parametrize("name", WHOLE)
def test_numbered_samples_are_read_whole(name: str) -> None:
    assert wrong_cells(name) == ([], [])


def test_units_are_those_of_the_truth() -> None:
    for name in WHOLE:
        truth = json.loads((SAMPLES / "truth" / f"{name}.json").read_text("utf-8"))
        assert extract(read(SAMPLES / f"{name}.txt")).unit == truth["unit"]


def test_a_dump_in_disorder_is_marked() -> None:
    wrong, silent = wrong_cells("shanghai_office_2025")
    assert len(wrong) <= 4
    assert silent == []


def test_lost_totals_are_missing_and_their_rows_marked() -> None:
    report = extract(read(SAMPLES / "000_1776bedf71b7910d.txt"))
    cells = {str(address): cell for address, cell in report.cells.items()}
    assert cells["requests.granted.total"].reading is Reading.MISSING
    assert cells["requests.granted.natural_person"].reading is Reading.DOUBTFUL
    assert sum(cell.reading is Reading.MISSING for cell in report.cells.values()) == 19
    assert cells["requests.new.total"].reading is Reading.CLEAR
