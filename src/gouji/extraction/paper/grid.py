"""A page as tables of slots and lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from gouji.extraction.paper.aligned import aligned_tables, holds_rows, parted_rows, parts_columns
from gouji.extraction.paper.lattice import FEWEST, Field, Lattice, lattice
from gouji.extraction.paper.off_level import doubt_off_level
from gouji.extraction.paper.rulings import Rule, ruled_tables
from gouji.extraction.paper.seating import SLACK, doubt_close, goes_on, is_figure, seat
from gouji.extraction.paper.typesetting import (
    around,
    cell_text,
    is_wrapped_figure,
    spread,
    stand_apart,
)
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Page, Word
from gouji.sources.strip import Grid, Slot, TextLine
from gouji.sources.turning import turned, upright

EDGE = 1.0
"""Points; what comes so near to a side of the page may go on beyond it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A lattice and the words that stand in it."""

    lattice: Lattice
    words: tuple[Word, ...]
    ruled: bool = True


def strips(page: Page) -> list[Grid | TextLine]:
    """The tables of a page, and the text between them, in reading order."""
    if page.sideways:
        level = upright(page)
        return [_turned_back(item, page.sideways, level) for item in strips(level)]
    lattices: list[Lattice] = []
    spare: list[Rule] = []
    for ruled in ruled_tables(page.rulings):
        found = lattice(ruled)
        if found is None or not _is_table(found, page.words):
            spare += ruled.horizontal
        else:
            lattices.append(found)
    tables, outside = _shared_out(page.words, lattices)
    aligned, lines = aligned_tables(outside, spare)
    tables += [Table(found, words, ruled=False) for found, words in aligned]
    items: list[Grid | TextLine] = [_grid(page, table) for table in tables]
    items += [TextLine(spread(line), page.number, around(line)) for line in lines]
    return sorted(items, key=lambda item: (item.box.top, item.box.x0))


def _turned_back(item: Grid | TextLine, quarters: int, level: Page) -> Grid | TextLine:
    """What was found on the page as it is read, with its places on the page as it is seen."""

    def turn(box: Box) -> Box:
        return turned(box, -quarters, level.width, level.height)

    if isinstance(item, TextLine):
        return replace(item, box=turn(item.box))
    rows = tuple(tuple(slot._replace(box=turn(slot.box)) for slot in row) for row in item.rows)
    # Columns do not follow each other along the page as seen: only their numbers tell them apart.
    return replace(item, box=turn(item.box), rows=rows, ruled=False)


def _is_table(found: Lattice, words: Iterable[Word]) -> bool:
    """Whether lines enclose cells, and are no frame around text and do not part some columns only."""
    if len(found.xs) == FEWEST:
        return False
    if len(found.ys) > FEWEST:
        return True
    inside = [word for word in words if _is_in(word.box, found.box)]
    return len(found.fields) > 1 and (parts_columns(found, inside) or not holds_rows(found, inside))


def _shared_out(words: Iterable[Word], lattices: Iterable[Lattice]) -> tuple[list[Table], list[Word]]:
    """The words by the innermost table they stand in, and those outside of all."""
    homes = sorted(lattices, key=lambda each: each.box.width * each.box.height)
    inside: list[tuple[Box, list[Word]]] = [(home.box, []) for home in homes]
    outside: list[Word] = []
    before: Word | None = None
    there = outside
    for word in words:
        here = outside
        x0, top, x1, bottom = word.box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        for box, held in inside:
            if box.contains(x, y):
                here = held
                break
        if here is outside and inside and is_figure(word):
            # A figure that begins or ends in the table reaches over its border.
            here = next((held for box, held in inside if _reaches_into(word.box, box)), outside)
        if before and (here is outside) is not (there is outside) and goes_on(before, word):
            # A figure that reaches over the border of the table, with its beginning or its end.
            if here is outside:
                here = there
            else:
                here.append(outside.pop())
        here.append(word)
        before, there = word, here
    tables = [_table(each, tuple(here)) for each, (_, here) in zip(homes, inside, strict=True) if here]
    return tables, outside


def _table(found: Lattice, words: tuple[Word, ...]) -> Table:
    parted = parted_rows(found, words)
    return Table(found, words) if parted is None else Table(parted, words, ruled=False)


def _is_in(word: Box, table: Box) -> bool:
    return table.contains((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)


def _reaches_into(word: Box, table: Box) -> bool:
    middle = (word.top + word.bottom) / 2
    beside = word.x1 - SLACK <= table.x0 or table.x1 <= word.x0 + SLACK
    return table.top <= middle <= table.bottom and not beside


def _grid(page: Page, table: Table) -> Grid:
    rows: dict[int, list[Slot]] = {}
    seats = seat(table.lattice, table.words)
    if not table.ruled:
        seats = doubt_off_level(table.lattice, doubt_close(table.lattice, seats))
    at_edge = _reaches_to_an_edge(page, table)
    for field, (words, doubt) in zip(table.lattice.fields, seats, strict=True):
        row = rows.setdefault(field.row, [])
        parts = stand_apart(words) if len(words) > 1 and not table.ruled else []
        if len(parts) > 1:
            row += [_part(page, table, field, part, doubt) for part in parts]
            continue
        seen = doubt or _torn(words) or (_cut_away(page, table, field, words) if at_edge else None)
        text, score = cell_text(words), None if page.skew is None else _score(words)
        row.append(
            Slot(text, page.number, field.box, field.column, field.column_span, field.row_span, seen, score)
        )
    ordered = [tuple(sorted(rows[row], key=attrgetter("column"))) for row in sorted(rows)]
    return Grid(page.number, table.lattice.box, tuple(ordered), ruled=table.ruled)


def _part(page: Page, table: Table, field: Field, words: Sequence[Word], doubt: Doubt | None) -> Slot:
    """A label that stands apart from others in a field, where no lines say what is one cell."""
    box = around(words)
    first, last = table.lattice.column(box.x0), table.lattice.column(box.x1)
    place = Box(box.x0, field.box.top, box.x1, field.box.bottom)
    doubt = doubt or _cut_away(page, table, field, words)
    span = last - first + 1
    return Slot(cell_text(words), page.number, place, first, span, field.row_span, doubt, _score(words))


def _score(words: Iterable[Word]) -> float | None:
    return min([word.score for word in words if word.score is not None], default=None)


def _reaches_to_an_edge(page: Page, table: Table) -> bool:
    """Whether anything of a table is so far at the side that some of it may be beyond what is shown."""
    boxes = [table.lattice.box, *[word.box for word in table.words]]
    return bool(page.cut) or any(_is_at_side(page, box) for box in boxes)


def _cut_away(page: Page, table: Table, field: Field, words: Iterable[Word]) -> Doubt | None:
    """Whether a cell, or a word in it, reaches to the edge of what is shown: nobody sees what is beyond."""
    boxes = [word.box for word in words]
    if table.ruled:
        boxes.append(field.box)
    beyond = any(_is_at_side(page, box) for box in boxes)
    hidden = any(box.overlaps(place) for place in page.cut for box in boxes)
    return Doubt.OVERFLOW if beyond or hidden else None


def _is_at_side(page: Page, box: Box) -> bool:
    return box.x0 <= EDGE or box.x1 >= page.width - EDGE


def _torn(words: Sequence[Word]) -> Doubt | None:
    return Doubt.TORN if len(words) > 1 and is_wrapped_figure(words) else None
