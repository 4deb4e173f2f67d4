"""What the file says: a value, its printed text and its provenance for every cell, never changed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gouji.model.form import Address, Form
from gouji.model.geometry import Provenance
from gouji.model.prose import Footnote, Period, Places, PrintedDate, Section

Number = int | Decimal
"""Counts are `int`; figures printed with a decimal point are `Decimal` and keep every printed digit."""


class Reading(StrEnum):
    """How sure a cell's value is."""

    CLEAR = "clear"
    """Read without an assumption."""
    DOUBTFUL = "doubtful"
    """An assumption was made, named by a `Doubt`."""
    BLANK = "blank"
    """The cell is there and empty, or holds a placeholder; it has no value."""
    MISSING = "missing"
    """The cell was not found; it has no value."""


class Doubt(StrEnum):
    """The assumption behind a doubtful cell; the value is its sentence in the JSON contract."""

    ANNOTATION = "annotation after the number"
    UNIT = "a unit stands with the number"
    SHORT_ROW = "the row has fewer figures than the form has columns"
    LONG_ROW = "the row has more figures than the form has columns"
    LABEL = "the row label was recognised only roughly"
    NO_LABEL = "the row label is missing, the row follows from its neighbours"
    TORN = "the figure was put together from two parts"
    TOUCHING = "the figure touches its neighbour"
    GLUED = "the figures were printed without anything between them"
    OVERFLOW = "the figure reaches over the border of its cell"
    COLUMN = "the column was found by counting, its head could not be read"
    REPEATED = "the cell was printed twice with different figures"
    NOT_A_NUMBER = "the printed text is not a number"
    DISPLAY = "the file shows something else than it stores"
    RECOGNISED = "recognised from a picture"
    SECOND_OPINION = "a second reading gave another figure"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the file has it."""

    value: Number | None
    raw: str | None
    """The printed text, as printed; None when the cell was not found."""
    reading: Reading
    provenance: Provenance | None = None
    doubt: Doubt | None = None
    score: float | None = None
    """How sure the recognition of a printed figure in a picture is, 0 to 1; None where the file states it."""
    second: str | None = None
    """The printed text in a second reading that found another figure; empty where it found none."""


MISSING = Cell(None, None, Reading.MISSING)
"""The cell that was not found."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a report was read from."""

    name: str
    sha256: str
    media_type: str
    pages: int
    encoding: str | None = None
    """The character encoding of a file that is shown as lines of text; None for other formats."""


@dataclass(frozen=True)
class Report:
    """What the file says. `cells` has an entry for every address of the form."""

    form: Form
    source: Source
    cells: Mapping[Address, Cell]
    unit: str | None = None
    year: int | None = None
    title: str | None = None
    title_places: Places = ()
    period: Period | None = None
    """The time that the report says its figures are about."""
    dates: tuple[PrintedDate, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    sections: tuple[Section, ...] = ()
    """In the order of the file, which need not be that of the form."""
