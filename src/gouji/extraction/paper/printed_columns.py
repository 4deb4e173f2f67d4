"""The columns of a table without lines between them: figures that stand under each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from statistics import median, multimode

from gouji.extraction.paper.seating import is_figure, is_part
from gouji.extraction.paper.typesetting import text_lines
from gouji.model.geometry import Box
from gouji.sources.page import Word

APART = 0.35
"""Figures of two columns are further apart than this part of the usual distance of columns."""
ALIGNED = 2.5
"""Points by which the beginnings of lines in one column differ at most."""
OFTEN = 3
"""So many lines begin at the edge of a column of labels."""
STEPS = 8
"""So many places between two columns are tried."""
TOUCHING = 0.2
"""Texts with a gap narrower than this part of their height are one."""
SPACED = 0.75
"""Characters of one text stand no further apart, in heights, where it is spaced out."""
COMMAS = (",", "，")
PLACEHOLDERS = frozenset("/-—－–―\\") | {"——", "--", "无"}


def is_entry(word: Word) -> bool:
    """Whether a word fills a cell: a figure, the beginning of a wrapped one, or what stands for none."""
    text = word.text
    return is_figure(word) or text in PLACEHOLDERS or (text.endswith(COMMAS) and is_part(word))


def without_strokes(words: Sequence[Word]) -> list[Word]:
    """The words but for strokes within a text, as in 增/减: those stand for no figure."""
    texts = [word for word in words if not is_entry(word)]
    return [
        word
        for word in words
        if word.text not in PLACEHOLDERS or not any(_adjoins(word.box, text.box) for text in texts)
    ]


def _adjoins(one: Box, other: Box) -> bool:
    return one.is_level_with(other) and max(one.x0 - other.x1, other.x0 - one.x1) < TOUCHING * other.height


def figure_columns(rows: Sequence[Sequence[Word]]) -> list[tuple[float, float]]:
    """From where to where the figures of each column reach; rows are the figures of each line.

    Figures are aligned at their left, middle or right: the way is taken that finds the fewest columns
    without two figures of a row in one. Empty when there is none. Rows with fewer figures than most may
    have some that run into each other, and are not asked where the others have all columns.
    """
    fewest = max(multimode(map(len, rows)), default=0)
    fewer = [row for row in rows if len(row) < fewest]
    found = _aligned_columns([row for row in rows if len(row) >= fewest])
    if fewer and not (found and all(_stands_in(word.box, found) for row in fewer for word in row)):
        return _aligned_columns(rows)
    return found


def _stands_in(box: Box, columns: Sequence[tuple[float, float]]) -> bool:
    return any(box.x0 < end and start < box.x1 for start, end in columns)


def _aligned_columns(rows: Sequence[Sequence[Word]]) -> list[tuple[float, float]]:
    steps = [right.box.x0 - left.box.x0 for row in rows for left, right in pairwise(row)]
    slack = APART * median(steps) if steps else 0.0
    ways = [_clusters(rows, place, slack) for place in (_middle, _left, _right)]
    return min((found for found in ways if len(found) > 1), key=len, default=[])


def _clusters(
    rows: Sequence[Sequence[Word]], place: Callable[[Box], float], slack: float
) -> list[tuple[float, float]]:
    """The columns by one way of alignment; none when two figures of a row fall into one."""
    figures = [(place(word.box), number, word.box) for number, row in enumerate(rows) for word in row]
    clusters: list[list[tuple[int, Box]]] = []
    before = float("-inf")
    for at, number, box in sorted(figures, key=itemgetter(0)):
        if at - before <= slack:
            clusters[-1].append((number, box))
        else:
            clusters.append([(number, box)])
        before = at
    if any(len({number for number, _ in cluster}) < len(cluster) for cluster in clusters):
        return []
    return [(min(box.x0 for _, box in each), max(box.x1 for _, box in each)) for each in clusters]


def _left(box: Box) -> float:
    return box.x0


def _right(box: Box) -> float:
    return box.x1


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def column_stops(columns: Sequence[tuple[float, float]], words: Iterable[Word]) -> list[float]:
    """Where to draw lines between the columns of figures, one before the first and one after the last.

    Heads may be set otherwise than the figures under them: a line goes where it crosses the fewest words.
    """
    texts = [
        text
        for line in text_lines(word for word in words if not is_entry(word))
        for text in whole_texts(line)
    ]
    inner = [_between(left[1], right[0], texts) for left, right in pairwise(columns)]
    first, last = columns[0], columns[-1]
    margin = max(median(right[0] - left[1] for left, right in pairwise(columns)) / 2, 1.0)
    labels_end = max((box.x1 for box in texts if box.x1 <= first[0]), default=float("-inf"))
    return [max((labels_end + first[0]) / 2, first[0] - margin), *inner, last[1] + margin]


def whole_texts(line: Sequence[Word]) -> list[Box]:
    """Around each text of a line; one that is spaced out, character by character, is put together."""
    boxes: list[Box] = []
    before: Word | None = None
    for word in line:
        lone = before is not None and 1 in (len(before.text), len(word.text))
        if lone and word.box.x0 - boxes[-1].x1 < SPACED * word.box.height:
            boxes[-1] = boxes[-1].union(word.box)
        else:
            boxes.append(word.box)
        before = word
    return boxes


def _between(left: float, right: float, texts: Sequence[Box]) -> float:
    """The place between two columns that the fewest words are printed over, the middle if it is as good."""
    middle = (left + right) / 2
    near = [box for box in texts if box.x0 < max(left, right) and box.x1 > min(left, right)]
    places = [left + (right - left) * step / STEPS for step in range(1, STEPS)]
    return min(
        [middle, *places],
        key=lambda place: (sum(box.x0 < place < box.x1 for box in near), abs(place - middle)),
    )


def label_edges(lines: Iterable[Sequence[Word]]) -> list[float]:
    """Where the columns of labels begin: edges at which several lines do, and over which few reach."""
    groups: list[list[float]] = []
    lines = list(lines)
    for start in sorted(start for line in lines for start in _starts(line)):
        if groups and start - groups[-1][-1] <= ALIGNED:
            groups[-1].append(start)
        else:
            groups.append([start])
    return [min(group) for group in groups if len(group) >= OFTEN and _parts(lines, min(group))]


def _parts(lines: Sequence[Sequence[Word]], edge: float) -> bool:
    """Whether no fewer lines have a text right of an edge than one that is printed over it."""
    right = sum(any(word.box.x0 > edge - ALIGNED for word in line) for line in lines)
    over = sum(any(word.box.x0 + ALIGNED < edge < word.box.x1 - ALIGNED for word in line) for line in lines)
    return right >= over


def _starts(line: Sequence[Word]) -> list[float]:
    """Where labels may begin in a line: at its margin, after a gap, and with a number after words."""
    starts = [line[0].box.x0]
    for left, right in pairwise(line):
        numbered = right.text[0].isascii() and not left.text[-1].isascii()
        if numbered or right.box.x0 - left.box.x1 > right.box.height / 2:
            starts.append(right.box.x0)
    return starts
