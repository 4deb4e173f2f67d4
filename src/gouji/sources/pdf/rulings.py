"""The straight lines of a page: strokes, edges of stroked shapes, and filled shapes as thin as lines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pypdfium2 import raw

from gouji.sources.page import Ruling
from gouji.sources.pdf.calls import (
    count_of_segments,
    draw_mode_of,
    is_closing,
    kind_of_segment,
    point_of,
    segment_of,
)
from gouji.sources.pdf.dotted import LONGEST_DASH, Piece, dotted
from gouji.sources.pdf.objects import Matrix, PageObject, Point, corners, moved
from gouji.sources.pdf.space import Space

THIN = 3.0
"""Points; a shape no wider than this is a line."""
SHORTEST = 4.0
"""Points; a shorter line rules nothing."""
RECTANGLE = 5
"""No more segments than a rectangle has, too few for two shapes: the bounds of a thin one say all of it."""


def rulings(objects: Iterable[PageObject], space: Space) -> Iterator[Ruling]:
    """The horizontal and vertical lines among the objects of a page."""
    dashes: list[Piece] = []
    for each in objects:
        if each.kind != raw.FPDF_PAGEOBJ_PATH:
            continue
        for (x, y), (other_x, other_y) in _lines(each):
            left, right = (x, other_x) if x <= other_x else (other_x, x)
            bottom, top = (y, other_y) if y <= other_y else (other_y, y)
            if right - left > THIN and top - bottom > THIN:
                continue
            length = max(right - left, top - bottom)
            edges = space.edges(left, bottom, right, top)
            if length <= LONGEST_DASH:
                dashes.append(edges)
            box = space.clipped(edges) if length >= SHORTEST else None
            if box is not None:
                yield Ruling(box)
    yield from map(Ruling, dotted(dashes))


def _lines(path: PageObject) -> Iterator[tuple[Point, Point]]:
    """The two ends, or opposite corners, of everything in a path that may be a line."""
    fill, stroke = _draw_mode(path)
    if not fill and not stroke:
        return
    # The bounds of a stroke are wider than its line, those of a filled shape are exact.
    if not stroke and count_of_segments(path.address) <= RECTANGLE:
        yield path.bounds()
        return
    for points in _subpaths(path, path.matrix()):
        ends = corners(points)
        (left, bottom), (right, top) = ends
        if min(right - left, top - bottom) <= THIN:
            yield ends
        elif stroke:
            yield from pairwise(points)


def _draw_mode(path: PageObject) -> tuple[int, int]:
    """How its inside is filled, and whether its outline is drawn; 0 for neither."""
    mode = (ctypes.c_int * 2)()
    first = ctypes.addressof(mode)
    draw_mode_of(path.address, first, first + ctypes.sizeof(ctypes.c_int))
    fill, stroke = mode
    return fill, stroke


def _subpaths(path: PageObject, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path, the first again at the end where it is closed."""
    points: list[Point] = []
    place = (ctypes.c_float * 2)()
    x, y = ctypes.addressof(place), ctypes.addressof(place) + ctypes.sizeof(ctypes.c_float)
    for index in range(count_of_segments(path.address)):
        segment = segment_of(path.address, index)
        if kind_of_segment(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        point_of(segment, x, y)
        points.append(moved(place[0], place[1], matrix))
        if is_closing(segment):
            points.append(points[0])
    if points:
        yield points
