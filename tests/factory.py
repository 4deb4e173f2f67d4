"""Documents for tests, made of the few figures that matter to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from gouji.library import forms
from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Section
from gouji.model.report import MISSING, Cell, Number, Reading, Report, Source

Figure = Number | Cell
"""A number read without an assumption, or a cell with everything said about it."""

PROSE = "本年度未收取信息处理费。"
"""Says all that a section must."""

BLANK = Cell(None, "", Reading.BLANK)

__all__ = ["BLANK", "MISSING", "Figure", "form", "make_document", "now"]


def form(form_id: str) -> Form:
    """A form that ships."""
    return next(each for each in forms() if each.id == form_id)


def make_document(
    form_id: str = "2021", figures: Mapping[str, Figure] | None = None, default: Figure = 0
) -> Document:
    """A document with the figures given by address; every other cell holds the default."""
    given = {Address.parse(address): figure for address, figure in (figures or {}).items()}
    prescribed = form(form_id)
    unknown = given.keys() - prescribed.cells
    assert not unknown, f"not on form {form_id}: {unknown}"
    cells = {
        address: _cell(given.get(address, default), line) for line, address in enumerate(prescribed.addresses)
    }
    source = Source("invented.txt", "0" * 64, "text/plain", 1, "utf-8")
    sections = tuple(Section(head.number, head.title, 1, PROSE) for head in prescribed.sections)
    year = prescribed.years[0]
    return Document(Report(prescribed, source, cells, "某某市某某局", year, "年度报告", sections=sections))


def now() -> datetime:
    """A moment with its time zone, always the same."""
    return datetime(2026, 1, 9, 8, 12, 30, tzinfo=UTC)


def _cell(figure: Figure, line: int) -> Cell:
    """A cell that stands on a line of its own."""
    if isinstance(figure, Cell):
        return figure
    text = str(figure)
    return Cell(figure, text, Reading.CLEAR, Provenance(1, Box(0, line, len(text), line + 1)))
