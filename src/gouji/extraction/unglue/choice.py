"""Which cut of glued figures is the right one: the sums of its row tell, then those of the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from gouji.extraction.binding.runs import Run
from gouji.extraction.proof.sums import column_sums, row_sums
from gouji.extraction.unglue.combination import Figures, agreed, combined, numbered, shift
from gouji.extraction.unglue.cuts import Cut, chained_cuts, expected_cuts, free_cuts, likeliest
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.rule import Equation

MOST_COMBINATIONS = 512
"""So many combinations of other rows are tried to find what they leave for one."""


@dataclass(slots=True)
class Choice:
    """The ways to cut a run, and the one that was chosen."""

    run: Run
    cuts: Sequence[Cut]
    summed: bool
    """Whether every one of its rows has a sum; the cuts are those that keep them."""
    chosen: Cut | None = None

    @property
    def alone(self) -> bool:
        """Whether the sums of its rows leave a single way to cut it."""
        return self.summed and len(self.cuts) == 1

    @property
    def broken(self) -> bool:
        """Whether no way to cut it keeps the sums of its rows."""
        return self.summed and not self.cuts

    @property
    def option(self) -> tuple[tuple[Address, ...], Sequence[Cut]]:
        return self.run.addresses, self.cuts


def choose(runs: Iterable[Run], figures: Figures, form_id: str) -> list[Choice]:
    """A choice for each run, made where one way to cut it stands out.

    `figures` are those that are known already; a blank cell is known to be 0.
    """
    choices = [_by_rows(run, form_id) for run in runs]
    for table in sorted({choice.run.addresses[0].table for choice in choices}):
        here = [choice for choice in choices if choice.run.addresses[0].table == table]
        columns = [sums for (of, _), sums in column_sums(form_id).items() if of == table]
        families = list(zip(*columns, strict=True))
        _settle_together(here, figures, [equation for family in families for equation in family])
        for choice in here:
            for family in families:
                if choice.broken and choice.chosen is None:
                    _settle_broken(choice, here, figures, family)
    return choices


def known_figures(choices: Iterable[Choice], figures: Figures) -> dict[Address, Number]:
    """The figures known already and those of the choices made."""
    known = dict(figures)
    for choice in choices:
        if choice.chosen is not None:
            known |= numbered(choice.run.addresses, choice.chosen)
    return known


def _by_rows(run: Run, form_id: str) -> Choice:
    """The cuts that keep the sums of the rows; where there are none to keep, all of them."""
    text = run.text
    if not all(_sums_up(row, form_id) for row in run.rows):
        cuts = free_cuts(text, len(run.addresses))
        return Choice(run, cuts, summed=False, chosen=likeliest(cuts))
    found = chained_cuts(text, [len(row) for row in run.rows])
    return Choice(run, found, summed=True, chosen=found[0] if len(found) == 1 else None)


def _sums_up(row: tuple[Address, ...], form_id: str) -> bool:
    """Whether the last cell of a row must be the sum of all the others."""
    sums = row_sums(form_id).get(row[0][:2], ())
    return any(each.left == row[-1:] and set(each.right) == set(row[:-1]) for each in sums)


def _settle_together(choices: Sequence[Choice], figures: Figures, equations: Sequence[Equation]) -> None:
    """Choose among the cuts of several rows those that keep the sums of the columns."""
    undecided = [choice for choice in choices if choice.summed and len(choice.cuts) > 1]
    if not undecided:
        return
    known = known_figures(choices, figures)
    solutions = combined([choice.option for choice in undecided], known, equations)
    for choice, cut in zip(undecided, agreed(solutions), strict=False):
        choice.chosen = cut


def _settle_broken(
    choice: Choice, choices: Sequence[Choice], figures: Figures, family: Sequence[Equation]
) -> None:
    """Find the figures of a row that does not add up: those which the sums of its columns leave for it.

    One of them may be printed otherwise, which is why the row does not add up.
    """
    cells = {address for equation in family for address in equation.members}
    if not cells.issuperset(choice.run.addresses):
        return
    open_ones = [
        other
        for other in choices
        if other is not choice and other.chosen is None and not cells.isdisjoint(other.run.addresses)
    ]
    ways = prod(len(other.cuts) for other in open_ones)
    if not 0 < ways <= MOST_COMBINATIONS:
        return
    known = known_figures(choices, figures)
    solutions = [
        (cut, *cuts)
        for cuts in product(*(other.cuts for other in open_ones))
        for cut in _left_over(choice, known | _all_numbered(open_ones, cuts), family)
    ]
    for each, found in zip((choice, *open_ones), agreed(solutions), strict=False):
        each.chosen = found


def _all_numbered(choices: Sequence[Choice], cuts: Sequence[Cut]) -> dict[Address, Number]:
    return {
        address: number
        for choice, cut in zip(choices, cuts, strict=True)
        for address, number in numbered(choice.run.addresses, cut).items()
    }


def _left_over(choice: Choice, figures: Figures, family: Sequence[Equation]) -> Iterator[Cut]:
    """The cuts into the figures that keep the equations, or all of them but one."""
    by_cell = {}
    for equation, amount in zip(family, shift(family, figures), strict=True):
        others = [address for address in equation.members if address not in choice.run.addresses]
        if not all(address in figures for address in others):
            return
        for address in set(equation.members) & set(choice.run.addresses):
            by_cell[address] = -amount if address in equation.left else amount
    yield from expected_cuts(choice.run.text, [by_cell[address] for address in choice.run.addresses])
