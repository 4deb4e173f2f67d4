"""Two histories of the same report brought together, so that neither side loses anything.

What both did stands. Where both changed the same cell, the later correction is in force, and the other is
one undo away::

                    base     ours     theirs     in force
    only they          5        5       6 !           6
    only we            5        7        5            7
    both, they later   5        7       6 !           6
    both, we later     5       7 !       6            7
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from gouji.model.correction import Change, Correction, Step, StepKind
from gouji.model.form import Address
from gouji.model.history import Compared, Decided, Done, Entry, History, Started
from gouji.model.note import Note, NoteChange
from gouji.model.review import Review
from gouji.model.rule import Decision, FindingKey

Corrections = Mapping[Address, Correction]
Notes = Mapping[Address, Note | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """Both in one, and the cells to which they gave different values."""

    history: History
    differing: tuple[Address, ...] = ()


def bring_together(ours: History, base: History, theirs: History) -> Merged:
    """Our history with what they did since the base, which both began with."""
    old, new = base.corrections, theirs.corrections
    changed = [each for each in {**old, **new} if old.get(each) != new.get(each)]
    taken = [each for each in changed if new.get(each) != ours.corrections.get(each)]
    conflicts = [each for each in taken if ours.corrections.get(each) != old.get(each)]
    ours_stands = [each for each in conflicts if _is_later(ours.corrections.get(each), new.get(each))]
    noted, kept = _notes(ours, base, theirs)
    history = _laid(ours, {each: new.get(each) for each in taken}, noted)
    history = _laid(history, {each: ours.corrections.get(each) for each in ours_stands}, kept)
    history = replace(
        history,
        decisions=_decisions(ours, base, theirs),
        previous=theirs.previous if theirs.previous != base.previous else ours.previous,
        is_reviewed=theirs.is_reviewed if theirs.is_reviewed != base.is_reviewed else ours.is_reviewed,
    )
    differing = [each for each in conflicts if _value(ours, each) != _value(theirs, each)]
    return Merged(history, tuple(differing))


def known_part(review: Review, entries: Iterable[Entry]) -> History:
    """As much of a review as was in force once in the history: what somebody else did is the rest."""
    corrections: set[Correction] = set()
    decisions: set[tuple[FindingKey, Decision]] = set()
    notes: set[Note] = set()
    previous = []
    for entry in entries:
        match entry:
            case Started(history):
                corrections.update(history.all_corrections)
                decisions.update(history.decisions.items())
                notes.update(history.all_notes)
                previous.append(history.previous)
            case Done(step):
                corrections.update(each.new for each in step.changes if each.new)
                notes.update(each.new for each in step.notes if each.new)
            case Decided(key, decision) if decision is not None:
                decisions.add((key, decision))
            case Compared(reference):
                previous.append(reference)
    known = {a: each for a, each in review.document.corrections.items() if each in corrections}
    decided = {key: word for key, word in review.decisions.items() if (key, word) in decisions}
    return History(
        corrections=MappingProxyType(known),
        decisions=MappingProxyType(decided),
        previous=review.previous if review.previous in previous else None,
        notes=MappingProxyType({a: each for a, each in review.notes.items() if each in notes}),
    )


def _laid(
    history: History, wanted: Mapping[Address, Correction | None], notes: Mapping[Address, Note | None]
) -> History:
    """The history with one more step, which can be undone."""
    now, noted = history.corrections, history.notes
    step = Step(
        StepKind.MERGE,
        tuple(Change(each, now.get(each), new) for each, new in wanted.items() if now.get(each) != new),
        tuple(
            NoteChange(each, noted.get(each), new) for each, new in notes.items() if noted.get(each) != new
        ),
    )
    return history if step.is_empty else history.after(Done(step))


def _notes(ours: History, base: History, theirs: History) -> tuple[Notes, Notes]:
    """The notes that they changed, and those of ours among them that are later and stand against it."""
    old, new = base.notes, theirs.notes
    changed = {each: new.get(each) for each in {**old, **new} if old.get(each) != new.get(each)}
    stands = {}
    for address, note in changed.items():
        mine = ours.notes.get(address)
        if mine not in (old.get(address), None) and (note is None or mine.at > note.at):
            stands[address] = mine
    return changed, stands


def _is_later(one: Correction | None, other: Correction | None) -> bool:
    """When a correction was taken away is not known; one that is there counts for more."""
    return one is not None and (other is None or one.at > other.at)


def _value(history: History, address: Address) -> object:
    correction = history.corrections.get(address)
    return None if correction is None else (correction.after,)


def _decisions(ours: History, base: History, theirs: History) -> Mapping[FindingKey, Decision]:
    """The later word on each finding; one that was taken back on one side only is taken back."""
    decisions = dict(ours.decisions)
    for key in {**base.decisions, **theirs.decisions}:
        old, new, mine = (each.decisions.get(key) for each in (base, theirs, ours))
        if new in (old, mine):
            continue
        if new is None and mine == old:
            del decisions[key]
        elif new is not None and (mine is None or mine == old or new.at > mine.at):
            decisions[key] = new
    return MappingProxyType(decisions)
