"""Finds last year's report of the same unit among files that may be it."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from gouji.errors import GoujiError
from gouji.loader import load
from gouji.model.comparison import Reference, is_same_unit
from gouji.sources.file import SourceFile

PATIENCE = 20.0
"""Seconds after which no other file is read."""


def find_previous(files: Iterable[SourceFile], unit: str | None, year: int | None) -> Reference | None:
    """The report of the year before by the same unit, if one of the files is it.

    Nothing is guessed: it says of itself whose it is and of which year. A file that cannot be read is none.
    """
    if unit is None or year is None:
        return None
    end = monotonic() + PATIENCE
    for file in files:
        if monotonic() > end:
            return None
        try:
            found = Reference.of(load(file).review.document)
        except (GoujiError, MemoryError):
            continue
        if found.year == year - 1 and is_same_unit(found.unit, unit):
            return found
    return None
