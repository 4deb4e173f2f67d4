"""Typesets invented reports as text, the way offices and converters do: one report, many layouts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from gouji.model.form import Address, Form, Quantity, Table
from gouji.model.layout import Place, lay_out

Printed = Mapping[Address, str]
"""What is printed in every cell."""

TITLE = "某某县农机推广站2023年政府信息公开工作年度报告"
UNIT = "某某县农机推广站"
YEAR = 2023


@dataclass(frozen=True)
class Piece:
    """One lattice place of a table: the text that begins there, or what reaches into it from where."""

    text: str = ""
    begins: bool = False
    from_left: bool = False


Lattice = list[list[Piece]]


def seeded(seed: object) -> Random:
    """The same chances for the same seed."""
    return Random(str(seed))  # noqa: S311 -- no secrets here


def draw_figures(
    form: Form, random: Random, *, largest: int = 99_999, blanks: str | None = None
) -> dict[Address, str]:
    """Printed figures whose rows add up; a third of them `blanks`, where that is given."""
    printed: dict[Address, str] = {}
    for table in form:
        for row in table.rows.values():
            addresses = [address for address in table.addresses if address.row == row.id]
            values = [random.randint(0, largest) for _ in addresses]
            texts = [str(value) for value in values]
            for index, address in enumerate(addresses):
                if blanks is not None and random.random() < 1 / 3:
                    values[index], texts[index] = 0, blanks
                elif form.column(address).quantity is Quantity.AMOUNT:
                    texts[index] = f"{values[index]}.{random.randint(0, 999_999):06}"
            if addresses[-1].column == "total":
                texts[-1] = str(sum(values[:-1]))
            printed |= dict(zip(addresses, texts, strict=True))
    return printed


def lattice(table: Table, printed: Printed) -> Lattice:
    """The table as a rectangle of pieces."""
    layout = lay_out(table)
    rows = [[Piece()] * layout.width for _ in range(layout.height)]
    for place in layout.places:
        for down in range(place.row_span):
            for right in range(place.column_span):
                rows[place.row + down][place.column + right] = _piece(place, printed, down, right)
    return rows


def _piece(place: Place, printed: Printed, down: int, right: int) -> Piece:
    if down or right:
        return Piece(from_left=right > 0)
    return Piece(printed[place.address] if place.address else place.text, begins=True)


def tabs(rows: Lattice) -> list[str]:
    """Rows of cells between tabs, merged cells empty but for the first."""
    return ["\t".join(piece.text for piece in row) for row in rows]


def tight_tabs(rows: Lattice) -> list[str]:
    """As tabs, but a label over several columns takes one, and the row is filled up at its end."""
    lines = []
    for row in rows:
        kept = [piece.text for piece in row if not piece.from_left]
        lines.append("\t".join(kept + [""] * (len(row) - len(kept))))
    return lines


def bars(rows: Lattice) -> list[str]:
    """One cell a line with a bar at its end; the bars of merged cells at the end of the row."""
    lines = []
    for row in rows:
        lines += [f"{piece.text} |".strip() for piece in row if piece.begins]
        rest = sum(not piece.begins for piece in row)
        lines += ["|" * rest] if rest else []
    return lines


def cells(rows: Lattice) -> list[str]:
    """One cell a line behind a tab, padded; an empty line after every row."""
    lines = []
    for row in rows:
        lines += [
            f"\t\u3000\u00a0  {piece.text}\u00a0" if piece.text else "\t"
            for piece in row
            if not piece.from_left
        ]
        lines.append("")
    return lines


def markdown(rows: Lattice) -> list[str]:
    """A Markdown table; merged cells are empty but for the first."""
    lines = ["| " + " | ".join(piece.text for piece in row) + " |" for row in rows]
    return [lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]


def plain(rows: Lattice) -> list[str]:
    """Every cell that holds something on a line of its own, as copied from a web page."""
    return [piece.text for row in rows for piece in row if piece.text]


def glued(rows: Lattice) -> list[str]:
    """The whole table in one line, with nothing between its cells."""
    return ["".join(piece.text for row in rows for piece in row)]


def glued_rows(rows: Lattice) -> list[str]:
    """A line for every row, with nothing between its cells."""
    return ["".join(piece.text for piece in row) for row in rows]


LAYOUTS: dict[str, Callable[[Lattice], list[str]]] = {
    function.__name__: function for function in (tabs, tight_tabs, bars, cells, markdown, plain)
}
GLUED: dict[str, Callable[[Lattice], list[str]]] = {"glued": glued, "glued_rows": glued_rows}
"""Layouts from which figures can be taken by their sums only."""


def typeset(form: Form, printed: Printed, layout: str) -> list[str]:
    """The lines of a whole report."""
    lines = [TITLE, ""]
    for section in form.sections:
        lines += [f"{section.number}、{section.title}", ""]
        if section.table is None:
            lines += ["全年工作平稳有序。", "一、下一步继续加强培训。", ""]
        else:
            lines += [*(LAYOUTS | GLUED)[layout](lattice(form.by_id[section.table], printed)), ""]
    return lines
