"""A block of cells as it lies on the clipboard: texts on a lattice, some of them over several places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

MOST_PIECES = 5000
"""More cells than ten reports have."""
MOST_TEXT = 2_000_000
"""Characters that a block may take on the clipboard, with whatever decorates it."""


class TooLargeError(ValueError):
    """The block has more cells, or longer text, than could ever be meant for a table."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one cell at its top left place; spans are at least 1."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    is_head: bool = False


@dataclass(frozen=True)
class Block:
    """Cells on a lattice of `height` rows and `width` columns; places without a cell are allowed."""

    height: int
    width: int
    pieces: tuple[Piece, ...]
    is_guessed: bool = False
    """Whether columns are told apart by spaces alone."""

    @classmethod
    def of(cls, pieces: Iterable[Piece], *, is_guessed: bool = False) -> Block:
        """The block of these cells, without what is blank to the right and below."""
        given = tuple(pieces)
        filled = [piece for piece in given if piece.text.strip()]
        height = max((each.row for each in filled), default=-1)
        width = max((each.column for each in filled), default=-1)
        kept = (each for each in given if each.row <= height and each.column <= width)
        return replace(cls.closed_up(kept), is_guessed=is_guessed)

    @classmethod
    def closed_up(cls, pieces: Iterable[Piece]) -> Block:
        """The block of these cells, without lattice lines where no cell begins."""
        given = tuple(pieces)
        rows = sorted({piece.row for piece in given})
        columns = sorted({piece.column for piece in given})
        moved = (
            replace(
                each,
                row=rows.index(each.row),
                column=columns.index(each.column),
                row_span=sum(each.row <= row < each.row + each.row_span for row in rows),
                column_span=sum(each.column <= column < each.column + each.column_span for column in columns),
            )
            for each in given
        )
        return cls(len(rows), len(columns), tuple(moved))

    @cached_property
    def texts(self) -> dict[tuple[int, int], str]:
        """The text of every cell at its top left place."""
        return {(piece.row, piece.column): piece.text for piece in self.pieces}

    @cached_property
    def covering(self) -> dict[tuple[int, int], str]:
        """The text that stands over every place."""
        return {
            (row, column): piece.text
            for piece in self.pieces
            for row in range(piece.row, piece.row + piece.row_span)
            for column in range(piece.column, piece.column + piece.column_span)
        }
