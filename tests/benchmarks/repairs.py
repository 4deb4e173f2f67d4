"""How often the true repair is found first: ``python -m tests.benchmarks.repairs [REPORTS [SEED]]``.

Reports with balanced figures, of all three forms and of all sizes, get one, two or three slips
(`tests/slips.py`). The true repair takes back just these. For each number of slips a line tells

* *smallest*: the share of reports in which no smaller set of changes keeps every equation. In the others
  the equations point away from the truth: a smaller story exists, and none can tell that it is not true;
* *determined*: the share in which, besides, no other set of the same size could have come of as many slips
  of these kinds. In the others nothing but chance tells them apart, as where three cases were counted in
  the wrong column: every row that has three of them tells the same story;
* how often the true repair stands *first*, or among the *first three*, of those that are determined, with
  the targets; and the same of those in which it is only one of the smallest;
* the processor time that all repairs of a report take, median and longest.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from statistics import median, quantiles
from time import process_time

from gouji.checking import check
from gouji.library import forms, rules_for
from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.report import Number
from gouji.model.suggestion import Suggestion
from gouji.repair import repairs, suggest
from tests.balanced import balanced_figures
from tests.factory import BLANK, Figure, make_document
from tests.slips import Figures, Planted, could_be_planted, plant
from tests.typeset import seeded

REPORTS = 2000
SIZES = (9, 99, 999, 9_999, 99_999)
ZEROS = (0.0, 0.3, 0.6, 0.85)
TARGETS = {1: (95, 99), 2: (85, 95), 3: (70, 85)}
"""For each number of slips: how often the true repair must be first, and in the first three, in percent."""
FIRST_FEW = 3
LIMITS = {"one cell": 5, "two cells": 50, "three cells and more": 500}
"""How many milliseconds a search may take, by the cells that the repair needs in one table."""
HEAD = (
    "slips  reports │   smallest      first  first three │ determined      first"
    "          first three         │     ms  longest"
)


@dataclass(frozen=True)
class Case:
    """A report with slips in it, and what it should say."""

    form: Form
    right: Figures
    slips: list[Planted]

    @cached_property
    def document(self) -> Document:
        figures: dict[str, Figure] = {str(address): value for address, value in self.right.items()}
        for slip in self.slips:
            figures |= {str(each): BLANK if value is None else value for each, value in slip.changes.items()}
        return make_document(self.form.id, figures)

    def truth(self, table: str) -> dict[Address, Number]:
        """The right figures of what is wrong in a table."""
        return {each: self.right[each] for slip in self.slips for each in slip.changes if each.table == table}


@dataclass
class Tally:
    """What came of the cases with one number of slips."""

    counts: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)

    def share(self, name: str, of: str) -> str:
        """In percent."""
        return f"{100 * self.counts[name] / max(1, self.counts[of]):8.1f} %"


def draw(number: int, seed: str) -> Case:
    """A case; the same for the same number and seed."""
    random = seeded(f"{seed} {number}")
    form = forms()[number % len(forms())]
    printed = balanced_figures(form, random, largest=random.choice(SIZES), zeros=random.choice(ZEROS))
    right = {address: int(text) for address, text in printed.items() if "." not in text}
    return Case(form, right, plant(form, right, random, 1 + number // len(forms()) % len(TARGETS)))


def judge(case: Case, found: list[list[Suggestion]]) -> Iterator[str]:
    """What is to be counted of a case."""
    yield "all"
    tables = {next(iter(table[0].values)).table: table for table in found if table}
    wrong = {address.table for slip in case.slips for address in slip.changes}
    if wrong != tables.keys() or any(_is_undercut(case, name, table) for name, table in tables.items()):
        return
    place = prod(_place(case.truth(name), table) for name, table in tables.items())
    rivals = any(_has_rival(case, name, table) for name, table in tables.items())
    for kind in ("smallest",) if rivals else ("smallest", "determined"):
        yield kind
        if place == 1:
            yield f"{kind} first"
        if place <= FIRST_FEW:
            yield f"{kind} first three"


def _is_undercut(case: Case, name: str, table: list[Suggestion]) -> bool:
    """Whether fewer changes than the true ones keep every equation of the table."""
    return len(table[0].values) < len(case.truth(name))


def _place(truth: dict[Address, Number], table: list[Suggestion]) -> int:
    """The place of the true repair in the list, beginning with 1."""
    places = (place for place, each in enumerate(table, 1) if dict(each.values) == truth)
    return next(places, len(table) + FIRST_FEW)


def _has_rival(case: Case, name: str, table: list[Suggestion]) -> bool:
    """Whether another repair of the table would take as many slips back."""
    count = sum(next(iter(slip.changes)).table == name for slip in case.slips)
    for other in table:
        if dict(other.values) != case.truth(name):
            right = dict(case.right)
            right |= {each: int(case.document.value(each) or 0) for each in case.truth(name)}
            right |= {each: int(value) for each, value in other.values.items()}
            wrong = {each: _whole(case.document.value(each)) for each in other.values}
            if could_be_planted(case.form, right, wrong, count):
                return True
    return False


def _whole(value: Number | None) -> int | None:
    return None if value is None else int(value)


def main(reports: int = REPORTS, seed: str = "reports with slips") -> None:
    """Print a line for each number of slips, and one for what takes how long."""
    tallies = {count: Tally() for count in TARGETS}
    times: dict[str, list[float]] = {name: [] for name in LIMITS}
    for number in range(reports):
        case = draw(number, seed)
        found, elapsed = _timed(case, times)
        tally = tallies[len(case.slips)]
        tally.times.append(elapsed)
        tally.counts.update(judge(case, found))
    print(HEAD)  # noqa: T201 -- what a benchmark is for
    for count, tally in tallies.items():
        _print(count, tally)
    for name, each in times.items():
        ninety_nine = quantiles(each, n=100)[98]
        line = f"{name}: median {median(each):.1f} ms, 99 % within {ninety_nine:.1f}, longest {max(each):.1f}"
        print(f"{line} (≤ {LIMITS[name]})")  # noqa: T201 -- what a benchmark is for


def _timed(case: Case, times: dict[str, list[float]]) -> tuple[list[list[Suggestion]], float]:
    """The repairs of a case, and how many milliseconds they took; kept apart by what they took it for."""
    rules = rules_for(case.form.id)
    for finding in [each for each in check(case.document, rules) if each.equation is not None][:1]:
        start = process_time()
        suggest(finding, case.document, rules)
        times["one cell"].append(1000 * (process_time() - start))
    start = process_time()
    found = list(repairs(case.document, rules))
    elapsed = 1000 * (process_time() - start)
    most = max((len(table[0].values) for table in found), default=1)
    if most > 1:
        times["two cells" if most == 2 else "three cells and more"].append(elapsed)
    return found, elapsed


def _print(count: int, tally: Tally) -> None:
    first, three = TARGETS[count]
    print(  # noqa: T201 -- what a benchmark is for
        f"{count:5} {tally.counts['all']:8} │ {tally.share('smallest', 'all')}"
        f" {tally.share('smallest first', 'smallest')} {tally.share('smallest first three', 'smallest')}"
        f" │ {tally.share('determined', 'all')}"
        f" {tally.share('determined first', 'determined')} (≥ {first} %)"
        f" {tally.share('determined first three', 'determined')} (≥ {three} %)"
        f" │ {median(tally.times):6.1f} {max(tally.times):8.0f}"
    )


if __name__ == "__main__":
    main(*(int(each) if each.isdigit() else each for each in sys.argv[1:3]))  # type: ignore[arg-type]
