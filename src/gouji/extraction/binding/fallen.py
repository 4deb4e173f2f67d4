"""Figures with annotations that fell out of the rows of a text, and stand above or below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.extraction.binding.rows import Entry
from gouji.extraction.labels.book import Book
from gouji.extraction.labels.label import fold
from gouji.extraction.numerals import read_figure
from gouji.library.phrases import phrases
from gouji.model.form import Block, Column
from gouji.model.report import Doubt
from gouji.sources.strip import Slot

EITHER = "| "
"""Stands before each of the figures of which any may be that of a cell, so that none is read as one."""


def seat_fallen(book: Book, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, with the figures that fell out of their rows put back, all in doubt.

    They are so many as figures are lacking in the rows of one block, one in each row, and they stand in
    the order of the rows. What an annotation says tells the column; where it does not, the cells that
    depend on it hold both figures, which is none.
    """
    outside = [entry for entry in entries if entry.row is None and entry.line.grid is None]
    strays = [entry for entry in outside if all(map(is_annotated, entry.line.figures))]
    fallen = [slot for entry in strays for slot in entry.line.figures]
    if not fallen:
        return list(entries)
    for block in book.table.blocks:
        short = sorted(
            (entry for entry in entries if _lacks_one(book, block, entry)), key=lambda entry: entry.row or 0
        )
        if len(short) == len(fallen):
            for entry, slot in zip(short, fallen, strict=True):
                _put_back(entry, slot, block.columns)
            return [entry for entry in entries if entry not in strays]
    return list(entries)


def is_annotated(slot: Slot) -> bool:
    """Whether a note stands with a figure."""
    figure = read_figure(slot.text)
    return figure is not None and figure.doubt is Doubt.ANNOTATION


def _lacks_one(book: Book, block: Block, entry: Entry) -> bool:
    """Whether the entry is a row of the block with one figure less than there are columns."""
    if entry.row is None or entry.line.ruled or book.rows[entry.row][0] is not block:
        return False
    lacking = len(block.columns) - len(entry.line.figures)
    return lacking == 1 and len(entry.line.zone) <= len(block.columns)


def _put_back(entry: Entry, slot: Slot, columns: Sequence[Column]) -> None:
    seats = _seats_of(slot, columns) or range(len(columns))
    figures = entry.line.figures
    rows = [(*figures[:seat], slot, *figures[seat:]) for seat in seats]
    zone = tuple(_one_or_all(choices) for choices in zip(*rows, strict=True))
    entry.line = replace(entry.line, zone=zone)
    entry.doubt = Doubt.SHORT_ROW


def _seats_of(slot: Slot, columns: Sequence[Column]) -> list[int]:
    """The columns that the annotation speaks of."""
    note = fold(slot.text).words
    return [
        index
        for index, column in enumerate(columns)
        if any(word in note for word in phrases().annotations.get(column.label, ()))
    ]


def _one_or_all(choices: Sequence[Slot]) -> Slot:
    """The slot, where all are the same figure; else one with all their texts."""
    values = {figure.value if (figure := read_figure(slot.text)) else None for slot in choices}
    if len(values) == 1:
        return choices[0]
    texts = dict.fromkeys(slot.text for slot in choices)
    return choices[0]._replace(text=" ".join(EITHER + text for text in texts))
