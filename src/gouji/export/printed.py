"""The corrected tables for printing, in the layout of the statute, with what is wrong with them below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from gouji.export.problem import problems, table_number
from gouji.export.problems.content import UNKNOWN
from gouji.export.problems.page import Piece, lines_of, paragraph, style_of
from gouji.export.problems.paper import BODY, GAP, HEADING, TABLE
from gouji.export.text import printable
from gouji.model.correction import Document
from gouji.model.form import Address, Table
from gouji.model.layout import Layout, Place, Role, lay_out
from gouji.model.report import Number, Reading
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.wording import say

NOTE_SIZE = 6.5
"""Points of what stands below a figure."""
_OUTER = (5.0, 10.0)
"""Percent of the width that the labels of groups take, outermost first."""
_LABELS = 46.0
"""Percent that all labels of a table take that has labels beside its figures."""
_NARROW = 9.0
"""Percent up to which a column has no room for a head on one line."""
_SHORT_LINE = 2
"""Characters that a line of a head has at least."""
_FINDING_COLUMNS = {"number": 6, "severity": 9, "place": 21, "problem": 46, "decision": 18}
"""The columns of the list by their wording, with their widths in percent."""


def tables_pieces(review: Review, findings: Sequence[Finding], language: str) -> Iterator[Piece]:
    """Title, the tables with their notes, what the marks mean, and the findings."""
    report = review.document.report
    unknown = say("workbook.unknown", language)
    unit, year = printable(report.unit or unknown), report.year or unknown
    yield paragraph(say("tables.heading", language, unit=unit, year=year), HEADING, "center")
    count = len(corrected(review.document))
    told = say("tables.made_from", language, file=printable(report.source.name), count=count)
    yield paragraph(told, TABLE, "center")._replace(above=GAP / 2)
    for table in report.form:
        yield from _table(table, review, language)
    yield from _legend(review.document, language)
    yield from _findings(review, findings, language)


def corrected(document: Document) -> list[Address]:
    """The cells that another figure is in force in than the file says."""
    return [address for address in document.report.form.addresses if document.is_corrected(address)]


def _table(table: Table, review: Review, language: str) -> Iterator[Piece]:
    document = review.document
    title = f"{table_number(document.report.form, table.id)}、{table.title}"
    yield paragraph(title, BODY._replace(bold=True))._replace(above=GAP, keeps_next=True)
    layout = lay_out(table)
    widths = _widths(layout)
    rows: list[str] = []
    for row in range(layout.height):
        places = sorted((each for each in layout.places if each.row == row), key=lambda each: each.column)
        rows.append(f"<tr>{''.join(_cell(each, widths, document, language) for each in places)}</tr>")
    yield Piece(_framed("".join(rows)), above=GAP / 4, shrinks=True)
    for note in document.report.footnotes:
        if note.table == table.id:
            yield paragraph(printable(note.text), TABLE)._replace(above=GAP / 4)


def _widths(layout: Layout) -> list[float]:
    """Percent for each column of the lattice."""
    figures = layout.width - layout.label_columns
    if not layout.label_columns:
        return [100 / figures] * figures
    outer = list(_OUTER[: layout.label_columns - 1])
    return [*outer, _LABELS - sum(outer), *[(100 - _LABELS) / figures] * figures]


def _cell(place: Place, widths: Sequence[float], document: Document, language: str) -> str:
    beside = place.role is Role.ROW_LABEL and place.row_span == 1
    spans = f'rowspan="{place.row_span}" colspan="{place.column_span}"'
    # Of a span Qt would give each column an equal share.
    width = f' width="{widths[place.column]:.2f}%"' if place.column_span == 1 else ""
    text = lines_of(_balanced(place, widths))
    content = text if place.address is None else _figure(place.address, document, language)
    return f'<td {spans}{width} align="{"left" if beside else "center"}" valign="middle">{content}</td>'


def _balanced(place: Place, widths: Sequence[float]) -> str:
    """A head over a narrow column in lines of equal length, not of three characters and one."""
    if place.role is not Role.COLUMN_HEAD or place.column_span > 1 or widths[place.column] > _NARROW:
        return place.text
    half = ceil(len(place.text) / 2)
    return place.text if half < _SHORT_LINE else f"{place.text[:half]}\n{place.text[half:]}"


def _figure(address: Address, document: Document, language: str) -> str:
    """The figure in force; in bold, with that of the file below, where these differ."""
    value, cell = document.value(address), document.cell(address)
    if document.is_corrected(address):
        before = say("tables.in_file", language, figure=_number(cell.value) or UNKNOWN)
        return f'<b>{_number(value) or UNKNOWN}</b><br><span style="font-size: {NOTE_SIZE}pt">{before}</span>'
    if address in document.corrections:
        return _number(value)
    if cell.reading is Reading.MISSING:
        return UNKNOWN
    return _number(value) + (say("tables.doubt", language) if cell.reading is Reading.DOUBTFUL else "")


def _number(value: Number | None) -> str:
    """Every digit of a figure; nothing for none."""
    return "" if value is None else f"{value:f}" if not isinstance(value, int) else str(value)


def _legend(document: Document, language: str) -> Iterator[Piece]:
    """What the marks mean that were used."""
    unsettled = {
        cell.reading for address, cell in document.report.cells.items() if address not in document.corrections
    }
    told = [("tables.legend_corrected", bool(corrected(document)))]
    told.append(("tables.legend_doubtful", Reading.DOUBTFUL in unsettled))
    told.append(("tables.legend_missing", Reading.MISSING in unsettled))
    for key, used in told:
        if used:
            yield paragraph(say(key, language), TABLE)._replace(above=GAP / 4)


def _findings(review: Review, findings: Sequence[Finding], language: str) -> Iterator[Piece]:
    heading = say("tables.findings" if findings else "tables.no_findings", language, count=len(findings))
    yield paragraph(heading, BODY._replace(bold=True))._replace(above=GAP, keeps_next=bool(findings))
    head = _row([say(f"tables.{name}", language) for name in _FINDING_COLUMNS], "th")
    for number, each in enumerate(problems(review, findings, language), start=1):
        line = (str(number), each.severity, each.place, each.message, each.decision)
        if number == 1:
            yield Piece(head, head, keeps_next=True, above=GAP / 4)
        yield Piece(_row(line, "td"), head)


def _row(texts: Sequence[str], tag: str) -> str:
    cells = []
    for text, (name, width) in zip(texts, _FINDING_COLUMNS.items(), strict=True):
        align = "left" if tag == "td" and name in ("place", "problem") else "center"
        said = lines_of(printable(text))
        cells.append(f'<{tag} width="{width}%" align="{align}" valign="middle">{said}</{tag}>')
    return _framed(f"<tr>{''.join(cells)}</tr>")


def _framed(rows: str) -> str:
    style = f"{style_of(TABLE)}; border-style: solid; border-color: black; border-collapse: collapse"
    return f'<table width="100%" border="1" cellspacing="0" cellpadding="3" style="{style}">{rows}</table>'
