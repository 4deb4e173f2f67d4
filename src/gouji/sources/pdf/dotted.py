"""Lines drawn as rows of dots or dashes, as browsers draw the borders of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gouji.model.geometry import Box

LONGEST_DASH = 6.0
"""Points; a longer piece is a line of its own: no row of a table is so low."""
GAP = 1.5
"""No gap in a row is wider than its pieces by more than so many points."""
FEWEST = 5
"""So many pieces make a row."""
BESIDE = 0.5
"""Points by which pieces of one row lie aside of each other at most."""
Piece = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def dotted(pieces: Sequence[Piece]) -> Iterator[Box]:
    """The rows among pieces that are thin, and no longer than dashes, each as one line."""
    for place, start, end in _rows((top + bottom, left, right) for left, top, right, bottom in pieces):
        yield Box(start, place / 2, end, place / 2)
    for place, start, end in _rows((left + right, top, bottom) for left, top, right, bottom in pieces):
        yield Box(place / 2, start, place / 2, end)


def _rows(pieces: Iterable[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Twice the place across, and both ends, of the rows of pieces given in the same way."""
    level: list[tuple[float, float, float]] = []
    for piece in sorted(pieces):
        if level and piece[0] - level[-1][0] > 2 * BESIDE:
            yield from _along(level)
            level = []
        level.append(piece)
    yield from _along(level)


def _along(level: Sequence[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """The rows among pieces on one level."""
    ordered = sorted((start, end) for _, start, end in level)
    breaks = [
        index + 1
        for index, (left, right) in enumerate(pairwise(ordered))
        if right[0] - left[1] > max(left[1] - left[0], right[1] - right[0]) + GAP
    ]
    for first, last in pairwise([0, *breaks, len(ordered)]):
        if last - first >= FEWEST:
            yield level[0][0], ordered[first][0], max(end for _, end in ordered[first:last])
