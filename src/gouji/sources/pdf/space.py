"""Places in a PDF, which counts from the bottom left, as places on the page that is seen."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Self

from pypdfium2 import raw

from gouji.model.geometry import Box


@dataclass(frozen=True, slots=True)
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

    @property
    def width(self) -> float:
        """Of the page as seen, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Of the page as seen, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the file as a box on the page as seen."""
        match self.turns:
            case 0:
                return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
            case 1:
                return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
            case 2:
                return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
            case _:
                return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
