"""Loads the forms: ``resources/forms/*.toml``, with the label variants of ``resources/labels.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gouji.library.declaration import Entry
from gouji.model.form import Block, Column, Form, Quantity, Row, SectionHead, Table
from gouji.resources import folder

Variants = Mapping[str, tuple[str, ...]]


@cache
def forms() -> tuple[Form, ...]:
    """The forms that ship, the newest prescribed edition first."""
    variants = _read_variants(folder() / "labels.toml")
    found = [read_form(path, variants) for path in (folder() / "forms").glob("*.toml")]
    return tuple(sorted(found, key=lambda form: (-form.years[1], form.id)))


def read_form(path: Path, variants: Variants) -> Form:
    """The form declared in one file; `DeclarationError` when it is not well declared."""
    entry = Entry.read(path)
    years = entry.numbers("years")
    if len(years) != 2:  # noqa: PLR2004 -- first and last
        entry.refuse("years must hold the first and the last year", "years")
    form = Form(
        id=entry.text("id"),
        title=entry.text("title"),
        basis=entry.text("basis"),
        years=(years[0], years[1]),
        sections=tuple(_section(each, variants) for each in entry.entries("section")),
        tables=tuple(_table(each, variants) for each in entry.entries("table")),
    )
    entry.close()
    _refuse_repeated_cells(entry, form)
    return form


def _section(entry: Entry, variants: Variants) -> SectionHead:
    title = entry.text("title")
    section = SectionHead(
        entry.text("number"), title, variants.get(title, ()), entry.text("table", "") or None
    )
    entry.close()
    return section


def _table(entry: Entry, variants: Variants) -> Table:
    blocks = tuple(_block(each, variants) for each in entry.entries("block"))
    table = Table(entry.text("id"), entry.text("title"), blocks)
    entry.close()
    return table


def _block(entry: Entry, variants: Variants) -> Block:
    block = Block(
        rows=tuple(_row(each, variants) for each in entry.entries("rows")),
        columns=tuple(_column(each, variants) for each in entry.entries("columns")),
        heading=entry.text("heading", ""),
        corner=entry.text("corner", ""),
        across=entry.flag("across"),
    )
    entry.close()
    return block


def _row(entry: Entry, variants: Variants) -> Row:
    label = entry.text("label")
    row = Row(entry.text("id"), label, entry.texts("groups", []), variants.get(label, ()))
    entry.close()
    return row


def _column(entry: Entry, variants: Variants) -> Column:
    label = entry.text("label")
    column = Column(
        entry.text("id"),
        label,
        entry.texts("groups", []),
        variants.get(label, ()),
        entry.choice("quantity", Quantity, Quantity.COUNT),
    )
    entry.close()
    return column


def _read_variants(path: Path) -> Variants:
    entry = Entry.read(path)
    variants = entry.lists("variants")
    entry.close()
    return variants


def _refuse_repeated_cells(entry: Entry, form: Form) -> None:
    seen = set()
    for address in form.addresses:
        if address in seen:
            entry.refuse(f"{address} is declared twice", address.row)
        seen.add(address)
