"""The tables of the desk, and how those of an earlier version become those of today.

review
    one for every source file by its SHA-256: where it was seen last, and the report as it was read,
    so that it can be shown when the file is gone.
branch
    the history of a review in one hand. There is one, unless the same file was open twice or came from
    another desk; then there are more until they are brought together, and the others stay as merged.
    `entries` and `head` say how many entries it has, and the digest of the last one.
entry
    what was done, in order, never changed or deleted. `digest` covers the entry and the digest before
    it: an entry that is damaged, lost or slipped in is noticed.
view
    page, zoom and cell of a review.
desk
    what else is remembered, by name: which file is open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from gouji.errors import NewerDeskError

APPLICATION = 0x476F756A
"""``Gouj``, in the header of the file."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE review (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        opened TEXT NOT NULL,
        report BLOB NOT NULL
    ) STRICT;
    CREATE INDEX review_by_path ON review (path, opened);
    CREATE TABLE branch (
        id INTEGER PRIMARY KEY,
        review INTEGER NOT NULL REFERENCES review (id),
        name TEXT NOT NULL,
        base BLOB,
        entries INTEGER NOT NULL DEFAULT 0,
        head BLOB NOT NULL,
        merged INTEGER NOT NULL DEFAULT 0,
        UNIQUE (review, name)
    ) STRICT;
    CREATE TABLE entry (
        branch INTEGER NOT NULL REFERENCES branch (id),
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        content TEXT NOT NULL,
        digest BLOB NOT NULL,
        PRIMARY KEY (branch, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE view (
        review INTEGER PRIMARY KEY REFERENCES review (id),
        content TEXT NOT NULL
    ) STRICT;
    CREATE TABLE desk (
        name TEXT PRIMARY KEY,
        content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
)
"""What makes each version of the one before; the first of nothing."""


def migrate(sql: sqlite3.Connection, path: Path, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring the tables up to date, each step whole or not at all, after a backup beside the file.

    `NewerDeskError` where they are of a later version than this program knows.
    """
    (version,) = sql.execute("PRAGMA user_version").fetchone()
    if version > len(migrations):
        raise NewerDeskError(path)
    for number in range(version, len(migrations)):
        if number:
            back_up(sql, backup_path(path, number))
        sql.executescript(
            f"BEGIN IMMEDIATE; {migrations[number]};"
            f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number + 1}; COMMIT;"
        )


def backup_path(path: Path, version: int) -> Path:
    """Where the tables of a version are kept when they become those of the next."""
    return path.with_name(f"{path.stem}.version-{version}{path.suffix}")


def back_up(sql: sqlite3.Connection, target: Path) -> None:
    """Copy the database into a file of its own, in the place of one that was there."""
    temporary = target.with_name(f"{target.name}.part")
    temporary.unlink(missing_ok=True)
    copy = sqlite3.connect(temporary)
    try:
        sql.backup(copy)
    finally:
        copy.close()
    temporary.replace(target)
