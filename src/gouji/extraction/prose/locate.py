"""Where the sections of a report are: by the words of their headings, whatever their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.extraction.labels.book import title_words
from gouji.extraction.labels.label import ALIKE, fold, likeness
from gouji.extraction.lines.line import Line
from gouji.model.form import SectionHead

LONGEST_HEADING = 40
SHORTEST_CONTENTS = 4
"""So many headings with nothing between them are a list of contents."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section found: its heading stands on line `start`, its last line is before `end`."""

    head: SectionHead
    printed: str
    page: int
    start: int
    end: int


def locate(heads: Sequence[SectionHead], lines: Sequence[Line]) -> list[Part]:
    """The sections that have a heading, in the order of the file.

    A list of contents names every section before the report does, so the last headings that stand
    in the right order are taken; but the caption of a table only where its section has no heading above it.
    """
    candidates = _without_contents(
        [(index, number) for index, line in enumerate(lines) if (number := _heading(line))]
    )
    chosen: list[tuple[int, SectionHead]] = []
    end = len(lines)
    for head in reversed(heads):
        starts = [index for index, number in candidates if number == head.number and index < end]
        if starts:
            end = starts[-1]
            chosen.append((end, head))
    chosen.reverse()
    chosen = sorted([*chosen, *_misplaced(heads, lines, candidates, chosen)], key=lambda each: each[0])
    chosen = [
        (_above(lines, candidates, start, chosen[index - 1][0]) if index else start, head)
        for index, (start, head) in enumerate(chosen)
    ]
    ends = [*(start for start, _ in chosen[1:]), len(lines)][: len(chosen)]
    return [
        Part(head, lines[start].labels[0].text, lines[start].labels[0].page, start, end)
        for (start, head), end in zip(chosen, ends, strict=True)
    ]


def _misplaced(
    heads: Sequence[SectionHead],
    lines: Sequence[Line],
    candidates: Sequence[tuple[int, str]],
    chosen: Sequence[tuple[int, SectionHead]],
) -> Iterator[tuple[int, SectionHead]]:
    """The sections out of order: only a heading with a number in front tells one from a caption."""
    found = {head.number for _, head in chosen}
    for head in heads:
        numbered = [index for index, of in candidates if of == head.number and _is_numbered(lines[index])]
        if head.number not in found and numbered:
            yield numbered[-1], head


def _is_numbered(line: Line) -> bool:
    number = fold(line.labels[0].text).number
    return bool(number) and "(" not in number and not number.isdigit()


def _without_contents(candidates: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The headings without those of a list of contents: directly below each other, and others follow."""
    kept: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    for index, number in candidates:
        if run and (index != run[-1][0] + 1 or number in {of for _, of in run}):
            kept += run if len(run) < SHORTEST_CONTENTS else []
            run = []
        run.append((index, number))
    return [*kept, *run]


def _above(lines: Sequence[Line], candidates: Sequence[tuple[int, str]], start: int, after: int) -> int:
    """Where a section begins: at its numbered heading, where `start` is an unnumbered one further below."""
    if fold(lines[start].labels[0].text).number:
        return start
    number = next(number for index, number in candidates if index == start)
    numbered = [
        index
        for index, of in candidates
        if of == number and after < index < start and fold(lines[index].labels[0].text).number == number
    ]
    return numbered[-1] if numbered else start


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
