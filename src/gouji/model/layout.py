"""How a table is printed: which labels and cells stand where, with which spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import lcm

from gouji.model.form import Address, Block, Table


class Role(StrEnum):
    """What a printed place is for."""

    HEADING = "heading"
    CORNER = "corner"
    COLUMN_HEAD = "column head"
    ROW_LABEL = "row label"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Place:
    """A printed place of a table: a label, or the figure of a cell; spans are at least 1."""

    row: int
    column: int
    row_span: int
    column_span: int
    role: Role
    text: str = ""
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as the statute prints it, on a lattice of `height` rows and `width` columns without gaps."""

    height: int
    width: int
    label_columns: int
    """How many lattice columns on the left hold row labels."""
    places: tuple[Place, ...]


def lay_out(table: Table) -> Layout:
    """The printed layout of a table, its blocks below each other, all stretched to one width."""
    label_columns = max(_label_depth(block) for block in table.blocks)
    figure_columns = lcm(*(_figure_count(block) for block in table.blocks))
    places: list[Place] = []
    top = 0
    for block in table.blocks:
        printed = list(_block(table.id, block, label_columns, figure_columns, top))
        places += printed
        top = max(place.row + place.row_span for place in printed)
    return Layout(top, label_columns + figure_columns, label_columns, tuple(places))


def _label_depth(block: Block) -> int:
    return 0 if block.across else max(len(row.path) for row in block.rows)


def _figure_count(block: Block) -> int:
    return len(block.rows) * len(block.columns) if block.across else len(block.columns)


def _block(table: str, block: Block, label_columns: int, figure_columns: int, top: int) -> Iterator[Place]:
    if block.heading:
        yield Place(top, 0, 1, label_columns + figure_columns, Role.HEADING, block.heading)
        top += 1
    stretch = figure_columns // _figure_count(block)
    heads = _head_paths(block)
    depth = max(len(path) for path in heads)
    if label_columns:
        corner_span = depth + 1 if block.across else depth
        yield Place(top, 0, corner_span, label_columns, Role.CORNER, block.corner)
    for level, start, levels, count, text in _merge(heads, depth):
        yield Place(
            top + level, label_columns + start * stretch, levels, count * stretch, Role.COLUMN_HEAD, text
        )
    top += depth
    if not block.across:
        for level, start, levels, count, text in _merge([row.path for row in block.rows], label_columns):
            yield Place(top + start, level, count, levels, Role.ROW_LABEL, text)
    for line, addresses in enumerate(_lines(table, block)):
        for index, address in enumerate(addresses):
            column = label_columns + index * stretch
            yield Place(top + line, column, 1, stretch, Role.FIGURE, address=address)


def _head_paths(block: Block) -> list[tuple[str, ...]]:
    if block.across:
        return [(*row.path, column.label) for row in block.rows for column in block.columns]
    return [column.path for column in block.columns]


def _lines(table: str, block: Block) -> list[list[Address]]:
    lines = [[Address(table, row.id, column.id) for column in block.columns] for row in block.rows]
    return [[address for line in lines for address in line]] if block.across else lines


def _merge(paths: Sequence[tuple[str, ...]], depth: int) -> Iterator[tuple[int, int, int, int, str]]:
    """Merge equal neighbours: (level, start, levels spanned, entries spanned, text); last labels stretch."""
    for level in range(depth):
        start = 0
        while start < len(paths):
            path = paths[start]
            if level >= len(path):
                start += 1
                continue
            last = level == len(path) - 1
            end = start + 1
            while not last and end < len(paths) and paths[end][: level + 1] == path[: level + 1]:
                end += 1
            yield level, start, depth - level if last else 1, end - start, path[level]
            start = end
