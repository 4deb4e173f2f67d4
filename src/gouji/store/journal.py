"""The journal: everything that reviewers did, in one database, on the disk before it is shown as kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from gouji.errors import DeskUnavailableError, GoujiError
from gouji.model.history import Entry
from gouji.store.database import DURABLE, DamageError, connect, set_aside, told
from gouji.store.folder import DATABASE, make_private
from gouji.store.locks import FileLock
from gouji.store.recovery import recover
from gouji.store.stored import branch_named, put_entries, review_of

OPENING = 5.0
"""Seconds that one start waits for another that brings the desk up to date."""
LOCKS = "locks"
SPARE = 0.5
"""The share of unused pages that makes compaction worth its while,"""
SPARE_PAGES = 2048
"""where there are more of them than this."""


class BranchMovedError(Exception):
    """The branch is not as it was left: another wrote to it, or it is not there any more."""


class Journal:
    """One connection to the desk in a folder; use it from one thread at a time.

    Whatever is the matter with the file, `DeskUnavailableError` or `NewerDeskError` is raised and the next
    call tries anew: a damaged file is set aside then, one that was taken away is made again.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / DATABASE
        self.trouble: GoujiError | None = None
        """What was found damaged, once."""
        self._sql: sqlite3.Connection | None = None
        self._place: tuple[int, int] | None = None

    def open(self) -> None:
        """Open the desk now rather than when it is first used."""
        self._connected()

    def close(self) -> None:
        """Let go of the file."""
        sql, self._sql = self._sql, None
        if sql is not None:
            with suppress(sqlite3.Error):
                sql.close()

    def lock(self, name: str) -> FileLock:
        """The lock of a branch; `DeskUnavailableError` where no lock can be made."""
        folder = self.path.with_name(LOCKS)
        with told(self.path):
            make_private(folder)
        return FileLock(folder / name)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the desk, whatever others write meanwhile."""
        with self._transaction("BEGIN") as sql:
            yield sql

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Changes that are on the disk when this ends without an error, or not at all."""
        with self._transaction("BEGIN IMMEDIATE") as sql:
            yield sql

    def append(self, sha256: str, branch: str, head: bytes, entries: Sequence[Entry]) -> bytes:
        """Add entries to a branch of a review after the digest; the digest of the last, now on the disk.

        `BranchMovedError` where the branch ends otherwise.
        """
        with self.writing() as sql:
            review = review_of(sql, sha256)
            found = None if review is None else branch_named(sql, review.id, branch)
            if found is None or found.head != head or found.is_merged:
                raise BranchMovedError
            return put_entries(sql, found, entries)

    def remember(self, name: str, content: str) -> None:
        """Remember something of the desk by its name; it outlives the program, though not a power cut."""
        with self._lightly() as sql:
            sql.execute("INSERT OR REPLACE INTO desk (name, content) VALUES (?, ?)", (name, content))

    def remembered(self, name: str) -> str | None:
        """What was remembered."""
        with self.reading() as sql:
            row = sql.execute("SELECT content FROM desk WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def remember_view(self, sha256: str, content: str) -> None:
        """Remember how a review was looked at last."""
        with self._lightly() as sql:
            sql.execute(
                "INSERT OR REPLACE INTO view (review, content) SELECT id, ? FROM review WHERE sha256 = ?",
                (content, sha256),
            )

    def view(self, sha256: str) -> str | None:
        """How the review was looked at last."""
        with self.reading() as sql:
            row = sql.execute(
                "SELECT view.content FROM view JOIN review ON review.id = view.review WHERE sha256 = ?",
                (sha256,),
            ).fetchone()
        return None if row is None else str(row[0])

    def compact(self) -> None:
        """Give back the room that nothing uses, where it is much."""
        sql = self._connected()
        try:
            with told(self.path):
                (spare,) = sql.execute("PRAGMA freelist_count").fetchone()
                (pages,) = sql.execute("PRAGMA page_count").fetchone()
                if spare > SPARE_PAGES and spare > SPARE * pages:
                    sql.execute("VACUUM")
                sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DamageError as error:
            self.close()
            raise DeskUnavailableError(self.path, advice="desk_damaged") from error

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        sql = self._connected()
        try:
            with told(self.path):
                sql.execute(begin)
                try:
                    yield sql
                    sql.execute("COMMIT")
                except BaseException:
                    with suppress(sqlite3.Error):
                        sql.execute("ROLLBACK")
                    raise
        except DamageError as error:
            self.close()
            raise DeskUnavailableError(self.path, advice="desk_damaged") from error

    @contextmanager
    def _lightly(self) -> Iterator[sqlite3.Connection]:
        """What is a pity to lose, and no more, does not wait for the disk."""
        sql = self._connected()
        with told(self.path):
            sql.execute("PRAGMA synchronous = NORMAL")
        try:
            with self.writing() as sql:
                yield sql
        finally:
            with suppress(sqlite3.Error):
                sql.execute(f"PRAGMA synchronous = {DURABLE}")

    def _connected(self) -> sqlite3.Connection:
        """The connection to the file that stands there now."""
        if self._sql is not None and self._place != self._found():
            self.close()
        if self._sql is None:
            with told(self.path):
                make_private(self.path.parent)
                lock = FileLock(self.path.with_name("opening.lock"))
                if not lock.acquire(OPENING):
                    raise DeskUnavailableError(self.path, advice="desk_in_use")
            with lock:
                self._sql = self._opened()
            self._place = self._found()
        return self._sql

    def _found(self) -> tuple[int, int] | None:
        """Which file stands there."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def _opened(self) -> sqlite3.Connection:
        try:
            return connect(self.path)
        except DamageError:
            aside = set_aside(self.path)
        try:
            sql = connect(self.path)
        except DamageError as error:
            raise DeskUnavailableError(self.path, advice="desk_trouble") from error
        with told(self.path):
            self.trouble = recover(aside, sql)
        return sql
