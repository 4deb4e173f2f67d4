"""Where lines and text go on beyond what is shown of them: a clipping path cuts them off there."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pypdfium2 import raw

from gouji.model.geometry import Box
from gouji.sources.pdf.calls import (
    clip_of,
    count_of_clip_segments,
    count_of_clips,
    point_of,
    segment_of_clip,
)
from gouji.sources.pdf.objects import PageObject, Point, corners
from gouji.sources.pdf.rulings import THIN
from gouji.sources.pdf.space import Space

MUCH = 3.0
"""Points; a line of which less is cut off ends where it was meant to."""
LITTLE = 0.5
"""Points; text of which more is cut off lacks a part of a character."""
DIGIT = 0.6
"""The width of a digit, in heights: so near to the cut others may be missing."""
MOST_SEGMENTS = 8
"""A clipping path of more is no rectangle, and cuts off no line at its end."""
MOST_CLIPS = 8
"""So many clipping paths of an object are looked at, one within the other."""


class Bounds(NamedTuple):
    """A rectangle of the file."""

    left: float
    bottom: float
    right: float
    top: float


def cut_places(objects: Iterable[PageObject], space: Space) -> Iterator[Box]:
    """Where on the page as seen lines or texts are cut off, in strips that reach to their last digit."""
    for each in objects:
        shown = None if each.kind == raw.FPDF_PAGEOBJ_IMAGE else _shown(each)
        if shown is None:
            continue
        (left, bottom), (right, top) = each.bounds()
        for place in _ends(Bounds(left, bottom, right, top), shown, text=each.kind == raw.FPDF_PAGEOBJ_TEXT):
            box = space.clipped(space.edges(*place))
            if box is not None:
                yield box


def _ends(bounds: Bounds, shown: Bounds, *, text: bool) -> Iterator[Bounds]:
    """The ends of a line or a text that are beyond what is shown, as strips along the border of it."""
    left, bottom, right, top = bounds
    width, height = right - left, top - bottom
    if not text and min(width, height) > THIN:
        return
    beyond, strip = (LITTLE, DIGIT * min(width, height)) if text else (MUCH, THIN)
    if width >= height:
        if right > shown.right + beyond:
            yield Bounds(shown.right - strip, bottom, shown.right, top)
        if left < shown.left - beyond:
            yield Bounds(shown.left, bottom, shown.left + strip, top)
    else:
        if top > shown.top + beyond:
            yield Bounds(left, shown.top - strip, right, shown.top)
        if bottom < shown.bottom - beyond:
            yield Bounds(left, shown.bottom, right, shown.bottom + strip)


def _shown(each: PageObject) -> Bounds | None:
    """What the clipping rectangles of an object leave of the page; None where there are none."""
    clip = clip_of(each.address)
    shown: Bounds | None = None
    for part in range(min(count_of_clips(clip), MOST_CLIPS) if clip else 0):
        points = list(_points(clip, part))
        if points:
            (left, bottom), (right, top) = corners(points)
            here = Bounds(left, bottom, right, top)
            shown = here if shown is None else _common(shown, here)
    return shown


def _points(clip: int, part: int) -> Iterator[Point]:
    place = (ctypes.c_float * 2)()
    x, y = ctypes.addressof(place), ctypes.addressof(place) + ctypes.sizeof(ctypes.c_float)
    count = count_of_clip_segments(clip, part)
    for index in range(count if count <= MOST_SEGMENTS else 0):
        point_of(segment_of_clip(clip, part, index), x, y)
        yield place[0], place[1]


def _common(one: Bounds, other: Bounds) -> Bounds:
    return Bounds(
        max(one.left, other.left),
        max(one.bottom, other.bottom),
        min(one.right, other.right),
        min(one.top, other.top),
    )
