"""Printed lines onto the cells of a table: rows by their labels, columns by their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.extraction.book import Book
from gouji.extraction.columns import Seating, even_zones, places_hold, seat
from gouji.extraction.heads import Heads, Place, PrintedHead, places, printed_heads, swapped
from gouji.extraction.line import Line
from gouji.extraction.numerals import read_figure
from gouji.extraction.rows import Entry, match_rows
from gouji.extraction.slot import Slot
from gouji.extraction.torn import join_torn
from gouji.model.form import Address, Block
from gouji.model.report import Cell, Doubt, Provenance, Reading

Cells = dict[Address, Cell]


@dataclass(frozen=True, slots=True)
class Binding:
    """What was found of one table."""

    cells: Cells
    """The cells that were found; the others of the table are missing."""
    merit: float = 0.0
    """How well the table explains what is printed, in rows: see `_merit`."""
    unproved: frozenset[tuple[str, str]] = frozenset()
    """Rows, as (table, row), of a table without rulings in which some cells are empty or lost."""


def bind(book: Book, lines: Sequence[Line], *, located: bool = True) -> Binding:
    """The cells of a table, from the lines it is printed in.

    `located` says that the lines are of the table's own section, so that what is printed there
    must be the table's.
    """
    lines = join_torn(book, lines)
    printed = printed_heads(book, lines)
    heads = [Heads(block, printed) for block in book.table.blocks]
    if book.across:
        return _bind_across(book, lines, heads, printed, located=located)
    entries = match_rows(book, lines)
    cells: Cells = {}
    seated = _doubt_the_odd(list(_seated(book, entries, heads)))
    for entry, seating, over in seated:
        _add(cells, book, entry, seating, over)
    _doubt_the_torn(cells, book, entries)
    loose = [(entry, seating) for entry, seating, _ in seated if not entry.line.ruled]
    uneven = any(seating.doubt or seating.gaps for _, seating in loose)
    rows = {book.rows[entry.row][1].id for entry, _ in loose if entry.row is not None}
    unproved = frozenset((book.table.id, row) for row in rows) if uneven else frozenset()
    return Binding(cells, _merit(book, entries, seated), unproved)


Seated = tuple[Entry, Seating, list[PrintedHead | None]]


def _merit(book: Book, entries: Sequence[Entry], seated: Sequence[Seated]) -> float:
    """One for each row found by its label under all its heads, less for the others.

    Lines of figures that are no row of the table speak against it, and so do rows that are not printed.
    """
    strangers = sum(entry.row is None and bool(entry.line.labels) for entry in entries)
    found = sum((0.5 if entry.doubt else 1.0) * _headed(over) for entry, _, over in seated)
    absent = len(book.rows) - len({entry.row for entry, _, _ in seated}) if seated else 0
    return found - strangers - absent / 2


def _headed(over: Sequence[PrintedHead | None]) -> float:
    """What a row counts with these heads over it: 1 with all of them, a quarter with none."""
    return 0.25 + 0.75 * sum(head is not None for head in over) / len(over)


def _doubt_the_odd(seated: list[Seated]) -> list[Seated]:
    """Doubt the rows with gaps where others, also without rulings, have none: theirs may be lost figures."""
    loose = [seating for entry, seating, _ in seated if not entry.line.ruled]
    if all(seating.gaps for seating in loose):
        return seated
    return [
        (entry, seating._replace(doubt=seating.doubt or Doubt.SHORT_ROW), over)
        if seating.gaps and not entry.line.ruled
        else (entry, seating, over)
        for entry, seating, over in seated
    ]


def _seated(book: Book, entries: Sequence[Entry], heads: Sequence[Heads]) -> Iterator[Seated]:
    """The entries whose rows are known, with their slots by columns and the heads over them."""
    found = [(entry, book.rows[entry.row][0]) for entry in entries if entry.row is not None]
    even = even_zones([entry.line for entry, _ in found], [len(block.columns) for _, block in found])
    for block, over_block in zip(book.table.blocks, heads, strict=True):
        members = [entry for entry, of in found if of is block]
        loose = [entry.line for entry in members if not entry.line.ruled]
        for entry in members:
            over = over_block.over(entry.number)
            reach = _reach(entry.line, over, loose)
            yield entry, seat(entry.line, len(block.columns), reach, even=even), over


def _reach(line: Line, over: list[PrintedHead | None], loose: Sequence[Line]) -> list[Place] | None:
    """Where the columns are, if the heads can be trusted for this line."""
    if len(line.zone) == len(over) == len(line.figures):
        return None
    reach = places(over)
    if reach is None or any(head is not None and head.ruled != line.ruled for head in over):
        return None
    return reach if line.ruled or places_hold(loose, reach) else None


def _add(cells: Cells, book: Book, entry: Entry, seating: Seating, over: list[PrintedHead | None]) -> None:
    if entry.row is None:
        return
    block, row = book.rows[entry.row]
    moved = swapped(over)
    for column, slot, head in zip(block.columns, seating.slots, over, strict=True):
        if slot is None:
            continue
        by_counting = Doubt.COLUMN if head is None or moved else None
        cell = read_cell(slot, entry.doubt or seating.doubt or by_counting)
        address = Address(book.table.id, row.id, column.id)
        known = cells.get(address)
        if known is None:
            cells[address] = cell
        elif known.value != cell.value:
            cells[address] = replace(known, reading=Reading.DOUBTFUL, doubt=Doubt.REPEATED)


def read_cell(slot: Slot, doubt: Doubt | None = None) -> Cell:
    """The cell that a slot prints; `doubt` is what had to be assumed to find it."""
    provenance = Provenance(slot.page, slot.box)
    figure = read_figure(slot.text)
    if figure is None:
        return Cell(None, slot.text, Reading.DOUBTFUL, provenance, Doubt.NOT_A_NUMBER, slot.score)
    doubt = doubt or slot.doubt or figure.doubt
    reading = Reading.DOUBTFUL if doubt else figure.reading
    return Cell(figure.value, slot.text, reading, provenance, doubt, slot.score)


def _doubt_the_torn(cells: Cells, book: Book, entries: Sequence[Entry]) -> None:
    """Doubt the rows beside figures that belong to no row: they may be the rest of theirs."""
    for index, entry in enumerate(entries):
        if entry.row is not None or entry.line.labels or entry.line.grid is None:
            continue
        for neighbour in (*entries[max(index - 1, 0) : index], *entries[index + 1 : index + 2]):
            if neighbour.row is not None:
                _doubt_row(cells, book, neighbour.row)


def _doubt_row(cells: Cells, book: Book, index: int) -> None:
    block, row = book.rows[index]
    for column in block.columns:
        address = Address(book.table.id, row.id, column.id)
        cell = cells.get(address)
        if cell is not None and cell.doubt is None:
            cells[address] = replace(cell, reading=Reading.DOUBTFUL, doubt=Doubt.TORN)


# ------------------------------------------------------------------ tables printed sideways


def _bind_across(
    book: Book,
    lines: Sequence[Line],
    heads: Sequence[Heads],
    printed: Sequence[PrintedHead],
    *,
    located: bool,
) -> Binding:
    """The cells of a table whose rows stand beside each other, over one line of figures."""
    cells: Cells = {}
    unproved: set[tuple[str, str]] = set()
    merit = 0.0
    first = min((head.number for head in printed), default=len(lines))
    candidates = [(number, line) for number, line in enumerate(lines) if number >= first and line.figures]
    for block, over_block in zip(book.table.blocks, heads, strict=True):
        whole = [(number, line) for number, line in candidates if len(line.figures) == over_block.count]
        for number, line in (whole or (candidates if located else []))[:1]:
            over = over_block.over(number)
            seating = seat(line, over_block.count, _reach(line, over, [line]), even=False)
            doubt = Doubt.REPEATED if len(whole) > 1 else seating.doubt
            _add_across(cells, book, block, seating._replace(doubt=doubt), over)
            merit += len(block.rows) * _headed(over)
            if seating.gaps and not line.ruled:
                unproved |= {(book.table.id, row.id) for row in block.rows}
    return Binding(cells, merit, frozenset(unproved))


def _add_across(
    cells: Cells, book: Book, block: Block, seating: Seating, over: list[PrintedHead | None]
) -> None:
    addresses = [Address(book.table.id, row.id, column.id) for row in block.rows for column in block.columns]
    for address, slot, head in zip(addresses, seating.slots, over, strict=True):
        if slot is not None:
            cells[address] = read_cell(slot, seating.doubt or (None if head else Doubt.COLUMN))
