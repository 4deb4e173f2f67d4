"""Printed tables, before anything is known of forms: rows of slots, the seam between geometry and meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gouji.model.geometry import Box
from gouji.model.report import Doubt


class Slot(NamedTuple):
    """One printed cell of a table: its text as printed, its place, and the columns of the grid it covers."""

    text: str
    page: int
    box: Box
    column: int
    """Index of the first grid column it covers, counted from 0 within its grid."""
    column_span: int = 1
    row_span: int = 1
    doubt: Doubt | None = None
    """What had to be assumed to take this text for the content of this cell."""
    score: float | None = None
    """The lowest score of its words; None where they were not recognised from a picture."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A printed table, or the part of one that stands on one page; a slot stands in the row it begins in."""

    page: int
    box: Box
    rows: tuple[tuple[Slot, ...], ...]
    ruled: bool = True
    """Whether the slots come from ruling lines or markup, so that an empty slot is a blank cell for sure."""
    paper: bool = True
    """Whether boxes are places on paper, where columns stand below each other; else numbers tell them."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text outside any table."""

    text: str
    page: int
    box: Box
