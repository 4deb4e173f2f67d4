"""Cells of text files: their text and their boxes, in columns and lines counted from 0, ends exclusive."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.extraction.slot import Slot
from gouji.model.geometry import Box

Row = list[Slot]
Lines = Sequence[str]


def slot_of(text: str, start: int, end: int, line: int, column: int) -> Slot:
    """The slot of the characters from start to end of a line."""
    return Slot(text[start:end].strip(), 1, trimmed_box(text, start, end, line), column)


def moved(slot: Slot, column: int) -> Slot:
    """The slot in another column of the grid."""
    return slot if slot.column == column else Slot(slot.text, slot.page, slot.box, column, doubt=slot.doubt)


def trimmed_box(text: str, start: int, end: int, line: int) -> Box:
    """The box of what is printed between start and end; of the gap, where there is nothing."""
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return Box(start, line, max(end, start + 1), line + 1)
    left = start + len(part) - len(part.lstrip())
    return Box(left, line, left + len(bare), line + 1)


def cut(text: str, mark: str, line: int) -> Row:
    """The cells of a line between the marks."""
    row, start = [], 0
    for column, part in enumerate(text.split(mark)):
        row.append(slot_of(text, start, start + len(part), line, column))
        start += len(part) + 1
    return row
