"""What is in force: corrections laid over a report, and the decisions on its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from gouji.model.form import Address
from gouji.model.note import NoteChange
from gouji.model.report import Cell, Number, Reading, Report


class Mistake(StrEnum):
    """Whose mistake a correction mends."""

    READING = "reading"
    """识别错误: the file says something else."""
    SOURCE = "source"
    """原文错误: the office printed it so."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A new value laid over one cell; the same value again where the reviewer confirmed a doubtful one."""

    address: Address
    before: Number | None
    """What the file says, whatever corrections the cell had in between."""
    after: Number | None
    mistake: Mistake
    reason: str
    at: datetime

    @property
    def confirms(self) -> bool:
        return self.before == self.after

    def fits(self, report: Report) -> bool:
        """Whether the report says what the correction begins with."""
        cell = report.cells.get(self.address)
        return cell is not None and cell.value == self.before


class Change(NamedTuple):
    """One cell's correction replaced by another; None stands for no correction."""

    address: Address
    old: Correction | None
    new: Correction | None

    @property
    def reverse(self) -> Change:
        return Change(self.address, self.new, self.old)


class StepKind(StrEnum):
    """What the reviewer did; names the step in undo and redo."""

    EDIT = "edit"
    CONFIRM = "confirm"
    CLEAR = "clear"
    PASTE = "paste"
    FILL = "fill"
    ACCEPT = "accept"
    REVERT = "revert"
    NOTE = "note"
    CARRY = "carry"
    """What was corrected in another reading of the same file."""
    RETURN = "return"
    """What someone else changed in a workbook that came back."""
    MERGE = "merge"
    """What was changed meanwhile in another copy of the review, or what stands against it here."""


class Step(NamedTuple):
    """Changes applied and undone together."""

    kind: StepKind
    changes: tuple[Change, ...]
    notes: tuple[NoteChange, ...] = ()

    @property
    def reverse(self) -> Step:
        notes = tuple(note.reverse for note in reversed(self.notes))
        return Step(self.kind, tuple(change.reverse for change in reversed(self.changes)), notes)

    @property
    def is_empty(self) -> bool:
        return not self.changes and not self.notes

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The cells it is about, in the order they were changed."""
        changed = [each.address for each in self.changes] + [each.address for each in self.notes]
        return tuple(dict.fromkeys(changed))


@dataclass(frozen=True)
class Document:
    """A report with the corrections in force: at most one a cell, in the order they were made."""

    report: Report
    corrections: Mapping[Address, Correction] = field(default_factory=lambda: MappingProxyType({}))

    def value(self, address: Address) -> Number | None:
        """The value in force."""
        correction = self.corrections.get(address)
        return self.report.cells[address].value if correction is None else correction.after

    def cell(self, address: Address) -> Cell:
        """What the file says, whatever is in force."""
        return self.report.cells[address]

    def is_corrected(self, address: Address) -> bool:
        """Whether the value in force differs from what the file says."""
        correction = self.corrections.get(address)
        return correction is not None and not correction.confirms

    def correction(
        self,
        address: Address,
        value: Number | None,
        reason: str,
        at: datetime,
        mistake: Mistake | None = None,
    ) -> Correction | None:
        """The correction that puts a value in force; None when the file surely says the same.

        Where it is not said whose mistake it mends, a doubtful or missing reading is, else the office.
        """
        cell = self.report.cells[address]
        if value == cell.value and cell.reading is not Reading.DOUBTFUL:
            return None
        uncertain = cell.reading in (Reading.DOUBTFUL, Reading.MISSING)
        proposed = Mistake.READING if uncertain else Mistake.SOURCE
        return Correction(address, cell.value, value, mistake or proposed, reason, at)

    def changes_since(self, before: Document) -> tuple[Change, ...]:
        """What makes this document of one before it, of the same report; the latest correction last."""
        old, new = before.corrections, self.corrections
        changed = [address for address in old if address not in new]
        changed += [address for address in new if new[address] != old.get(address)]
        return tuple(Change(address, old.get(address), new.get(address)) for address in changed)

    def with_changes(self, changes: Iterable[Change]) -> Document:
        """The document after the changes; the latest correction stands last."""
        return Document(self.report, with_changes(self.corrections, changes))


def with_changes(
    corrections: Mapping[Address, Correction], changes: Iterable[Change]
) -> Mapping[Address, Correction]:
    """The corrections after the changes; the latest one stands last."""
    changed = dict(corrections)
    for change in changes:
        changed.pop(change.address, None)
        if change.new is not None:
            changed[change.address] = change.new
    return MappingProxyType(changed)
