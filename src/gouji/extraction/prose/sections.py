"""What is printed beside the tables: the prose of the sections, and the notes under tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from gouji.extraction.labels.book import is_known, is_part_of_known
from gouji.extraction.labels.label import fold
from gouji.extraction.lines.line import Line
from gouji.extraction.prose.dates import find_dates
from gouji.extraction.prose.locate import Part
from gouji.extraction.prose.written import place, printed, prose
from gouji.library.phrases import phrases
from gouji.library.script import simplified
from gouji.model.prose import Footnote, PrintedLine, Section

SHORTEST_FRAGMENT = 4
"""So many characters of a label are no part of it by chance."""
LONGEST_OFFICE = 40
MARKS = "，。；：、,;"
"""What stands in sentences, and in no name of an office."""


def sections(lines: Sequence[Line], parts: Sequence[Part], unit: str | None) -> tuple[Section, ...]:
    """The sections found, each with its prose: its lines as printed, without those of its table."""
    return tuple(_section(lines, part, unit, last=part is parts[-1]) for part in parts)


def printed_before(lines: Sequence[Line], parts: Sequence[Part]) -> list[PrintedLine]:
    """What stands before the first section: the title, and what the report says of itself."""
    return [each for line in lines[: parts[0].start if parts else 0] for each in printed(line)]


def printed_in_last(lines: Sequence[Line], parts: Sequence[Part]) -> list[PrintedLine]:
    """What stands in the last section, which ends with who signs the report, and when."""
    return [each for line in lines[parts[-1].start + 1 :] for each in printed(line)] if parts else []


def _section(lines: Sequence[Line], part: Part, unit: str | None, *, last: bool) -> Section:
    heading, *inside = lines[part.start : part.end]
    if part.head.table:
        inside = _beside_table(inside)
    found = [] if part.head.table else printed(heading)[1:]
    found += [each for line in inside if line.text or _is_framed(line) for each in printed(line)]
    text = prose(_unsigned(found, unit) if last else found)
    return Section(
        number=part.head.number,
        title=part.head.title,
        page=part.page,
        text=text.text,
        heading=part.printed,
        heading_place=place(heading),
        places=text.places,
    )


def _beside_table(lines: Sequence[Line]) -> list[Line]:
    """The lines before the table and after it, and whole sentences within, but none of its notes."""
    rows = [index for index, line in enumerate(lines) if _is_row(line)]
    first, last = (rows[0], rows[-1]) if rows else (len(lines), -1)
    return [
        line
        for index, line in enumerate(lines)
        if not _is_note(line.text) and (not first <= index <= last or "。" in line.text)
    ]


def _is_framed(line: Line) -> bool:
    """Whether a line of a grid is running text with a frame around it."""
    return len(line.labels) == 1 and not line.figures and any(mark in line.labels[0].text for mark in MARKS)


def _is_row(line: Line) -> bool:
    """Whether a line is part of a table: of a printed one, or with a label or figures of one that is not."""
    if line.grid is not None or not line.text:
        return bool(line.labels or line.zone)
    return "。" not in line.text and (
        bool(line.figures) or any(is_known(slot.text) or _is_fragment(slot.text) for slot in line.labels)
    )


def _is_fragment(text: str) -> bool:
    """Whether a text is part of a statutory label that is broken over lines."""
    words = fold(text).words
    return len(words) >= SHORTEST_FRAGMENT and is_part_of_known(words)


def _unsigned(lines: list[PrintedLine], unit: str | None) -> list[PrintedLine]:
    """The lines without the name of the office and the date that close the report."""
    end = len(lines)
    while end and (any(find_dates(lines[end - 1 : end])) or _is_office(lines[end - 1].text, unit)):
        end -= 1
    return lines[:end]


def _is_office(text: str, unit: str | None) -> bool:
    """Whether a line is the name of the office, or of one whose name is much like it."""
    name, whole = fold(text).words, fold(unit or "").words
    if len(name) > LONGEST_OFFICE or any(mark in text for mark in MARKS):
        return False
    shared: set[int] = set()
    for start in range(len(name) - SHORTEST_FRAGMENT + 1):
        if name[start : start + SHORTEST_FRAGMENT] in whole:
            shared.update(range(start, start + SHORTEST_FRAGMENT))
    return 2 * len(shared) > len(name)


def footnotes(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[Footnote, ...]:
    """The notes printed in the sections that hold a table."""
    return tuple(
        Footnote(part.head.table, text, place)
        for part in parts
        if part.head.table
        for line in lines[part.start + 1 : part.end]
        if _is_note(line.text) or any(_is_note(slot.text) for slot in line.labels)
        for text, place in printed(line)
        if _is_note(text)
    )


def _is_note(text: str) -> bool:
    # Every note has a colon, and hardly any other text has: the rest is not worth translating.
    return (":" in text or "：" in text) and _note().match(simplified(text)) is not None


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(map(re.escape, phrases().notes))
    return re.compile(rf"[※*（(]?\s*(?:{words})\s*[0-9]*\s*[:：]")
