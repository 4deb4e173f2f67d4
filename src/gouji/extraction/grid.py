"""A page as tables of slots and lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gouji.extraction.aligned import aligned_tables, holds_rows, parted_rows
from gouji.extraction.lattice import FEWEST, Lattice, lattice
from gouji.extraction.rulings import Rule, ruled_tables
from gouji.extraction.seating import doubt_close, seat, touch
from gouji.extraction.typesetting import around, cell_text, is_wrapped_figure, spread, text_lines
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Page, Word
from gouji.sources.strip import Grid, Slot, TextLine
from gouji.sources.turning import turned, upright


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
    items: list[Grid | TextLine] = [_grid(page.number, table) for table in tables]
    items += [TextLine(spread(line), page.number, around(line)) for line in text_lines(outside)]
    return sorted(items, key=lambda item: (item.box.top, item.box.x0))


def _turned_back(item: Grid | TextLine, quarters: int, level: Page) -> Grid | TextLine:
    """What was found on the page as it is read, with its places on the page as it is seen."""

    def turn(box: Box) -> Box:
        return turned(box, -quarters, level.width, level.height)

    if isinstance(item, TextLine):
        return replace(item, box=turn(item.box))
    rows = tuple(tuple(replace(slot, box=turn(slot.box)) for slot in row) for row in item.rows)
    # Columns do not follow each other along the page as seen: only their numbers tell them apart.
    return replace(item, box=turn(item.box), rows=rows, ruled=False)


def _is_table(found: Lattice, words: Iterable[Word]) -> bool:
    """Whether lines enclose cells, and are not a frame around text or only lines between columns."""
    if len(found.ys) > FEWEST:
        return True
    return len(found.fields) > 1 and not holds_rows(
        found, [word for word in words if _is_in(word.box, found.box)]
    )


def _shared_out(words: Iterable[Word], lattices: Iterable[Lattice]) -> tuple[list[Table], list[Word]]:
    """The words by the innermost table they stand in, and those outside of all."""
    homes = sorted(lattices, key=lambda each: each.box.width * each.box.height)
    boxes = [home.box for home in homes]
    inside: list[list[Word]] = [[] for _ in homes]
    outside: list[Word] = []
    before: tuple[Word, list[Word]] | None = None
    for word in words:
        here = next((here for here, box in zip(inside, boxes, strict=True) if _is_in(word.box, box)), outside)
        if here is outside and before and touch(before[0], word):
            # The end of a figure that reaches over the border of the table.
            here = before[1]
        here.append(word)
        before = (word, here)
    tables = [_table(each, tuple(here)) for each, here in zip(homes, inside, strict=True) if here]
    return tables, outside


def _table(found: Lattice, words: tuple[Word, ...]) -> Table:
    parted = parted_rows(found, words)
    return Table(found, words) if parted is None else Table(parted, words, ruled=False)


def _is_in(word: Box, table: Box) -> bool:
    return table.contains((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)


def _grid(page: int, table: Table) -> Grid:
    rows: dict[int, list[Slot]] = {}
    fields = table.lattice.fields
    seats = seat(table.lattice, table.words)
    if not table.ruled:
        seats = doubt_close(table.lattice, seats)
    for field, (words, doubt) in zip(fields, seats, strict=True):
        slot = Slot(
            text=cell_text(words),
            page=page,
            box=field.box,
            column=field.column,
            column_span=field.column_span,
            row_span=field.row_span,
            doubt=doubt or _torn(words),
            score=min((word.score for word in words if word.score is not None), default=None),
        )
        rows.setdefault(field.row, []).append(slot)
    ordered = [tuple(sorted(rows[row], key=lambda slot: slot.column)) for row in sorted(rows)]
    return Grid(page, table.lattice.box, tuple(ordered), ruled=table.ruled)


def _torn(words: Sequence[Word]) -> Doubt | None:
    return Doubt.TORN if is_wrapped_figure(words) else None
