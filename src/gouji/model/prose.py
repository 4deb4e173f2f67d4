"""What a report says in words, with the places, so that a sentence can be shown where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from unicodedata import east_asian_width

from gouji.model.geometry import Box, Provenance

Places = tuple[Provenance, ...]
"""Where something is printed that may run over several lines and pages: a box a line."""


class PrintedLine(NamedTuple):
    """One printed line of prose, or a paragraph where the file does not break it into lines."""

    text: str
    place: Provenance


class Prose(NamedTuple):
    """Running text."""

    text: str
    """The printed lines, one below the other."""
    places: Places
    """Of the lines, one each; empty where they are not known."""

    @property
    def lines(self) -> Iterator[PrintedLine]:
        """The lines whose places are known."""
        return map(PrintedLine, self.text.split("\n"), self.places) if self.places else iter(())

    def places_of(self, start: int, end: int) -> Places:
        """Where some characters of the text are printed: a box for each line that they run over."""
        found = []
        for text, place in self.lines:
            first, last = max(start, 0), min(end, len(text))
            if first < last:
                found.append(Provenance(place.page, _part(text, place.box, first, last)))
            start, end = start - len(text) - 1, end - len(text) - 1
        return tuple(found)


class Footnote(NamedTuple):
    """A printed note under a table."""

    table: str
    text: str
    place: Provenance | None = None


class Section(NamedTuple):
    """A section found in the file, and its prose without the table."""

    number: str
    """By the form, as the title; what is printed may be something else."""
    title: str
    page: int
    text: str = ""
    heading: str | None = None
    """As printed, with its number."""
    heading_place: Provenance | None = None
    places: Places = ()

    @property
    def prose(self) -> Prose:
        """The text with the places of its lines."""
        return Prose(self.text, self.places)


class Period(NamedTuple):
    """The time that the figures are about, both days included."""

    start: date
    end: date
    places: Places = ()


class PrintedDate(NamedTuple):
    """A date that stands alone under the title or at the end: when the report was made or published."""

    day: date
    text: str
    """As printed."""
    place: Provenance | None = None


def _part(text: str, box: Box, start: int, end: int) -> Box:
    """The box of some characters of a line; the whole box where the line does not run across the page."""
    if box.height > box.width:
        return box
    if box.width == len(text):
        # A line of a text file, measured in characters.
        return Box(box.x0 + start, box.top, box.x0 + end, box.bottom)
    unit = box.width / max(1, _width(text))
    left, right = (box.x0 + unit * _width(text[:place]) for place in (start, end))
    # Letters differ in width, and lines are spread to the margin.
    return Box(max(box.x0, left - unit), box.top, min(box.x1, right + unit), box.bottom)


def _width(text: str) -> int:
    """How wide a text is printed, in digits."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
