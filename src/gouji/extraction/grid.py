"""A page as tables of slots and lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouji.extraction.lattice import Lattice, lattice
from gouji.extraction.rulings import ruled_tables
from gouji.extraction.seating import seat
from gouji.extraction.slot import Grid, Slot, TextLine
from gouji.extraction.typesetting import around, cell_text, is_wrapped_figure, joined, text_lines
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Page, Word


@dataclass(frozen=True, slots=True)
class Table:
    """A lattice and the words that stand in it."""

    lattice: Lattice
    words: tuple[Word, ...]
    ruled: bool = True


def strips(page: Page) -> list[Grid | TextLine]:
    """The tables of a page, and the text between them, from top to bottom."""
    lattices = [found for ruled in ruled_tables(page.rulings) if (found := lattice(ruled))]
    tables, outside = _shared_out(page.words, lattices)
    items: list[Grid | TextLine] = [_grid(page.number, table) for table in tables]
    items += [TextLine(joined(line), page.number, around(line)) for line in text_lines(outside)]
    return sorted(items, key=lambda item: (item.box.top, item.box.x0))


def _shared_out(words: Iterable[Word], lattices: Iterable[Lattice]) -> tuple[list[Table], list[Word]]:
    """The words by the innermost table they stand in, and those outside of all; a mere frame is no table."""
    homes = sorted(
        (each for each in lattices if len(each.fields) > 1), key=lambda each: each.box.width * each.box.height
    )
    inside: list[list[Word]] = [[] for _ in homes]
    outside: list[Word] = []
    for word in words:
        home = next((index for index, each in enumerate(homes) if _is_in(word.box, each.box)), None)
        (outside if home is None else inside[home]).append(word)
    tables = [Table(each, tuple(here)) for each, here in zip(homes, inside, strict=True) if here]
    return tables, outside


def _is_in(word: Box, table: Box) -> bool:
    return table.contains((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)


def _grid(page: int, table: Table) -> Grid:
    rows: dict[int, list[Slot]] = {}
    fields = table.lattice.fields
    for field, (words, doubt) in zip(fields, seat(table.lattice, table.words), strict=True):
        slot = Slot(
            text=cell_text(words),
            page=page,
            box=field.box,
            column=field.column,
            column_span=field.column_span,
            row_span=field.row_span,
            doubt=doubt or _torn(words),
        )
        rows.setdefault(field.row, []).append(slot)
    ordered = [tuple(sorted(rows[row], key=lambda slot: slot.column)) for row in sorted(rows)]
    return Grid(page, table.lattice.box, tuple(ordered), ruled=table.ruled)


def _torn(words: Sequence[Word]) -> Doubt | None:
    return Doubt.TORN if is_wrapped_figure(words) else None
