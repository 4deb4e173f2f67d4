"""Rows that a page end tears in two, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.extraction.binding.columns import column_of
from gouji.extraction.labels.book import Book
from gouji.extraction.labels.label import fold
from gouji.extraction.lines.line import Line
from gouji.model.report import Doubt
from gouji.sources.strip import Slot


def join_torn(book: Book, lines: Sequence[Line]) -> list[Line]:
    """The lines of a table; the first of a page goes to the last of the page before where it is its rest.

    It is the rest of it when the two halves make up a label, or when it has no label, and figures only
    under figures: those are digits that were wrapped in their cells.
    """
    joined: list[Line] = []
    for line in lines:
        whole = _join(book, joined[-1], line) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(line)
    return joined


def _join(book: Book, upper: Line, lower: Line) -> Line | None:
    """The row that two lines are the halves of; None when they are not."""
    if not (
        upper.measured and lower.measured and upper.grid != lower.grid and upper.figures and lower.figures
    ):
        return None
    labels = _join_labels(book, upper, lower)
    zone = _join_zones(upper, lower, only_digits=not lower.labels)
    return replace(upper, labels=labels, zone=zone) if labels is not None and zone else None


def _join_labels(book: Book, upper: Line, lower: Line) -> tuple[Slot, ...] | None:
    if not lower.labels:
        return upper.labels if len(lower.figures) < len(upper.zone) else None
    if not upper.labels or len(lower.labels) > 1:
        return None
    above, below = upper.labels[-1], lower.labels[-1]
    whole = above._replace(text=above.text + below.text)
    halves = book.find(fold(whole.text)) is not None and book.find(fold(below.text)) is None
    return (*upper.labels[:-1], whole) if halves else None


def _join_zones(upper: Line, lower: Line, *, only_digits: bool) -> tuple[Slot, ...] | None:
    """The figures of the upper line with those below them; None when one stands under no cell."""
    reach = [(slot.box.x0, slot.box.x1) for slot in upper.zone]
    zone = list(upper.zone)
    for slot in lower.figures:
        column = column_of(slot, reach, measured=True)
        if column is None or (only_digits and not zone[column].text):
            return None
        zone[column] = _join_figures(zone[column], slot)
    return tuple(zone)


def _join_figures(above: Slot, below: Slot) -> Slot:
    if not above.text:
        return below
    return above._replace(text=f"{above.text}\n{below.text}", doubt=Doubt.TORN)
