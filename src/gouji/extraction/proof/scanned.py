"""Cells that were recognised in pictures: believed where they are certain and their sums agree."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from gouji.library import equations_for
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Doubt, Number, Reading, Report
from gouji.model.rule import Relation
from gouji.sources.page import Page

CERTAIN = 0.9
"""A figure with a lower score may be another one."""
Cells = Mapping[Address, Cell]


def settle_scanned(report: Report, pages: Sequence[Page]) -> Report:
    """The report with the cells of scanned pages doubted unless proved.

    A misread figure breaks the equations it stands in, so a figure in kept ones only, and in one at
    least, was read right or was misread together with others in just the same measure.
    """
    scanned = {page.number for page in pages if page.skew is not None}
    if not scanned:
        return report
    proved = _proved(report.cells, report.form)
    cells = {
        address: _settled(cell, scanned, proved=address in proved) for address, cell in report.cells.items()
    }
    return replace(report, cells=cells)


def _settled(cell: Cell, scanned: Container[int], *, proved: bool) -> Cell:
    place = cell.provenance
    if place is None or place.page not in scanned:
        return cell
    certain = proved and (cell.score is None or cell.score >= CERTAIN)
    if certain or cell.doubt is not None:
        return cell
    return replace(cell, reading=Reading.DOUBTFUL, doubt=Doubt.RECOGNISED)


def _proved(cells: Cells, form: Form) -> set[Address]:
    """The cells all of whose equations are kept; those of none are not among them."""
    kept: set[Address] = set()
    broken: set[Address] = set()
    for rule in equations_for(form.id):
        if rule.relation is Relation.EQUAL:
            for equation in rule.equations(form):
                agrees = _sum(cells, equation.left) == _sum(cells, equation.right)
                complete = all(cells[address].reading is not Reading.MISSING for address in equation.members)
                (kept if agrees and complete else broken).update(equation.members)
    return kept - broken


def _sum(cells: Cells, addresses: Iterable[Address]) -> Number:
    total: Number = 0
    for address in addresses:
        total += cells[address].value or 0
    return total
