"""Makes the same invented report as a web page, a document and a workbook, with merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from gouji.model.form import Form, SectionHead
from gouji.model.layout import Layout, Place, lay_out
from tests.typeset import TITLE, Printed

PROSE = ("全年工作平稳有序。", "一、下一步继续加强培训。")


def shown(place: Place, printed: Printed) -> str:
    """What is printed in a place."""
    return printed[place.address] if place.address else place.text


def parts(form: Form) -> Iterator[tuple[SectionHead, Layout | None]]:
    """The sections, each with the layout of its table."""
    for section in form.sections:
        yield section, lay_out(form.by_id[section.table]) if section.table else None


def make_html(form: Form, printed: Printed, path: Path) -> None:
    lines = [f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body><h1>{TITLE}</h1>"]
    for section, layout in parts(form):
        lines.append(f"<p>{section.number}、{section.title}</p>")
        if layout is None:
            lines += [f"<p>{line}</p>" for line in PROSE]
        else:
            lines += html_table(layout, printed)
    path.write_text("\n".join([*lines, "</body></html>"]), encoding="utf-8")


def html_table(layout: Layout, printed: Printed) -> Iterator[str]:
    yield "<table>"
    for row in range(layout.height):
        cells = sorted((place for place in layout.places if place.row == row), key=lambda place: place.column)
        yield "<tr>" + "".join(
            f'<td rowspan="{place.row_span}" colspan="{place.column_span}">'
            f"<p><span>{escape(shown(place, printed)) or '&nbsp;'}</span></p></td>"
            for place in cells
        )
    yield "</table>"


def make_docx(form: Form, printed: Printed, path: Path) -> None:
    document = Document()
    document.add_paragraph(TITLE)
    for section, layout in parts(form):
        document.add_paragraph(f"{section.number}、{section.title}")
        if layout is None:
            for line in PROSE:
                document.add_paragraph(line)
            continue
        table = document.add_table(layout.height, layout.width)
        cells = [list(row.cells) for row in table.rows]
        for place in layout.places:
            last = cells[place.row + place.row_span - 1][place.column + place.column_span - 1]
            cells[place.row][place.column].merge(last).text = shown(place, printed)
    document.save(str(path))


def make_xlsx(form: Form, printed: Printed, path: Path) -> None:
    """The whole report on one sheet; figures are stored as numbers, the rest as text."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.cell(1, 1, TITLE)
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    top = 3
    for section, layout in parts(form):
        sheet.cell(top, 1, f"{section.number}、{section.title}")
        top += 1
        if layout is None:
            for line in PROSE:
                sheet.cell(top, 1, line)
                top += 1
            continue
        for place in layout.places:
            text = shown(place, printed)
            cell = sheet.cell(top + place.row, 1 + place.column)
            cell.border = border
            if place.address and text[:1].isdigit():
                decimals = len(text.partition(".")[2])
                cell.value = float(text)
                cell.number_format = "0." + "0" * decimals if decimals else "General"
            else:
                cell.value = text
            if place.row_span * place.column_span > 1:
                sheet.merge_cells(
                    start_row=top + place.row,
                    start_column=1 + place.column,
                    end_row=top + place.row + place.row_span - 1,
                    end_column=place.column + place.column_span,
                )
        top += layout.height + 1
    book.save(path)


MAKERS: dict[str, Callable[[Form, Printed, Path], None]] = {
    ".html": make_html,
    ".docx": make_docx,
    ".xlsx": make_xlsx,
}
