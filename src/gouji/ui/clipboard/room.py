"""The figures of a table as lines, and a block laid on them from a cell on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gouji.model.form import Address, Table
from gouji.ui.clipboard.block import Block
from gouji.ui.clipboard.reading import is_blank

Line = Sequence[Address]


class NoRoomError(ValueError):
    """The block is larger than the table from the cell on; both as rows and columns."""

    def __init__(self, block: tuple[int, int], room: tuple[int, int]) -> None:
        super().__init__(block, room)
        self.block = block
        self.room = room


def lines_of(table: Table) -> list[Line]:
    """The printed lines of figures, each from left to right."""
    lines: list[Line] = []
    for block in table.blocks:
        rows = [[Address(table.id, row.id, column.id) for column in block.columns] for row in block.rows]
        lines += [[each for row in rows for each in row]] if block.across else rows
    return lines


def place(block: Block, lines: Sequence[Line], start: Address) -> Mapping[Address, tuple[int, int]]:
    """The places of a block by the cells they fall on, the first on `start`.

    Raises `NoRoomError` if a figure falls on none.
    """
    top = next(number for number, line in enumerate(lines) if start in line)
    left = lines[top].index(start)
    found = {}
    for (row, column), text in block.texts.items():
        line = lines[top + row] if top + row < len(lines) else ()
        if left + column < len(line):
            found[line[left + column]] = (row, column)
        elif not is_blank(text):
            room = (len(lines) - top, min(len(each) for each in lines[top : top + block.height]) - left)
            raise NoRoomError((block.height, block.width), room)
    return found
