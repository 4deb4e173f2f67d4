"""The long run: thousands of reports, each printed in one of all ways, and a table of how they were read."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.generated.producers import all_producers
from tests.generated.trial import Trial, attempt
from tests.typeset import seeded

HEAD = (
    f"{'producer':20}{'reports':>8}{'cells':>9}{'right':>9}{'marked':>8}{'silent':>7}{'rate':>9}"
    f"{'excused':>9}{'rate of the others':>20}"
)
MOST_KEPT = 20
"""So many failures of one producer are kept as files."""


@dataclass
class Row:
    """How the reports of one producer were read."""

    reports: int = 0
    cells: int = 0
    right: int = 0
    marked: int = 0
    silent: int = 0
    excused: int = 0
    """Reports under disguises that nobody sees through."""
    asked: int = 0
    """Cells of the other reports."""
    lost: int = 0
    """Those of them that were not read right."""

    def add(self, trial: Trial) -> None:
        self.reports += 1
        self.cells += trial.verdict.cells
        self.right += trial.verdict.right
        self.marked += len(trial.verdict.marked)
        self.silent += len(trial.verdict.silent)
        self.excused += bool(trial.excuse)
        self.asked += 0 if trial.excuse else trial.verdict.cells
        self.lost += trial.lost + (0 if trial.excuse else len(trial.verdict.silent))

    @property
    def rate(self) -> float:
        """Share of the cells that were read right, of reports that can be read whole."""
        return 1 - self.lost / max(self.asked, 1)


def seeds() -> Iterator[int]:
    """The seeds of this process: of `GOUJI_REPORTS` from `GOUJI_SEED` on the share `GOUJI_SHARD`, as 0/2."""
    first, count = int(os.environ.get("GOUJI_SEED", "0")), int(os.environ.get("GOUJI_REPORTS", "10000"))
    share, shares = map(int, os.environ.get("GOUJI_SHARD", "0/1").split("/"))
    yield from range(first + share, first + count, shares)


def run(seeds: Iterable[int], kept: Path) -> dict[str, Row]:
    """The rows by producer; `GOUJI_PRODUCERS` names some of them, else all are chosen from by weight.

    Failures are kept in a folder each: the file, and in words what was wrong with what habits.
    """
    producers = all_producers()
    named = os.environ.get("GOUJI_PRODUCERS")
    names = named.split(",") if named else list(producers)
    weights = [producers[name].weight for name in names]
    rows: dict[str, Row] = defaultdict(Row)
    failures: dict[str, int] = defaultdict(int)
    with TemporaryDirectory() as folder:
        for seed in seeds:
            name = seeded(seed).choices(names, weights)[0]
            trial = attempt(name, producers[name], seed, Path(folder))
            rows[name].add(trial)
            if trial.verdict.silent or (trial.lost and failures[name] < MOST_KEPT):
                failures[name] += 1
                _keep(trial, kept)
    return dict(sorted(rows.items()))


def _keep(trial: Trial, kept: Path) -> None:
    kind = "silent" if trial.verdict.silent else "lost"
    folder = kept / f"{kind} {trial.producer.replace(':', '')} {trial.seed}"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(trial.path, folder / trial.path.name)
    (folder / "habits.txt").write_text(f"{trial}\n", encoding="utf-8")


def table(rows: dict[str, Row]) -> str:
    """The rows in words."""
    lines = [HEAD]
    for name, row in rows.items():
        lines.append(
            f"{name:20}{row.reports:8}{row.cells:9}{row.right:9}{row.marked:8}{row.silent:7}"
            f"{row.right / max(row.cells, 1):9.3%}{row.excused:9}{row.rate:20.4%}"
        )
    return "\n".join(lines)
