"""Where on a page tables are that no rules enclose: lines of text that end with figures, and those around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gouji.extraction.labels.book import title_words
from gouji.extraction.labels.label import fold
from gouji.extraction.paper.printed_columns import is_entry
from gouji.extraction.paper.rulings import Rule
from gouji.extraction.paper.typesetting import around, joined
from gouji.model.geometry import Box
from gouji.sources.page import Word

FEWEST_FIGURES = 3
"""A line with so many figures at its end is the row of a table."""
FEWEST_ROWS = 2
"""So many such lines are a table,"""
LONG_ROW = 8
"""or one with so many figures."""
PROSE = 0.55
"""A line without gaps over this part of the width of the text is running text."""
Line = list[Word]
NARROW = 6
"""A page number is not so many times wider than high: figures of columns stand further apart."""
FAR = 2.5
"""What stands so many heights above a table is the head of the page, though it has gaps like a row."""
_PAGE_NUMBER = re.compile(r"[-—–－]+\d+[-—–－]+|\d+/\d+")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}[、．.，,]\D+|备?注[:：].*")


@dataclass(frozen=True, slots=True)
class Region:
    """The lines of text of one table, and the horizontal rules between them."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    rows: tuple[tuple[Line, Line], ...]
    """The lines that end with figures, as what stands before them and the figures."""

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line)


def split(line: Sequence[Word]) -> tuple[Line, Line]:
    """What a line begins with, and the figures that it ends with, each of them apart."""
    first = len(line)
    while first and is_entry(line[first - 1]) and (first == len(line) or _gap(line, first) > 0):
        first -= 1
    if first and len(line) > first and _gap(line, first) < line[first].box.height / 3:
        first += 1
    if first == 0 and _is_page_number(line):
        return list(line), []
    return list(line[:first]), list(line[first:])


def _is_page_number(line: Sequence[Word]) -> bool:
    narrow = bool(line) and line[-1].box.x1 - line[0].box.x0 < NARROW * line[0].box.height
    return narrow and _PAGE_NUMBER.fullmatch("".join(word.text for word in line)) is not None


def _gap(line: Sequence[Word], index: int) -> float:
    return line[index].box.x0 - line[index - 1].box.x1


def regions(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Region]:
    """The tables among the lines of a page, which are given from top to bottom."""
    if not lines:
        return
    extent = around([word for line in lines for word in line])
    run: list[Line] = []
    for index, line in enumerate([*lines, []]):
        below = lines[index + 1] if index + 1 < len(lines) else []
        if line and not _is_prose(line, extent) and not _is_heading(line, below):
            run.append(line)
            continue
        parts = [split(each) for each in run]
        counts = [len(figures) for _, figures in parts]
        strong = sum(count >= FEWEST_FIGURES for count in counts)
        if strong >= FEWEST_ROWS or max(counts, default=0) >= LONG_ROW:
            yield _trimmed(run, parts, _between(rules, lines, index - len(run), index))
        run = []


def _between(rules: Sequence[Rule], lines: Sequence[Line], start: int, end: int) -> list[Rule]:
    """The rules that may be those of a run of lines: beyond the lines around it are those of other tables."""
    top = _middle(lines[start - 1]) if start else float("-inf")
    bottom = _middle(lines[end]) if end < len(lines) else float("inf")
    return [rule for rule in rules if top < rule.at < bottom]


def _middle(line: Sequence[Word]) -> float:
    box = around(line)
    return (box.top + box.bottom) / 2


def _is_prose(line: Sequence[Word], extent: Box) -> bool:
    return line[-1].box.x1 - line[0].box.x0 > PROSE * extent.width and _is_unbroken(line)


def _is_heading(line: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether the line is the title of a section, or numbered like one.

    What is numbered may be a label as well that is wrapped around its figures.
    """
    if not _is_unbroken(line):
        return False
    text = joined(line)
    if fold(text).words in title_words():
        return True
    return _HEADING.fullmatch(text) is not None and not (below and split(below)[1])


def _is_unbroken(line: Sequence[Word]) -> bool:
    boxes = [word.box for word in line]
    return all(right.x0 - left.x1 < right.height / 2 for left, right in pairwise(boxes))


def _trimmed(run: Sequence[Line], parts: Sequence[tuple[Line, Line]], rules: Sequence[Rule]) -> Region:
    """The table alone: from its heads or first rule, to the rest of its last label or its last rule.

    `parts` are the lines as `split` parts them.
    """
    within = around([word for line in run for word in line])
    height = median(word.box.height for line in run for word in line)
    near = [rule for rule in rules if within.top - 2 * height < rule.at < within.bottom + 2 * height]
    top = min((rule.at for rule in near), default=float("inf"))
    bottom = max((rule.at for rule in near), default=0.0)
    start = next(
        index
        for index, line in enumerate(run)
        if parts[index][1]
        or around(line).top > top - height / 2
        or (
            any(_gap(line, place) > height for place in range(1, len(line)))
            and _distance(line, run[index + 1]) < FAR * height
        )
    )
    end = 1 + max(index for index, (_, figures) in enumerate(parts) if figures)
    first = min(figures[0].box.x0 for _, figures in parts if len(figures) >= FEWEST_FIGURES)
    while end < len(run) and (
        around(run[end]).bottom < bottom + height / 2
        or (run[end][-1].box.x1 < first and _distance(run[end - 1], run[end]) < height)
    ):
        end += 1
    rows = tuple(each for each in parts[start:end] if each[1])
    return Region(tuple(run[start:end]), tuple(near), rows)


def _distance(upper: Sequence[Word], lower: Sequence[Word]) -> float:
    return around(lower).top - around(upper).bottom
