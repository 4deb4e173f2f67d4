"""Tables printed sideways, whose rows stand beside each other over one line of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gouji.extraction.binding.binding import Binding, Cells, doubt_places, headed, reach_over, read_cell
from gouji.extraction.binding.columns import Seating, seat
from gouji.extraction.binding.heads import Heads, PrintedHead
from gouji.extraction.binding.padding import last_row
from gouji.extraction.binding.runs import Run, run_in
from gouji.extraction.labels.book import Book
from gouji.extraction.lines.line import Line
from gouji.model.form import Address, Block
from gouji.model.report import Doubt

_DIGITS = re.compile(r"[\d,，.．\s]+")


class Chosen(NamedTuple):
    """The line that a block's figures stand in."""

    number: int
    line: Line
    glued: bool
    """Whether nothing parts its figures."""
    sole: bool
    """Whether no other line could be the one as well."""


def bind_across(
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
    runs: list[Run] = []
    merit = 0.0
    first = min((head.number for head in printed), default=0)
    below = [(number, line) for number, line in enumerate(lines) if number >= first and line.figures]
    candidates = below if printed else _headless(below, heads, located=located)
    halves = [line for line in lines[first:] if line.grid is not None and _holds_digits_only(line)]
    for block, over_block in zip(book.table.blocks, heads, strict=True):
        chosen = _choose(candidates, over_block, located=located)
        if chosen is None:
            continue
        over = over_block.over(chosen.number)
        merit += len(block.rows) * headed(over)
        if chosen.glued:
            runs.append(_run(book, block, chosen, over))
            continue
        seating = doubt_places(chosen.line, _seat(chosen, over), over)
        if _may_be_part(chosen, candidates, halves):
            seating = seating._replace(doubt=seating.doubt or Doubt.TORN)
        _add_across(cells, book, block, seating, over)
        if seating.gaps and not chosen.line.ruled:
            unproved |= {(book.table.id, row.id) for row in block.rows}
    return Binding(cells, merit, frozenset(unproved), runs=tuple(runs))


def _choose(candidates: Sequence[tuple[int, Line]], heads: Heads, *, located: bool) -> Chosen | None:
    """The first line with all figures of a block, glued or not; else one under its heads."""
    whole = [(number, line) for number, line in candidates if len(line.figures) == heads.count]
    glued = [] if whole else [each for each in candidates if run_in(each[1], heads.count)]
    if glued:
        return Chosen(*glued[0], glued=True, sole=len(glued) == 1)
    others = whole or _under_heads(candidates, heads) or (candidates if located else [])
    return Chosen(*others[0], glued=False, sole=len(whole) <= 1) if others else None


def _may_be_part(chosen: Chosen, candidates: Sequence[tuple[int, Line]], halves: Sequence[Line]) -> bool:
    """Whether a line may hold but parts of the figures: others stand by it, or halves on other pages."""
    number, line, *_ = chosen
    beside = line.loose and any(other.grid == line.grid for at, other in candidates if at != number)
    return beside or any(half.grid != line.grid for half in halves)


def _holds_digits_only(line: Line) -> bool:
    """Whether a line has no words; half a figure, as in ６８，２, is taken for a label."""
    return bool(line.labels or line.figures) and all(_DIGITS.fullmatch(slot.text) for slot in line.labels)


def _headless(
    lines: Sequence[tuple[int, Line]], heads: Sequence[Heads], *, located: bool
) -> list[tuple[int, Line]]:
    """The lines of tables with all figures of a block, where its section prints no legible head over them.

    A page end that cuts heads from figures leaves of the heads but lines of text, wrapped within each other.
    """
    counts = {each.count for each in heads if located}
    return [(number, line) for number, line in lines if line.grid is not None and len(line.zone) in counts]


def _under_heads(candidates: Sequence[tuple[int, Line]], heads: Heads) -> list[tuple[int, Line]]:
    """The lines whose cells stand under all heads, or follow them all in one line, blank ones included."""
    return [(number, line) for number, line in candidates if _is_under(line, heads.over(number), number)]


def _is_under(line: Line, over: Sequence[PrintedHead | None], number: int) -> bool:
    if not line.labels:
        return reach_over(line, over, [line]) is not None
    in_line = all(head is not None and head.number == number for head in over)
    return in_line and len(last_row(line, len(over)).zone) == len(over)


def _seat(chosen: Chosen, over: Sequence[PrintedHead | None]) -> Seating:
    line, count = chosen.line, len(over)
    if line.measured and not line.labels and len(line.zone) == count and chosen.sole:
        # There is a cell for every column, whether its head is legible or not.
        return Seating(line.zone)
    row = last_row(line, count)
    seating = seat(row, count, reach_over(row, over, [row]), even=row is not line)
    return seating if chosen.sole else seating._replace(doubt=Doubt.REPEATED)


def _add_across(
    cells: Cells, book: Book, block: Block, seating: Seating, over: list[PrintedHead | None]
) -> None:
    addresses = [Address(book.table.id, row.id, column.id) for row in block.rows for column in block.columns]
    for address, slot, head in zip(addresses, seating.slots, over, strict=True):
        if slot is not None:
            cells[address] = read_cell(slot, seating.doubt or (None if head else Doubt.COLUMN))


def _run(book: Book, block: Block, chosen: Chosen, over: Sequence[PrintedHead | None]) -> Run:
    rows = tuple(
        tuple(Address(book.table.id, row.id, column.id) for column in block.columns) for row in block.rows
    )
    by_counting = None if all(over) else Doubt.COLUMN
    return Run(chosen.line.zone[0], rows, by_counting if chosen.sole else Doubt.REPEATED)
