"""Rows that a page end tears in two, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.extraction.book import Book
from gouji.extraction.label import fold
from gouji.extraction.line import Line
from gouji.extraction.slot import Slot
from gouji.model.report import Doubt


def join_torn(book: Book, lines: Sequence[Line]) -> list[Line]:
    """The lines of a table; the first of a page goes to the last of the page before where it is its rest.

    It is the rest of it when the two halves make up a label, or when it has no label, and figures only
    under figures: those are digits that were wrapped in their cells.
    """
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is not None and _torn(book, before, line):
            joined[-1] = _join(before, line)
        else:
            joined.append(line)
    return joined


def _torn(book: Book, upper: Line, lower: Line) -> bool:
    same_build = (
        upper.ruled and lower.ruled and upper.grid != lower.grid and len(upper.zone) == len(lower.zone)
    )
    if not (same_build and upper.figures and lower.figures):
        return False
    under = all(above.text for above, below in zip(upper.zone, lower.zone, strict=True) if below.text)
    if not lower.labels:
        return under and len(lower.figures) < len(lower.zone)
    if not upper.labels or len(lower.labels) > 1:
        return False
    halves = upper.labels[-1].text, lower.labels[-1].text
    return book.find(fold("".join(halves))) is not None and book.find(fold(halves[1])) is None


def _join(upper: Line, lower: Line) -> Line:
    zone = tuple(_join_figures(above, below) for above, below in zip(upper.zone, lower.zone, strict=True))
    if not lower.labels:
        return replace(upper, zone=zone)
    label = replace(upper.labels[-1], text=upper.labels[-1].text + lower.labels[-1].text)
    return replace(upper, labels=(*upper.labels[:-1], label), zone=zone)


def _join_figures(above: Slot, below: Slot) -> Slot:
    if not below.text:
        return above
    if not above.text:
        return below
    return replace(above, text=f"{above.text}\n{below.text}", doubt=Doubt.TORN)
