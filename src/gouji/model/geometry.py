"""Places on a page."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page.

    On a printed page: points from the page's top left corner. In a text file: columns and lines,
    counted from 0, ends exclusive, so that a box of one word on line 7 is ``(c, 7, c + n, 8)``.
    """

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside, borders included at the top left only."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom

    def is_level_with(self, other: Box) -> bool:
        """Whether the middle of the other is at the height of this one."""
        return self.top < (other.top + other.bottom) / 2 < self.bottom

    def overlaps(self, other: Box) -> bool:
        """Whether they have a place in common, borders included."""
        return (
            self.x0 <= other.x1
            and other.x0 <= self.x1
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def union(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


class Provenance(NamedTuple):
    """The place that something was read from; pages count from 1."""

    page: int
    box: Box
