"""Which row of a table a printed line is: by its label, and only where that fails by its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field

from gouji.extraction.labels.book import Book, ends_labels, is_known
from gouji.extraction.labels.label import ALIKE, Label, fold
from gouji.extraction.labels.mixed_label import only_row_in
from gouji.extraction.lines.line import Line
from gouji.model.report import Doubt
from gouji.sources.strip import Slot

MOST_PARTS = 4
"""A label is put together from at most so many printed texts."""
CLEARLY_BETTER = 0.1
"""By so much a label must be more like one row than like any other."""
FEWEST_ANCHORS = 3
"""Rows found word for word before any other is taken for its neighbours' sake."""

_NUMBERED = re.compile(r"(?<=\D)[0-9]{1,2}[.．、]|(?<=.)[（(][一二三四五六七][）)]")
"""Where a numbered label begins behind other words."""


@dataclass(slots=True)
class Entry:
    """A printed line with figures or blank cells, and the row it was found to be."""

    line: Line
    number: int
    """Which line of those given it is."""
    texts: list[Slot] = field(default_factory=list)
    """The label texts since the figures before, its own last."""
    row: int | None = None
    """Index of the row in the table; None while it is not known."""
    doubt: Doubt | None = None


Step = Callable[[Book, Sequence[Entry], Sequence[int]], None]
"""A way to find the rows of entries among those that are free."""


def match_rows(book: Book, lines: Sequence[Line]) -> list[Entry]:
    """An entry for every line with figures, and for every line of blank cells whose label is known."""
    filled, rest = _filled_lines(lines)
    below = [entry.texts[:-1] for entry in filled[1:]] + [rest]
    for entry, after in zip(filled, below, strict=False):
        _match_exactly(book, entry, after)
    _doubt_the_displaced(filled)
    anchored = sum(entry.row is not None for entry in filled) >= FEWEST_ANCHORS
    for step in (_match_roughly, _match_among, _match_by_count) if anchored else (_match_among,):
        _match_between(book, filled, step)
    taken = {entry.row for entry in filled}
    numbers = [entry.number for entry in filled]
    unbound = {entry.number for entry in filled if entry.row is None}
    for entry in filled if unbound else ():
        strays = _strays(lines, numbers, entry.number, unbound)
        if entry.row is not None and any(stray.grid != entry.line.grid for stray in strays):
            entry.doubt = entry.doubt or Doubt.TORN
    blank = [entry for entry in _blank_lines(book, lines, numbers, unbound) if entry.row not in taken]
    return sorted(filled + blank, key=lambda entry: entry.number)


def _filled_lines(lines: Sequence[Line]) -> tuple[list[Entry], list[Slot]]:
    """The lines with figures, and the label texts after the last of them."""
    entries: list[Entry] = []
    texts: list[Slot] = []
    for number, line in enumerate(lines):
        texts += line.labels
        if line.figures:
            entries.append(Entry(line, number, texts))
            if not line.labels and number and not lines[number - 1].figures and lines[number - 1].zone:
                # The line above has a label and cells of its own, all empty.
                entries[-1].doubt = Doubt.NO_LABEL
            texts = []
    return entries, texts


def _blank_lines(
    book: Book, lines: Sequence[Line], filled: Sequence[int], unbound: Container[int]
) -> list[Entry]:
    """The lines of blank cells; in doubt beside a line of figures that is no row: they may be its cells."""
    entries = []
    for number, line in enumerate(lines):
        if line.zone and line.labels and not line.figures:
            row = book.find(fold(line.labels[-1].text))
            if row is not None:
                beside = number - 1 in unbound or number + 1 in unbound
                doubt = Doubt.NO_LABEL if beside or any(_strays(lines, filled, number, unbound)) else None
                entries.append(Entry(line, number, list(line.labels), row, doubt))
    return entries


def _strays(
    lines: Sequence[Line], filled: Sequence[int], number: int, unbound: Container[int]
) -> Iterator[Line]:
    """The figures nearest to a line, above and below, that are of no row: they may be the rest of its own.

    `filled` are the numbers of the lines with figures. Whatever text stands between: a page that tears a
    row prints its number, and heads again, there.
    """
    above, below = bisect_left(filled, number), bisect_right(filled, number)
    for nearest in (*filled[max(above - 1, 0) : above], *filled[below : below + 1]):
        if nearest in unbound and _is_nameless(lines[nearest]):
            yield lines[nearest]


def _is_nameless(line: Line) -> bool:
    """Whether figures of a table stand under no label that could be that of their own row."""
    return line.grid is not None and not any(ends_labels(slot.text) for slot in line.labels)


def _match_exactly(book: Book, entry: Entry, after: Sequence[Slot]) -> None:
    """Find the row whose label the texts give word for word, put together with those below if need be."""
    for parts in range(1, min(MOST_PARTS, len(entry.texts)) + 1):
        printed = "".join(slot.text for slot in entry.texts[-parts:])
        row = book.find(fold(printed))
        if row is not None:
            return _settle(book, entry, row, parts)
    row = _behind_group(book, entry.texts[-1].text) if entry.texts else None
    if row is not None:
        return _settle(book, entry, row, 1)
    # Between the halves of a label torn by a page end stand the heads, printed again.
    fragments = [slot for slot in after if not is_known(slot.text)]
    for parts in (1, 2):
        printed = "".join(slot.text for slot in entry.texts[-parts:])
        for rest in fragments[:MOST_PARTS]:
            row = book.find(fold(printed + rest.text))
            if printed and row is not None:
                return _settle(book, entry, row, parts)
    return None


