"""Selected figures of a printed table as a block, bare or with the heads printed over and beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import groupby

from gouji.model.form import Address, Table
from gouji.model.layout import Layout, Place, Role, lay_out
from gouji.ui.clipboard.block import Block, Piece
from gouji.ui.clipboard.room import lines_of

Show = Callable[[Address], str]


def copied(table: Table, selected: Collection[Address], show: Show) -> Block:
    """The block of the selected figures, line by line; what is not selected between them is blank."""
    lines = [line for line in lines_of(table) if not set(line).isdisjoint(selected)]
    columns = sorted({column for line in lines for column, each in enumerate(line) if each in selected})
    return Block.closed_up(
        Piece(row, column, show(line[column]) if line[column] in selected else "")
        for row, line in enumerate(lines)
        for column in columns
        if column < len(line)
    )


def copied_with_heads(table: Table, selected: Collection[Address], show: Show) -> Block:
    """The same as the form prints it: with the labels of its lines, and over each run of lines its heads."""
    layout = lay_out(table)
    figures = [place for place in layout.places if place.address in selected]
    rows = {place.row for place in figures}
    rows |= {head for run, heads in _runs(layout) if rows & run for head in heads}
    columns = {column for place in figures for column in _columns(place)} | set(range(layout.label_columns))
    pieces = []
    for place in layout.places:
        down = [row for row in range(place.row, place.row + place.row_span) if row in rows]
        across = [column for column in _columns(place) if column in columns]
        if down and across:
            is_head = place.role is not Role.FIGURE
            text = show(place.address) if place.address in selected and place.address else place.text
            pieces.append(Piece(down[0], across[0], text, _span(down), _span(across), is_head))
    return Block.closed_up(pieces)


def _columns(place: Place) -> range:
    return range(place.column, place.column + place.column_span)


def _span(lines: list[int]) -> int:
    return lines[-1] - lines[0] + 1


def _runs(layout: Layout) -> list[tuple[set[int], list[int]]]:
    """Each run of lines with figures, and the lines of heads that are printed over it."""
    with_figures = {place.row for place in layout.places if place.role is Role.FIGURE}
    runs: list[tuple[set[int], list[int]]] = []
    heads: list[int] = []
    for has_figures, lines in groupby(range(layout.height), with_figures.__contains__):
        if has_figures:
            runs.append((set(lines), heads))
        else:
            heads = list(lines)
    return runs
