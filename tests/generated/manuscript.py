"""A report before it is printed: what is to be set, and the truth of every cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gouji.model.form import Address, Form
from gouji.model.report import Number


@dataclass(frozen=True, slots=True)
class Entry:
    """What is printed in a cell, and the figure that a reader takes from it."""

    text: str
    """May be empty, a placeholder, or a figure with a note behind it."""
    value: Number | None
    """None for a blank cell."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the table as printed, merged cells as one: a head, a label or a figure."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    address: Address | None = None
    """Set where a figure stands."""
    upright: bool = False
    """Whether the label is written downwards, character below character."""


@dataclass(frozen=True)
class Lattice:
    """A table as printed: its spots cover `width` × `height` places without overlap.

    A place that no spot covers is that of a cell which is not printed.
    """

    table: str
    width: int
    height: int
    spots: tuple[Spot, ...]

    def line(self, row: int) -> list[Spot]:
        """The spots that begin on a row, from left to right."""
        return sorted((spot for spot in self.spots if spot.row == row), key=lambda spot: spot.column)


@dataclass(frozen=True)
class Manuscript:
    """A whole report in reading order: lines of text, and tables between them."""

    form: Form
    unit: str
    year: int
    blocks: tuple[str | Lattice, ...]
    entries: Mapping[Address, Entry]
    """The cells that are printed; a cell of the form that is not among them is missing."""

    @property
    def lattices(self) -> Iterator[Lattice]:
        return (block for block in self.blocks if isinstance(block, Lattice))
