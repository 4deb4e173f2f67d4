"""The rows of a table without lines between them: figures on one line, and the label lines beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.extraction.labels.label import fold
from gouji.extraction.paper.typesetting import around, joined
from gouji.model.geometry import Box
from gouji.sources.page import Word

SKIP = 0.6
"""What it costs, in line heights, to leave a label line to no row."""
BARE = 2.0
"""What it costs to leave a row without a label,"""
LABELLED = 0.4
"""and what, where a label of another column stands beside it."""
TIGHT = 1.7
"""Lines of one label lie no further apart, in line heights."""
LOOSE = 2.0
"""What it costs, for every point, that lines of one label stand further apart than others."""
LONGEST = 9
"""A label has no more lines."""
Line = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Row:
    """The line of figures of a row, and whether a label of another column stands on it."""

    figures: Box
    labelled: bool

    @property
    def middle(self) -> float:
        return (self.figures.top + self.figures.bottom) / 2


def row_boxes(rows: Sequence[Row], labels: Sequence[Line]) -> list[Box]:
    """Around the figures and the label lines of each row.

    Labels stand with their middle or with their first line at the height of the figures, all of a
    table alike; whichever fits better is taken. A line with a number in front begins a label.
    """
    boxes = [around(line) for line in labels]
    begins = [bool(fold(joined(line)).number) for line in labels]
    line = min((row.figures.height for row in rows), default=0.0)
    by_middle = _shared_out(rows, boxes, begins, (_middle, [row.middle for row in rows]))
    by_first = _shared_out(rows, boxes, begins, (_first, [row.figures.top + line / 2 for row in rows]))
    _, blocks = min(by_middle, by_first, key=lambda found: found[0])
    return [_union(row.figures, boxes[start:end]) for row, (start, end) in zip(rows, blocks, strict=True)]


Blocks = tuple[tuple[int, int], ...]


def _shared_out(
    rows: Sequence[Row],
    lines: Sequence[Box],
    begins: Sequence[bool],
    places: tuple[Callable[[Sequence[Box]], float], Sequence[float]],
) -> tuple[float, Blocks]:
    """The cheapest way to give each row a run of label lines: its cost, and (start, end) of each row.

    `begins` are the lines that begin a label, `places` how the place of a label is taken, and the heights
    at which those of the rows should be.
    """
    place, levels = places
    height = max((line.height for line in lines), default=1.0)
    least = min((_first([lower]) - _first([upper]) for upper, lower in pairwise(lines)), default=0.0)
    best: list[tuple[float, Blocks]] = [(SKIP * height * count, ()) for count in range(len(lines) + 1)]
    for index, row in enumerate(rows):
        above = rows[index - 1].middle if index else float("-inf")
        below = rows[index + 1].middle if index + 1 < len(rows) else float("inf")
        bare = (LABELLED if row.labelled else BARE) * height
        ways: list[tuple[float, Blocks]] = []
        for end in range(len(lines) + 1):
            cost, blocks = best[end]
            choices = [(cost + bare, (*blocks, (end, end)))]
            for start in _starts(lines, begins, end, height):
                if above < _first(lines[start:]) and _first(lines[end - 1 :]) < below:
                    cost, blocks = best[start]
                    off = abs(place(lines[start:end]) - levels[index]) + _looseness(lines[start:end], least)
                    choices.append((cost + off, (*blocks, (start, end))))
            if end:
                cost, blocks = ways[end - 1]
                choices.append((cost + SKIP * height, blocks))
            ways.append(min(choices, key=lambda choice: choice[0]))
        best = ways
    return best[-1]


def _starts(lines: Sequence[Box], begins: Sequence[bool], end: int, height: float) -> list[int]:
    """Where a label may begin that ends before a line."""
    starts: list[int] = []
    for start in range(end - 1, max(end - LONGEST, 0) - 1, -1):
        starts.append(start)
        if begins[start] or (start and _first(lines[start:]) - _first(lines[start - 1 :]) > TIGHT * height):
            break
    return starts


def _looseness(lines: Sequence[Box], least: float) -> float:
    """How much further apart lines stand than the closest of a table: those of one label do not."""
    return sum(LOOSE * (_first([lower]) - _first([upper]) - least) for upper, lower in pairwise(lines))


def _middle(lines: Sequence[Box]) -> float:
    return (lines[0].top + lines[-1].bottom) / 2


def _first(lines: Sequence[Box]) -> float:
    return (lines[0].top + lines[0].bottom) / 2


def _union(box: Box, others: Sequence[Box]) -> Box:
    for other in others:
        box = box.union(other)
    return box


def between(boxes: Sequence[Box]) -> list[float]:
    """Half way from each box to the one below it."""
    return [(upper.bottom + lower.top) / 2 for upper, lower in pairwise(boxes)]
