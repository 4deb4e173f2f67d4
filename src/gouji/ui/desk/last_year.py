"""Last year's figures in words, each beside that of this year."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from gouji.model.comparing_rule import YearsRule
from gouji.model.comparison import Reference
from gouji.model.form import Address
from gouji.model.report import Cell, Reading
from gouji.model.rule import Finding
from gouji.session import ReviewSession
from gouji.ui.grid.figures import show_difference, show_figure

translate = QCoreApplication.translate
"""Under a name that Qt's tools know."""


def said(session: ReviewSession, address: Address) -> str:
    """Last year's figure of a cell, and by how much this year's differs; empty where none is compared."""
    cell = cell_of(session, address)
    if cell is None:
        return ""
    if cell.value is None:
        return _nothing(cell)
    before, after = cell.value, session.document.value(address)
    figure = show_figure(before) + _doubt(cell)
    if after is None:
        return translate("LastYear", "Last year {before}").format(before=figure)
    if after == before:
        return translate("LastYear", "Last year {before} too").format(before=figure)
    more = translate("LastYear", "Last year {before}, now {change} more")
    fewer = translate("LastYear", "Last year {before}, now {change} less")
    return (more if after > before else fewer).format(before=figure, change=show_difference(after - before))


def shown(session: ReviewSession, address: Address) -> str:
    """Last year's figure of a cell alone; empty where there is none."""
    cell = cell_of(session, address)
    return "" if cell is None else show_figure(cell.value)


def behind(session: ReviewSession, finding: Finding) -> Iterator[str]:
    """The cells of both reports that a finding between two years is about, a line each."""
    previous = session.review.previous
    if previous is None or not isinstance(finding.rule, YearsRule):
        return
    for equation in finding.rule.equations(session.report.form, previous):
        if equation.at == finding.at:
            for address in equation.previous:
                yield _line(previous.name, previous, address, previous.cell(address))
            for address in equation.members:
                cell = Cell(session.document.value(address), None, session.document.cell(address).reading)
                yield _line(session.report.source.name, previous, address, cell)


def cell_of(session: ReviewSession, address: Address) -> Cell | None:
    """The cell in last year's report; None where there is none, or its form has no such cell."""
    previous = session.review.previous
    if previous is None or address not in previous.form or not previous.is_year_before(session.report):
        return None
    return previous.cell(address)


def remarks(session: ReviewSession) -> list[str]:
    """What a reviewer should know of the report that is compared, where it may be the wrong one."""
    previous, report = session.review.previous, session.report
    if previous is None:
        return []
    told = []
    if previous.unit is None or report.unit is None:
        unknown = translate("LastYear", "It is not known whether “{file}” is of the same unit.")
        told.append(unknown.format(file=previous.name))
    elif not previous.is_of_unit(report):
        other = translate("LastYear", "“{file}” is of another unit: {unit}.")
        told.append(other.format(file=previous.name, unit=previous.unit))
    if previous.year is None or report.year is None:
        unknown = translate("LastYear", "It is not known whether “{file}” is of the year before.")
        told.append(unknown.format(file=previous.name))
    return told


def _line(file: str, reference: Reference, address: Address, cell: Cell) -> str:
    form = reference.form
    name = f"{form.row(address).label} · {form.column(address).label}"
    figure = show_figure(cell.value) or "□"
    return translate("LastYear", "{file}: {cell}: {figure}").format(
        file=file, cell=name, figure=figure + _doubt(cell)
    )


def _nothing(cell: Cell) -> str:
    if cell.reading is Reading.MISSING:
        return translate("LastYear", "Not found in last year's report")
    return translate("LastYear", "Left blank last year")


def _doubt(cell: Cell) -> str:
    return translate("LastYear", " (doubtful)") if cell.reading is Reading.DOUBTFUL else ""
