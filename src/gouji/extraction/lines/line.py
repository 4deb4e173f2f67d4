"""Printed lines: what stands in front, and the figures that follow it; tables and running text alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gouji.extraction.labels.book import ends_labels, is_known
from gouji.extraction.labels.label import fold
from gouji.extraction.lines.glued import part, plain_text, stretches
from gouji.extraction.numerals import may_hold_figures, read_figure
from gouji.model.report import Doubt
from gouji.sources.strip import Grid, Slot, TextLine

Item = Grid | TextLine


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a table, or of text."""

    labels: tuple[Slot, ...]
    zone: tuple[Slot, ...]
    """The slots after the last label, empty ones included."""
    grid: int | None
    """Which of the printed tables it stands in, counted from 0; None for running text."""
    ruled: bool = False
    text: str = ""
    """The whole of a line of running text, as printed; empty for a line of a table."""
    paper: bool = True
    """Whether the boxes of a line of a table are places on paper, as in `Grid`."""

    @property
    def measured(self) -> bool:
        """Whether columns are told apart by the places of ruled cells on paper."""
        return self.ruled and self.paper

    @property
    def marked_up(self) -> bool:
        """Whether the file itself says what is a cell, so that no cell was overlooked."""
        return self.ruled and not self.paper

    @property
    def loose(self) -> bool:
        """Whether it stands on paper where no lines part the rows: what is below may be the rest of it."""
        return not self.ruled and self.paper and all(slot.box.height > ONE_LINE for slot in self.zone)

    @property
    def figures(self) -> list[Slot]:
        """The slots of the zone that hold something."""
        return [slot for slot in self.zone if slot.text]


_PAGE_NUMBER = re.compile(
    r"[-\u2010-\u2015\u2500\s·]+[0-9]{1,3}[-\u2010-\u2015\u2500\s·]+|第\s*[0-9]+\s*页.*|[0-9]+\s*/\s*[0-9]+"
)
_NOTE = re.compile(r"[（(〔\[【].*[）)〕\]】]")
_COUNTED = "元件条项次人份个宗起"
_UNIT = rf"[万亿千百]?[{_COUNTED}]"
_LAST_OF_FIGURES = tuple("0123456789" + _COUNTED)
_GLUED = re.compile(rf"(.*?)([0-9]+(?:\.[0-9]+)?(?:\s*{_UNIT})?)")
_WORD = re.compile(rf"[0-9][0-9,.]*\s*(?:[（(〔\[【][^）)〕\]】]*[）)〕\]】]|{_UNIT})(?!\S)|\S+")
"""A word, or a figure with its note or its unit."""
_GAP = re.compile(r"[^\S\u3000]{2,}")
"""Keeps labels apart that stand beside each other."""
_LONGEST_LABELLED_LINE = 160
ONE_LINE = 1.0
"""The height of a line of a text file; on paper lines are higher."""
CLOSE = 0.4
"""Lines with less room between them, in heights, may be lines of one cell."""


