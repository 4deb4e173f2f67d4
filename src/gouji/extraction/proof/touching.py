"""Figures that run into each other over the lines between their cells, parted where the sums have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, product
from math import prod

from gouji.extraction.lines.glued import plain_text
from gouji.extraction.numerals import read_figure
from gouji.extraction.proof.sums import all_agree, row_sums
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.rule import Equation

FURTHEST = 3
"""A figure reaches by at most so many characters into the cells beside its own."""
MOST_WAYS = 2_500
"""Rows that could be cut in more ways are left as they are; five neighbours can be in 2,401."""

Cells = dict[Address, Cell]
Run = Sequence[Address]
"""Neighbours in a row."""
Texts = tuple[str, ...]
_RUN = re.compile(r"[\d,，]*")
_FIGURE = re.compile(r"0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+")


def part_touching(cells: Cells, form: Form) -> None:
    """Move the ends of figures that run into each other to the one place that keeps the sums of their row.

    The cells stay in doubt: of a figure that is printed otherwise than the sums demand nobody can tell
    where it ends. Call it last: what sums decide here they cannot prove as well.
    """
    rows = {address[:2] for address, cell in cells.items() if _touches(cell)}
    for row in sorted(rows):
        sums = row_sums(form.id).get(row, ())
        order = [address for address in form.addresses if address[:2] == row]
        whole = bool(sums) and all(address in cells for address in order)
        runs = _runs(cells, order) if whole else []
        if runs and not _is_settled(cells, runs, sums):
            found = _kept_ways(cells, runs, sums)
            if len(found) == 1:
                cells.update(found[0])


def _is_settled(cells: Cells, runs: Sequence[Run], sums: Sequence[Equation]) -> bool:
    """Whether there is a figure in every cell, and the sums are kept by them."""
    filled = all(cells[address].value is not None for run in runs for address in run)
    return filled and all_agree(cells, sums)


def _kept_ways(cells: Cells, runs: Sequence[Run], sums: Sequence[Equation]) -> list[Cells]:
    """The cells of the runs in every way to cut them that keeps the sums."""
    if prod((2 * FURTHEST + 1) ** (len(run) - 1) for run in runs) > MOST_WAYS:
        return []
    ways = [list(_cuts([cells[address].raw or "" for address in run])) for run in runs]
    parted = (_parted(cells, runs, choice) for choice in product(*ways))
    return [part for part in parted if all_agree(cells | part, sums)]


def _runs(cells: Cells, order: Sequence[Address]) -> list[Run]:
    """The neighbours in a row whose figures may be parts of each other's."""
    groups = groupby(order, key=lambda address: _touches(cells[address]))
    runs = [list(run) for touching, run in groups if touching]
    return [run for run in runs if len(run) > 1]


def _touches(cell: Cell) -> bool:
    """Whether a cell holds nothing but digits that may be its neighbour's."""
    doubted = cell.doubt in (Doubt.TOUCHING, Doubt.OVERFLOW, Doubt.NOT_A_NUMBER)
    return doubted and cell.raw is not None and _RUN.fullmatch(cell.raw) is not None


def _cuts(texts: Sequence[str]) -> Iterator[Texts]:
    """The ways to cut what is printed in neighbouring cells into a figure each, near the lines between."""
    whole = "".join(texts)
    lines = [len("".join(texts[: index + 1])) for index in range(len(texts) - 1)]
    near = [range(max(line - FURTHEST, 1), min(line + FURTHEST, len(whole) - 1) + 1) for line in lines]
    for places in product(*near):
        ends = (0, *places, len(whole))
        cut = tuple(whole[start:end] for start, end in pairwise(ends))
        if all(_FIGURE.fullmatch(plain_text(text)) for text in cut):
            yield cut


def _parted(cells: Cells, runs: Sequence[Run], choice: Sequence[Texts]) -> Cells:
    """The cells of runs, each with its part of the text."""
    return {
        address: _with_text(cells[address], text)
        for run, texts in zip(runs, choice, strict=True)
        for address, text in zip(run, texts, strict=True)
    }


def _with_text(cell: Cell, text: str) -> Cell:
    figure = read_figure(text)
    value = figure.value if figure else None
    doubt = Doubt.TOUCHING if cell.doubt is Doubt.NOT_A_NUMBER else cell.doubt
    return replace(cell, value=value, raw=text, reading=Reading.DOUBTFUL, doubt=doubt)
