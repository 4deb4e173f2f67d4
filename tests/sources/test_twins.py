"""Reports in the formats that say themselves what is a table, read back: every cell right and clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.extraction import extract
from gouji.library import forms
from gouji.model.form import Address
from gouji.model.report import Reading
from gouji.sources import read
from tests.extraction.test_layouts import BLANKS, silently_wrong, value_of
from tests.twins import MAKERS
from tests.typeset import TITLE, UNIT, YEAR, draw_figures, seeded

FORMS = {form.id: form for form in forms()}


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("ending", MAKERS)
def test_every_cell_is_clear_and_right(tmp_path: Path, ending: str, form_id: str) -> None:
    form = FORMS[form_id]
    printed = draw_figures(form, seeded(f"{form_id} {ending}"))
    path = tmp_path / f"report{ending}"
    MAKERS[ending](form, printed, path)
    opened = read(path)
    report = extract(opened)
    assert (report.form.id, report.year, report.unit, report.title) == (form_id, YEAR, UNIT, TITLE)
    assert {address: cell.value for address, cell in report.cells.items()} == {
        address: value_of(text) for address, text in printed.items()
    }
    assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}
    assert [section.number for section in report.sections] == ["一", "二", "三", "四", "五", "六"]
    assert report.sections[4].text == "全年工作平稳有序。\n一、下一步继续加强培训。"
    assert opened.lines is not None
    for section in report.sections:
        for text, place in [*section.prose.lines, (section.heading, section.heading_place)]:
            assert place is not None
            assert opened.lines[int(place.box.top)][int(place.box.x0) : int(place.box.x1)] == text


@pytest.mark.parametrize("ending", MAKERS)
def test_boxes_hold_what_was_read(tmp_path: Path, ending: str) -> None:
    printed = draw_figures(FORMS["2021"], seeded(ending))
    path = tmp_path / f"report{ending}"
    MAKERS[ending](FORMS["2021"], printed, path)
    opened = read(path)
    assert opened.lines is not None
    for address, cell in extract(opened).cells.items():
        assert cell.provenance is not None
        box = cell.provenance.box
        assert (cell.provenance.page, box.bottom - box.top) == (1, 1)
        assert opened.lines[int(box.top)][int(box.x0) : int(box.x1)] == printed[address] == cell.raw


@pytest.mark.parametrize("blank", BLANKS[:2])
@pytest.mark.parametrize("ending", MAKERS)
@pytest.mark.parametrize("form_id", FORMS)
def test_blank_cells_never_shift_a_figure(tmp_path: Path, form_id: str, ending: str, blank: str) -> None:
    form = FORMS[form_id]
    printed = draw_figures(form, seeded(f"{blank} {ending}"), blanks=blank)
    path = tmp_path / f"report{ending}"
    MAKERS[ending](form, printed, path)
    report = extract(read(path))
    assert report.form.id == form_id
    assert silently_wrong(report, printed) == []
    assert all(cell.value == value_of(printed[address]) for address, cell in report.cells.items())
    assert {cell.reading for cell in report.cells.values()} <= {Reading.CLEAR, Reading.BLANK}


@pytest.mark.parametrize("ending", MAKERS)
def test_columns_that_are_blank_throughout_are_blank(tmp_path: Path, ending: str) -> None:
    form = FORMS["2021"]
    printed = draw_figures(form, seeded(ending))
    for address in form.by_id["requests"].addresses:
        if address.column not in ("natural_person", "total"):
            printed[address] = ""
    path = tmp_path / f"report{ending}"
    MAKERS[ending](form, printed, path)
    cells = extract(read(path)).cells
    assert cells[Address("requests", "new", "research")].reading is Reading.BLANK
    assert all(cells[address].value == value_of(text) for address, text in printed.items())
