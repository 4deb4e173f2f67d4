"""How a review came to be what it is: entries that follow one another, and what they amount to.

A review session works on a `History`, and a journal keeps its entries: what is restored after a restart
is what the session would have made of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gouji.model.comparison import Reference
from gouji.model.correction import Correction, Document, Step, StepKind, with_changes
from gouji.model.form import Address
from gouji.model.note import Note, with_notes
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.model.rule import Decision, FindingKey


@dataclass(frozen=True, slots=True)
class Done:
    """A step was taken; what was undone before can not be done again."""

    step: Step


@dataclass(frozen=True, slots=True)
class Undone:
    """The last step was taken back."""


@dataclass(frozen=True, slots=True)
class Redone:
    """The step undone last was done again."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The reviewer gave a word on a finding; None took an earlier word back."""

    key: FindingKey
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Compared:
    """The report of the year before was named; None where it is compared with none."""

    previous: Reference | None


@dataclass(frozen=True, slots=True)
class Marked:
    """The reviewer said that the review is done, or took that back."""

    is_reviewed: bool


@dataclass(frozen=True, slots=True)
class Started:
    """Everything as it was at a moment; what came before has no part in what follows."""

    history: History


Entry = Done | Undone | Redone | Decided | Compared | Marked | Started


class HistoryError(Exception):
    """An entry that cannot follow those before it."""


@dataclass(frozen=True)
class History:
    """What is in force, and the steps that can be undone and done again, the next one last."""

    corrections: Mapping[Address, Correction] = field(default_factory=lambda: MappingProxyType({}))
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    decisions: Mapping[FindingKey, Decision] = field(default_factory=lambda: MappingProxyType({}))
    previous: Reference | None = None
    notes: Mapping[Address, Note] = field(default_factory=lambda: MappingProxyType({}))
    is_reviewed: bool = False
    """已审: the reviewer is done with it."""

    @classmethod
    def of(cls, review: Review, before: Review | None = None) -> History:
        """The history of a review of which no step is known, but what made it of another as one step."""
        corrections = review.document.corrections
        done = (
            () if before is None else (Step(StepKind.RETURN, review.document.changes_since(before.document)),)
        )
        return cls(corrections, done, (), review.decisions, review.previous, review.notes)

    def review(self, report: Report) -> Review:
        """What it makes of a report."""
        return Review(Document(report, self.corrections), self.decisions, self.previous, self.notes)

    def after(self, entry: Entry) -> History:  # noqa: C901, PLR0911 -- one case for each kind of entry
        """The history with one more entry; `HistoryError` where there is nothing to undo or redo."""
        match entry:
            case Done(step):
                return replace(self._with(step), done=(*self.done, step), undone=())
            case Undone():
                if not self.done:
                    raise HistoryError
                step = self.done[-1]
                return replace(self._with(step.reverse), done=self.done[:-1], undone=(*self.undone, step))
            case Redone():
                if not self.undone:
                    raise HistoryError
                step = self.undone[-1]
                return replace(self._with(step), done=(*self.done, step), undone=self.undone[:-1])
            case Decided(key, decision):
                decisions = {each: word for each, word in self.decisions.items() if each != key}
                if decision is not None:
                    decisions[key] = decision
                return replace(self, decisions=MappingProxyType(decisions))
            case Compared(previous):
                return replace(self, previous=previous)
            case Marked(is_reviewed):
                return replace(self, is_reviewed=is_reviewed)
            case Started(history):
                return history

    def fitted(self, report: Report) -> tuple[History, tuple[Address, ...]]:
        """The part of it that is about figures which this report prints as they were; the cells left out."""
        left = {each.address for each in self.all_corrections if not each.fits(report)}
        if not left:
            return self, ()
        return replace(
            self,
            corrections=MappingProxyType(
                {address: each for address, each in self.corrections.items() if address not in left}
            ),
            done=_without(self.done, left),
            undone=_without(self.undone, left),
        ), tuple(address for address in self.corrections if address in left)

    @property
    def all_corrections(self) -> Iterator[Correction]:
        """The corrections in force, and those that undoing or doing again may put in force."""
        yield from self.corrections.values()
        for step in (*self.done, *self.undone):
            yield from (each for change in step.changes for each in (change.old, change.new) if each)

    @property
    def all_notes(self) -> Iterator[Note]:
        """The notes, likewise."""
        yield from self.notes.values()
        for step in (*self.done, *self.undone):
            yield from (each for change in step.notes for each in (change.old, change.new) if each)

    def _with(self, step: Step) -> History:
        corrections = with_changes(self.corrections, step.changes) if step.changes else self.corrections
        notes = with_notes(self.notes, step.notes) if step.notes else self.notes
        return replace(self, corrections=corrections, notes=notes)


def _without(steps: tuple[Step, ...], left: set[Address]) -> tuple[Step, ...]:
    kept = (
        step._replace(changes=tuple(change for change in step.changes if change.address not in left))
        for step in steps
    )
    return tuple(step for step in kept if not step.is_empty)
