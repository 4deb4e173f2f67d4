"""The sums as a checksum of the reading: what they take back, and what they leave in doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gouji.extraction.proof.belief import believe_proved, doubt_broken, doubt_unproved
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading
from tests.balanced import balanced_figures
from tests.extraction.test_layouts import FORMS
from tests.typeset import seeded

FORM = FORMS["2021"]
PRINTED = balanced_figures(FORM, seeded("proof"), largest=99)
Cells = dict[Address, Cell]


def read(doubts: Callable[[Address], Doubt | None] = lambda _: None) -> Cells:
    """The cells as printed, with doubts."""
    cells = {}
    for address, text in PRINTED.items():
        if address.table == "requests":
            doubt = doubts(address)
            cells[address] = Cell(int(text), text, Reading.DOUBTFUL if doubt else Reading.CLEAR, None, doubt)
    return cells


def other(cells: Cells, row: str, column: str, value: int | None) -> None:
    address = Address("requests", row, column)
    blank = cells[address].reading if value is not None else Reading.BLANK
    cells[address] = replace(cells[address], value=value, reading=blank)


def marked(cells: Cells) -> set[str]:
    return {address.row for address, cell in cells.items() if cell.doubt}


def in_rows(doubt: Doubt, *rows: str) -> Callable[[Address], Doubt | None]:
    return lambda address: doubt if address.row in rows else None


def test_a_single_row_in_doubt_is_proved_by_its_sums() -> None:
    for doubt in (Doubt.LABEL, Doubt.NO_LABEL, Doubt.COLUMN, Doubt.SHORT_ROW):
        for row in ("new", "granted", "total", "carried_out"):
            cells = read(in_rows(doubt, row))
            believe_proved(cells, FORM)
            assert marked(cells) == set()


def test_doubts_of_other_kinds_stay() -> None:
    for doubt in (Doubt.TORN, Doubt.TOUCHING, Doubt.OVERFLOW, Doubt.LONG_ROW, Doubt.RECOGNISED, Doubt.GLUED):
        cells = read(in_rows(doubt, "granted"))
        believe_proved(cells, FORM)
        assert marked(cells) == {"granted"}


def test_two_rows_in_doubt_may_have_changed_places() -> None:
    cells = read(in_rows(Doubt.NO_LABEL, "granted", "partly_granted"))
    believe_proved(cells, FORM)
    assert marked(cells) == {"granted", "partly_granted"}


def test_rows_in_doubt_in_different_sums_are_proved_apart() -> None:
    cells = read(in_rows(Doubt.NO_LABEL, "granted", "carried_in"))
    believe_proved(cells, FORM)
    assert marked(cells) == set()


def test_a_broken_sum_proves_nothing() -> None:
    cells = read(in_rows(Doubt.LABEL, "granted"))
    other(cells, "partly_granted", "business", 1_000)
    believe_proved(cells, FORM)
    assert marked(cells) == {"granted"}


def test_a_row_of_zeros_proves_nothing() -> None:
    cells = read(in_rows(Doubt.LABEL, "granted"))
    for column in FORM.by_id["requests"].columns:
        gone = int(PRINTED[Address("requests", "granted", column)])
        for row in ("granted", "total", "new"):
            other(cells, row, column, int(PRINTED[Address("requests", row, column)]) - gone)
    believe_proved(cells, FORM)
    assert marked(cells) == {"granted"}


def test_a_lost_cell_proves_nothing() -> None:
    cells = read(in_rows(Doubt.SHORT_ROW, "granted"))
    del cells[Address("requests", "granted", "research")]
    believe_proved(cells, FORM)
    assert marked(cells) == {"granted"}


def test_equal_figures_are_the_same_in_any_order() -> None:
    """公益 法律 其他: heads that cannot be read; 0 0 0 is 0 in each, 0 4 0 is not."""
    unread = ("public_interest", "legal_service", "other_org")
    cells = read(lambda address: Doubt.COLUMN if address.column in unread else None)
    for row, figures in (("granted", (0, 0, 0)), ("partly_granted", (0, 4, 0))):
        for column, figure in zip(unread, figures, strict=True):
            other(cells, row, column, figure)
        known = [cells[Address("requests", row, each)].value or 0 for each in FORM.by_id["requests"].columns]
        other(cells, row, "total", int(sum(known[:-1])))
    believe_proved(cells, FORM)
    assert "granted" not in marked(cells)
    assert "partly_granted" in marked(cells)


def test_where_blanks_are_the_rule_the_columns_are_asked_too() -> None:
    """A blank cell left no trace and a 0 is printed twice: the row adds up, but two columns do not."""
    rows = frozenset(("requests", row) for row in FORM.by_id["requests"].rows)
    gaps = frozenset([("requests", "denied_security"), ("requests", "denied_internal")])
    cells = read()
    moved = int(PRINTED[Address("requests", "granted", "business")])
    assert moved
    other(cells, "granted", "business", 0)
    other(cells, "granted", "research", int(PRINTED[Address("requests", "granted", "research")]) + moved)
    doubt_unproved(cells, FORM, rows, frozenset())
    assert marked(cells) == set()
    doubt_unproved(cells, FORM, rows, gaps)
    assert {address.column for address, cell in cells.items() if cell.doubt} == {"business", "research"}
    assert cells[Address("requests", "granted", "business")].doubt is Doubt.SHORT_ROW


def test_a_row_of_zeros_is_doubted_whole_where_any_column_of_it_is() -> None:
    """Its figures may have moved together, and its own sum is kept wherever they stand."""
    cells = read()
    for column in {address.column for address in cells}:
        both = sum(int(PRINTED[Address("requests", row, column)]) for row in ("granted", "partly_granted"))
        other(cells, "granted", column, None)
        other(cells, "partly_granted", column, both + (column == "business"))
    rows = gaps = frozenset({("requests", "granted"), ("requests", "partly_granted")})
    doubt_unproved(cells, FORM, rows, gaps)
    row = [cell for address, cell in cells.items() if address.row == "granted"]
    assert len(row) == 7
    assert {cell.reading for cell in row} == {Reading.DOUBTFUL}


def test_tables_with_rulings_keep_what_the_office_printed() -> None:
    cells = read()
    other(cells, "granted", "business", 1_000)
    doubt_unproved(cells, FORM, frozenset(), frozenset())
    believe_proved(cells, FORM)
    assert marked(cells) == set()


ROWS = [("requests", row.id) for block in FORM.by_id["requests"].blocks for row in block.rows]


def test_rows_are_doubted_where_most_break_their_sums() -> None:
    """The ends of all totals are cut off at the edge of the page."""
    cells = read()
    cut = [row for table, row in ROWS if cells[Address(table, row, "total")].value]
    for row in cut:
        other(cells, row, "total", 0)
    doubt_broken(cells, FORM, ROWS)
    assert marked(cells) == set(cut)


def test_rows_are_believed_where_few_break_their_sums() -> None:
    cells = read()
    for row in ("new", "granted", "total"):
        other(cells, row, "total", 100_000)
    doubt_broken(cells, FORM, ROWS)
    assert marked(cells) == set()
