"""A page as tables of slots and lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    text_lines,
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
    aligned, outside = aligned_tables(outside, spare)
    tables += [Table(found, words, ruled=False) for found, words in aligned]
    items: list[Grid | TextLine] = [_grid(page, table) for table in tables]
    items += [TextLine(spread(line), page.number, around(line)) for line in text_lines(outside)]
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
    for field, (words, doubt) in zip(table.lattice.fields, seats, strict=True):
        rows.setdefault(field.row, []).extend(_slots(page, table, field, words, doubt))
    ordered = [tuple(sorted(rows[row], key=lambda slot: slot.column)) for row in sorted(rows)]
    return Grid(page.number, table.lattice.box, tuple(ordered), ruled=table.ruled)


def _slots(
    page: Page, table: Table, field: Field, words: Sequence[Word], doubt: Doubt | None
) -> Iterator[Slot]:
    """The slot of a field; several where no lines say what is one cell, and labels stand apart in it."""
    parts = [] if table.ruled or len(words) < 2 else stand_apart(words)  # noqa: PLR2004 -- one is no two parts
    drawn = [field.box] if table.ruled else []
    if len(parts) <= 1:
        doubt = doubt or _torn(words) or _cut_away(page, drawn, words)
        _, column, row_span, column_span, box = field
        yield Slot(cell_text(words), page.number, box, column, column_span, row_span, doubt, _score(words))
        return
    for part in parts:
        box = around(part)
        first, last = table.lattice.column(box.x0), table.lattice.column(box.x1)
        yield Slot(
            cell_text(part),
            page.number,
            Box(box.x0, field.box.top, box.x1, field.box.bottom),
            first,
            last - first + 1,
            field.row_span,
            doubt or _cut_away(page, drawn, part),
            _score(part),
        )


def _score(words: Iterable[Word]) -> float | None:
    scores = [word.score for word in words if word.score is not None]
    return min(scores) if scores else None


def _cut_away(page: Page, drawn: Iterable[Box], words: Iterable[Word]) -> Doubt | None:
    """Whether a cell, or a word in it, reaches to the edge of what is shown: nobody sees what is beyond."""
    left, right = EDGE, page.width - EDGE
    boxes = (*drawn, *[word.box for word in words])
    beyond = any(box.x0 <= left or box.x1 >= right for box in boxes)
    hidden = any(box.overlaps(place) for place in page.cut for box in boxes)
    return Doubt.OVERFLOW if beyond or hidden else None


def _torn(words: Sequence[Word]) -> Doubt | None:
    return Doubt.TORN if len(words) > 1 and is_wrapped_figure(words) else None
