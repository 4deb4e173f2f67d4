"""The long run, which is left out unless asked for: ``pytest -m long tests/generated``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generated.excuses import GLUED
from tests.generated.long_run import run, seeds, table
from tests.generated.producers import all_producers

KEPT = Path(__file__).parents[2] / "build" / "generated"
LEAST_RATE = 0.999
LEAST_RATE_GLUED = 0.99
"""Rows of short figures now and then have several cuts that keep all sums; those are marked."""


@pytest.mark.long
def test_thousands_of_reports_are_read_right_or_marked(capsys: pytest.CaptureFixture[str]) -> None:
    rows = run(seeds(), KEPT)
    with capsys.disabled():
        print(f"\n{table(rows)}\nFailures are kept in {KEPT}")  # noqa: T201 -- the table is what the run is for
    producers = all_producers()
    assert not {name: row.silent for name, row in rows.items() if row.silent}
    least = {
        name: LEAST_RATE_GLUED if name in GLUED else LEAST_RATE for name in rows if not producers[name].scan
    }
    assert not {name: f"{rows[name].rate:.3%}" for name, rate in least.items() if rows[name].rate < rate}
