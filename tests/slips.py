"""Slips planted into invented figures: what hands, eyes and text recognition do to a report.

A slip is all that can become of a cell: each outcome gives the cells that change with their new figures,
None for a blank. So the same slips tell whether a change may have come about in this way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from gouji.model.form import Address, Form

Figures = Mapping[Address, int]
Changes = dict[Address, int | None]
Slip = Callable[[Form, Figures, Address], Iterator[Changes]]

LOOK_ALIKES = {"1": "7", "7": "1", "0": "86", "8": "036", "6": "058", "3": "8", "5": "6", "9": "0"}
MOST_CASES = 5
"""So many cases at most are counted in the wrong column."""


def lost_digit(_form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    text = str(figures[cell])
    for place in range(len(text) if len(text) > 1 else 0):
        yield {cell: int(text[:place] + text[place + 1 :])}


def doubled_digit(_form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    text = str(figures[cell])
    for place in range(len(text)):
        yield {cell: int(text[: place + 1] + text[place:])}


def swapped_digits(_form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    text = str(figures[cell])
    for place in range(len(text) - 1):
        yield {cell: int(text[:place] + text[place + 1] + text[place] + text[place + 2 :])}


def misread_digit(_form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    text = str(figures[cell])
    for place, digit in enumerate(text):
        for other in LOOK_ALIKES.get(digit, ""):
            yield {cell: int(text[:place] + other + text[place + 1 :])}


def left_blank(_form: Form, _figures: Figures, cell: Address) -> Iterator[Changes]:
    yield {cell: None}


def next_column(form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    """Two figures side by side stand in each other's place."""
    for other in _near(_row(form, cell), cell):
        yield {cell: figures[other], other: figures[cell]}


def next_row(form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    """Two figures below each other stand in each other's place."""
    for other in _near(_column(form, cell), cell):
        yield {cell: figures[other], other: figures[cell]}


def counted_twice(form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    """A total that counts one of its members twice."""
    members: list[Address] = []
    if cell.column == "total":
        members += _row(form, cell)
    if cell.row == "total":
        members += _column(form, cell)[2:-1]
    for member in members:
        if member != cell:
            yield {cell: figures[cell] + figures[member]}


def run_together(form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    """The figure takes its right neighbour in, of which nothing is left."""
    row = _row(form, cell)
    if cell != row[-1]:
        other = row[row.index(cell) + 1]
        yield {cell: int(f"{figures[cell]}{figures[other]}"), other: None}


def wrong_column(form: Form, figures: Figures, cell: Address) -> Iterator[Changes]:
    """A few cases were counted in another column of the row."""
    for other in _row(form, cell):
        if other != cell and "total" not in (cell.column, other.column):
            for by in range(1, min(MOST_CASES, figures[cell]) + 1):
                yield {cell: figures[cell] - by, other: figures[other] + by}


SLIPS: dict[str, Slip] = {
    function.__name__: function
    for function in (
        lost_digit,
        doubled_digit,
        swapped_digits,
        misread_digit,
        left_blank,
        next_column,
        next_row,
        counted_twice,
        run_together,
        wrong_column,
    )
}


@dataclass(frozen=True)
class Planted:
    """A slip that was made, and where."""

    kind: str
    changes: Changes


def plant(form: Form, figures: Figures, random: Random, count: int) -> list[Planted]:
    """That many slips in different cells, each of which changes every figure it touches."""
    planted: list[Planted] = []
    taken: set[Address] = set()
    cells = [address for address in form.addresses if address.table != "proactive"]
    while len(planted) < count:
        kind = random.choice(list(SLIPS))
        outcomes = [
            each for each in SLIPS[kind](form, figures, random.choice(cells)) if _tells(each, figures)
        ]
        if outcomes and taken.isdisjoint(changes := random.choice(outcomes)):
            planted.append(Planted(kind, changes))
            taken |= changes.keys()
    return planted


def could_be_planted(form: Form, figures: Figures, changes: Changes, count: int) -> bool:
    """Whether so many slips, or fewer, can make these changes to right figures."""
    if not changes:
        return True
    if count == 0:
        return False
    return any(
        could_be_planted(
            form, figures, {each: changes[each] for each in changes if each not in outcome}, count - 1
        )
        for slip in SLIPS.values()
        for cell in changes
        for outcome in slip(form, figures, cell)
        if next(iter(changes)) in outcome and outcome.items() <= changes.items()
    )


def _tells(changes: Changes, figures: Figures) -> bool:
    return all((value or 0) != figures[cell] for cell, value in changes.items())


def _row(form: Form, cell: Address) -> list[Address]:
    return [each for each in form.by_id[cell.table].addresses if each.row == cell.row]


def _column(form: Form, cell: Address) -> list[Address]:
    return [each for each in form.by_id[cell.table].addresses if each.column == cell.column]


def _near(line: list[Address], cell: Address) -> list[Address]:
    place = line.index(cell)
    return [line[at] for at in (place - 1, place + 1) if 0 <= at < len(line)]
