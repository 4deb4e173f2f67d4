"""Cells of text files: their text and their boxes, in columns and lines counted from 0, ends exclusive."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.model.geometry import Box
from gouji.sources.strip import Slot

SPACE = "\u200b\u200c\u200d\u2060\ufeff"
"""Spaces of no width, which are none to Python; a cell of nothing else is blank."""
Row = list[Slot]
Lines = Sequence[str]


def slot_of(text: str, start: int, end: int, line: int, column: int) -> Slot:
    """The slot of the characters from start to end of a line."""
    part = text[start:end]
    inner = bare(part)
    return Slot(inner, 1, _box(part, inner, start, line), column)


def bare(text: str) -> str:
    """The text without the spaces around it."""
    inner = text.strip()
    return inner.strip(SPACE).strip() if inner[:1] in SPACE or inner[-1:] in SPACE else inner


def moved(slot: Slot, column: int) -> Slot:
    """The slot in another column of the grid."""
    return slot if slot.column == column else Slot(slot.text, slot.page, slot.box, column, doubt=slot.doubt)


def trimmed_box(text: str, start: int, end: int, line: int) -> Box:
    """The box of what is printed between start and end; of the gap, where there is nothing."""
    part = text[start:end]
    return _box(part, bare(part), start, line)


def _box(part: str, inner: str, start: int, line: int) -> Box:
    if not inner:
        return Box(start, line, start + max(len(part), 1), line + 1)
    left = start + part.index(inner)
    return Box(left, line, left + len(inner), line + 1)


def cut(
    text: str, mark: str, line: int, *, outside: tuple[bool, bool] = (True, True), column: int = 0
) -> Row:
    """The cells of a line between the marks, numbered from `column` on.

    `outside` says whether a cell stands before the first mark, and one after the last.
    """
    parts = text.split(mark)
    first, last = not outside[0], not outside[1]
    start = len(parts[0]) + 1 if first else 0
    row: Row = []
    for part in parts[first : len(parts) - last]:
        row.append(slot_of(text, start, start + len(part), line, column + len(row)))
        start += len(part) + 1
    return row
