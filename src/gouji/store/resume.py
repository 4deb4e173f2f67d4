"""Takes a review up again where it was left, with what others, or another file, did to it meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from gouji.errors import (
    GoujiError,
    HistoryDamagedError,
    OpenElsewhereError,
    ReadOtherwiseError,
    SourceChangedError,
    TwoHandsError,
)
from gouji.model.correction import Change, Step, StepKind
from gouji.model.form import Address
from gouji.model.history import Done, Entry, History, Started
from gouji.model.merging import Merged, bring_together, known_part
from gouji.model.note import NoteChange
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.store.chain import Chain, fold
from gouji.store.journal import Journal
from gouji.store.keeping import Keeping
from gouji.store.known import history_of
from gouji.store.locks import FileLock
from gouji.store.stored import (
    StoredBranch,
    StoredReview,
    branches,
    chain,
    mark_merged,
    new_name,
    put_branch,
    put_entries,
    put_review,
    review_at,
    review_of,
)


@dataclass(frozen=True, slots=True)
class Resumed:
    """How a review goes on, who keeps it from now on, and what there is to tell the reviewer."""

    history: History
    keeping: Keeping
    told: tuple[GoujiError, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """The branch that goes on: who holds it, all that it said, and what it comes to."""

    branch: StoredBranch
    lock: FileLock
    entries: tuple[Entry, ...]
    history: History


def resume(
    journal: Journal, review: Review, before: Review | None = None, path: Path | None = None
) -> Resumed:
    """Go on with a review that was read from a file; `before` as a session takes it, `path` of its source.

    Where the journal cannot be used, the review goes on by itself, and the keeping goes on trying.
    """
    report = review.document.report
    keeping = Keeping(journal, report, path)
    locks: list[FileLock] = []
    try:
        with journal.writing() as sql:
            return _Resuming(journal, sql, keeping, locks).resume(review, before, path)
    except GoujiError as error:
        for lock in locks:
            lock.release()
        return Resumed(History.of(review, before), keeping, (error,))


class _Resuming:
    """One taking up, within a transaction; locks that were taken are noted for the case that it fails."""

    def __init__(
        self, journal: Journal, sql: sqlite3.Connection, keeping: Keeping, locks: list[FileLock]
    ) -> None:
        self._journal = journal
        self._sql = sql
        self._keeping = keeping
        self._locks = locks
        self._told: list[GoujiError] = []

    def resume(self, review: Review, before: Review | None, path: Path | None) -> Resumed:
        report, sql = review.document.report, self._sql
        known = review_of(sql, report.source.sha256)
        earlier = review_at(sql, path) if known is None and path is not None else None
        stored = put_review(sql, report, path)
        held = self._hold(stored)
        history, left = held.history.fitted(report)
        if left:
            self._told.append(ReadOtherwiseError(report.source.name, number=len(left)))
        history = self._with_file(held, history, review, before)
        if earlier is not None and not held.entries:
            history = self._carried_over(earlier, history, report)
        head, changed = held.branch.head, history != held.history
        if changed and not left:
            head = put_entries(sql, held.branch, [Started(history)])
        self._keeping.hold(held.branch.name, head, held.lock, anew=changed and bool(left))
        return Resumed(history, self._keeping, tuple(self._told))

    def _hold(self, stored: StoredReview) -> _Held:
        """Take hold of the history: of all branches that nobody else holds, brought together."""
        free: list[tuple[StoredBranch, FileLock]] = []
        taken: list[StoredBranch] = []
        for branch in branches(self._sql, stored.id):
            if branch.is_merged:
                continue
            lock = self._journal.lock(branch.name)
            if lock.acquire():
                self._locks.append(lock)
                free.append((branch, lock))
            else:
                taken.append(branch)
                user, machine = lock.holder()
                self._told.append(OpenElsewhereError(stored.name, user=user, machine=machine))
        if not free:
            return self._begin(stored, taken)
        return self._bring_together(stored, free)

    def _begin(self, stored: StoredReview, taken: Sequence[StoredBranch]) -> _Held:
        """A branch of our own, that begins with what those who hold another have come to."""
        base = [self._chain(stored, each) for each in taken[:1]]
        history = base[0].history if base else History()
        return self._new_branch(stored, history, taken[0].head if taken else None)

    def _new_branch(self, stored: StoredReview, history: History, base: bytes | None) -> _Held:
        name = new_name()
        lock = self._journal.lock(name)
        lock.acquire()
        self._locks.append(lock)
        branch = put_branch(self._sql, stored, name, base)
        if history == History():
            return _Held(branch, lock, (), history)
        entry = Started(history)
        branch = replace(branch, head=put_entries(self._sql, branch, [entry]), entries=1)
        return _Held(branch, lock, (entry,), history)

    def _bring_together(self, stored: StoredReview, free: Sequence[tuple[StoredBranch, FileLock]]) -> _Held:
        (branch, lock), *others = free
        first = self._chain(stored, branch)
        held = _Held(branch, lock, first.entries, first.history)
        if not first.is_whole:
            held = self._new_branch(stored, first.history, None)
            held = replace(held, entries=(*first.entries, *held.entries))
            mark_merged(self._sql, branch)
            lock.release()
        merged = Merged(held.history)
        differing: set[Address] = set()
        entries = [*held.entries]
        for other, other_lock in others:
            found = self._chain(stored, other)
            merged = bring_together(merged.history, self._base(stored, other.base), found.history)
            differing.update(merged.differing)
            entries += found.entries
            mark_merged(self._sql, other)
            other_lock.release()
        if merged.history == held.history:
            return held
        self._told.append(TwoHandsError(stored.name, number=len(differing)))
        head = put_entries(self._sql, held.branch, [Started(merged.history)])
        branch = replace(held.branch, head=head, entries=held.branch.entries + 1)
        return _Held(branch, held.lock, tuple(entries), merged.history)

    def _chain(self, stored: StoredReview, branch: StoredBranch) -> Chain:
        found = chain(self._sql, branch, stored.sha256)
        if not found.is_whole:
            entries, whole = len(found.entries), max(branch.entries, len(found.entries) + 1)
            self._told.append(HistoryDamagedError(stored.name, entries=entries, all=whole))
        return found

    def _base(self, stored: StoredReview, digest: bytes | None) -> History:
        """What the branches of a review came to when one of them ended with the digest."""
        for branch in branches(self._sql, stored.id) if digest else ():
            found = chain(self._sql, branch, stored.sha256)
            for number, link in enumerate(found.links, start=1):
                if link.digest == digest:
                    return fold(found.entries[:number])
        return History()

    def _with_file(self, held: _Held, history: History, review: Review, before: Review | None) -> History:
        """The history with what the opened file itself says, where that is news."""
        if not held.entries:
            return History.of(review, before)
        theirs = History.of(review)
        merged = bring_together(history, known_part(review, held.entries), theirs)
        if merged.history != history:
            self._told.append(TwoHandsError(review.document.report.source.name, number=len(merged.differing)))
        return merged.history

    def _carried_over(self, earlier: StoredReview, history: History, report: Report) -> History:
        """The history with what was done to another file that stood in the same place."""
        old = history_of(self._sql, earlier.sha256)
        if old is None or old == History():
            return history
        fitted, left = old.fitted(report)
        changes = tuple(
            Change(address, None, each)
            for address, each in fitted.corrections.items()
            if address not in history.corrections
        )
        self._told.append(SourceChangedError(report.source.name, carried=len(changes), left=len(left)))
        history = replace(
            history,
            decisions=MappingProxyType({**old.decisions, **history.decisions}),
            previous=history.previous or old.previous,
        )
        notes = tuple(
            NoteChange(address, None, each)
            for address, each in fitted.notes.items()
            if address not in history.notes and address in report.cells
        )
        step = Step(StepKind.CARRY, changes, notes)
        return history if step.is_empty else history.after(Done(step))
