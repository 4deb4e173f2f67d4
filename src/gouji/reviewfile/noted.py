"""Notes on cells as JSON values and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gouji.model.form import Address
from gouji.model.note import Note, NoteChange
from gouji.reviewfile.part import Part


def note_values(note: Note) -> dict[str, Any]:
    """The note with the name of its cell."""
    return {"cell": str(note.address), "text": note.text, "at": note.at.isoformat()}


def read_notes(part: Part, by_name: Mapping[str, Address]) -> dict[Address, Note]:
    """The notes on the named cells, at most one each."""
    notes: dict[Address, Note] = {}
    for each in part.entries():
        note = _read_note(each, by_name)
        if note.address in notes:
            each["cell"].refuse()
        notes[note.address] = note
    return notes


def note_change_values(change: NoteChange) -> dict[str, Any]:
    """The note of a cell before and after."""
    old, new = (None if each is None else note_values(each) for each in (change.old, change.new))
    return {"cell": str(change.address), "old": old, "new": new}


def read_note_change(part: Part, by_name: Mapping[str, Address]) -> NoteChange:
    """The note of one of the named cells before and after."""
    address = part["cell"].named(by_name)
    old, new = (None if part[name].is_null else _read_note(part[name], by_name) for name in ("old", "new"))
    if any(each is not None and each.address != address for each in (old, new)):
        part["cell"].refuse()
    return NoteChange(address, old, new)


def _read_note(part: Part, by_name: Mapping[str, Address]) -> Note:
    text = part["text"].text()
    if not text.strip():
        part["text"].refuse()
    return Note(part["cell"].named(by_name), text, part["at"].moment())
