"""Where the keys lead in the printed tables; needs no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache

from gouji.model.form import Address, Form, Table
from gouji.model.layout import Role, lay_out


class Move(Enum):
    """A step from one figure to another."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    BACK = auto()
    LINE_START = auto()
    LINE_END = auto()
    TOP = auto()
    BOTTOM = auto()
    FIRST = auto()
    LAST = auto()


Line = tuple[tuple[float, Address], ...]
"""The figures of one printed line, each with the middle of its place as a share of the table's width."""


def step(form: Form, address: Address, move: Move) -> Address:
    """The figure that the move leads to; the same one at the edge of the report."""
    lines = _lines(tuple(form.tables))
    if move in (Move.FIRST, Move.LAST):
        return lines[0][0][1] if move is Move.FIRST else lines[-1][-1][1]
    row, column = _positions(tuple(form.tables))[address]
    if move in (Move.NEXT, Move.BACK):
        order = form.addresses
        index = order.index(address) + (1 if move is Move.NEXT else -1)
        return order[min(max(index, 0), len(order) - 1)]
    if move in (Move.UP, Move.DOWN):
        target = row + (1 if move is Move.DOWN else -1)
        return _nearest(lines[target], lines[row][column][0]) if 0 <= target < len(lines) else address
    if move in (Move.TOP, Move.BOTTOM):
        own = [line for line in lines if line[0][1].table == address.table]
        return _nearest(own[0] if move is Move.TOP else own[-1], lines[row][column][0])
    line = lines[row]
    wanted = {Move.LEFT: column - 1, Move.RIGHT: column + 1, Move.LINE_START: 0, Move.LINE_END: len(line) - 1}
    return line[min(max(wanted[move], 0), len(line) - 1)][1]


@cache
def _lines(tables: tuple[Table, ...]) -> tuple[Line, ...]:
    return tuple(line for table in tables for line in _table_lines(table))


def _table_lines(table: Table) -> list[Line]:
    layout = lay_out(table)
    lines: dict[int, list[tuple[float, Address]]] = {}
    for place in layout.places:
        if place.role is Role.FIGURE and place.address is not None:
            middle = (place.column + place.column_span / 2) / layout.width
            lines.setdefault(place.row, []).append((middle, place.address))
    return [tuple(sorted(lines[row])) for row in sorted(lines)]


@cache
def _positions(tables: tuple[Table, ...]) -> Mapping[Address, tuple[int, int]]:
    return {
        address: (row, column)
        for row, line in enumerate(_lines(tables))
        for column, (_, address) in enumerate(line)
    }


def _nearest(line: Line, middle: float) -> Address:
    return min(line, key=lambda figure: abs(figure[0] - middle))[1]
