"""Printed lines as prose: their texts and their places, without what is repeated on every page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import replace
from itertools import repeat

from gouji.extraction.lines.line import Line
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import PrintedLine, Prose
from gouji.sources.strip import Slot

FEWEST_PAGES = 3
"""What heads or ends so many pages in the same words is no part of the text."""
LEVEL = 4.0
"""So far apart, in points, the heads of two pages may stand."""
DIGITS = 2
"""Places are told to so many decimals; what follows is noise of the arithmetic."""

_NUMBERS = re.compile(r"[\W0-9_]+")


def printed(line: Line) -> list[PrintedLine]:
    """What is printed on a line: the whole of running text, or each label of a table.

    Below it stand the figures on lines of their own that were taken for those of the line, such as 无.
    """
    if not line.text:
        return [PrintedLine(slot.text, _rounded(slot.page, slot.box)) for slot in line.labels if slot.text]
    below = (PrintedLine(" ".join(slot.text.split()), _rounded(slot.page, slot.box)) for slot in _below(line))
    return [PrintedLine(line.text, place(line)), *below]


def place(line: Line) -> Provenance:
    """Where the text of a line is printed, or the labels of a line of a table."""
    first, *others = line.labels if line.labels and not line.text else (*line.labels, *line.zone)
    box = first.box
    for slot in others:
        if _is_level(slot, first):
            box = box.union(slot.box)
    return _rounded(first.page, box)


def _below(line: Line) -> list[Slot]:
    """The slots of running text that stand on printed lines of their own."""
    first = (line.labels or line.zone)[0]
    return [slot for slot in line.zone if not _is_level(slot, first)]


def _is_level(slot: Slot, first: Slot) -> bool:
    return slot.page == first.page and first.box.is_level_with(slot.box)


def prose(lines: Iterable[PrintedLine]) -> Prose:
    """The lines below each other, each with its place: a cell put together of two printed lines is one."""
    found = list(lines)
    text = "\n".join(line.text.replace("\n", " ") for line in found)
    return Prose(text, tuple(line.place for line in found))


def without_running_heads(lines: Sequence[Line], headings: Container[int]) -> list[Line]:
    """The lines without what only heads or ends pages, such as numbers or the name of the office.

    The headings of sections, by their numbers among the lines, stay: a file may hold several reports.
    """
    if len({slot.page for line in lines for slot in line.labels[:1]}) < FEWEST_PAGES:
        return list(lines)
    pages: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        for part, page in enumerate(_pages(line) if line.text else ()):
            pages[page].append((index, part))
    kinds = {
        (index, part): _kind(printed(lines[index])[part])
        for here in pages.values()
        for index, part in (here[0], here[-1])
        if part or index not in headings
    }
    count = Counter(kinds.values())
    running: dict[int, set[int]] = defaultdict(set)
    for (index, part), kind in kinds.items():
        if count[kind] >= FEWEST_PAGES:
            running[index].add(part)
    return [_without(line, running.get(index, ())) for index, line in enumerate(lines)]


def _pages(line: Line) -> list[int]:
    """The page of the line, and of each slot that is printed below it."""
    return [(line.labels or line.zone)[0].page, *(slot.page for slot in _below(line))]


def _without(line: Line, parts: Collection[int]) -> Line:
    """A line without some of what is printed on it and below it."""
    if not parts:
        return line
    if 0 in parts:
        return Line((), (), None)
    lost = [slot for part, slot in enumerate(_below(line), start=1) if part in parts]
    return replace(line, zone=tuple(slot for slot in line.zone if slot not in lost))


def _kind(line: PrintedLine) -> tuple[str, int]:
    """What is the same about the heads of pages: their words, and how high they stand."""
    return _NUMBERS.sub("", line.text), round(line.place.box.top / LEVEL)


def _rounded(page: int, box: Box) -> Provenance:
    return Provenance(page, Box(*map(round, box, repeat(DIGITS))))
