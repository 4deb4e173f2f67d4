"""A page as tables of slots and lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gouji.extraction.lattice import Field, Lattice, lattice
from gouji.extraction.rulings import ruled_tables
from gouji.extraction.slot import Grid, Slot, TextLine
from gouji.extraction.typesetting import joined, text_lines
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Page, Word

SLACK = 1.5
"""Points by which a figure may reach over the border of its cell without a doubt."""


def strips(page: Page) -> list[Grid | TextLine]:
    """The ruled tables of a page, and the text between them, from top to bottom."""
    lattices = [found for ruled in ruled_tables(page.rulings) if (found := lattice(ruled))]
    inside: dict[int, list[Word]] = {index: [] for index in range(len(lattices))}
    outside: list[Word] = []
    for word in page.words:
        home = next((index for index, each in enumerate(lattices) if _is_in(word.box, each.box)), None)
        (outside if home is None else inside[home]).append(word)
    items: list[Grid | TextLine] = [
        _grid(page.number, each, inside[index]) for index, each in enumerate(lattices) if inside[index]
    ]
    items += [TextLine(joined(line), page.number, _around(line)) for line in text_lines(outside)]
    return sorted(items, key=lambda item: (item.box.top, item.box.x0))


def _is_in(word: Box, table: Box) -> bool:
    return table.contains((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)


def _grid(page: int, found: Lattice, words: Sequence[Word]) -> Grid:
    seated = _seat(found.fields, words)
    rows: dict[int, list[Slot]] = {}
    for index, field in enumerate(found.fields):
        words_here, doubt = seated[index]
        slot = Slot(
            text="".join(joined(line) for line in text_lines(words_here)),
            page=page,
            box=field.box,
            column=field.column,
            column_span=field.column_span,
            row_span=field.row_span,
            doubt=doubt or _torn(words_here),
        )
        rows.setdefault(field.row, []).append(slot)
    ordered = [tuple(sorted(rows[row], key=lambda slot: slot.column)) for row in sorted(rows)]
    return Grid(page, found.box, tuple(ordered))


Seat = tuple[list[Word], Doubt | None]


def _seat(fields: Sequence[Field], words: Iterable[Word]) -> list[Seat]:
    """The words of each field, and what had to be assumed to put them there."""
    seated: list[Seat] = [([], None) for _ in fields]
    for word in words:
        for index, part, doubt in _shares(fields, word):
            here, known = seated[index]
            here.append(part)
            seated[index] = here, known or doubt
    return seated


def _shares(fields: Sequence[Field], word: Word) -> list[tuple[int, Word, Doubt | None]]:
    """The fields that a word belongs to: one, or several that its parts were printed into side by side."""
    y = (word.box.top + word.box.bottom) / 2
    crossed = [
        (index, field.box)
        for index, field in enumerate(fields)
        if field.box.top <= y < field.box.bottom
        and min(field.box.x1, word.box.x1) - max(field.box.x0, word.box.x0) > SLACK
    ]
    if not crossed:
        return []
    if len(crossed) == 1:
        return [(crossed[0][0], word, None)]
    centres = [(box.x0 + box.x1) / 2 for _, box in crossed]
    held = [word.box.x0 <= centre <= word.box.x1 for centre in centres]
    if sum(held) > 1 or not word.text.isdigit():
        doubt = Doubt.TOUCHING if word.text.isdigit() else None
        return [(index, part, doubt) for index, box in crossed if (part := _part(word, box))]
    widest = max(crossed, key=lambda each: min(each[1].x1, word.box.x1) - max(each[1].x0, word.box.x0))
    return [(widest[0], word, Doubt.OVERFLOW)]


def _part(word: Word, box: Box) -> Word | None:
    """The characters of a word that stand in a box, taking all of them to be equally wide."""
    step = word.box.width / len(word.text)
    places = [word.box.x0 + (index + 0.5) * step for index in range(len(word.text))]
    inside = [index for index, place in enumerate(places) if box.x0 <= place < box.x1]
    if not inside:
        return None
    start, end = inside[0], inside[-1] + 1
    left, right = word.box.x0 + start * step, word.box.x0 + end * step
    return Word(word.text[start:end], Box(left, word.box.top, right, word.box.bottom))


def _torn(words: Sequence[Word]) -> Doubt | None:
    """A figure on two lines of one cell was put together."""
    lines = text_lines(words)
    figures = [all(word.text.isdigit() for word in line) for line in lines]
    return Doubt.TORN if len(lines) > 1 and all(figures) else None


def _around(words: Sequence[Word]) -> Box:
    box = words[0].box
    for word in words[1:]:
        box = box.union(word.box)
    return box
