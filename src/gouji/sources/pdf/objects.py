"""What is drawn on a page: paths, pictures and clipped texts, also inside of forms, with their places."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from pypdfium2 import raw

from gouji.sources.allowance import Allowance
from gouji.sources.pdf.calls import (
    Address,
    address,
    bounds_of,
    clip_of,
    count_in_form,
    count_of_clips,
    kind_of,
    matrix_of,
    object_of_form,
    object_of_page,
)

DRAWN = frozenset({raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE})
DEEPEST = 4
"""Forms within forms are followed so far."""
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


_Four = ctypes.c_float * 4
_Six = ctypes.c_float * 6


class PageObject(NamedTuple):
    """A drawn object; its page must be open as long as it is used."""

    address: Address
    kind: int
    outer: Matrix
    """From the form it stands in to the page."""

    def matrix(self) -> Matrix:
        """From its own coordinates to the page."""
        own = _matrix(self.address)
        return own if self.outer == IDENTITY else _product(own, self.outer)

    def bounds(self) -> tuple[Point, Point]:
        """Its bottom left and top right corners on the page, with the width of its pen."""
        edges = _Four()
        first = ctypes.addressof(edges)
        bounds_of(self.address, first, first + 4, first + 8, first + 12)
        left, bottom, right, top = edges
        if self.outer == IDENTITY:
            return (left, bottom), (right, top)
        return corners([moved(x, y, self.outer) for x in (left, right) for y in (bottom, top)])


def page_objects(page: Any, allowance: Allowance) -> list[PageObject]:
    """The paths, the pictures and the clipped texts of an open page, as far as allowed.

    Forms are replaced by what they hold.
    """
    count = raw.FPDFPage_CountObjects(page.raw)
    allowance.spend(count)
    top = list(map(object_of_page, repeat(address(page.raw)), range(count)))
    return list(_objects(top, IDENTITY, 0, allowance))


def _objects(
    found: Sequence[Address], outer: Matrix, depth: int, allowance: Allowance
) -> Iterator[PageObject]:
    for each, kind in zip(found, map(kind_of, found), strict=True):
        if kind in DRAWN or (kind == raw.FPDF_PAGEOBJ_TEXT and is_clipped(each)):
            yield PageObject(each, kind, outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = count_in_form(each)
            allowance.spend(count)
            inner = list(map(object_of_form, repeat(each), range(count)))
            yield from _objects(inner, _product(_matrix(each), outer), depth + 1, allowance)


def corners(points: Sequence[Point]) -> tuple[Point, Point]:
    """The bottom left and the top right corner of the rectangle around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys)), (max(xs), max(ys))


def is_clipped(of: Address) -> bool:
    """Whether a path lets only a part of an object be seen."""
    clip = clip_of(of)
    return bool(clip) and count_of_clips(clip) > 0


def pictured(objects: Iterable[PageObject], width: float, height: float) -> float:
    """The part of a page of this size that pictures cover; scans may be in strips."""
    covered = 0.0
    for each in objects:
        if each.kind == raw.FPDF_PAGEOBJ_IMAGE:
            (left, bottom), (right, top) = each.bounds()
            covered += (right - left) * (top - bottom)
    return covered / (width * height)


def _matrix(of: Address) -> Matrix:
    found = _Six()
    matrix_of(of, ctypes.addressof(found))
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what the inner one does, and then what the outer one does."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(x: float, y: float, matrix: Matrix) -> Point:
    """A point after a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
