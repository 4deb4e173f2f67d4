"""Makes ``resources/examples``: one report, as a text with tabs and as a PDF, from ``example.toml``.

Run it after a change of the example: ``.venv/bin/python packaging/example.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gouji.library import forms
from gouji.model.form import Address, Form, Table
from gouji.model.layout import Layout, Place, Role, lay_out
from gouji.resources import resource
from typeset import Manuscript, Widths

NAME = "bailu_2025"
FONT = "WenQuanYi Micro Hei"
WIDTHS = {
    "proactive": Widths((118,), 108),
    "requests": Widths((46, 70, 129), 28.2),
    "disputes": Widths((), 29.4),
}


@dataclass(frozen=True, slots=True)
class Example:
    """The content of ``example.toml``, with the statute's form to print it in."""

    form: Form
    said: dict[str, Any]

    @property
    def title(self) -> list[str]:
        return list(self.said["title"])

    def printed(self, layout: Layout, table: Table) -> dict[Place, str]:
        """The text of every place of a table: its label, or the figure as the office printed it."""
        figures = {
            str(Address(table.id, row.id, column.id)): figure
            for block in table.blocks
            for row in block.rows
            for column, figure in zip(
                block.columns, self.said["figures"][table.id][row.id].split(), strict=True
            )
        }
        figures |= self.said["mistakes"]
        return {
            place: figures[str(place.address)] if place.role is Role.FIGURE else place.text
            for place in layout.places
        }


def main() -> None:
    """Write both files to the folder named on the command line, or to where they ship."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("examples")
    said = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    example = Example(next(form for form in forms() if form.id == said["form"]), said)
    (target / f"{NAME}.txt").write_text("\n".join(as_lines(example)) + "\n", encoding="utf-8")
    typeset(example, target / f"{NAME}.pdf")


def as_lines(example: Example) -> Iterator[str]:
    """The report as a word processor saves it as text: cells between tabs, merged ones once."""
    said = example.said
    yield from ("".join(example.title), "", said["opening"], "")
    for section in example.form.sections:
        yield from (f"{section.number}、{section.title}", "")
        for paragraph in said["prose"].get(section.number, ()):
            yield from (paragraph, "")
        if section.table:
            yield from table_lines(example, example.form.by_id[section.table])
            yield from said["footnotes"].get(section.table, "").splitlines()
            yield ""
    yield from (example.title[0], said["date"])


def table_lines(example: Example, table: Table) -> Iterator[str]:
    """The lines of a table; what is merged downwards leaves its cell empty below."""
    layout = lay_out(table)
    lines: list[dict[int, list[str]]] = [{} for _ in range(layout.height)]
    for place, text in example.printed(layout, table).items():
        # Merged sideways: labels are one cell, heads and figures leave empty cells behind.
        beside = 0 if place.column < layout.label_columns else place.column_span - 1
        for row in range(place.row, place.row + place.row_span):
            lines[row][place.column] = [text if row == place.row else "", *[""] * beside]
    for line in lines:
        yield "\t".join(cell for _, cells in sorted(line.items()) for cell in cells)


def typeset(example: Example, path: Path) -> None:
    """The report as an office prints it."""
    said = example.said
    manuscript = Manuscript(path, font_file(), "".join(example.title), author=example.title[0])
    manuscript.title(example.title)
    manuscript.paragraph(said["opening"])
    for section in example.form.sections:
        manuscript.heading(f"{section.number}、{section.title}")
        for paragraph in said["prose"].get(section.number, ()):
            manuscript.paragraph(paragraph)
        if section.table:
            table = example.form.by_id[section.table]
            layout = lay_out(table)
            manuscript.table(layout, example.printed(layout, table), WIDTHS[table.id])
            manuscript.note(said["footnotes"].get(section.table, ""))
    manuscript.signature([example.title[0], said["date"]])
    manuscript.save()


def font_file() -> Path:
    """Where the system keeps the font."""
    command = ["fc-match", "--format=%{family}\t%{file}", FONT]
    family, file = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\t")  # noqa: S603 -- a fixed command
    if FONT not in family:
        sys.exit(f"the font {FONT} is not installed")
    return Path(file)


if __name__ == "__main__":
    main()
