"""Cells in words: their tooltips, and what a screen reader says of them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QCoreApplication

from gouji.checking.explain import explain
from gouji.model.form import Address, Form
from gouji.model.report import Cell, Reading
from gouji.model.rule import Each, SpreadRule
from gouji.session import ReviewSession
from gouji.ui.desk import last_year
from gouji.ui.grid.figures import show_figure
from gouji.ui.grid.marks import Mark, marks_of
from gouji.ui.look.language import QT_TRANSLATE_NOOP, current_language
from gouji.wording import say

translate = QCoreApplication.translate
"""Under a name that Qt's tools know."""

MARK_NAMES = {
    Mark.BROKEN: QT_TRANSLATE_NOOP("Cells", "an equation is broken"),
    Mark.DISPUTED: QT_TRANSLATE_NOOP("Cells", "an equation is broken, another holds"),
    Mark.NOT_CHECKABLE: QT_TRANSLATE_NOOP("Cells", "cannot be checked"),
    Mark.DOUBTFUL: QT_TRANSLATE_NOOP("Cells", "doubtful reading"),
    Mark.BLANK: QT_TRANSLATE_NOOP("Cells", "left blank"),
    Mark.MISSING: QT_TRANSLATE_NOOP("Cells", "not found in the file"),
    Mark.CORRECTED: QT_TRANSLATE_NOOP("Cells", "corrected"),
    Mark.CONFIRMED: QT_TRANSLATE_NOOP("Cells", "confirmed"),
    Mark.NOTED: QT_TRANSLATE_NOOP("Cells", "noted"),
    Mark.PROVED: QT_TRANSLATE_NOOP("Cells", "proved by an equation"),
}


def mark_name(mark: Mark) -> str:
    """A mark in words."""
    return _words(MARK_NAMES[mark])


def cell_name(form: Form, address: Address) -> str:
    """A cell by the printed labels of its row and column."""
    row, column = form.row(address).label, form.column(address).label
    return f"{row} · {column}"


def spread_label(rule: SpreadRule, at: str, form: Form) -> str:
    """The printed label of the column or row that an equation stands in."""
    table = form.by_id[rule.table]
    return (table.columns[at] if rule.each is Each.COLUMN else table.rows[at]).label


def spoken(session: ReviewSession, address: Address) -> str:
    """Row, column, value and marks in one line."""
    figure = show_figure(session.document.value(address)) or translate("Cells", "no figure")
    names = [_words(text) for mark, text in MARK_NAMES.items() if mark & marks_of(session, address)]
    cell = session.document.cell(address)
    if cell.second is not None and address not in session.document.corrections:
        names.append(_readings(cell))
    note = session.review.notes.get(address)
    if note is not None:
        names.append(note.text)
    before = last_year.said(session, address)
    if before:
        names.append(before)
    return ", ".join([cell_name(session.report.form, address), figure, *names])


def tooltip(session: ReviewSession, address: Address) -> str:
    """What the file says, why the cell is marked, and where it was read."""
    name = escape(cell_name(session.report.form, address))
    lines = "".join(f"<p style='margin:4px 0 0 0'>{escape(line)}</p>" for line in _lines(session, address))
    return f"<p style='margin:0'><b>{name}</b></p>{lines}"


def described(session: ReviewSession, address: Address) -> str:
    """The same in plain words, for a screen reader to go on with."""
    return "\n".join(_lines(session, address))


def _lines(session: ReviewSession, address: Address) -> Iterator[str]:
    yield _origin(session, address)
    cell = session.document.cell(address)
    if cell.doubt is not None:
        yield translate("Cells", "Doubtful: {why}").format(
            why=say(f"doubts.{cell.doubt.name.lower()}", current_language())
        )
    if cell.second is not None:
        yield _readings(cell)
    correction = session.document.corrections.get(address)
    if correction is not None and correction.confirms:
        yield translate("Cells", "Confirmed by the reviewer")
    elif correction is not None:
        after = show_figure(correction.after) or translate("Cells", "no figure")
        yield translate("Cells", "Corrected to {after}").format(after=after)
    note = session.review.notes.get(address)
    if note is not None:
        yield translate("Cells", "Note: {text}").format(text=note.text)
    before = last_year.said(session, address)
    if before:
        yield before
    for finding in session.findings:
        if address in finding.members:
            yield explain(finding, session.document, current_language())
    if marks_of(session, address) & Mark.PROVED:
        yield translate("Cells", "Proved: an equation that holds would notice a change")


def _readings(cell: Cell) -> str:
    """What two readings say of a cell."""
    nothing = translate("Cells", "no figure")
    said = translate("Cells", "First reading {first}, second reading {second}")
    return said.format(first=show_figure(cell.value) or nothing, second=cell.second or nothing)


def _origin(session: ReviewSession, address: Address) -> str:
    cell = session.document.cell(address)
    if cell.reading is Reading.MISSING:
        return translate("Cells", "Not found in the file")
    if cell.reading is Reading.BLANK and not (cell.raw or "").strip():
        said = translate("Cells", "The file leaves this cell empty")
    else:
        said = translate("Cells", "The file says “{raw}”").format(raw=(cell.raw or "").strip())
    if cell.provenance is None:
        return said
    if session.report.source.encoding is not None:
        return said + translate("Cells", ", line {line}").format(line=int(cell.provenance.box.top) + 1)
    return said + translate("Cells", ", page {page}").format(page=cell.provenance.page)


def _words(text: str) -> str:
    return translate("Cells", text)
