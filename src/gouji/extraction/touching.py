"""Figures that run into each other over the lines between cells, cut where the sums of the row have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from math import prod

from gouji.extraction.numerals import read_figure
from gouji.extraction.sums import agrees, row_sums
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Doubt, Reading

FURTHEST = 3
"""A figure reaches by at most so many characters into the cells beside its own."""
MOST_WAYS = 20_000
"""Rows that could be cut in more ways are left as they are."""

Cells = dict[Address, Cell]
Texts = tuple[str, ...]
_RUN = re.compile(r"[\d,，]*")
_FIGURE = re.compile(r"0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+")
_PLAIN = str.maketrans("０１２３４５６７８９，", "0123456789,")


def part_touching(cells: Cells, form: Form) -> None:
    """Move the ends of figures that run into each other to the one place that keeps the sums of their row.

    The cells stay in doubt: of a figure that is printed otherwise than the sums demand nobody can tell
    where it ends. Call it last: what sums decide here they cannot prove as well.
    """
    for row, sums in row_sums(form.id).items():
        order = [address for address in form.addresses if address[:2] == row]
        runs = _runs(cells, order)
        if not runs or not all(address in cells for address in order):
            continue
        if all(agrees(cells, each) for each in sums) and all(cells[a].value is not None for a in _flat(runs)):
            continue
        ways = [list(_cuts([cells[address].raw or "" for address in run])) for run in runs]
        if not 0 < prod(map(len, ways)) <= MOST_WAYS:
            continue
        found = [
            parted
            for choice in product(*ways)
            if all(agrees(cells | (parted := _parted(cells, runs, choice)), each) for each in sums)
        ]
        if len(found) == 1:
            cells.update(found[0])


def _runs(cells: Mapping[Address, Cell], order: Sequence[Address]) -> list[list[Address]]:
    """The neighbours in a row whose figures may be parts of each other's."""
    runs: list[list[Address]] = []
    before = None
    for address in order:
        if address in cells and _touches(cells[address]):
            if before is None:
                runs.append([])
            runs[-1].append(address)
            before = address
        else:
            before = None
    return [run for run in runs if len(run) > 1]


def _touches(cell: Cell) -> bool:
    """Whether a cell holds nothing but digits that may be its neighbour's."""
    doubted = cell.doubt in (Doubt.TOUCHING, Doubt.OVERFLOW, Doubt.NOT_A_NUMBER)
    return doubted and cell.raw is not None and _RUN.fullmatch(cell.raw) is not None


def _flat(runs: Sequence[Sequence[Address]]) -> Iterator[Address]:
    return (address for run in runs for address in run)


def _cuts(texts: Sequence[str]) -> Iterator[Texts]:
    """The ways to cut what is printed in neighbouring cells into figures, near the lines between them."""
    whole = "".join(texts)
    lines = [len("".join(texts[: index + 1])) for index in range(len(texts) - 1)]
    near = [range(max(line - FURTHEST, 1), min(line + FURTHEST, len(whole) - 1) + 1) for line in lines]
    for places in product(*near):
        ends = (0, *places, len(whole))
        cut = tuple(whole[start:end] for start, end in pairwise(ends))
        if all(_FIGURE.fullmatch(text.translate(_PLAIN)) for text in cut):
            yield cut


def _parted(
    cells: Mapping[Address, Cell], runs: Sequence[Sequence[Address]], choice: Sequence[Texts]
) -> Cells:
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
