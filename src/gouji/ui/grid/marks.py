"""The marks a cell can bear, as bits of one whole number; needs no Qt."""

from __future__ import annotations

from enum import IntFlag

from gouji.checking.standing import Standing
from gouji.model.form import Address
from gouji.model.report import Reading
from gouji.session import ReviewSession


class Mark(IntFlag):
    """What there is to see about a cell besides its figure."""

    BROKEN = 1
    NOT_CHECKABLE = 2
    PROVED = 4
    DOUBTFUL = 8
    BLANK = 16
    MISSING = 32
    CORRECTED = 64
    CONFIRMED = 128
    NOTED = 256
    DISPUTED = 512


_STANDINGS = {
    Standing.BROKEN: Mark.BROKEN,
    Standing.DISPUTED: Mark.DISPUTED,
    Standing.NOT_CHECKABLE: Mark.NOT_CHECKABLE,
    Standing.PROVED: Mark.PROVED,
    Standing.UNPROVED: Mark(0),
}
_READINGS = {
    Reading.CLEAR: Mark(0),
    Reading.DOUBTFUL: Mark.DOUBTFUL,
    Reading.BLANK: Mark.BLANK,
    Reading.MISSING: Mark.MISSING,
}


def marks_of(session: ReviewSession, address: Address) -> Mark:
    """The marks of one cell. A correction takes the place of what was unsure about the reading."""
    mark = _STANDINGS[session.standings[address]]
    if address in session.review.notes:
        mark |= Mark.NOTED
    correction = session.document.corrections.get(address)
    if correction is None:
        return mark | _READINGS[session.document.cell(address).reading]
    return mark | (Mark.CONFIRMED if correction.confirms else Mark.CORRECTED)
