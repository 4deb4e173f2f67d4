"""Blots of ink in a picture, and the rooms that rulings part it into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from gouji.sources.ocr.picture import Mask, Picture
from gouji.sources.page import Ruling

GRAIN = 0.55
"""Points; ink no larger than this in both directions is dust, smaller than any full stop."""
LARGEST = 60.0
"""Points; what is higher is no type."""
BARRIER = 1.5
"""Points by which rulings are drawn out, so that those that nearly touch enclose."""


class Area(NamedTuple):
    """A rectangle of a picture, in dots."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


Rooms = NDArray[np.int32]
"""For every dot the number of the room it lies in, 0 on a ruling."""


def find_rooms(shape: tuple[int, ...], dots: float, rulings: Iterable[Ruling]) -> Rooms:
    """The parts of a page that rulings keep apart."""
    free = np.ones(shape, np.uint8)
    reach = BARRIER * dots
    for ruling in rulings:
        box = ruling.box
        along, across = (reach, 1.0) if ruling.horizontal else (1.0, reach)
        top, bottom = (max(round(at), 0) for at in (box.top * dots - across, box.bottom * dots + across))
        left, right = (max(round(at), 0) for at in (box.x0 * dots - along, box.x1 * dots + along))
        free[top:bottom, left:right] = 0
    return np.asarray(cv2.connectedComponents(free, connectivity=4)[1], np.int32)


def _blots_of(picture: Picture, free: Mask) -> Iterator[Area]:
    """The connected blots of ink beside the rulings, without dust."""
    stats = cv2.connectedComponentsWithStats((picture.ink & free).astype(np.uint8))[2]
    grain, largest = GRAIN * picture.dots, LARGEST * picture.dots
    for left, top, width, height, _ in stats[1:].tolist():
        if max(width, height) > grain and height <= largest:
            yield Area(left, top, left + width, top + height)


def blots_by_room(picture: Picture, rooms: Rooms) -> dict[int, list[Area]]:
    """The connected blots of ink, without the rulings and dust, by the numbers of their rooms."""
    by_room: dict[int, list[Area]] = {}
    for blot in _blots_of(picture, rooms != 0):
        by_room.setdefault(_room_of(blot, rooms), []).append(blot)
    return by_room


def _room_of(blot: Area, rooms: Rooms) -> int:
    """The room of a blot; one around whose middle a ruling runs lies in the room of its corner."""
    middle = rooms[(blot.top + blot.bottom) // 2, (blot.left + blot.right) // 2]
    return int(middle or rooms[blot.top, blot.left] or rooms[blot.bottom - 1, blot.right - 1])


def around(blots: Iterable[Area]) -> Area:
    """The smallest area that holds all of one or more."""
    lefts, tops, rights, bottoms = zip(*blots, strict=True)
    return Area(min(lefts), min(tops), max(rights), max(bottoms))
