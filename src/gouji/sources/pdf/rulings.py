"""The straight lines of a page: strokes, edges of stroked shapes, and filled shapes as thin as lines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from gouji.sources.page import Ruling
from gouji.sources.pdf.space import Space

THIN = 3.0
"""Points; a shape no wider than this is a line."""
SHORTEST = 4.0
"""Points; a shorter line rules nothing."""
DEEPEST = 4
"""Pictures within pictures are followed so far."""
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def rulings(page: Any, space: Space) -> Iterator[Ruling]:
    """The horizontal and vertical lines of a page."""
    objects = (
        raw.FPDFPage_GetObject(page.raw, index) for index in range(raw.FPDFPage_CountObjects(page.raw))
    )
    for one, other in _lines(objects, IDENTITY, 0):
        left, right = sorted((one[0], other[0]))
        bottom, top = sorted((one[1], other[1]))
        if min(right - left, top - bottom) <= THIN and max(right - left, top - bottom) >= SHORTEST:
            yield Ruling(space.box(left, bottom, right, top))


def _lines(objects: Iterator[Any], outer: Matrix, depth: int) -> Iterator[tuple[Point, Point]]:
    """The two ends, or opposite corners, of everything that may be a line."""
    for each in objects:
        kind = raw.FPDFPageObj_GetType(each)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from _path(each, outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = raw.FPDFFormObj_CountObjects(each)
            inner = (raw.FPDFFormObj_GetObject(each, index) for index in range(count))
            yield from _lines(inner, _product(_matrix(each), outer), depth + 1)


def _path(path: Any, outer: Matrix) -> Iterator[tuple[Point, Point]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value and not stroke.value:
        return
    for points in _subpaths(path, _product(_matrix(path), outer)):
        corners = _corners(points)
        (left, bottom), (right, top) = corners
        if min(right - left, top - bottom) <= THIN:
            yield corners
        elif stroke.value:
            yield from pairwise(points)


def _subpaths(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path, the first again at the end where it is closed."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append(_moved(x.value, y.value, matrix))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _corners(points: list[Point]) -> tuple[Point, Point]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys)), (max(xs), max(ys))


def _matrix(each: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(each, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what the inner one does, and then what the outer one does."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
