"""What a reading saw on a page, to be drawn over it for those who work on the readers."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from gouji.model.geometry import Box


class Seen(StrEnum):
    """Whose eyes a page is drawn with."""

    FIRST = "first"
    """Ruling lines, slots of tables, and the cells of the form, labelled."""
    SECOND = "second"
    """The tables as pdfplumber draws them when it is debugged."""


class Outline(NamedTuple):
    """What the first reading saw on a page, in points from its top left."""

    rulings: tuple[Box, ...]
    slots: tuple[Box, ...]
    """The places of printed tables."""
    labels: tuple[tuple[Box, str], ...]
    """Where the cells of the form were read from, each with its name."""
