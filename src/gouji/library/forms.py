"""Loads the forms: ``resources/forms/*.toml``, with the label variants of ``resources/labels.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from gouji.library.declaration import Entry
from gouji.model.form import Block, Column, Form, Quantity, Row, SectionHead, Table
from gouji.resources import folder

Variants = Mapping[str, tuple[str, ...]]


@cache
def forms() -> tuple[Form, ...]:
    """The forms that ship, the newest prescribed edition first."""
    labels = Entry.read(folder() / "labels.toml")
    variants = labels.lists("variants")
    labels.close()
    found = [read_form(path, variants) for path in (folder() / "forms").glob("*.toml")]
    for label in variants.keys() - {label for form in found for label in _labels(form)}:
        labels.refuse(f"no form has the label {label!r}", label)
    return tuple(sorted(found, key=lambda form: (-form.years[1], form.id)))


def read_form(path: Path, variants: Variants) -> Form:
    """The form declared in one file; `DeclarationError` when it is not well declared."""
    entry = Entry.read(path)
    tables: set[str] = set()
    form = Form(
        id=_form_id(entry, path),
        title=entry.text("title"),
        basis=entry.text("basis"),
        years=_years(entry),
        tables=tuple(_table(each, variants, tables) for each in entry.entries("table")),
        sections=tuple(_section(each, variants, tables) for each in entry.entries("section")),
    )
    entry.close()
    return form


def _form_id(entry: Entry, path: Path) -> str:
    name = entry.text("id")
    if name != path.stem:
        entry.refuse("id must be the name of the file", "id")
    return name


def _years(entry: Entry) -> tuple[int, int]:
    years = entry.numbers("years")
    if len(years) != 2 or years[0] > years[1]:  # noqa: PLR2004 -- first and last
        entry.refuse("years must hold the first and the last year", "years")
    return years[0], years[1]


def _section(entry: Entry, variants: Variants, tables: set[str]) -> SectionHead:
    title = entry.text("title")
    table = entry.text("table", "") or None
    if table and table not in tables:
        entry.refuse(f"the form has no table {table!r}", "table")
    section = SectionHead(entry.text("number"), title, variants.get(title, ()), table)
    entry.close()
    return section


def _table(entry: Entry, variants: Variants, taken: set[str]) -> Table:
    name, title, rows = entry.new_id(taken), entry.text("title"), set[str]()
    table = Table(name, title, tuple(_block(each, variants, rows) for each in entry.entries("block")))
    entry.close()
    return table


def _block(entry: Entry, variants: Variants, rows: set[str]) -> Block:
    columns: set[str] = set()
    block = Block(
        rows=tuple(_row(each, variants, rows) for each in entry.entries("rows")),
        columns=tuple(_column(each, variants, columns) for each in entry.entries("columns")),
        heading=entry.text("heading", ""),
        corner=entry.text("corner", ""),
        across=entry.flag("across"),
    )
    entry.close()
    return block


def _row(entry: Entry, variants: Variants, taken: set[str]) -> Row:
    name, label = entry.new_id(taken), entry.text("label")
    row = Row(name, label, entry.texts("groups", []), variants.get(label, ()))
    entry.close()
    return row


def _column(entry: Entry, variants: Variants, taken: set[str]) -> Column:
    name, label = entry.new_id(taken), entry.text("label")
    groups, quantity = entry.texts("groups", []), entry.choice("quantity", Quantity, Quantity.COUNT)
    column = Column(name, label, groups, variants.get(label, ()), quantity)
    entry.close()
    return column


def _labels(form: Form) -> Iterator[str]:
    """Every label that may have variants."""
    yield from (section.title for section in form.sections)
    for table in form:
        yield from (head.label for head in (*table.rows.values(), *table.columns.values()))
