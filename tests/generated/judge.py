"""Holds a report that was read against the manuscript it was printed from."""

from __future__ import annotations

from dataclasses import dataclass

from gouji.model.form import Address
from gouji.model.report import Cell, Reading, Report
from tests.generated.manuscript import Manuscript

SURE = (Reading.CLEAR, Reading.BLANK)


@dataclass(frozen=True)
class Verdict:
    """How many cells were read right, and which were not."""

    right: int
    marked: tuple[tuple[Address, Cell], ...]
    """Wrong or not found, and the reader says that it is not sure."""
    silent: tuple[tuple[Address, Cell], ...]
    """Wrong, and looks sure: what must never be."""

    @property
    def cells(self) -> int:
        return self.right + len(self.marked) + len(self.silent)


def judge(manuscript: Manuscript, report: Report) -> Verdict:
    """The verdict on every printed cell; those that a wrong form has too many or too few are silent errors.

    A cell that was not printed is right when it has no value, whatever the reader calls it.
    """
    right, marked, silent = 0, [], []
    for address in manuscript.form.addresses:
        entry = manuscript.entries.get(address)
        cell = report.cells.get(address)
        wanted = entry.value if entry else None
        if cell is None:
            silent.append((address, Cell(None, None, Reading.CLEAR)))
        elif cell.value == wanted:
            right += 1
        elif cell.reading in SURE:
            silent.append((address, cell))
        else:
            marked.append((address, cell))
    silent += [
        (address, cell)
        for address, cell in report.cells.items()
        if address not in manuscript.form and cell.value is not None and cell.reading in SURE
    ]
    return Verdict(right, tuple(marked), tuple(silent))
