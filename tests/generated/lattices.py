"""The tables of an invented report on their lattices, also with rows, columns and totals left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from random import Random

from gouji.model.form import Address, Table
from gouji.model.layout import Place, Role, lay_out
from tests.generated.habits import Habits
from tests.generated.manuscript import Entry, Lattice, Spot
from tests.generated.wording import Wording

TALL = 4
"""A label over so many rows may be written downwards."""


def set_table(table: Table, entries: dict[Address, Entry], wording: Wording, habits: Habits) -> Lattice:
    """The table as printed; a figure that is not among the entries leaves its place uncovered."""
    layout = lay_out(table)
    figures = [place for place in layout.places if place.address]
    printed = [place for place in figures if place.address in entries]
    heads = {place.row for place in layout.places if place.role is not Role.FIGURE}
    heads -= {place.row for place in figures}
    rows = sorted(heads | {place.row for place in printed})
    gone = {place.column for place in figures if place.column_span == 1 and table.id == "requests"} - {
        place.column for place in printed
    }
    columns = [column for column in range(layout.width) if column not in gone]
    spots = (
        _spot(place, (rows, columns), entries, wording, upright=habits.upright) for place in layout.places
    )
    return Lattice(table.id, len(columns), len(rows), tuple(spot for spot in spots if spot))


def _spot(
    place: Place,
    lattice: tuple[list[int], list[int]],
    entries: dict[Address, Entry],
    wording: Wording,
    *,
    upright: bool,
) -> Spot | None:
    """The place among the rows and columns that are printed; None where nothing of it is."""
    rows, columns = lattice
    row_span = sum(place.row <= row < place.row + place.row_span for row in rows)
    column_span = sum(place.column <= column < place.column + place.column_span for column in columns)
    if not row_span or not column_span or (place.address and place.address not in entries):
        return None
    text = entries[place.address].text if place.address else wording.label(place.text)
    return Spot(
        sum(row < place.row for row in rows),
        sum(column < place.column for column in columns),
        row_span,
        column_span,
        text,
        place.address,
        upright and place.role is Role.ROW_LABEL and row_span >= TALL,
    )


def cut_in_two(lattice: Lattice, random: Random) -> Iterator[Lattice]:
    """The two parts of a table that a page end cuts: heads may be printed again, labels of groups are cut."""
    first = min(spot.row for spot in lattice.spots if spot.address)
    places = range(first + 1, lattice.height)
    if not places:
        yield lattice
        return
    place = random.choice(places)
    heads = first if random.random() < 0.5 else 0
    again = random.random() < 0.5
    yield Lattice(lattice.table, lattice.width, place, tuple(_upper(lattice, place)))
    height = heads + lattice.height - place
    lower = (*_upper(lattice, heads), *_lower(lattice, place, heads, again=again))
    yield Lattice(lattice.table, lattice.width, height, lower)


def _upper(lattice: Lattice, end: int) -> Iterator[Spot]:
    for spot in lattice.spots:
        if spot.row < end:
            yield replace(spot, row_span=min(spot.row_span, end - spot.row))


def _lower(lattice: Lattice, start: int, heads: int, *, again: bool) -> Iterator[Spot]:
    for spot in lattice.spots:
        if spot.row >= start:
            yield replace(spot, row=spot.row - start + heads)
        elif spot.row + spot.row_span > start:
            text = spot.text if again else ""
            yield replace(spot, row=heads, row_span=spot.row + spot.row_span - start, text=text)


def arranged(table: str, rows: Collection[Collection[str]]) -> Lattice:
    """A plain table of texts, as wide as its first row."""
    spots = [
        Spot(row, column, 1, 1, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)
    ]
    return Lattice(table, len(next(iter(rows))), len(rows), tuple(spots))
