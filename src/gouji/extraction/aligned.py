"""Tables that lines rule in part or not at all, told by figures that stand under and beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gouji.extraction.lattice import Lattice, lattice
from gouji.extraction.printed_columns import (
    ALIGNED,
    column_stops,
    figure_columns,
    is_entry,
    label_edges,
)
from gouji.extraction.printed_rows import Row, between, row_boxes
from gouji.extraction.rulings import Rule, Ruled
from gouji.extraction.typesetting import around, joined, text_lines
from gouji.model.geometry import Box
from gouji.sources.page import Word

FEWEST_FIGURES = 3
"""A line with so many figures at its end is the row of a table."""
FEWEST_ROWS = 2
"""So many such lines are a table,"""
LONG_ROW = 8
"""or one with so many figures."""
PROSE = 0.55
"""A line without gaps over this part of the width of the text is running text."""
Line = list[Word]
_PAGE_NUMBER = re.compile(r"[-—–－]+\d+[-—–－]+")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、\D+")


@dataclass(frozen=True, slots=True)
class Region:
    """The lines of text of one table, and the horizontal rules between them."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line)

    @property
    def rows(self) -> list[tuple[Line, Line]]:
        """The lines that end with figures, as what stands before them and the figures."""
        return [parts for line in self.lines if (parts := split(line))[1]]


def aligned_tables(
    words: Iterable[Word], rules: Sequence[Rule]
) -> tuple[list[tuple[Lattice, tuple[Word, ...]]], list[Word]]:
    """The tables among words that stand in no ruled table, and the words left over."""
    lines = text_lines(words)
    tables: list[tuple[Lattice, tuple[Word, ...]]] = []
    left = list(lines)
    for region in _regions(lines, rules):
        found = _lattice(region)
        if found is not None:
            tables.append((found, region.words))
            left = [line for line in left if not any(line is other for other in region.lines)]
    return tables, [word for line in left for word in line]


def split(line: Sequence[Word]) -> tuple[Line, Line]:
    """What a line begins with, and the figures that it ends with, each of them apart."""
    first = len(line)
    while first and is_entry(line[first - 1]) and (first == len(line) or _gap(line, first) > 0):
        first -= 1
    if first and len(line) > first and _gap(line, first) < line[first].box.height / 3:
        first += 1
    if first == 0 and _PAGE_NUMBER.fullmatch("".join(word.text for word in line)):
        return list(line), []
    return list(line[:first]), list(line[first:])


def _gap(line: Sequence[Word], index: int) -> float:
    return line[index].box.x0 - line[index - 1].box.x1


def _regions(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Region]:
    if not lines:
        return
    extent = around([word for line in lines for word in line])
    run: list[Line] = []
    for index, line in enumerate([*lines, []]):
        below = lines[index + 1] if index + 1 < len(lines) else []
        if line and not _is_prose(line, extent) and not _is_heading(line, below):
            run.append(line)
            continue
        counts = [len(split(each)[1]) for each in run]
        strong = sum(count >= FEWEST_FIGURES for count in counts)
        if strong >= FEWEST_ROWS or max(counts, default=0) >= LONG_ROW:
            yield _trimmed(run, rules)
        run = []


def _is_prose(line: Sequence[Word], extent: Box) -> bool:
    return _is_unbroken(line) and line[-1].box.x1 - line[0].box.x0 > PROSE * extent.width


