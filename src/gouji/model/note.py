"""What the reviewer wrote down beside a cell, whatever its value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from gouji.model.form import Address


@dataclass(frozen=True, slots=True)
class Note:
    """A few words of the reviewer on one cell."""

    address: Address
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteChange:
    """One cell's note replaced by another; None stands for no note."""

    address: Address
    old: Note | None
    new: Note | None

    @property
    def reverse(self) -> NoteChange:
        return NoteChange(self.address, self.new, self.old)


def with_notes(notes: Mapping[Address, Note], changes: Iterable[NoteChange]) -> Mapping[Address, Note]:
    """The notes after the changes; the latest one stands last."""
    changed = dict(notes)
    for change in changes:
        changed.pop(change.address, None)
        if change.new is not None:
            changed[change.address] = change.new
    return MappingProxyType(changed)
