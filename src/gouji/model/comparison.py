"""What a document is compared with: the report of the year before, and those of an office's units."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.report import MISSING, Cell, Reading, Report


@dataclass(frozen=True)
class Reference:
    """Another report as far as a document is compared with it: whose it is, and its figures in force."""

    form: Form
    name: str
    """Of its file."""
    sha256: str
    unit: str | None
    year: int | None
    cells: Mapping[Address, Cell] = field(repr=False)
    """Value and reading of every cell of its form; a corrected or confirmed figure is clear."""

    @classmethod
    def of(cls, document: Document) -> Reference:
        """The document as others are compared with it."""
        report = document.report
        cells = {address: _in_force(address, document) for address in report.form.addresses}
        source = report.source
        return cls(report.form, source.name, source.sha256, report.unit, report.year, MappingProxyType(cells))

    def cell(self, address: Address) -> Cell:
        """The cell; as one that was not found where the form has none."""
        return self.cells.get(address, MISSING)

    def is_year_before(self, report: Report) -> bool:
        """Whether it can be the report of the year before, as far as both say their year."""
        return self.year is None or report.year is None or self.year + 1 == report.year

    def is_of_unit(self, report: Report) -> bool:
        """Whether both name the same unit."""
        return is_same_unit(self.unit, report.unit)


@dataclass(frozen=True)
class Comparison:
    """The reports that a document is compared with; rules about one that is not there do not apply."""

    previous: Reference | None = None
    """The report of the year before."""
    units: tuple[Reference, ...] = ()
    """The reports that a superior's report sums up, its own office's among them."""


ALONE = Comparison()
"""A document that is compared with no other."""


def is_same_unit(one: str | None, other: str | None) -> bool:
    """Whether two names are known and the same, whatever their width and spaces."""
    return one is not None and other is not None and _folded(one) == _folded(other)


def _in_force(address: Address, document: Document) -> Cell:
    value = document.value(address)
    if address in document.corrections:
        return Cell(value, None, Reading.BLANK if value is None else Reading.CLEAR)
    return Cell(value, None, document.cell(address).reading)


def _folded(unit: str) -> str:
    return "".join(unicodedata.normalize("NFKC", unit).split())
