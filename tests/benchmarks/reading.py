"""How fast reports are read, as ratios of one run: ``python -m tests.benchmarks.reading [FILE ...]``.

PDFs are compared with `pdfplumber.extract_tables` and with reading pdfium's characters and ruling lines
alone; the targets are 0.15 and 1.5. Without files the example is read.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pdfplumber

from gouji.checking import check
from gouji.library import rules_for
from gouji.loader import load
from gouji.resources import resource
from gouji.sources.pdf import read_pdf

ROUNDS = 9


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of the work, after it was done once to warm up."""
    work()
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times) * 1000


def checked_report(path: Path) -> object:
    document = load(path).review.document
    return check(document, rules_for(document.report.form.id))


def plumbed_tables(path: Path) -> object:
    with pdfplumber.open(path) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def main(paths: list[Path]) -> None:
    """Print a line a file."""
    logging.disable()
    for path in paths or sorted(resource("examples").iterdir()):
        ours = milliseconds(partial(checked_report, path))
        line = f"{path.name:32} checked report {ours:6.1f} ms"
        if path.suffix == ".pdf":
            marks = milliseconds(partial(read_pdf, path))
            tables = milliseconds(partial(plumbed_tables, path), rounds=1)
            line += f"   pdfplumber × {ours / tables:.3f}   characters and rulings × {ours / marks:.2f}"
        print(line)  # noqa: T201 -- what a benchmark is for


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
