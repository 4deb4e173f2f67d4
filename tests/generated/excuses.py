"""What no reader can know: disguises that hide what the figures are, so that marking them is right."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.form import Address
from tests.generated.habits import Habits

TRACELESS = ("plain", "spaced", "glued", "glued rows")
"""Producers in whose files a blank cell leaves nothing at all."""
PARTLY_RULED = ("pdf: partly ruled", "pdf: chromium partly ruled", "pdf: writer page")
"""Producers that may draw no lines between columns, so that only heads tell a blank one."""
MARKED_UP = ("page", "site", "archive", "document", "library document", "workbook")
"""Producers whose files say what is a cell."""
GLUED = ("glued", "glued rows")
"""Producers that leave nothing between figures: only sums tell them apart."""


def excuse(producer: str, habits: Habits) -> str | None:
    """Why a report need not be read whole, in words; its cells must be marked all the same."""
    return next((reason for reason, holds in _excuses(producer, habits) if holds), None)


def _excuses(producer: str, habits: Habits) -> Iterator[tuple[str, object]]:
    """Every reason, and whether it holds."""
    unseen = habits.blank_columns or (habits.blanks and not habits.blank)
    gaps = habits.blank_columns or habits.blanks or habits.lost_column
    if producer in TRACELESS:
        yield "cells without a trace", unseen or habits.lost_totals or habits.lost_column
        yield "figures with a space inside, where spaces keep figures apart", habits.torn
    if producer in PARTLY_RULED:
        yield "cells without a trace, on pages where no head stands over them", unseen
    if producer not in MARKED_UP:
        two = habits.lost_totals and (gaps or habits.numbering == "lost")
        yield "cells blank and others not there, so that a short row does not tell which", two
    strange = habits.strange_head and (gaps or habits.lost_totals)
    yield "a head that nobody knows, over a column that may be blank, or not there", strange
    if producer in GLUED:
        yield "glued figures whose sums do not hold", habits.broken or habits.lost_row
        more = habits.separators or habits.annotations or habits.typos or habits.padded
        yield "glued figures among which stands something else", more


def provable(producer: str, address: Address) -> bool:
    """Whether anything but its place tells a figure.

    Glued ones of the first table have no sum, and all those of the last are one run, which often has
    several cuts that add up.
    """
    return producer not in GLUED or address.table == "requests"
