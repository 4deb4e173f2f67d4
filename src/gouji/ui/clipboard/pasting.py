"""What a block would put into which cells of a form; nothing is changed here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from gouji.model.form import Address, Form
from gouji.model.report import Number
from gouji.ui.clipboard.block import Block
from gouji.ui.clipboard.matching import Matched, match
from gouji.ui.clipboard.reading import is_figure, read_pasted
from gouji.ui.clipboard.room import lines_of, place
from gouji.ui.grid.figures import NotANumberError


class NoFiguresError(ValueError):
    """The block holds no figure."""


class OtherHeadsError(ValueError):
    """The block has heads, and they are not those of the form."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A text of the block that goes nowhere: its place from 1, and the cell it falls on, if any."""

    row: int
    column: int
    text: str
    address: Address | None


@dataclass(frozen=True)
class Pasting:
    """The figures of a block by the cells that they would stand in."""

    values: Mapping[Address, Number]
    refused: tuple[Refused, ...]
    blanks: int
    """So many cells of the block are blank, and leave the figures they fall on as they are."""
    is_unsure: bool
    """Whether something had to be assumed about which cells are meant."""


def plan(block: Block, form: Form, start: Address, selected: Collection[Address]) -> Pasting:
    """Where the figures of the block go: by its heads where it has those of the form, else from `start` on.

    A single figure goes into every selected cell. Raises `NoFiguresError`, `OtherHeadsError`,
    `NoRoomError`.
    """
    if not any(map(is_figure, block.texts.values())):
        raise NoFiguresError
    if (block.height, block.width) == (1, 1) and len(selected) > 1:
        return _read(form, dict.fromkeys(selected, (0, 0)), block, is_unsure=False)
    tables = sorted(form, key=lambda table: table.id != start.table)
    found = [matched for table in tables if (matched := match(block, table, start)) is not None]
    if not found:
        return _read(form, place(block, lines_of(form.by_id[start.table]), start), block, is_unsure=False)
    best = max(found, key=lambda each: each.rank)
    if not best.places:
        raise OtherHeadsError
    elsewhere = any(address.table != start.table for address in best.places)
    pasting = _read(form, best.places, block, is_unsure=best.is_unsure or elsewhere)
    return replace(pasting, refused=(*pasting.refused, *_strays(block, best)))


def _read(form: Form, places: Mapping[Address, tuple[int, int]], block: Block, *, is_unsure: bool) -> Pasting:
    values: dict[Address, Number] = {}
    refused: list[Refused] = []
    blanks = 0
    for address, (row, column) in places.items():
        text = block.texts.get((row, column), "")
        try:
            value = read_pasted(text, form.column(address).label)
        except NotANumberError:
            refused.append(Refused(row + 1, column + 1, text, address))
            continue
        if value is None:
            blanks += 1
        else:
            values[address] = value
    return Pasting(values, tuple(refused), blanks, is_unsure or block.is_guessed)


def _strays(block: Block, matched: Matched) -> Iterator[Refused]:
    """What stands among the figures of a block with heads, under or beside a head that no table has."""
    taken = set(matched.places.values())
    for (row, column), text in block.texts.items():
        if (row, column) not in taken and matched.shape.holds_figure(row, column) and text.strip():
            yield Refused(row + 1, column + 1, text, None)
