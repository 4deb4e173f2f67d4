"""The printed heads of cells, and which of them the heads of a block name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from gouji.extraction.labels.label import fold
from gouji.model.form import Address, Block, Head, Table

Path = tuple[frozenset[str], ...]
"""Folded labels from the outermost group to the label itself, each with its variants."""


def beside(table: Table, address: Address) -> Path:
    """The labels printed beside a cell; none in a table that is printed sideways."""
    return _heads_of(table)[address][0]


def over(table: Table, address: Address) -> Path:
    """The heads printed over a cell."""
    return _heads_of(table)[address][1]


def folded(texts: Iterable[str]) -> tuple[str, ...]:
    """Labels as they are compared, without those that have no words and those that merely go on."""
    found: list[str] = []
    for text in texts:
        words = fold(text).words
        if words and not words.isdecimal() and found[-1:] != [words]:
            found.append(words)
    return tuple(found)


def named(path: Path, labels: Sequence[str]) -> bool:
    """Whether the labels, of which groups may be left out, are the path."""
    if not labels or not path or labels[-1] not in path[-1]:
        return False
    groups = iter(path[:-1])
    return all(any(label in group for group in groups) for label in labels[:-1])


@cache
def _heads_of(table: Table) -> Mapping[Address, tuple[Path, Path]]:
    return {address: heads for block in table.blocks for address, heads in _block(table.id, block)}


def _block(table: str, block: Block) -> Iterator[tuple[Address, tuple[Path, Path]]]:
    heading = (_words(block.heading),) if block.heading else ()
    for row in block.rows:
        for column in block.columns:
            address = Address(table, row.id, column.id)
            if block.across:
                yield address, ((), (*heading, *_path(row), *_path(column)))
            else:
                yield address, (_path(row), (*heading, *_path(column)))


def _path(head: Head) -> Path:
    own = frozenset(fold(text).words for text in (head.label, *head.variants))
    return (*(_words(group) for group in head.groups), own)


def _words(text: str) -> frozenset[str]:
    return frozenset((fold(text).words,))
