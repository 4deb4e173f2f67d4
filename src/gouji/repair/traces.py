"""What the change of a single cell looks like: a slip of digits, of the neighbours, or of a sum."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gouji.model.form import Address
from gouji.model.report import Number, Reading
from gouji.model.suggestion import Slip
from gouji.repair.sheet import Sheet
from gouji.repair.slips import digit_slip

Found = tuple[Slip, Address, Address | None]


def single_slips(sheet: Sheet, cell: Address) -> Iterator[Found]:
    """Every slip of this cell alone that would explain its change; at the least that it is unexplained."""
    yield from _read(sheet, cell)
    yield from _beside(sheet, cell)
    yield from _summed(sheet, cell)
    yield Slip.UNEXPLAINED, cell, None


def _read(sheet: Sheet, cell: Address) -> Iterator[Found]:
    """What the file itself says of the cell."""
    right, printed = sheet.after(cell), sheet.document.cell(cell)
    if right in _figures(printed.second or ""):
        yield Slip.SECOND_READING, cell, None
    if right in _figures(printed.raw or ""):
        yield Slip.PRINTED, cell, None
    if sheet.document.value(cell) is None:
        yield (Slip.WORKED_OUT if printed.reading is Reading.MISSING else Slip.LEFT_BLANK), cell, None
    elif (slip := digit_slip(right, sheet.before(cell))) is not None:
        yield slip, cell, None


def _beside(sheet: Sheet, cell: Address) -> Iterator[Found]:
    """What the neighbours of the cell have to do with it."""
    wrong = sheet.before(cell)
    for other in sheet.neighbours(cell):
        if wrong != 0 and sheet.after(other) == wrong:
            yield Slip.COPIED, cell, other
    for other in sheet.beside(cell):
        figures = str(sheet.after(cell)), str(sheet.after(other))
        if str(wrong) in ("".join(figures), "".join(reversed(figures))):
            yield Slip.RUN_TOGETHER, cell, other


def _summed(sheet: Sheet, total: Address) -> Iterator[Found]:
    """Which member a total may have counted twice or left out."""
    excess = -sheet.growth(total)
    for members in sheet.sums.get(total, ()):
        for member in members:
            if sheet.after(member) == excess:
                yield Slip.COUNTED_TWICE, total, member
            elif sheet.after(member) == -excess:
                yield Slip.LEFT_OUT, total, member


def _figures(text: str) -> set[Number]:
    """The whole numbers that stand in a printed text."""
    plain = re.sub(r"(?<=\d)[,\s](?=\d{3})", "", unicodedata.normalize("NFKC", text))
    return {int(found) for found in re.findall(r"(?<![\d.])\d+(?![\d.])", plain)}
