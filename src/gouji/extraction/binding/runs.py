"""Rows whose figures are printed without anything between them, before the figures are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gouji.extraction.binding.heads import PrintedHead
from gouji.extraction.lines.glued import PLACEHOLDERS, plain_text
from gouji.extraction.lines.line import Line
from gouji.model.form import Address, Column
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.strip import Slot

FEWEST_FIGURES = 5
"""So many figures make a run as long as no single figure is."""

_RUN = re.compile(rf"[0-9.,{PLACEHOLDERS}]+")


@dataclass(frozen=True, slots=True)
class Run:
    """The figures of one row, or of several that are printed beside each other."""

    slot: Slot
    rows: tuple[tuple[Address, ...], ...]
    doubt: Doubt | None = None
    """What had to be assumed to take these for the figures of these cells."""

    @property
    def addresses(self) -> tuple[Address, ...]:
        return tuple(address for row in self.rows for address in row)

    @property
    def text(self) -> str:
        """Its characters, without what is special about their width."""
        return plain_text(self.slot.text)

    def box(self, start: int, end: int) -> Box:
        """The place of some of its characters."""
        box = self.slot.box
        width = box.width / len(self.slot.text)
        return Box(box.x0 + start * width, box.top, box.x0 + end * width, box.bottom)


def run_in(line: Line, count: int) -> Slot | None:
    """What holds all the figures of a line, where that is a single run and the line should have `count`."""
    if line.ruled or count == 1 or len(line.zone) != 1:
        return None
    slot = line.zone[0]
    if not _RUN.fullmatch(plain_text(slot.text)):
        return None
    glued = line.grid is None and slot.doubt in (Doubt.GLUED, Doubt.TOUCHING)
    return slot if glued or len(slot.text) >= count >= FEWEST_FIGURES else None


def in_form_order(columns: Sequence[Column], over: Sequence[PrintedHead | None]) -> bool:
    """Whether the heads are all printed, and those of each rank in the order of the form.

    Where a table is printed in one line its heads follow each other rank by rank.
    """
    last: dict[int, tuple[int, float]] = {}
    for column, head in zip(columns, over, strict=True):
        if head is None:
            return False
        place = (head.number, head.slot.box.x0)
        if place < last.get(len(column.groups), place):
            return False
        last[len(column.groups)] = place
    return True
