"""Printed lines onto the cells of a table: rows by their labels, columns by their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.extraction.binding.across import bind_across
from gouji.extraction.binding.binding import (
    Binding,
    Cells,
    are_under,
    doubt_places,
    headed,
    reach_over,
    read_cell,
    stand_under,
)
from gouji.extraction.binding.columns import Seating, seat, spread
from gouji.extraction.binding.fallen import seat_fallen
from gouji.extraction.binding.heads import Heads, PrintedHead, follow_each_other, printed_heads, swapped
from gouji.extraction.binding.padding import is_even, settle_zones
from gouji.extraction.binding.rows import Entry, match_rows
from gouji.extraction.binding.runs import Run, in_form_order, run_in
from gouji.extraction.binding.torn import join_torn
from gouji.extraction.labels.book import Book
from gouji.extraction.lines.line import Line
from gouji.model.form import Block
from gouji.model.report import Doubt, Reading

Over = Sequence[PrintedHead | None]
"""The head over each column of a row."""
Seated = tuple[Entry, Seating, Over]


def bind(book: Book, lines: Sequence[Line], *, located: bool = True) -> Binding:
    """The cells of a table, from the lines it is printed in.

    `located` says that the lines are of the table's own section, so that what is printed there
    must be the table's.
    """
    lines = join_torn(book, lines)
    printed = printed_heads(book, lines)
    heads = [Heads(block, printed) for block in book.table.blocks]
    if book.across:
        return bind_across(book, lines, heads, printed, located=located)
    entries = seat_fallen(book, match_rows(book, lines))
    cells: Cells = {}
    seated = _doubt_the_odd(list(_seated(book, entries, heads)))
    for entry, seating, over in seated:
        _add(cells, book, entry, seating, over)
    _doubt_the_torn(cells, book, entries)
    loose = [(entry, seating) for entry, seating, _ in seated if not entry.line.ruled]
    uneven = any(seating.doubt or seating.gaps or seating.torn for _, seating in loose)
    unproved = _rows(book, [entry for entry, _ in loose]) if uneven else frozenset()
    gaps = _rows(book, [entry for entry, seating in loose if seating.gaps])
    alike = _rows(book, [entry for entry, seating in loose if seating.gaps and entry.line.loose])
    unruled = _rows(book, [entry for entry, _ in loose if entry.line.loose])
    runs = list(_runs(book, entries, heads))
    found = [(entry, over) for entry, _, over in (*seated, *runs)]
    merit = _merit(book, entries, found)
    return Binding(cells, merit, unproved, gaps, alike, unruled, tuple(run for _, run, _ in runs))


def _rows(book: Book, entries: Sequence[Entry]) -> frozenset[tuple[str, str]]:
    """The rows of the entries, as (table, row)."""
    rows = {book.rows[entry.row][1].id for entry in entries if entry.row is not None}
    return frozenset((book.table.id, row) for row in rows)


def _merit(book: Book, entries: Sequence[Entry], found: Sequence[tuple[Entry, Over]]) -> float:
    """One for each row found by its label under all its heads, less for the others.

    Lines of figures that are no row of the table speak against it, and so do rows that are not printed.
    """
    strangers = sum(entry.row is None and bool(entry.line.labels) for entry in entries)
    present = sum((0.5 if entry.doubt else 1.0) * headed(over) for entry, over in found)
    absent = len(book.rows) - len({entry.row for entry, _ in found}) if found else 0
    return present - strangers - absent / 2


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
    known = [(entry, book.rows[entry.row][0]) for entry in entries if entry.row is not None]
    found = [
        (entry, block, heads[book.table.blocks.index(block)].over(entry.number))
        for entry, block in known
        if run_in(entry.line, len(block.columns)) is None
    ]
    even = _without_padding(found)
    for block in book.table.blocks:
        members = [(entry, over) for entry, of, over in found if of is block]
        loose = [entry.line for entry, _ in members if not entry.line.ruled]
        for entry, over in members:
            seating = _seat(entry.line, over, loose, even=entry.number in even)
            yield entry, doubt_places(entry.line, seating, over), over


def _without_padding(found: Sequence[tuple[Entry, Block, Over]]) -> set[int]:
    """Take blank cells that only fill up the table from the entries; which lines are even then."""
    lines = [entry.line for entry, _, _ in found]
    counts = [len(over) for _, _, over in found]
    if not is_even(lines, counts):
        counts = [sum(head is not None for head in over) or len(over) for _, _, over in found]
    even = set()
    for (entry, _, _), (line, is_one) in zip(found, settle_zones(lines, counts), strict=True):
        entry.line = line
        even |= {entry.number} if is_one else set()
    return even


def _seat(line: Line, over: Over, loose: Sequence[Line], *, even: bool) -> Seating:
    """The slots of a line by columns; where heads are lacking, their columns may be as well."""
    printed = [index for index, head in enumerate(over) if head is not None]
    if len(printed) in (0, len(over)) or len(line.figures) == len(over):
        return seat(line, len(over), reach_over(line, over, loose), even=even)
    heads = [over[index] for index in printed]
    if line.ruled and len(line.zone) == len(over) and stand_under(line, printed, heads):
        # There is a cell for every column, so a head is illegible and no column lost.
        return Seating(line.zone)
    reach = reach_over(line, heads, loose)
    some = seat(line, len(printed), reach, even=even)
    whole = seat(line, len(over), None, even=even)
    if line.ruled and not are_under(line, heads):
        elsewhere = all(head is not None and head.grid != line.grid for head in heads)
        if elsewhere and len(line.zone) == len(printed) and follow_each_other(heads):
            # A part of the table with columns of its own, as many as there are heads.
            return spread(Seating(line.zone), printed, len(over), sure=False)
        return whole._replace(doubt=whole.doubt or Doubt.SHORT_ROW)
    if not reach and (some.doubt or not whole.doubt):
        return whole
    return spread(some, printed, len(over), sure=line.ruled)


def _runs(book: Book, entries: Sequence[Entry], heads: Sequence[Heads]) -> Iterator[tuple[Entry, Run, Over]]:
    """The entries whose figures are printed without anything between them, with the heads over them."""
    for entry in entries:
        if entry.row is None:
            continue
        block, _ = book.rows[entry.row]
        slot = run_in(entry.line, len(block.columns))
        if slot is not None:
            over = heads[book.table.blocks.index(block)].over(entry.number)
            by_counting = None if in_form_order(block.columns, over) else Doubt.COLUMN
            addresses = book.addresses[entry.row]
            yield entry, Run(slot, (addresses,), entry.doubt or by_counting), over


def _add(cells: Cells, book: Book, entry: Entry, seating: Seating, over: Over) -> None:
    if entry.row is None:
        return
    moved = swapped(over)
    for address, slot, head in zip(book.addresses[entry.row], seating.slots, over, strict=True):
        if slot is None:
            continue
        by_counting = Doubt.COLUMN if head is None or moved else None
        cell = read_cell(slot, entry.doubt or seating.doubt or by_counting)
        known = cells.get(address)
        if known is None:
            cells[address] = cell
        elif known.value != cell.value:
            cells[address] = replace(known, reading=Reading.DOUBTFUL, doubt=Doubt.REPEATED)


def _doubt_the_torn(cells: Cells, book: Book, entries: Sequence[Entry]) -> None:
    """Doubt the rows beside figures that belong to no row: they may be the rest of theirs."""
    for index, entry in enumerate(entries):
        line = entry.line
        if entry.row is not None or line.grid is None or (line.labels and not line.loose):
            continue
        for neighbour in (*entries[max(index - 1, 0) : index], *entries[index + 1 : index + 2]):
            if neighbour.row is not None:
                _doubt_row(cells, book, neighbour.row)


def _doubt_row(cells: Cells, book: Book, index: int) -> None:
    for address in book.addresses[index]:
        cell = cells.get(address)
        if cell is not None and cell.doubt is None:
            cells[address] = replace(cell, reading=Reading.DOUBTFUL, doubt=Doubt.TORN)
