"""What a screen reader is told of a cell: row, column, value, what is wrong; through Qt's own interface."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from gouji.model.form import Address
from gouji.ui.grid.model import DESCRIBED, SPOKEN
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, DOUBTFUL, MISSED, NEW, Bench, focus, focus_key


def told(bench: Bench, address: Address) -> QAccessibleInterface:
    """The cell as assistive technology meets it."""
    view = bench.view(address.table)
    place = view.visualRect(bench.model(address.table).index_of(address)).center()
    on_screen = view.viewport().mapToGlobal(place)
    cell = QAccessible.queryAccessibleInterface(view).childAt(on_screen.x(), on_screen.y())
    assert cell.role() == QAccessible.Role.Cell
    return cell


def test_a_cell_has_a_name_with_row_column_value_and_marks(opened: Opened) -> None:
    bench = opened()
    name = QAccessible.Text.Name
    assert told(bench, DONE).text(name) == "（七）总计 · 自然人, 50, an equation is broken"
    assert told(bench, DOUBTFUL).text(name) == "规章 · 本年制发件数, 22, doubtful reading"
    assert told(bench, MISSED).text(name).startswith("二、上年结转政府信息公开申请数量 · 商业企业, no figure")
    bench.session.edit(DONE, 51)
    bench.session.note(DONE, "待核实")
    assert (
        told(bench, DONE).text(name)
        == "（七）总计 · 自然人, 51, corrected, noted, proved by an equation, 待核实"
    )


def test_a_cell_says_what_the_file_says_and_what_is_wrong(opened: Opened) -> None:
    bench = opened()
    index = bench.model("requests").index_of(DONE)
    lines = index.data(DESCRIBED).splitlines()
    assert lines[0].startswith("The file says “50”")
    broken = [finding for finding in bench.session.findings if DONE in finding.members]
    assert broken
    assert len(lines) == 1 + len(broken)
    assert "50" in lines[1]
    assert "<" not in index.data(DESCRIBED)


def test_every_cell_of_every_table_has_a_name(opened: Opened) -> None:
    bench = opened()
    for address in bench.session.report.form.addresses:
        model = bench.model(address.table)
        spoken = model.data(model.index_of(address), SPOKEN)
        row, column = (bench.session.report.form.row(address), bench.session.report.form.column(address))
        assert spoken.startswith(f"{row.label} · {column.label}, ")


def test_the_tables_and_their_editor_have_names(opened: Opened) -> None:
    bench = opened()
    assert [view.accessibleName() for view in bench.window.tables.views] == [
        table.title for table in bench.session.report.form
    ]
    bench.go(NEW)
    focus_key(Qt.Key.Key_F2)
    assert focus().accessibleName() == "Figure: 一、本年新收政府信息公开申请数量 · 自然人"
