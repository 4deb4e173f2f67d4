"""Which cells of a table are marked, how, and what their comments say."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from gouji.checking.standing import Standing
from gouji.export.problem import correction_kind, figure
from gouji.export.workbook.contents import Contents
from gouji.export.workbook.styles import Style
from gouji.model.form import Address, Quantity
from gouji.model.report import Cell, Number, Reading
from gouji.wording import say


class Mark(StrEnum):
    """Why a figure looks different, in the order of the legend."""

    CORRECTED = "corrected"
    BROKEN = "broken"
    DOUBTFUL = "doubtful"
    MISSING = "missing"


MARK_STYLES: dict[Mark, Style] = {
    Mark.BROKEN: {"font_color": "#C00000", "underline": 1},
    Mark.DOUBTFUL: {"bg_color": "#FFF2CC", "italic": True},
    Mark.MISSING: {"pattern": 14, "bg_color": "#FFFFFF", "fg_color": "#A6A6A6"},
    Mark.CORRECTED: {"bg_color": "#BDD7EE", "bold": True},
}


PLACES = 6
"""Decimals that an amount may be given later without looking rounded; offices print at most so many."""


def marks(address: Address, contents: Contents) -> list[Mark]:
    """The marks of a cell; a correction answers a doubt, and fills in what was missing."""
    document = contents.document
    found = []
    if document.is_corrected(address):
        found.append(Mark.CORRECTED)
    if contents.standings[address] in (Standing.BROKEN, Standing.DISPUTED):
        found.append(Mark.BROKEN)
    if address not in document.corrections:
        reading = document.cell(address).reading
        if reading in (Reading.DOUBTFUL, Reading.MISSING):
            found.append(Mark(reading.value))
    return found


def mark_style(found: list[Mark]) -> Style:
    """The marks over each other."""
    return {
        name: value for mark, style in MARK_STYLES.items() if mark in found for name, value in style.items()
    }


def number_format(value: Number | None, quantity: Quantity) -> str:
    """Counts are whole; decimals keep the digits that were printed."""
    places = 0 if value is None or isinstance(value, int) else -int(value.as_tuple().exponent)
    if places > 0:
        return "0." + "0" * places + "#" * (PLACES - places)
    # An amount may be given decimals later, and must not look rounded then.
    return "General" if quantity is Quantity.AMOUNT else "0"


def comment(address: Address, contents: Contents) -> str:
    """What the file says and why it is not in force or not to be trusted, and what the reviewer noted."""
    return "\n".join(_lines(address, contents))


def _lines(address: Address, contents: Contents) -> Iterator[str]:
    found = marks(address, contents)
    cell = contents.document.cell(address)
    if Mark.CORRECTED in found:
        yield from _about_correction(address, contents)
    if Mark.DOUBTFUL in found and cell.doubt is not None:
        yield contents.say("comment_doubt", doubt=say(f"doubts.{cell.doubt.name.lower()}", contents.language))
    if Mark.MISSING in found:
        yield contents.say("comment_missing")
    if (Mark.CORRECTED in found or Mark.DOUBTFUL in found) and cell.raw:
        yield contents.say("comment_printed", raw=cell.raw) + f"（{place(cell, contents)}）"
    note = contents.review.notes.get(address)
    if note is not None:
        yield contents.say("comment_note", text=note.text)


def _about_correction(address: Address, contents: Contents) -> Iterator[str]:
    correction = contents.document.corrections[address]
    before, after = (figure(value, contents.language) for value in (correction.before, correction.after))
    yield contents.say("comment_corrected", before=before, after=after)
    yield correction_kind(correction, contents.language)
    if correction.reason:
        yield contents.say("comment_reason", reason=correction.reason)


def place(cell: Cell, contents: Contents) -> str:
    """Where the cell was read from: a page, or a line of a text file."""
    if cell.provenance is None:
        return ""
    if contents.report.source.encoding is not None:
        return contents.say("comment_line", line=int(cell.provenance.box.top) + 1)
    return contents.say("comment_page", page=cell.provenance.page)
