"""What is drawn on a page: paths and pictures, also those inside of forms, with their places."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from gouji.sources.allowance import Allowance

DRAWN = frozenset({raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE})
DEEPEST = 4
"""Forms within forms are followed so far."""
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class PageObject:
    """A drawn object; its page must be open as long as it is used."""

    raw: Any
    kind: int
    outer: Matrix
    """From the form it stands in to the page."""

    def matrix(self) -> Matrix:
        """From its own coordinates to the page."""
        return _product(_matrix(self.raw), self.outer)

    def bounds(self) -> tuple[Point, Point]:
        """Its bottom left and top right corners on the page, with the width of its pen."""
        edges = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(self.raw, *map(ctypes.byref, edges))
        left, bottom, right, top = (edge.value for edge in edges)
        if self.outer == IDENTITY:
            return (left, bottom), (right, top)
        corners = [moved(x, y, self.outer) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return (min(xs), min(ys)), (max(xs), max(ys))


def page_objects(page: Any, allowance: Allowance) -> list[PageObject]:
    """The paths and pictures of an open page, as far as allowed; forms are replaced by what they hold."""
    handle = page.raw
    top = (raw.FPDFPage_GetObject(handle, index) for index in range(raw.FPDFPage_CountObjects(handle)))
    return list(_objects(top, IDENTITY, 0, allowance))


def _objects(handles: Iterable[Any], outer: Matrix, depth: int, allowance: Allowance) -> Iterator[PageObject]:
    for handle in handles:
        allowance.spend()
        kind = raw.FPDFPageObj_GetType(handle)
        if kind in DRAWN:
            yield PageObject(handle, kind, outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = raw.FPDFFormObj_CountObjects(handle)
            inner = (raw.FPDFFormObj_GetObject(handle, index) for index in range(count))
            yield from _objects(inner, _product(_matrix(handle), outer), depth + 1, allowance)


def pictured(objects: Iterable[PageObject], width: float, height: float) -> float:
    """The part of a page of this size that pictures cover; scans may be in strips."""
    covered = 0.0
    for each in objects:
        if each.kind == raw.FPDF_PAGEOBJ_IMAGE:
            (left, bottom), (right, top) = each.bounds()
            covered += (right - left) * (top - bottom)
    return covered / (width * height)


def _matrix(handle: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what the inner one does, and then what the outer one does."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(x: float, y: float, matrix: Matrix) -> Point:
    """A point after a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
