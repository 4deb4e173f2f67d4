"""Rows of glued figures that can be cut in more than one way, settled together by the sums of the columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from gouji.extraction.unglue.cuts import Cut, amount
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.rule import Equation

Figures = Mapping[Address, Number]
Option = tuple[tuple[Address, ...], Sequence[Cut]]
"""The cells of a row, and the ways to cut its figures."""
Shift = tuple[Number, ...]
"""By how much left exceeds right in each equation."""

MOST_COMBINATIONS = 8_192
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
    start = shift(usable, figures)
    options = _narrowed(options, usable, start)
    order = sorted(range(len(options)), key=lambda index: len(options[index][1]))
    halves = order[::2], order[1::2]
    first = _sums([options[index] for index in halves[0]], usable, start)
    second = _sums([options[index] for index in halves[1]], usable, shift(usable, {}))
    if not usable or first is None or second is None:
        return []
    found: list[tuple[Cut, ...]] = []
    for amounts, choices in first.items():
        rest = second.get(tuple(-number for number in amounts), ())
        for one, other in product(choices, rest):
            chosen = dict(zip((*halves[0], *halves[1]), (*one, *other), strict=True))
            found.append(tuple(chosen[index] for index in range(len(options))))
        if len(found) > MOST_SOLUTIONS:
            return []
    return found


def _narrowed(options: Sequence[Option], equations: Sequence[Equation], start: Shift) -> list[Option]:
    """The options without the cuts that no choice of the others makes up for in some equation."""
    narrowed = [
        [(cut, shift(equations, numbered(addresses, cut))) for cut in cuts] for addresses, cuts in options
    ]
    left = 0
    while left != (left := sum(map(len, narrowed))) and all(narrowed):
        least = [tuple(map(min, zip(*(step for _, step in cuts), strict=True))) for cuts in narrowed]
        most = [tuple(map(max, zip(*(step for _, step in cuts), strict=True))) for cuts in narrowed]
        low = [sum(each) for each in zip(start, *least, strict=True)]
        high = [sum(each) for each in zip(start, *most, strict=True)]
        narrowed = [
            [(cut, step) for cut, step in cuts if _can_be(step, low, high, least[index], most[index])]
            for index, cuts in enumerate(narrowed)
        ]
    return [
        (addresses, [cut for cut, _ in cuts]) for (addresses, _), cuts in zip(options, narrowed, strict=True)
    ]


def _can_be(step: Shift, low: Sequence[Number], high: Sequence[Number], least: Shift, most: Shift) -> bool:
    """Whether the others can make up for a step in every equation: their sums reach from low to high."""
    return all(
        below - smallest + own <= 0 <= above - largest + own
        for own, below, above, smallest, largest in zip(step, low, high, least, most, strict=True)
    )


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
