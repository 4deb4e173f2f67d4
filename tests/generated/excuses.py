"""What no reader can know: disguises that hide what the figures are, so that marking them is right."""

from __future__ import annotations

from gouji.model.form import Address
from tests.generated.habits import Habits

TRACELESS = ("plain", "spaced", "glued", "glued rows")
"""Producers in whose files a blank cell leaves nothing at all."""
MARKED_UP = ("page", "site", "archive", "document", "library document", "workbook")
"""Producers whose files say what is a cell."""
GLUED = ("glued", "glued rows")
"""Producers that leave nothing between figures: only sums tell them apart."""


def excuse(producer: str, habits: Habits) -> str | None:
    """Why a report need not be read whole, in words; its cells must be marked all the same."""
    blank = habits.blank_columns or (habits.blanks and not habits.blank)
    if producer in TRACELESS and (blank or habits.lost_totals or habits.lost_column):
        return "cells without a trace"
    if producer in TRACELESS and habits.torn:
        return "figures with a space inside, where space is what keeps figures apart"
    if producer not in MARKED_UP and habits.lost_totals and (blank or habits.blanks or habits.lost_column):
        return "some cells blank and some not there, so that a short row does not tell which"
    if producer in GLUED and (habits.broken or habits.lost_row):
        return "figures without anything between them, and sums that do not hold"
    if producer in GLUED and (habits.separators or habits.annotations or habits.typos or habits.padded):
        return "figures without anything between them, and more than figures"
    return None


def provable(producer: str, address: Address) -> bool:
    """Whether anything but its place tells a figure.

    Glued ones of the first table have no sum, and all those of the last are one run, which often has
    several cuts that add up.
    """
    return producer not in GLUED or address.table == "requests"
