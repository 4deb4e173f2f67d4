"""Columns that are blank all the way down, told by their heads where no lines part the columns."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.extraction.paper.printed_columns import is_entry, whole_texts
from gouji.extraction.paper.typesetting import around, text_lines
from gouji.model.geometry import Box
from gouji.sources.page import Word

NEAR = 0.5
"""Words of a head with a gap narrower than this part of their height are one text."""
NEARER = 0.35
"""Figures stand so much nearer to their own head than to that of a blank column."""
Column = tuple[float, float]


def with_blank_columns(columns: Sequence[Column], words: Sequence[Word]) -> list[Column]:
    """The columns of figures, and between them those over which a head stands and no figure.

    Only where every column of figures stands under one head of its own: a head that is set otherwise than
    its figures would be taken for that of a blank one.
    """
    first = min((word.box.top for word in words if _is_figure_of(word, columns)), default=0.0)
    figures = around([word for word in words if _is_figure_of(word, columns)])
    labels_end = max(
        (word.box.x1 for word in words if word.box.top >= first and word.box.x1 < columns[0][0]),
        default=figures.x0,
    )
    heads = leaf_heads([word for word in words if word.box.bottom <= first and word.box.x0 > labels_end])
    under = [[head for head in heads if _overlap(head, column)] for column in columns]
    named = {id(each[0]) for each in under if len(each) == 1}
    if len(named) < len(columns):
        return list(columns)
    blank = [(head.x0, head.x1) for head in heads if id(head) not in named]
    sure = all(
        _distance(column, (own[0].x0, own[0].x1)) < NEARER * _distance(column, other)
        for column, own in zip(columns, under, strict=True)
        for other in blank
    )
    return sorted([*columns, *blank]) if sure else list(columns)


def _distance(one: Column, other: Column) -> float:
    """From middle to middle."""
    return abs(sum(one) - sum(other)) / 2


def _is_figure_of(word: Word, columns: Sequence[Column]) -> bool:
    return is_entry(word) and word.box.x1 > columns[0][0]


def leaf_heads(words: Sequence[Word]) -> list[Box]:
    """Around each head that stands over one column: those over several have others below them."""
    leaves: list[Box] = []
    for line in reversed(text_lines(words)):
        for text in _texts(line):
            below = [leaf for leaf in leaves if _overlap(leaf, (text.x0, text.x1))]
            if len(below) > 1 or any(leaf.top - text.bottom > text.height for leaf in below):
                continue
            leaves = [leaf for leaf in leaves if leaf not in below]
            leaves.append(text.union(below[0]) if below else text)
    return sorted(leaves, key=lambda leaf: leaf.x0)


def _texts(line: Sequence[Word]) -> list[Box]:
    boxes: list[Box] = []
    for text in whole_texts(line):
        if boxes and text.x0 - boxes[-1].x1 < NEAR * text.height:
            boxes[-1] = boxes[-1].union(text)
        else:
            boxes.append(text)
    return boxes


def _overlap(box: Box, column: Column) -> bool:
    return box.x0 < column[1] and column[0] < box.x1
