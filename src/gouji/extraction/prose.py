"""What is printed beside the tables: the prose of the sections, and the notes under tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gouji.extraction.book import is_known
from gouji.extraction.line import Line
from gouji.extraction.locate import Part
from gouji.library.phrases import phrases
from gouji.model.report import Footnote, Section


def sections(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[Section, ...]:
    """The sections found, each with its prose: its lines as printed, without those of its table."""
    return tuple(
        Section(part.head.number, part.head.title, part.page, "\n".join(_prose(lines, part)))
        for part in parts
    )


def _prose(lines: Sequence[Line], part: Part) -> Iterator[str]:
    for line in lines[part.start + 1 : part.end]:
        if line.text and not (part.head.table and _of_table(line)):
            yield line.text


def _of_table(line: Line) -> bool:
    return any(is_known(slot.text) for slot in line.labels) or bool(line.figures) or _is_note(line.text)


def footnotes(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[Footnote, ...]:
    """The notes printed in the sections that hold a table."""
    return tuple(
        Footnote(part.head.table, text)
        for part in parts
        if part.head.table
        for line in lines[part.start + 1 : part.end]
        for text in ([line.text] if line.text else [slot.text for slot in line.labels])
        if _is_note(text)
    )


def _is_note(text: str) -> bool:
    return _note().match(text) is not None


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(map(re.escape, phrases().notes))
    return re.compile(rf"[※*（(]?\s*(?:{words})\s*[0-9]*\s*[:：]")
