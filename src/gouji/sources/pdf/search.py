"""The text of the pages of an open PDF, in which phrases are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from gouji.model.geometry import Box, Provenance
from gouji.sources.pdf.space import Space
from gouji.sources.pdf.words import Edges, direction, runs, text_layer
from gouji.sources.phrase import MOST_PASSAGES, Passage, Passages, Searchable
from gouji.sources.turning import turned

PATIENCE = 0.03
"""Seconds after which an answer says what was found until then: pages wait to be drawn."""


@dataclass(frozen=True, slots=True)
class _PageText:
    text: Searchable
    rooms: Sequence[Edges | None]
    """Of every character on the page as its text is level; None for the gap between two runs."""
    level: Space
    sideways: int

    def places(self, number: int, start: int, end: int) -> Passage:
        """The boxes of the characters from start to end, one a line."""
        lines = _lines(room for room in self.rooms[start:end] if room is not None)
        size = self.level.width, self.level.height
        return tuple(Provenance(number, turned(line, -self.sideways, *size)) for line in lines)


class PdfText:
    """Reads the text of a page when it is first looked at, and keeps it."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._pages: dict[int, _PageText] = {}

    def find(self, phrase: str, first: int, last: int) -> Passages:
        """Where a phrase stands on some of the pages, which count from 1; at least the first is looked at."""
        wanted, end = Searchable(phrase), monotonic() + PATIENCE
        found: list[Passage] = []
        last = min(last, len(self._document))
        for number in range(first, last + 1):
            page = self._text(number)
            found += (page.places(number, *span) for span in page.text.find(wanted))
            if len(found) >= MOST_PASSAGES:
                return Passages(tuple(found[:MOST_PASSAGES]))
            if monotonic() > end and number < last:
                return Passages(tuple(found), number + 1)
        return Passages(tuple(found))

    def _text(self, number: int) -> _PageText:
        if number not in self._pages:
            page = self._document[number - 1]
            try:
                self._pages[number] = _read(page)
            finally:
                page.close()
        return self._pages[number]


def _read(page: Any) -> _PageText:
    space = Space.of(page)
    with text_layer(page) as text:
        level = space.with_turns(direction(text))
        # Under a scan the text is hidden.
        found = list(runs(text, level, hidden=False)) or list(runs(text, level, hidden=True))
    letters: list[str] = []
    rooms: list[Edges | None] = []
    for run in found:
        letters.append(" ")
        rooms.append(None)
        for letter, edges in run:
            letters.append(letter)
            rooms.append(edges)
    return _PageText(Searchable(letters), rooms, level, (level.turns - space.turns) % 4)


def _lines(rooms: Iterator[Edges]) -> list[Box]:
    """One box around the characters of each line."""
    lines: list[Box] = []
    for left, top, right, bottom in rooms:
        box = Box(left, top, right, bottom)
        before = lines[-1] if lines else None
        if before is not None and _go_on(before, box):
            lines[-1] = before.union(box)
        else:
            lines.append(box)
    return lines


def _go_on(before: Box, box: Box) -> bool:
    overlap = min(before.bottom, box.bottom) - max(before.top, box.top)
    return overlap > min(before.height, box.height) / 2 and box.x0 >= before.x0
