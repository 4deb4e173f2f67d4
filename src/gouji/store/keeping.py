"""Keeps the history of one review while it is open; what cannot be written now waits and is tried again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gouji.errors import GoujiError
from gouji.model.history import Entry, History, Started
from gouji.model.report import Report
from gouji.store.journal import BranchMovedError, Journal
from gouji.store.locks import FileLock
from gouji.store.stored import new_name, put_branch, put_entries, put_review


class Keeping:
    """The keeper of a review session: writes every entry through to the journal before it returns.

    Its branch is its own as long as it holds the lock. Where the branch is gone or moved all the same, as
    when the database was damaged or deleted, it begins another with everything as it is.
    """

    def __init__(self, journal: Journal, report: Report, path: Path | None) -> None:
        """`path` is of the source file, where that is at hand."""
        self._journal = journal
        self._report = report
        self._path = path
        self._branch: str | None = None
        self._head = b""
        self._lock: FileLock | None = None
        self._anew = False
        self._waiting: list[Entry] = []
        self._history = History()
        self.trouble: GoujiError | None = None
        """Why the last entries could not be written; None when all are."""
        self.on_change: Callable[[], object] = lambda: None
        """Is called when there is trouble, and when there is none any more."""

    @property
    def is_kept(self) -> bool:
        return not self._waiting

    def hold(self, branch: str, head: bytes, lock: FileLock, *, anew: bool = False) -> None:
        """Write to a branch after the digest; everything as it is, if what stands there is something else."""
        self._branch, self._head, self._lock, self._anew = branch, head, lock, anew

    def keep(self, entry: Entry, history: History) -> None:
        """Write the entry, which has led to the history, with those that wait."""
        self._waiting.append(entry)
        self._history = history
        self.retry()

    def retry(self) -> None:
        """Write what waits, if anything does."""
        if not self._waiting:
            return
        before = self.trouble
        try:
            self._write()
        except GoujiError as error:
            self.trouble = error
        else:
            self.trouble = None
            self._waiting.clear()
        if (before is None) is not (self.trouble is None):
            self.on_change()

    def release(self) -> None:
        """Try once more to write what waits, and let go of the branch."""
        self.retry()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _write(self) -> None:
        if self._branch is None:
            self._begin_branch()
            return
        entries = [Started(self._history)] if self._anew else self._waiting
        try:
            sha256 = self._report.source.sha256
            self._head = self._journal.append(sha256, self._branch, self._head, entries)
            self._anew = False
        except BranchMovedError:
            self._begin_branch()

    def _begin_branch(self) -> None:
        """Go on in a branch that nobody else can have written to."""
        name = new_name()
        lock = self._journal.lock(name)
        with self._journal.writing() as sql:
            review = put_review(sql, self._report, self._path)
            branch = put_branch(sql, review, name, self._head or None)
            lock.acquire()
            head = put_entries(sql, branch, [Started(self._history)])
        if self._lock is not None:
            self._lock.release()
        self.hold(name, head, lock)
