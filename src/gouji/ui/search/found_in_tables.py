"""Cells by what is printed in them, beside them and above them."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.model.form import Address
from gouji.model.layout import Layout, Place, Role, lay_out
from gouji.session import ReviewSession
from gouji.sources.phrase import Searchable
from gouji.ui.grid.figures import show_figure


def found_in_tables(session: ReviewSession, phrase: str) -> list[Address]:
    """The cells whose figure, or whose label, has a phrase; of a label's cells the first."""
    wanted = Searchable(phrase)
    if not wanted.text:
        return []
    found: dict[Address, None] = {}
    for table in session.report.form:
        layout = lay_out(table)
        for place in layout.places:
            if place.address is not None:
                text = show_figure(session.document.value(place.address))
            else:
                text = place.text
            if any(Searchable(text).find(wanted)):
                found |= dict.fromkeys(_cells(layout, place))
    return list(found)


def _cells(layout: Layout, place: Place) -> Iterator[Address]:
    """The cell of a figure; the first of the row, the column or the table that a label names."""
    if place.address is not None:
        yield place.address
        return
    for other in layout.places:
        beside = other.row in range(place.row, place.row + place.row_span)
        below = other.row > place.row and other.column in range(
            place.column, place.column + place.column_span
        )
        if other.address is not None and (beside if place.role is Role.ROW_LABEL else below):
            yield other.address
            return
