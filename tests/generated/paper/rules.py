"""The lines of a table on a page, by the habits of the office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.generated.paper.habits import Habits, Rules
from tests.generated.paper.setting import Part

Point = tuple[float, float]
Line = tuple[Point, Point]
"""From left to right or from the top downwards."""
APART = 0.8
"""Points between the boxes of cells that are drawn a little apart, and half of that at each side."""


def lines_of(parts: Sequence[Part], habits: Habits, head_end: float | None) -> Iterator[Line]:
    """The lines of a table, from the top of its part on the page; `head_end` is where its heads end."""
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    top, bottom = min(part.top for part in parts), max(part.bottom for part in parts)
    open_above, open_below = any(part.cut_above for part in parts), any(part.cut_below for part in parts)
    shrunk = APART if habits.rules is Rules.CELLS else 0.0
    edges = [edge for part in parts for edge in _edges(part, shrunk)]
    if habits.rules in (Rules.UPRIGHT, Rules.HEADS):
        edges += [
            ((left, top), (right, top)),
            ((left, bottom), (right, bottom)),
            ((left, top), (left, bottom)),
            ((right, top), (right, bottom)),
        ]
    for line in _joined(edges):
        (x0, y0), (x1, y1) = line
        if habits.open_ends and y0 == y1 and ((open_above and y0 == top) or (open_below and y0 == bottom)):
            continue
        level, outer = y0 == y1, (x0 == x1 and x0 in (left, right)) or (y0 == y1 and y0 in (top, bottom))
        match habits.rules:
            case Rules.NONE:
                continue
            case Rules.LEVEL if not level:
                continue
            case Rules.UPRIGHT if level and not outer and y0 != head_end:
                continue
            case Rules.HEADS if not outer and (not level or y0 != head_end):
                continue
        yield line


def _edges(part: Part, shrunk: float) -> Iterator[Line]:
    left, right = part.left + shrunk, part.right - shrunk
    top, bottom = part.top + shrunk, part.bottom - shrunk
    yield (left, top), (right, top)
    yield (left, bottom), (right, bottom)
    yield (left, top), (left, bottom)
    yield (right, top), (right, bottom)


def _joined(edges: Sequence[Line]) -> Iterator[Line]:
    """Pieces of one line as one."""
    level: dict[float, list[tuple[float, float]]] = {}
    upright: dict[float, list[tuple[float, float]]] = {}
    for (x0, y0), (x1, y1) in edges:
        if y0 == y1:
            level.setdefault(round(y0, 2), []).append((x0, x1))
        else:
            upright.setdefault(round(x0, 2), []).append((y0, y1))
    for y, pieces in level.items():
        for start, end in _merged(pieces):
            yield (start, y), (end, y)
    for x, pieces in upright.items():
        for start, end in _merged(pieces):
            yield (x, start), (x, end)


def _merged(pieces: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1] + 0.1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
