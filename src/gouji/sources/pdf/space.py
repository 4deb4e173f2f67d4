"""Places in a PDF, which counts from the bottom left, as places on the page that is seen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from pypdfium2 import raw

from gouji.model.geometry import Box


@dataclass(frozen=True)
class Space:
    """The visible part of a page in its own coordinates, and how many quarters it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, page: Any) -> Self:
        """The space of an open page."""
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(bounds))
        return cls(bounds.left, bounds.bottom, bounds.right, bounds.top, raw.FPDFPage_GetRotation(page.raw))

    def with_turns(self, turns: int) -> Self:
        """The same part of the page, turned otherwise."""
        return replace(self, turns=turns % 4)

    @cached_property
    def width(self) -> float:
        """Of the page as seen, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @cached_property
    def height(self) -> float:
        """Of the page as seen, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def edges(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Left, top, right and bottom on the page as seen of a rectangle of the file."""
        match self.turns:
            case 0:
                return left - self.left, self.top - top, right - self.left, self.top - bottom
            case 1:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 2:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case _:
                return self.top - top, self.right - right, self.top - bottom, self.right - left

    def all_edges(
        self, rooms: Iterable[tuple[float, float, float, float]]
    ) -> list[tuple[float, float, float, float]]:
        """The `edges` of rectangles given by left, top, right and bottom, as of all characters at once."""
        if self.turns:
            return [self.edges(left, bottom, right, top) for left, top, right, bottom in rooms]
        x, y = self.left, self.top
        return [(left - x, y - top, right - x, y - bottom) for left, top, right, bottom in rooms]

    def shows(self, edges: tuple[float, float, float, float]) -> bool:
        """Whether the middle of a box is on the page as seen; what is cut away is not."""
        x0, top, x1, bottom = edges
        return 0 <= x0 + x1 <= 2 * self.width and 0 <= top + bottom <= 2 * self.height

    def clipped(self, edges: tuple[float, float, float, float]) -> Box | None:
        """What of a box is on the page as seen; None where nothing is."""
        x0, top, x1, bottom = edges
        if x0 >= 0 and top >= 0 and x1 <= self.width and bottom <= self.height:
            return Box(x0, top, x1, bottom)
        if x1 < 0 or bottom < 0 or x0 > self.width or top > self.height:
            return None
        return Box(max(x0, 0.0), max(top, 0.0), min(x1, self.width), min(bottom, self.height))