def is_page_number(text: str) -> bool:
    """Whether the text is a page number: dashes on both sides, or `第 3 页`, or `3 / 7`."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None and not text.strip(" -—–").startswith("/")


def printed_lines(items: Iterable[Item]) -> list[Line]:
    """Every line in reading order; page numbers are left out."""
    lines: list[Line] = []
    for number, item in enumerate(items):
        if isinstance(item, TextLine):
            _add_text(lines, item)
            continue
        for row in item.rows:
            texts = [slot for slot in row if slot.text]
            if len(texts) == 1 and is_page_number(texts[0].text):
                continue
            lines.extend(_split(row, item, number))
    return lines


def _split(row: Sequence[Slot], grid: Grid, number: int) -> Iterator[Line]:
    """The row as one line, or as several when further known labels follow its figures."""
    labels: list[Slot] = []
    zone: list[Slot] = []
    filled = False
    for slot in row:
        cells_only = filled or (bool(labels) and ends_labels(labels[-1].text))
        if not slot.text:
            zone.append(slot)
        elif read_figure(slot.text) is not None or (cells_only and not is_known(slot.text)):
            zone.append(slot)
            filled = True
        else:
            if filled and labels:
                yield Line(tuple(labels), tuple(zone), number, grid.ruled, paper=grid.paper)
                labels = []
            # Figures in front of every label are the ordinals of a column of their own.
            labels.append(slot)
            zone = []
            filled = False
    yield Line(tuple(labels), tuple(zone), number, grid.ruled, paper=grid.paper)


def _add_text(lines: list[Line], item: TextLine) -> None:
    """Running text; a figure on a line of its own belongs to the line of text before it."""
    if is_page_number(item.text):
        return
    before = lines[-1] if lines and lines[-1].grid is None else None
    plain = plain_text(item.text)
    glued = stretches(item, plain)
    if glued:
        if before and _takes_figures(before) and not glued[0].labels:
            lines[-1] = replace(before, zone=before.zone + glued.pop(0).figures)
        lines.extend(Line(labels, figures, None) for labels, figures in glued)
        if not any(figures for _, figures in glued):
            lines[-1] = replace(lines[-1], text=item.text.strip())
        return
    labels, figures = _cut_figures(item, plain)
    if figures and not labels and before and _hangs_below(figures[0], before):
        lines[-1] = replace(before, zone=tuple(slot._replace(doubt=Doubt.TORN) for slot in before.zone))
    elif figures and not labels and before and _takes_figures(before):
        lines[-1] = replace(before, zone=before.zone + figures)
    elif before and before.zone and not figures and labels and _is_note(labels[0].text):
        lines[-1] = replace(before, zone=(*before.zone[:-1], _annotated(before.zone[-1], labels[0])))
    else:
        lines.append(Line(labels, figures, None, text=item.text.strip()))


def _takes_figures(line: Line) -> bool:
    """Whether figures on a line of their own can be those of a line of text: not where it has its figures.

    Those that are glued to a label are all that it has; what follows is the number of a page.
    """
    has_all = bool(line.zone) and (not line.text or line.zone[-1].doubt is Doubt.TOUCHING)
    return bool(line.labels) and not has_all


def _hangs_below(lower: Slot, line: Line) -> bool:
    """Whether a figure on paper stands so close below those of a line that it may be the rest of one.

    Where every figure has a line of its own, all stand close below each other.
    """
    upper, *others = reversed(line.zone) if line.zone else (lower,)
    high = upper.box.height
    beside = not _takes_figures(line) or any(other.box.bottom > upper.box.top for other in others)
    gap = lower.box.top - upper.box.bottom
    return beside and lower.page == upper.page and high > ONE_LINE and gap < CLOSE * high


def _is_note(text: str) -> bool:
    """Whether a whole line is a note in brackets, and not a label that begins with a bracket."""
    return _NOTE.fullmatch(text) is not None and not fold(text).number and not is_known(text)


def _annotated(figure: Slot, note: Slot) -> Slot:
    return figure._replace(text=f"{figure.text}\n{note.text}", box=figure.box.union(note.box))


def _cut_figures(item: TextLine, plain: str) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The line's labels, and the figures that stand apart at its end; without figures it is one label."""
    text = item.text.rstrip()
    if not may_hold_figures(plain):
        return (Slot(text.lstrip(), item.page, part(item, 0, len(text)), 0),) if text.strip() else (), ()
    plain = plain[: len(text)]
    words = list(_WORD.finditer(plain)) if len(text) <= _LONGEST_LABELLED_LINE else []
    first = len(words)
    while first and read_figure(words[first - 1][0]) is not None:
        first -= 1
    cut = words[first].start() if first < len(words) else len(text)
    spans = [(word.start(), word.end()) for word in words[first:]]
    glued = _glued_figure(plain[:cut])
    if glued is not None:
        spans.insert(0, (glued, len(text[:cut].rstrip())))
        cut = glued
    figures = [
        Slot(text[start:end], item.page, part(item, start, end), index)
        for index, (start, end) in enumerate(spans)
    ]
    if glued is not None:
        figures[0] = figures[0]._replace(doubt=Doubt.TOUCHING)
    ends = [gap.start() for gap in _GAP.finditer(text[:cut].rstrip())] if figures else []
    labels = [
        Slot(text[start:end].strip(), item.page, part(item, start, end), 0)
        for start, end in pairwise((0, *ends, cut))
        if plain[start:end].strip()
    ]
    return tuple(labels), tuple(figures)


def _glued_figure(text: str) -> int | None:
    """Where a figure begins that is printed without a gap after a known label."""
    bare = text.rstrip()
    match = _GLUED.fullmatch(bare) if bare.endswith(_LAST_OF_FIGURES) else None
    return match.end(1) if match and match[1] and is_known(match[1]) else None
