"""What binding a table to printed lines comes to, and the steps that every way of printing shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouji.extraction.binding.columns import Seating, column_of, places_hold, spans_hold
from gouji.extraction.binding.heads import Place, PrintedHead, places
from gouji.extraction.binding.runs import Run
from gouji.extraction.lines.line import Line
from gouji.extraction.numerals import read_figure
from gouji.model.form import Address
from gouji.model.geometry import Provenance
from gouji.model.report import Cell, Doubt, Reading
from gouji.sources.strip import Slot

Cells = dict[Address, Cell]
SHIFTED = 0.25
"""A cell whose middle is off that of its head by more than this part of its width is one of other columns."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What was found of one table."""

    cells: Cells
    """The cells that were found; the others of the table are missing."""
    merit: float = 0.0
    """How well the table explains what is printed, in rows: the more rows, the better."""
    unproved: frozenset[tuple[str, str]] = frozenset()
    """Rows, as (table, row), of a table without rulings in which some cells are empty or lost."""
    gaps: frozenset[tuple[str, str]] = frozenset()
    """Those of them that themselves have an empty or absent place."""
    alike: frozenset[tuple[str, str]] = frozenset()
    """Those of these that stand on paper, so that the same columns were found for all."""
    unruled: frozenset[tuple[str, str]] = frozenset()
    """Rows on paper without rulings, where what is cut off at the edge of a page leaves no trace."""
    runs: tuple[Run, ...] = ()
    """Rows whose figures are yet to be told apart."""

    @property
    def empty(self) -> bool:
        """Whether nothing of the table was found."""
        return not self.cells and not self.runs


NOTHING = Binding({})


def headed(over: Sequence[PrintedHead | None]) -> float:
    """What a row counts with these heads over it: 1 with all of them, a quarter with none."""
    return 0.25 + 0.75 * sum(head is not None for head in over) / len(over)


def reach_over(line: Line, over: Sequence[PrintedHead | None], loose: Sequence[Line]) -> list[Place] | None:
    """Where the columns are, if the heads can be trusted for this line."""
    if len(line.zone) == len(over) == len(line.figures):
        return None
    reach = places(over)
    if reach is None or any(head is not None and head.measured != line.measured for head in over):
        return None
    if line.marked_up:
        return reach if spans_hold(line, reach) else None
    elsewhere = line.paper and any(head is not None and head.grid != line.grid for head in over)
    if line.ruled:
        return reach if not elsewhere or _same_columns(line, reach) else None
    if elsewhere:
        # The columns of every page are found anew, so those of two pages cannot be compared.
        return None
    beside = [each for each in loose if not line.paper or each.grid == line.grid]
    return reach if places_hold(beside, reach) else None


def _same_columns(line: Line, reach: Sequence[Place]) -> bool:
    """Whether the cells of a line stand where the heads of another table have their columns."""
    for slot in line.zone:
        column = column_of(slot, reach, measured=line.measured)
        if column is None and not slot.text:
            continue  # a blank column whose head nobody knows
        start, end = reach[column] if column is not None else (0.0, 0.0)
        if abs(slot.box.x0 + slot.box.x1 - start - end) > 2 * SHIFTED * slot.box.width:
            return False
    return True


def are_under(line: Line, heads: Sequence[PrintedHead | None]) -> bool:
    """Whether every figure of a line stands under a head of its own."""
    columns = _under(line, line.figures, heads)
    return None not in columns and len(set(columns)) == len(columns)


def stand_under(line: Line, printed: Sequence[int], heads: Sequence[PrintedHead | None]) -> bool:
    """Whether those cells of a line whose columns have printed heads stand under them."""
    return _under(line, [line.zone[index] for index in printed], heads) == list(range(len(heads)))


def doubt_places(line: Line, seating: Seating, over: Sequence[PrintedHead | None]) -> Seating:
    """The figures of a line, in doubt where something speaks against the columns they were put in.

    A line with a figure for every column leaves no choice.
    """
    if seating.doubt is not None or not (line.measured or line.loose):
        return seating
    if seating.gaps and (_is_aside(line, seating, over) or _is_under_another(line, seating, over)):
        return seating._replace(doubt=Doubt.COLUMN)
    return seating._replace(slots=_doubted_beside_words(seating.slots)) if line.measured else seating


def _is_aside(line: Line, seating: Seating, over: Sequence[PrintedHead | None]) -> bool:
    """Whether no lines part the columns and a figure stands wholly beside its head.

    Where a column is blank throughout, only the heads tell which: all figures may be those of the next.
    """
    pairs = [(slot, head.slot) for slot, head in zip(seating.slots, over, strict=True) if slot and head]
    return line.loose and any(
        slot.text and slot.page == head.page and (slot.box.x1 <= head.box.x0 or head.box.x1 <= slot.box.x0)
        for slot, head in pairs
    )


def _is_under_another(line: Line, seating: Seating, over: Sequence[PrintedHead | None]) -> bool:
    """Whether a line with too few cells, or too many, has a figure under the head of another column."""
    known = [index for index, head in enumerate(over) if head is not None]
    if not line.measured or not known or len(line.zone) == len(over):
        return False
    slots = [(number, seating.slots[index]) for number, index in enumerate(known)]
    filled = [(number, slot) for number, slot in slots if slot and slot.text]
    columns = _under(line, [slot for _, slot in filled], [over[index] for index in known])
    return any(column not in (None, number) for column, (number, _) in zip(columns, filled, strict=False))


def _doubted_beside_words(slots: Sequence[Slot | None]) -> tuple[Slot | None, ...]:
    """The slots, in doubt beside words without a figure: theirs may have slipped over the line between."""
    words = {index for index, slot in enumerate(slots) if slot and read_figure(slot.text) is None}
    return tuple(
        slot._replace(doubt=slot.doubt or Doubt.TOUCHING)
        if slot and not words.isdisjoint((index - 1, index + 1))
        else slot
        for index, slot in enumerate(slots)
    )


def _under(line: Line, slots: Sequence[Slot], heads: Sequence[PrintedHead | None]) -> list[int | None]:
    """Which head each slot stands under; none, where the places of both cannot be compared."""
    reach = places(heads)
    if reach is None or any(head is not None and head.measured != line.measured for head in heads):
        return [None] * max(len(slots), 1)
    return [column_of(slot, reach, measured=line.measured) for slot in slots]


def read_cell(slot: Slot, doubt: Doubt | None = None) -> Cell:
    """The cell that a slot prints; `doubt` is what had to be assumed to find it."""
    provenance = Provenance(slot.page, slot.box)
    figure = read_figure(slot.text)
    if figure is None:
        return Cell(None, slot.text, Reading.DOUBTFUL, provenance, Doubt.NOT_A_NUMBER, slot.score)
    # What speaks against the figure itself is not taken back where sums prove its place.
    doubt = slot.doubt or doubt or figure.doubt
    reading = Reading.DOUBTFUL if doubt else figure.reading
    return Cell(figure.value, slot.text, reading, provenance, doubt, slot.score)
