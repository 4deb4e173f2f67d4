"""What speaks against a repair: the less of it, the sooner it is shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Number, Reading
from gouji.model.suggestion import Reason, Slip
from gouji.repair.slips import digit_changes

Named = Mapping[Address, Collection[Number]]
"""The figures that the prose of the report names for some cells."""

STRANGENESS = {
    Slip.SECOND_READING: 0,
    Slip.PRINTED: 0,
    Slip.WORKED_OUT: 0,
    Slip.LEFT_BLANK: 1,
    Slip.LOST_DIGIT: 1,
    Slip.DOUBLED_DIGIT: 1,
    Slip.SWAPPED_DIGITS: 1,
    Slip.MISREAD_DIGIT: 1,
    Slip.RUN_TOGETHER: 1,
    Slip.EXCHANGED: 1,
    Slip.MOVED: 1,
    Slip.ROTATED: 1,
    Slip.COUNTED_TWICE: 1,
    Slip.FOLLOWED: 1,
    Slip.LEFT_OUT: 2,
    Slip.EXTRA_DIGIT: 2,
    Slip.COPIED: 2,
    Slip.EXCHANGED_AFAR: 2,
    Slip.WRONG_DIGIT: 3,
    Slip.WRONG_PLACE: 3,
    Slip.UNEXPLAINED: 4,
}
"""How unlike a slip is to what hands, eyes and text recognition do, from the likeliest up."""


class Cost(NamedTuple):
    """Compared from the first to the last."""

    cells: int = 0
    by_hand: int = 0
    """Cells that a reviewer has corrected or confirmed."""
    strangeness: int = 0
    """Of the slips that would explain the changes."""
    clearness: float = 0
    """How sure the readings of the cells are, and how well kept equations prove them."""
    prose: int = 0
    """Cells taken away from a figure which the prose names, less those brought to one."""
    digits: int = 0
    """Digits that change."""

    def plus(self, other: Cost) -> Cost:
        """What speaks against both together."""
        return Cost(
            self.cells + other.cells,
            self.by_hand + other.by_hand,
            self.strangeness + other.strangeness,
            self.clearness + other.clearness,
            self.prose + other.prose,
            self.digits + other.digits,
        )


FREE = Cost()


def strangeness(reasons: tuple[Reason, ...]) -> int:
    """How strange a story is."""
    return sum(STRANGENESS[reason.slip] for reason in reasons)


def cost_of(
    changes: Mapping[Address, Number],
    reasons: tuple[Reason, ...],
    document: Document,
    proved: Collection[Address],
    named: Named,
) -> Cost:
    """What speaks against the new values of some cells, explained by some slips."""
    return Cost(
        len(changes),
        sum(address in document.corrections for address in changes),
        strangeness(reasons),
        sum(_clearness(document, address) + (address in proved) for address in changes),
        sum(
            _against_prose(document.value(each), after, named.get(each, ()))
            for each, after in changes.items()
        ),
        sum(digit_changes(document.value(address), after) for address, after in changes.items()),
    )


def _clearness(document: Document, address: Address) -> float:
    """1 for a figure that was surely read, 0 for one that was not; between them what recognition says."""
    cell = document.cell(address)
    if cell.score is not None:
        return cell.score
    return 1 if cell.reading is Reading.CLEAR else 0


def _against_prose(before: Number | None, after: Number, named: Collection[Number]) -> int:
    return (before in named) - (after in named)
