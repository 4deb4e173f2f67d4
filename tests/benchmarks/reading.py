"""How fast reports are read, as ratios of one run: ``python -m tests.benchmarks.reading [FILE ...]``.

PDFs are compared with `pdfplumber.extract_tables` (the target is 0.15) and with our own reading of pdfium's
characters and ruling lines alone (1.5). A text is to be read in 5 ms. Without files the examples are read.

Times are those of the processor, the least of several rounds in which all take turns, so that other work on
the machine weighs on all alike.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

import pdfplumber

from gouji.checking import check
from gouji.library import rules_for
from gouji.loader import load
from gouji.resources import resource
from gouji.sources import read

ROUNDS = 9
SLOW_ROUNDS = 2
"""Of what takes many times longer than all else."""


def milliseconds(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The least time of each work, after all were done once to warm up."""
    for work in works:
        work()
    least = [float("inf")] * len(works)
    for _ in range(rounds):
        for index, work in enumerate(works):
            start = process_time()
            work()
            least[index] = min(least[index], process_time() - start)
    return [each * 1000 for each in least]


def checked_report(path: Path) -> object:
    document = load(path).review.document
    return check(document, rules_for(document.report.form.id))


def plumbed_tables(path: Path) -> object:
    with pdfplumber.open(path) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def pdf_ratios(path: Path) -> tuple[float, float]:
    """Of a PDF: to pdfplumber, and to its characters and rulings."""
    ours, marks = milliseconds(partial(checked_report, path), partial(read, path))
    (tables,) = milliseconds(partial(plumbed_tables, path), rounds=SLOW_ROUNDS)
    ratios = ours / tables, ours / marks
    print(f"{path.name:32} checked report {ours:6.1f} ms   {_told(*ratios)}")  # noqa: T201 -- a benchmark
    return ratios


def _told(tables: float, marks: float) -> str:
    return f"pdfplumber × {tables:.3f}   characters and rulings × {marks:.2f}"


def text_time(path: Path) -> float:
    """Milliseconds of anything but a PDF."""
    (ours,) = milliseconds(partial(checked_report, path))
    print(f"{path.name:32} checked report {ours:6.1f} ms")  # noqa: T201 -- as above
    return ours


def main(paths: list[Path]) -> None:
    """Print a line a file, and the medians."""
    logging.disable()
    paths = paths or sorted(resource("examples").iterdir())
    ratios = [pdf_ratios(path) for path in paths if path.suffix == ".pdf"]
    times = [text_time(path) for path in paths if path.suffix != ".pdf"]
    if ratios:
        tables, marks = (median(each) for each in zip(*ratios, strict=True))
        print(f"median of {len(ratios)} PDFs: {_told(tables, marks)}; targets 0.15 and 1.5")  # noqa: T201 -- as above
    if times:
        print(f"median of {len(times)} others: {median(times):.1f} ms, longest {max(times):.1f}; target 5")  # noqa: T201 -- as above


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