def _behind_group(book: Book, text: str) -> int | None:
    """The row whose label stands behind that of its group, or a part of it, in one text."""
    for number in _NUMBERED.finditer(text):
        row = book.find(fold(text[number.start() :]))
        before = fold(text[: number.start()]).words
        if row is not None and any(before in fold(group).words for group in book.rows[row][1].groups):
            return row
    return None


def _settle(book: Book, entry: Entry, row: int, parts: int) -> None:
    entry.row = row
    groups = entry.line.labels[:-parts]
    if any(book.contradicts(fold(slot.text), row) for slot in groups):
        entry.doubt = Doubt.LABEL


def _doubt_the_displaced(entries: Sequence[Entry]) -> None:
    """Doubt the rows that stand out of order: the label may belong to something else."""
    found = [entry for entry in entries if entry.row is not None]
    order = _longest_ascent([entry.row for entry in found if entry.row is not None])
    for index, entry in enumerate(found):
        if index not in order:
            entry.doubt = Doubt.LABEL


def _longest_ascent(numbers: Sequence[int]) -> set[int]:
    """Where the members of a longest ascending subsequence stand; equal neighbours count as ascending."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number + 1)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    chain = set()
    at = ends[-1] if ends else None
    while at is not None:
        chain.add(at)
        at = before[at]
    return chain


def _match_between(book: Book, entries: Sequence[Entry], step: Step) -> None:
    """Find the rows of the lines between those found, of which only those between can be meant."""
    for start, end in _gaps(entries):
        first = entries[start - 1].row if start else None
        last = entries[end].row if end < len(entries) else None
        free = range((-1 if first is None else first) + 1, len(book.rows) if last is None else last)
        taken = {entry.row for entry in entries}
        step(book, entries[start:end], [row for row in free if row not in taken])


def _gaps(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """The runs of entries whose rows are not known, as (start, end)."""
    gaps: list[tuple[int, int]] = []
    for index, entry in enumerate(entries):
        if entry.row is not None:
            continue
        if gaps and gaps[-1][1] == index:
            gaps[-1] = (gaps[-1][0], index + 1)
        else:
            gaps.append((index, index + 1))
    return gaps


def _match_roughly(book: Book, entries: Sequence[Entry], free: Sequence[int]) -> None:
    for entry in entries:
        candidates = _after_others(entries, free)
        scores = sorted(((_best_likeness(book, entry, row), -row) for row in candidates), reverse=True)
        if not scores or scores[0][0] < ALIKE:
            continue
        if len(scores) == 1 or scores[0][0] - scores[1][0] >= CLEARLY_BETTER:
            entry.row = -scores[0][1]
            entry.doubt = Doubt.LABEL


def _match_among(book: Book, entries: Sequence[Entry], free: Sequence[int]) -> None:
    """Find the rows of tables whose labels are printed whole, with pieces of others among them."""
    for entry in (entry for entry in entries if entry.line.grid is not None):
        tails = range(1, min(MOST_PARTS, len(entry.texts)) + 1)
        texts = ["".join(slot.text for slot in entry.texts[-parts:]) for parts in tails]
        # The head over its figures may stand in the line as well.
        texts += [slot.text for slot in entry.line.labels[:-1]]
        rows = (only_row_in(book, text, _after_others(entries, free)) for text in texts)
        entry.row = next((row for row in rows if row is not None), None)
        entry.doubt = entry.doubt if entry.row is None else Doubt.LABEL


def _after_others(entries: Sequence[Entry], free: Sequence[int]) -> list[int]:
    """The free rows that come after all those found."""
    return [row for row in free if not any(other.row is not None and other.row >= row for other in entries)]


def _best_likeness(book: Book, entry: Entry, row: int) -> float:
    return max((book.likeness(label, row) for label in _readings(entry)), default=0.0)


def _readings(entry: Entry) -> list[Label]:
    """What the label may be, put together from one or more texts."""
    most = min(MOST_PARTS, len(entry.texts))
    return [fold("".join(slot.text for slot in entry.texts[-parts:])) for parts in range(1, most + 1)]


def _match_by_count(book: Book, entries: Sequence[Entry], free: Sequence[int]) -> None:
    """Take lines for the rows between two that were found, where there are as many of both.

    Every line must have all its figures, and a label that says nothing else.
    """
    if len(entries) != len(free):
        return
    for entry, row in zip(entries, free, strict=True):
        columns = len(book.rows[row][0].columns)
        words = fold(entry.line.labels[-1].text).words if entry.line.labels else ""
        if len(entry.line.figures) != columns or not (words == "" or _part_of(book, words, row)):
            return
    for entry, row in zip(entries, free, strict=True):
        entry.row = row
        entry.doubt = Doubt.NO_LABEL


def _part_of(book: Book, words: str, row: int) -> bool:
    return words in fold(book.rows[row][1].label).words
