"""Tables printed sideways, whose rows stand beside each other over one line of figures."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.extraction.binding import Binding, Cells, doubt_aside, headed, reach_over, read_cell
from gouji.extraction.book import Book
from gouji.extraction.columns import Seating, seat
from gouji.extraction.heads import Heads, PrintedHead
from gouji.extraction.line import Line
from gouji.extraction.padding import last_row
from gouji.extraction.runs import Run, run_in
from gouji.model.form import Address, Block
from gouji.model.report import Doubt


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
    candidates = _below_heads(lines, printed) if printed else _headless(lines, heads, located=located)
    for block, over_block in zip(book.table.blocks, heads, strict=True):
        whole = [(number, line) for number, line in candidates if len(line.figures) == over_block.count]
        glued = [] if whole else [each for each in candidates if run_in(each[1], over_block.count)]
        for number, line in glued[:1]:
            over = over_block.over(number)
            runs.append(_run(book, block, line, over, sole=len(glued) == 1))
            merit += len(block.rows) * headed(over)
        others = whole or _under_heads(candidates, over_block) or (candidates if located else [])
        for number, line in [] if glued else others[:1]:
            over = over_block.over(number)
            seating = _seat(line, over_block.count, over, repeated=len(whole) > 1)
            seating = doubt_aside(line, seating, over)
            if line.loose and any(other.grid == line.grid for at, other in candidates if at != number):
                # Without rulings, what stands above or below may be a part of these figures.
                seating = seating._replace(doubt=seating.doubt or Doubt.TORN)
            _add_across(cells, book, block, seating, over)
            merit += len(block.rows) * headed(over)
            if seating.gaps and not line.ruled:
                unproved |= {(book.table.id, row.id) for row in block.rows}
    return Binding(cells, merit, frozenset(unproved), runs=tuple(runs))


def _below_heads(lines: Sequence[Line], printed: Sequence[PrintedHead]) -> list[tuple[int, Line]]:
    """The lines with figures that stand below the first head."""
    first = min(head.number for head in printed)
    return [(number, line) for number, line in enumerate(lines) if number >= first and line.figures]


def _headless(lines: Sequence[Line], heads: Sequence[Heads], *, located: bool) -> list[tuple[int, Line]]:
    """The lines of tables with all figures of a block, where its section prints no legible head over them.

    A page end that cuts heads from figures leaves of the heads but lines of text, wrapped within each other.
    """
    counts = {each.count for each in heads if located}
    return [
        (number, line)
        for number, line in enumerate(lines)
        if line.grid is not None and line.figures and len(line.zone) in counts
    ]


def _under_heads(candidates: Sequence[tuple[int, Line]], heads: Heads) -> list[tuple[int, Line]]:
    """The lines whose cells stand under all heads, or follow them all in one line, blank ones included."""
    return [(number, line) for number, line in candidates if _is_under(line, heads.over(number), number)]


def _is_under(line: Line, over: Sequence[PrintedHead | None], number: int) -> bool:
    if not line.labels:
        return reach_over(line, over, [line]) is not None
    in_line = all(head is not None and head.number == number for head in over)
    return in_line and len(last_row(line, len(over)).zone) == len(over)


def _seat(line: Line, count: int, over: Sequence[PrintedHead | None], *, repeated: bool) -> Seating:
    if line.measured and not line.labels and len(line.zone) == count and not repeated:
        # There is a cell for every column, whether its head is legible or not.
        return Seating(line.zone)
    row = last_row(line, count)
    seating = seat(row, count, reach_over(row, over, [row]), even=row is not line)
    return seating._replace(doubt=Doubt.REPEATED) if repeated else seating


def _add_across(
    cells: Cells, book: Book, block: Block, seating: Seating, over: list[PrintedHead | None]
) -> None:
    addresses = [Address(book.table.id, row.id, column.id) for row in block.rows for column in block.columns]
    for address, slot, head in zip(addresses, seating.slots, over, strict=True):
        if slot is not None:
            cells[address] = read_cell(slot, seating.doubt or (None if head else Doubt.COLUMN))


def _run(book: Book, block: Block, line: Line, over: Sequence[PrintedHead | None], *, sole: bool) -> Run:
    rows = tuple(
        tuple(Address(book.table.id, row.id, column.id) for column in block.columns) for row in block.rows
    )
    by_counting = None if all(over) else Doubt.COLUMN
    return Run(line.zone[0], rows, by_counting if sole else Doubt.REPEATED)