def _is_heading(line: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether the line is numbered like a section, and no label that is wrapped around its figures."""
    numbered = _is_unbroken(line) and _HEADING.fullmatch(joined(line))
    return bool(numbered) and not (below and split(below)[1])


def _is_unbroken(line: Sequence[Word]) -> bool:
    return all(_gap(line, index) < line[index].box.height / 2 for index in range(1, len(line)))


def _trimmed(run: Sequence[Line], rules: Sequence[Rule]) -> Region:
    """The table alone: from its heads or first rule, to the rest of its last label or its last rule."""
    within = around([word for line in run for word in line])
    height = median(word.box.height for line in run for word in line)
    near = [rule for rule in rules if within.top - 2 * height < rule.at < within.bottom + 2 * height]
    top = min((rule.at for rule in near), default=float("inf"))
    bottom = max((rule.at for rule in near), default=0.0)
    start = next(
        index
        for index, line in enumerate(run)
        if around(line).top > top - height / 2
        or any(_gap(line, place) > height for place in range(1, len(line)))
    )
    end = 1 + max(index for index, line in enumerate(run) if split(line)[1])
    first = min(split(line)[1][0].box.x0 for line in run if len(split(line)[1]) >= FEWEST_FIGURES)
    while end < len(run) and (
        around(run[end]).bottom < bottom + height / 2
        or (run[end][-1].box.x1 < first and _distance(run[end - 1], run[end]) < height)
    ):
        end += 1
    return Region(tuple(run[start:end]), tuple(near))


def _distance(upper: Sequence[Word], lower: Sequence[Word]) -> float:
    return around(lower).top - around(upper).bottom


def _lattice(region: Region) -> Lattice | None:
    full = [figures for _, figures in region.rows if len(figures) >= FEWEST_FIGURES]
    stops = column_stops(figure_columns(full), region.words)
    beside = any(before for before, figures in region.rows if len(figures) > 1)
    edges = _label_edges(region, stops[0]) if beside else []
    ys = row_stops(region.words, region.rules, stops, edges[-1] if edges else 0.0)
    frame = _frame(region, stops)
    level = [*region.rules, *(Rule(y, frame.x0, frame.x1) for y in ys)]
    bands = list(pairwise(sorted({frame.top, frame.bottom, *(rule.at for rule in level)})))
    edges = [edge for edge in edges if edge - frame.x0 > 2 * ALIGNED]
    upright = [
        Rule(x, top, bottom)
        for x in [frame.x0, *edges, *(stops[:-1] if beside else stops[1:-1]), frame.x1]
        for top, bottom in bands
        if not any(_is_crossed(x, top, bottom, word) for word in region.words)
    ]
    return lattice(Ruled(tuple(level), tuple(upright)))


def _frame(region: Region, stops: Sequence[float]) -> Box:
    """The outer border of a table; where it is not drawn, around what is printed."""
    extent = around(region.words)
    rules = region.rules
    return Box(
        min((rule.start for rule in rules), default=min(extent.x0 - 1.0, stops[0])),
        min([extent.top, *(rule.at for rule in rules)]),
        max((rule.end for rule in rules), default=max(stops[-1], extent.x1)),
        max([extent.bottom, *(rule.at for rule in rules)]),
    )


def _label_edges(region: Region, labels_end: float) -> list[float]:
    if len(region.rules) > FEWEST_ROWS:
        starts = sorted({round(rule.start) for rule in region.rules if rule.start < labels_end})
        return [left for left, right in pairwise([*starts, labels_end]) if right - left > 2 * ALIGNED]
    labels = [[word for word in line if word.box.x1 <= labels_end] for line in region.lines]
    return label_edges([line for line in labels if line])


def _is_crossed(x: float, top: float, bottom: float, word: Word) -> bool:
    """Whether text is printed over a line that would part it."""
    box = word.box
    return (
        box.x0 + ALIGNED < x < box.x1 - ALIGNED
        and top < (box.top + box.bottom) / 2 < bottom
        and not is_entry(word)
    )


def row_stops(
    words: Sequence[Word], rules: Sequence[Rule], stops: Sequence[float], own: float
) -> list[float]:
    """Where to draw lines between rows that no rule parts.

    `stops` are the borders of the columns of figures, `own` the left edge of the last column of labels.
    """
    ruled = sorted(rule.at for rule in rules if rule.covers(stops[0], stops[-1]))
    ys: list[float] = []
    for top, bottom in pairwise([float("-inf"), *ruled, float("inf")]):
        band = [word for word in words if top < _middle(word) < bottom]
        entries = [word for word in band if word.box.x0 >= stops[0] - ALIGNED and is_entry(word)]
        rows = [around(line) for line in text_lines(entries)]
        if len(rows) >= FEWEST_ROWS or (rows and not ruled):
            ys += _stops_in_band(band, rows, stops, own)
    return ys


def _stops_in_band(
    band: Sequence[Word], rows: Sequence[Box], stops: Sequence[float], own: float
) -> list[float]:
    """Lines between rows, given by the boxes around their figures, and heads above and between them."""
    beyond = [word for word in band if word.box.x1 > stops[0] and not is_entry(word)]
    heads = [line for line in text_lines(beyond) if not any(_level(around(line), row) for row in rows)]
    boxes = [around(line) for line in heads]
    labels = [
        word for word in band if word.box.x1 <= stops[0] and not any(_level(box, word.box) for box in boxes)
    ]
    others = [word.box for word in labels if word.box.x0 < own - ALIGNED]
    blocks = row_boxes(
        [Row(row, any(_level(row, other) for other in others)) for row in rows],
        text_lines(word for word in labels if word.box.x0 >= own - ALIGNED),
    )
    above = [line for line in heads if _middle(line[0]) < blocks[0].top]
    amid = boxes[len(above) :]
    return [
        *_head_stops(above, stops, blocks[0].top),
        *between(sorted([*blocks, *amid], key=lambda box: box.top + box.bottom)),
    ]


def _level(one: Box, other: Box) -> bool:
    """Whether the middle of the other is at the height of the one."""
    return one.top < (other.top + other.bottom) / 2 < one.bottom


def _middle(word: Word) -> float:
    return (word.box.top + word.box.bottom) / 2


def _head_stops(heads: Sequence[Line], stops: Sequence[float], end: float) -> list[float]:
    """Lines between heads over several columns; the last ones, of one column each, stay together."""
    ys: list[float] = []
    below, leaves = end, True
    for line in reversed(heads):
        box = around(line)
        spans = any(
            word.box.x0 + ALIGNED < stop < word.box.x1 - ALIGNED for word in line for stop in stops[1:]
        )
        if not ys or spans or not leaves:
            ys.append((box.bottom + below) / 2)
        leaves = leaves and not spans
        below = box.top
    return ys
