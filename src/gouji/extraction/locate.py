"""Where the sections of a report are: by the words of their headings, whatever their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouji.extraction.book import title_words
from gouji.extraction.label import ALIKE, fold, likeness
from gouji.extraction.line import Line
from gouji.model.form import SectionHead

LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A section found: its heading stands on line `start`, its last line is before `end`."""

    head: SectionHead
    printed: str
    page: int
    start: int
    end: int


def locate(heads: Sequence[SectionHead], lines: Sequence[Line]) -> list[Part]:
    """The sections that have a heading, in order.

    A list of contents names every section before the report does, so the last headings that stand
    in the right order are taken.
    """
    candidates = [(index, number) for index, line in enumerate(lines) if (number := _heading(line))]
    chosen: list[tuple[int, SectionHead]] = []
    end = len(lines)
    for head in reversed(heads):
        starts = [index for index, number in candidates if number == head.number and index < end]
        if starts:
            end = starts[-1]
            chosen.append((end, head))
    chosen.reverse()
    ends = [*(start for start, _ in chosen[1:]), len(lines)][: len(chosen)]
    return [
        Part(head, lines[start].labels[0].text, lines[start].labels[0].page, start, end)
        for (start, head), end in zip(chosen, ends, strict=True)
    ]


def _heading(line: Line) -> str | None:
    """The number of the section whose title the line is; None when it is no heading."""
    if len(line.labels) != 1 or (line.figures and line.grid is not None):
        return None
    text = line.labels[0].text
    if not 0 < len(text) <= LONGEST_HEADING:
        return None
    label = fold(text)
    titles = title_words()
    if label.words in titles:
        return titles[label.words]
    if label.number == "" or "(" in label.number:
        return None
    scores = [(likeness(label.words, words), number) for words, number in titles.items()]
    best, number = max(scores)
    return number if best >= ALIKE and label.number in (number, "") else None
