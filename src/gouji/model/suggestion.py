"""What might mend a report: new values that await consent, each with the slip that would explain it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.rule import Finding, FindingKey


class Slip(StrEnum):
    """How a right figure may have become the one in force; each has its sentence in the translations."""

    SECOND_READING = "second_reading"
    """A second reading of the file gave the right figure."""
    PRINTED = "printed"
    """The right figure stands in the printed text of the cell."""
    LEFT_BLANK = "left_blank"
    LOST_DIGIT = "lost_digit"
    DOUBLED_DIGIT = "doubled_digit"
    SWAPPED_DIGITS = "swapped_digits"
    MISREAD_DIGIT = "misread_digit"
    """One digit taken for another that looks like it."""
    EXTRA_DIGIT = "extra_digit"
    WRONG_DIGIT = "wrong_digit"
    COPIED = "copied"
    """The figure of the cell beside, above or below was repeated."""
    RUN_TOGETHER = "run_together"
    """The figure and its neighbour were taken for one."""
    EXCHANGED = "exchanged"
    """Two neighbours stand in each other's place."""
    EXCHANGED_AFAR = "exchanged_afar"
    """Two figures of one row or column that are no neighbours stand in each other's place."""
    MOVED = "moved"
    """The figure stands in the cell beside, above or below, and its own holds nothing."""
    ROTATED = "rotated"
    """Three figures of a row or column stand one place on."""
    WRONG_PLACE = "wrong_place"
    """Some cases were counted in another column or row."""
    COUNTED_TWICE = "counted_twice"
    """A total that counts one of its members twice."""
    LEFT_OUT = "left_out"
    """A total that leaves one of its members out."""
    FOLLOWED = "followed"
    """A wrong figure was added up into a total."""
    WORKED_OUT = "worked_out"
    """The one figure that is missing in an equation."""
    UNEXPLAINED = "unexplained"
    """All its equations hold with the new figure; nothing tells how it went wrong."""


class Reason(NamedTuple):
    """A slip that explains the change of a cell, where that has a part in it, together with another's."""

    slip: Slip
    cell: Address
    other: Address | None = None


class Suggestion(NamedTuple):
    """New values that would mend findings, awaiting consent."""

    values: Mapping[Address, Number]
    reasons: tuple[Reason, ...]
    settles: tuple[FindingKey, ...]


class Outlook(NamedTuple):
    """What would become of the findings if a suggestion were applied."""

    settles: tuple[Finding, ...]
    """Those that would be there no more."""
    brings: tuple[Finding, ...]
    """Those that are not there yet."""
