"""Rows of glued figures that can be cut in more than one way, settled together by the sums of the columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from gouji.extraction.unglue import Cut, amount
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.rule import Equation

Figures = Mapping[Address, Number]
Option = tuple[tuple[Address, ...], Sequence[Cut]]
"""The cells of a row, and the ways to cut its figures."""
Shift = tuple[Number, ...]
"""By how much left exceeds right in each equation."""

MOST_COMBINATIONS = 4_096
"""So many combinations of one half of the rows are tried with those of the other."""
MOST_SOLUTIONS = 64


def combined(
    options: Sequence[Option], figures: Figures, equations: Sequence[Equation]
) -> list[tuple[Cut, ...]]:
    """Every choice of one cut for each row that keeps all the equations; none where there are too many.

    Only equations count whose other cells have figures.
    """
    open_cells = {address for addresses, _ in options for address in addresses}
    usable = [
        equation
        for equation in equations
        if all(address in figures or address in open_cells for address in equation.members)
        and not open_cells.isdisjoint(equation.members)
    ]
    middle = len(options) // 2
    first = _sums(options[:middle], usable, shift(usable, figures))
    second = _sums(options[middle:], usable, shift(usable, {}))
    if not usable or first is None or second is None:
        return []
    found: list[tuple[Cut, ...]] = []
    for amounts, choices in first.items():
        rest = second.get(tuple(-number for number in amounts), ())
        found += ((*one, *other) for one, other in product(choices, rest))
        if len(found) > MOST_SOLUTIONS:
            return []
    return found


def shift(equations: Sequence[Equation], figures: Figures) -> Shift:
    """By how much left exceeds right in each equation, counting these figures only."""
    return tuple(
        sum(figures.get(address, 0) for address in equation.left)
        - sum(figures.get(address, 0) for address in equation.right)
        for equation in equations
    )


def _sums(
    options: Sequence[Option], equations: Sequence[Equation], start: Shift
) -> dict[Shift, list[tuple[Cut, ...]]] | None:
    """Every combination of cuts, by what they and the start amount to; None where there are too many."""
    sums: dict[Shift, list[tuple[Cut, ...]]] = {start: [()]}
    combinations = 1
    for addresses, cuts in options:
        combinations *= len(cuts)
        if combinations > MOST_COMBINATIONS:
            return None
        shifts = [shift(equations, numbered(addresses, cut)) for cut in cuts]
        grown: dict[Shift, list[tuple[Cut, ...]]] = {}
        for amounts, chosen in sums.items():
            for cut, step in zip(cuts, shifts, strict=True):
                reached = tuple(left + right for left, right in zip(amounts, step, strict=True))
                grown.setdefault(reached, []).extend((*each, cut) for each in chosen)
        sums = grown
    return sums


def numbered(addresses: Sequence[Address], cut: Cut) -> dict[Address, Number]:
    """The figures of a cut as numbers, by cell."""
    return {address: amount(figure) for address, figure in zip(addresses, cut, strict=True)}


def agreed(solutions: Sequence[tuple[Cut, ...]]) -> Iterator[Cut | None]:
    """For each row the cut in which all solutions agree; None where they differ."""
    for cuts in zip(*solutions, strict=True):
        yield cuts[0] if len(set(cuts)) == 1 else None
