"""The columns of a table without lines between them: figures that stand under each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median

from gouji.extraction.seating import is_figure
from gouji.model.geometry import Box
from gouji.sources.page import Word

APART = 0.35
"""Figures of two columns are further apart than this part of the usual distance of columns."""
ALIGNED = 2.5
"""Points by which the beginnings of lines in one column differ at most."""
OFTEN = 3
"""So many lines begin at the edge of a column of labels."""
PLACEHOLDERS = frozenset("/-—－–―\\") | {"——", "--", "无"}


def is_entry(word: Word) -> bool:
    """Whether a word fills a cell: a figure, or what stands for none."""
    return is_figure(word) or word.text in PLACEHOLDERS


def figure_columns(rows: Sequence[Sequence[Word]]) -> list[tuple[float, float]]:
    """From where to where the figures of each column reach; rows are the figures of each line.

    Figures are aligned at their left, middle or right, so that the way is taken that finds the fewest.
    """
    steps = [right.box.x0 - left.box.x0 for row in rows for left, right in pairwise(row)]
    slack = APART * median(steps) if steps else 0.0
    figures = [word.box for row in rows for word in row]
    ways: tuple[Callable[[Box], float], ...] = (_middle, _left, _right)
    return min((_clusters(figures, place, slack) for place in ways), key=len)


def _clusters(boxes: Iterable[Box], place: Callable[[Box], float], slack: float) -> list[tuple[float, float]]:
    clusters: list[tuple[float, float]] = []
    last = float("-inf")
    for box in sorted(boxes, key=place):
        if place(box) - last > slack:
            clusters.append((box.x0, box.x1))
        else:
            left, right = clusters[-1]
            clusters[-1] = min(left, box.x0), max(right, box.x1)
        last = place(box)
    return clusters


def _left(box: Box) -> float:
    return box.x0


def _right(box: Box) -> float:
    return box.x1


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def column_stops(columns: Sequence[tuple[float, float]], labels_end: float) -> list[float]:
    """Where to draw lines between the columns of figures, and one before the first and after the last."""
    first, last = columns[0], columns[-1]
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    margin = (inner[0] - first[1]) if inner else 1.0
    start = (labels_end + first[0]) / 2 if labels_end < first[0] else first[0] - 1.0
    return [max(start, first[0] - max(margin, 1.0)), *inner, last[1] + max(margin, 1.0)]


def label_edges(lines: Iterable[Sequence[Word]], gap: float) -> list[float]:
    """Where the columns of labels begin: edges at which several lines do, after a gap or the margin."""
    starts: list[float] = []
    for line in lines:
        starts += [line[0].box.x0]
        starts += [right.box.x0 for left, right in pairwise(line) if right.box.x0 - left.box.x1 > -gap]
    groups: list[list[float]] = []
    for start in sorted(starts):
        if groups and start - groups[-1][-1] <= ALIGNED:
            groups[-1].append(start)
        else:
            groups.append([start])
    return [min(group) for group in groups if len(group) >= OFTEN]
