"""The cells of a table that the heads of a block name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gouji.model.form import Address, Table
from gouji.ui.clipboard.block import Block
from gouji.ui.clipboard.heads import Path, beside, folded, named, over
from gouji.ui.clipboard.reading import is_figure
from gouji.ui.clipboard.room import Line, NoRoomError, lines_of


@dataclass(frozen=True)
class Shape:
    """Which part of a block is heads: rows of them, and so many columns on the left."""

    head_rows: frozenset[int]
    label_columns: int

    @property
    def has_heads(self) -> bool:
        return bool(self.head_rows) or self.label_columns > 0

    def holds_figure(self, row: int, column: int) -> bool:
        """Whether a place of the block is for a figure."""
        return row not in self.head_rows and column >= self.label_columns


@dataclass(frozen=True)
class Matched:
    """The places of a block by the cells that its heads name."""

    shape: Shape
    places: Mapping[Address, tuple[int, int]]
    is_unsure: bool
    """Whether heads name several cells, and the next in order was taken."""
    loose: int
    """How many heads are known by their last label alone, under groups that the form has not."""

    @property
    def rank(self) -> tuple[int, int]:
        """The higher, the likelier the table is meant."""
        return len(self.places), -self.loose


def match(block: Block, table: Table, start: Address) -> Matched | None:
    """The cells of a table that the heads of a block name, perhaps none; None for a block without heads.

    Where it has labels beside its figures only, or heads over them only, the other way goes on from the
    cell `start`. Raises `NoRoomError` where that leads out of the table.
    """
    shape = _shape(block, table)
    if not shape.has_heads:
        return None
    matching = _Matching(block, shape, table, start)
    matching.run()
    return Matched(shape, matching.places, matching.is_unsure, matching.loose)


class _Matching:
    """Goes down a block and remembers where in the table it has come to."""

    def __init__(self, block: Block, shape: Shape, table: Table, start: Address) -> None:
        self.places: dict[Address, tuple[int, int]] = {}
        self.is_unsure = False
        self.loose = 0
        self._block, self._shape = block, shape
        self._lines = lines_of(table)
        self._beside = [beside(table, line[0]) for line in self._lines]
        self._over = {address: over(table, address) for line in self._lines for address in line}
        self._top, self._left = next(
            ((row, line.index(start)) for row, line in enumerate(self._lines) if start in line), (0, 0)
        )
        self._last = -1

    def run(self) -> None:
        heads: list[int] = []
        below = 0
        for row in range(self._block.height):
            if row in self._shape.head_rows:
                heads = [*heads, row] if row - 1 in self._shape.head_rows else [row]
            elif (line := self._line(row, below)) is not None:
                self._take(row, line, heads)
                below += 1

    def _line(self, row: int, below: int) -> Line | None:
        if not self._shape.label_columns:
            if self._top + below >= len(self._lines):
                raise self._no_room()
            return self._lines[self._top + below]
        labels = self._labels((row, column) for column in range(self._shape.label_columns))
        self._last, found = self._choose(self._beside, labels, self._last)
        return self._lines[self._last] if found else None

    def _take(self, row: int, line: Line, heads: Sequence[int]) -> None:
        paths = [self._over[address] for address in line]
        width = self._block.width - self._shape.label_columns
        left = 0 if width == len(line) else self._left
        last = -1
        for column in range(self._shape.label_columns, self._block.width):
            if heads:
                last, found = self._choose(paths, self._heads(heads, column), last)
            else:
                last, found = left + column - self._shape.label_columns, True
                if last >= len(line):
                    raise self._no_room()
            if found and (row, column) in self._block.texts:
                self.places.setdefault(line[last], (row, column))

    def _heads(self, heads: Sequence[int], column: int) -> tuple[str, ...]:
        """The head of a column, and the groups over it; text without spans has these on the left only."""
        said = self._block.covering
        own = max((head for head in heads if said.get((head, column), "").strip()), default=-1)
        texts = [said.get((own, column), "")]
        for head in reversed([head for head in heads if head < own]):
            over_it = (
                said.get((head, left), "") for left in range(column, self._shape.label_columns - 1, -1)
            )
            texts.insert(0, next((text for text in over_it if text.strip()), ""))
        return folded(texts)

    def _labels(self, places: Iterator[tuple[int, int]]) -> tuple[str, ...]:
        return folded(self._block.covering.get(place, "") for place in places)

    def _choose(self, paths: Sequence[Path], labels: Sequence[str], last: int) -> tuple[int, bool]:
        """Which path the labels are, the next after the last one where they are several; whether any is."""
        found = [index for index, path in enumerate(paths) if path and labels and labels[-1] in path[-1]]
        full = [index for index in found if named(paths[index], labels)]
        self.loose += bool(found) and not full
        found = full or found
        self.is_unsure |= len(found) > 1
        return next((index for index in found if index > last), found[0] if found else last), bool(found)

    def _no_room(self) -> NoRoomError:
        figures = self._block.height - len(self._shape.head_rows)
        block = (figures, self._block.width - self._shape.label_columns)
        return NoRoomError(block, (len(self._lines) - self._top, len(self._lines[self._top]) - self._left))


def _shape(block: Block, table: Table) -> Shape:
    heads = frozenset(_head_rows(block, table))
    rows = [row for row in range(block.height) if row not in heads]
    columns = 0
    while columns < block.width and _is_label(block, rows, columns):
        columns += 1
    return Shape(heads, columns)


def _head_rows(block: Block, table: Table) -> Iterator[int]:
    """Rows without a figure whose texts are heads of the table, and such at the top that are of no table."""
    lines = lines_of(table)
    heads = {word for line in lines for address in line for label in over(table, address) for word in label}
    labels = {word for line in lines for label in beside(table, line[0]) for word in label}
    left = _left_rim(block)
    is_top = True
    for row, texts in enumerate(_rows(block)):
        words = folded(texts.values())
        own = sum(
            word in labels for word in folded(texts[column] for column in sorted(texts) if column < left)
        )
        if any(map(is_figure, texts.values())) or not words:
            is_top = False
        elif sum(word in heads for word in words) > own or (is_top and not own):
            yield row
        else:
            is_top = False


def _rows(block: Block) -> list[dict[int, str]]:
    """The texts that stand over the places of each row, by their columns."""
    rows: list[dict[int, str]] = [{} for _ in range(block.height)]
    for (row, column), text in sorted(block.covering.items()):
        rows[row][column] = text
    return rows


def _left_rim(block: Block) -> int:
    """How many columns on the left hold no figure."""
    begun = {column for (_, column), text in block.texts.items() if is_figure(text)}
    return min(begun, default=block.width)


def _is_label(block: Block, rows: Sequence[int], column: int) -> bool:
    """Whether a column holds labels and no figure."""
    texts = [block.covering.get((row, column), "") for row in rows]
    return not any(map(is_figure, texts)) and bool(folded(texts))
