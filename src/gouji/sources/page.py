"""What a reader gives: an opened source file as pages of positioned words and ruling lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gouji.model.geometry import Box
from gouji.model.report import Source
from gouji.sources.strip import Grid, TextLine


class Word(NamedTuple):
    """A run of text without a gap, and the box around it."""

    text: str
    box: Box
    score: float | None = None
    """How sure the least certain of its characters is, 0 to 1; None where the file states them."""


class Ruling(NamedTuple):
    """A straight printed line, horizontal or vertical, as a box that is thin in one direction."""

    box: Box

    @property
    def horizontal(self) -> bool:
        x0, top, x1, bottom = self.box
        return x1 - x0 >= bottom - top


@dataclass(frozen=True, slots=True)
class Page:
    """One page; numbers count from 1, sizes are points, or columns and lines of a text file."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = ()
    skew: float | None = None
    """Radians by which the page is turned clockwise against its words and rulings, which lie straight.

    None for a page that was not read from a picture.
    """
    sideways: int = 0
    """By how many quarters the page must be turned clockwise until its text is upright."""
    cut: tuple[Box, ...] = ()
    """Where lines or texts end because what is beyond is hidden; digits may be missing there."""
    pictured: bool = False
    """Whether it shows a picture and says hardly anything: recognition may find more on it."""


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """A source file that was read: where it came from, its pages, and its text where it has none."""

    source: Source
    pages: tuple[Page, ...]
    lines: tuple[str, ...] | None = None
    """What the viewer of a file without pages shows: the lines of a text file, or of a transcript."""
    strips: tuple[Grid | TextLine, ...] | None = None
    """The tables and the text between them, where the format itself says what is a table; else None.

    Their boxes are places in `lines`.
    """
