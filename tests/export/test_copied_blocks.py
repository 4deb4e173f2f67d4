"""What the desk copies, opened by LibreOffice as it opens a clipboard, and copied back from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gouji.library import forms
from gouji.model.form import Form, Table
from gouji.ui.clipboard.copied import copied_with_heads
from gouji.ui.clipboard.lines import read_lines
from gouji.ui.clipboard.markup import read_markup, write_markup
from gouji.ui.clipboard.pasting import plan

TABLES = [(each, table) for each in forms() for table in each]


@pytest.mark.office
@pytest.mark.parametrize(("of", "table"), TABLES, ids=[f"{each.id} {table.id}" for each, table in TABLES])
def test_a_table_with_its_heads_goes_through_libreoffice(
    of: Form, table: Table, tmp_path: Path, convert: Callable[..., Path]
) -> None:
    figures = {address: 100 + number for number, address in enumerate(table.addresses)}
    page = tmp_path / "block.html"
    block = copied_with_heads(table, figures.keys(), lambda each: str(figures[each]))
    page.write_text(write_markup(block), encoding="utf-8")
    book = convert(page, "xlsx:Calc MS Excel 2007 XML", "HTML (StarCalc)")
    sheet = load_workbook(book).active
    assert sheet is not None
    lines = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    as_text = read_lines("\n".join("\t".join(cells) for cells in lines))
    as_page = read_markup(convert(book, "html:HTML (StarCalc)").read_text(encoding="utf-8"))
    assert as_page is not None
    for back in (as_text, as_page):
        pasting = plan(back, of, table.addresses[0], {table.addresses[0]})
        assert pasting.values == figures
        assert (pasting.refused, pasting.is_unsure) == ((), False)
