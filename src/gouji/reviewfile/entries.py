"""The entries of a history as JSON values and back; a journal keeps them one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from gouji.library import forms
from gouji.model.correction import Change, Correction, Step, StepKind
from gouji.model.form import Address
from gouji.model.history import Compared, Decided, Done, Entry, History, Marked, Redone, Started, Undone
from gouji.model.rule import Decision, FindingKey
from gouji.reviewfile.compared import read_reference, reference_values
from gouji.reviewfile.corrected import correction_values, decision_values, read_correction, read_decision
from gouji.reviewfile.noted import note_change_values, note_values, read_note_change, read_notes
from gouji.reviewfile.part import Part


class EntryKind(StrEnum):
    """The name of an entry."""

    START = "start"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    DECIDE = "decide"
    COMPARE = "compare"
    MARK = "mark"


def entry_values(  # noqa: PLR0911 -- one case for each kind of entry
    entry: Entry,
) -> tuple[EntryKind, dict[str, Any]]:
    """The name of the entry, and what it says."""
    match entry:
        case Started(history):
            return EntryKind.START, _history(history)
        case Done(step):
            return EntryKind.DO, _step(step)
        case Undone():
            return EntryKind.UNDO, {}
        case Redone():
            return EntryKind.REDO, {}
        case Decided(key, decision):
            return EntryKind.DECIDE, _decided(key, decision)
        case Compared(previous):
            return EntryKind.COMPARE, {"previous": reference_values(previous)}
        case Marked(is_reviewed):
            return EntryKind.MARK, {"reviewed": is_reviewed}


def read_entry(kind: str, part: Part) -> Entry:
    """The entry again; `RefusedError` where the values are none."""
    read = _READERS.get(kind)
    if read is None:
        part.refuse()
    return read(part)


@cache
def _cells() -> Mapping[str, Address]:
    """The cells of all forms by name: a later program may read the same file as another edition."""
    return {name: address for form in forms() for name, address in form.by_name.items()}


def _history(history: History) -> dict[str, Any]:
    return {
        "corrections": [correction_values(each) for each in history.corrections.values()],
        "done": [_step(each) for each in history.done],
        "undone": [_step(each) for each in history.undone],
        "decisions": [_decided(key, decision) for key, decision in history.decisions.items()],
        "previous": reference_values(history.previous),
        "notes": [note_values(each) for each in history.notes.values()],
        "reviewed": history.is_reviewed,
    }


def _read_history(part: Part) -> History:
    by_name = _cells()
    corrections = [read_correction(each, by_name) for each in part["corrections"].entries()]
    return History(
        corrections=MappingProxyType({each.address: each for each in corrections}),
        done=tuple(_read_step(each) for each in part["done"].entries()),
        undone=tuple(_read_step(each) for each in part["undone"].entries()),
        decisions=MappingProxyType(dict(_decisions(part["decisions"].entries()))),
        previous=read_reference(part["previous"]),
        notes=MappingProxyType(read_notes(part.get("notes", []), by_name)),
        is_reviewed=part.get("reviewed", default=False).yes_or_no(),
    )


def _step(step: Step) -> dict[str, Any]:
    values: dict[str, Any] = {
        "kind": str(step.kind),
        "changes": [
            {"cell": str(each.address), "old": _or_none(each.old), "new": _or_none(each.new)}
            for each in step.changes
        ],
    }
    return {**values, "notes": [note_change_values(each) for each in step.notes]} if step.notes else values


def _or_none(correction: Correction | None) -> dict[str, Any] | None:
    return None if correction is None else correction_values(correction)


def _read_step(part: Part) -> Step:
    by_name = _cells()
    changes = tuple(_read_change(each, by_name) for each in part["changes"].entries())
    notes = tuple(read_note_change(each, by_name) for each in part.get("notes", []).entries())
    step = Step(part["kind"].choice(StepKind), changes, notes)
    if step.is_empty:
        part["changes"].refuse()
    return step


def _read_change(part: Part, by_name: Mapping[str, Address]) -> Change:
    address = part["cell"].named(by_name)
    old, new = (
        None if part[name].is_null else read_correction(part[name], by_name) for name in ("old", "new")
    )
    if any(each is not None and each.address != address for each in (old, new)):
        part["cell"].refuse()
    return Change(address, old, new)


def _decided(key: FindingKey, decision: Decision | None) -> dict[str, Any]:
    return {
        "rule": key.rule,
        "at": key.at,
        "decision": None if decision is None else decision_values(decision),
    }


def _read_decided(part: Part) -> Decided:
    return Decided(*_key_and_decision(part))


def _key_and_decision(part: Part) -> tuple[FindingKey, Decision | None]:
    decision = part["decision"]
    return (
        FindingKey(part["rule"].text(), part["at"].text()),
        None if decision.is_null else read_decision(decision, _cells()),
    )


def _decisions(parts: Iterable[Part]) -> Iterator[tuple[FindingKey, Decision]]:
    for part in parts:
        key, decision = _key_and_decision(part)
        if decision is None:
            part["decision"].refuse()
        yield key, decision


_READERS: dict[str, Callable[[Part], Entry]] = {
    EntryKind.START: lambda part: Started(_read_history(part)),
    EntryKind.DO: lambda part: Done(_read_step(part)),
    EntryKind.UNDO: lambda _: Undone(),
    EntryKind.REDO: lambda _: Redone(),
    EntryKind.DECIDE: _read_decided,
    EntryKind.MARK: lambda part: Marked(part["reviewed"].yes_or_no()),
    EntryKind.COMPARE: lambda part: Compared(read_reference(part["previous"])),
}
