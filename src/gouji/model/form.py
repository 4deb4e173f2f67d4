"""What is prescribed: the tables, rows, columns and cells of one edition of the report layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


class Address(NamedTuple):
    """The name of one cell, ``table.row.column``, the same in every form that has the cell."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return ".".join(self)

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address written as ``table.row.column``; `ValueError` when it has not three parts."""
        table, row, column = text.split(".")
        return cls(table, row, column)


class Quantity(StrEnum):
    """What a column counts, and so which numbers may stand in it."""

    COUNT = "count"
    """Things counted: whole and not negative."""
    CHANGE = "change"
    """More or fewer than the year before: whole, may be negative."""
    AMOUNT = "amount"
    """Money: not negative, decimals allowed."""


@dataclass(frozen=True, slots=True)
class Head:
    """The printed label of a row or a column, and the group labels it stands under, outermost first."""

    id: str
    label: str
    groups: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    """Other wordings of the label that offices have been seen to print."""

    @property
    def path(self) -> tuple[str, ...]:
        return (*self.groups, self.label)


class Row(Head):
    """A row of figures."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column(Head):
    """A column of figures."""

    quantity: Quantity = Quantity.COUNT


class Block(NamedTuple):
    """A part of a table with heads of its own; most tables are a single block."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    heading: str = ""
    """Printed over the whole width, such as 第二十条第（一）项; may be empty."""
    corner: str = ""
    """Printed where the row labels and the column heads meet."""
    across: bool = False
    """Printed sideways: the rows stand beside each other as groups of columns, over one line of figures."""


@dataclass(frozen=True)
class Table:
    """One statutory table: its blocks, and through them its rows, columns and cells."""

    id: str
    title: str
    blocks: tuple[Block, ...]

    @cached_property
    def rows(self) -> dict[str, Row]:
        return {row.id: row for block in self.blocks for row in block.rows}

    @cached_property
    def columns(self) -> dict[str, Column]:
        return {column.id: column for block in self.blocks for column in block.columns}

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every cell, row by row as printed."""
        return tuple(
            Address(self.id, row.id, column.id)
            for block in self.blocks
            for row in block.rows
            for column in block.columns
        )


class SectionHead(NamedTuple):
    """A prescribed section of the report: its number, its title, and the table it holds, if any."""

    number: str
    title: str
    variants: tuple[str, ...] = ()
    table: str | None = None


@dataclass(frozen=True)
class Form:
    """One edition of the prescribed layout."""

    id: str
    title: str
    basis: str
    years: tuple[int, int]
    """First and last year of reports for which the edition is prescribed or known to be used."""
    sections: tuple[SectionHead, ...]
    tables: tuple[Table, ...]

    @cached_property
    def by_id(self) -> dict[str, Table]:
        return {table.id: table for table in self.tables}

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every cell of the form, table by table and row by row."""
        return tuple(address for table in self.tables for address in table.addresses)

    @cached_property
    def cells(self) -> frozenset[Address]:
        return frozenset(self.addresses)

    @cached_property
    def by_name(self) -> Mapping[str, Address]:
        """Every cell by its name, ``table.row.column``, in the same order."""
        return MappingProxyType({str(address): address for address in self.addresses})

    def __hash__(self) -> int:
        # Forms are few and large, and stand as keys beside rules.
        return hash(self.id)

    def __iter__(self) -> Iterator[Table]:
        return iter(self.tables)

    def __contains__(self, address: object) -> bool:
        return address in self.cells

    def section_of(self, table: str) -> SectionHead:
        """The section that holds the table; `StopIteration` where the form has no such table."""
        return next(section for section in self.sections if section.table == table)

    def row(self, address: Address) -> Row:
        return self.by_id[address.table].rows[address.row]

    def column(self, address: Address) -> Column:
        return self.by_id[address.table].columns[address.column]
