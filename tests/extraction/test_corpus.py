"""Every case of tests/corpus: a source and what must be read from it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gouji.extraction import extract
from gouji.model.form import Address
from gouji.model.report import Cell, Number, Reading
from gouji.sources import read

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "corpus").glob("*/expected.toml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text("utf-8"), parse_float=Decimal)
    report = extract(read(next(case.glob("source.*"))))
    told = {"form": report.form.id, "unit": report.unit, "year": report.year}
    cells, promised = expected.pop("cells", {}), expected.pop("promised", {})
    assert {key: told[key] for key in expected} == expected
    for name, wanted in cells.items():
        assert as_told(report.cells[Address.parse(name)]) == wanted, name
    wrong = [
        name for name, printed in promised.items() if not is_kept(report.cells[Address.parse(name)], printed)
    ]
    assert wrong == []


def is_kept(cell: Cell, printed: Number | str) -> bool:
    """Whether the figure is the printed one, or marked; `""` is printed where there is none."""
    value = cell.value if cell.value is not None else ""
    return value == printed or cell.reading in {Reading.DOUBTFUL, Reading.MISSING}


def as_told(cell: Cell) -> list[Any]:
    """The cell as the cases write it."""
    told: list[Any] = [cell.value if cell.value is not None else "", cell.reading.value]
    return [*told, cell.doubt.name] if cell.doubt else told
