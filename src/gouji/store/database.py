"""The file of the desk: opened, looked over, set aside where it is damaged; its troubles in our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path

from gouji.errors import DeskUnavailableError
from gouji.store.schema import APPLICATION, MIGRATIONS, migrate

PATIENCE = 0.04
"""Seconds that a window waits for another program that writes; then the writing is tried again later."""
DURABLE = "FULL"
"""A commit waits until the disk says that it is there."""
CHECKED_ALWAYS = 16 * 1024 * 1024
"""Up to so many bytes a file is looked over at every start, a larger one only where the last had no end."""
COMPANIONS = ("", "-wal", "-shm")

_HEAD = 100
"""Bytes of the header; the size of a page stands in it."""
_ADVICE = {
    sqlite3.SQLITE_FULL: "desk_full",
    sqlite3.SQLITE_READONLY: "desk_read_only",
    sqlite3.SQLITE_PERM: "desk_read_only",
    sqlite3.SQLITE_CANTOPEN: "desk_no_folder",
    sqlite3.SQLITE_BUSY: "desk_in_use",
    sqlite3.SQLITE_LOCKED: "desk_in_use",
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class DamageError(Exception):
    """The file is no database, or its content is not whole."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell trouble with the database in our words: `DamageError`, or `DeskUnavailableError` with advice."""
    try:
        yield
    except sqlite3.Error as error:
        # Without a code it is Python that cannot make sense of what is stored.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code in _DAMAGE:
            raise DamageError from error
        raise DeskUnavailableError(path, advice=_ADVICE.get(code, "desk_trouble")) from error
    except UnicodeDecodeError as error:
        # SQLite quotes the damaged schema in what it says, and Python cannot read that.
        raise DamageError from error
    except OSError as error:
        raise DeskUnavailableError(path, advice="desk_no_folder") from error


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, made and brought up to date where need be; raises what `told` does."""
    _refuse_stump(path)
    with told(path):
        had_no_end = path.with_name(f"{path.name}-wal").exists()
        sql = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            _make_safe(sql)
            migrate(sql, path)
            _refuse_altered(sql)
            if had_no_end or path.stat().st_size <= CHECKED_ALWAYS:
                _look_over(sql)
        except BaseException as error:
            sql.close()
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
                # What cannot even be asked: a format or a table that is none of ours.
                raise DamageError from error
            raise
        return sql


def set_aside(path: Path) -> Path:
    """Rename a damaged file, with its companions, to a name with the date; nothing of it is deleted."""
    stem = f"{path.stem}.damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for number in count(1):
        aside = path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if not aside.exists():
            break
    with told(path):
        for end in reversed(COMPANIONS):
            with suppress(FileNotFoundError):
                Path(f"{path}{end}").replace(f"{aside}{end}")
    return aside


def _refuse_stump(path: Path) -> None:
    """`DamageError` for a file that ends within its first page, which SQLite would take for an empty one."""
    try:
        with path.open("rb") as file:
            head, size = file.read(_HEAD), path.stat().st_size
    except OSError:
        # Not there yet, or for SQLite to find out.
        return
    if size and size < max(_HEAD, int.from_bytes(head[16:18], "big")):
        raise DamageError


def _make_safe(sql: sqlite3.Connection) -> None:
    """Have commits on the disk before they return, and nothing run that a database brings along."""
    (application,) = sql.execute("PRAGMA application_id").fetchone()
    (tables,) = sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != APPLICATION:
        raise DamageError
    sql.execute("PRAGMA journal_mode = WAL")
    sql.execute(f"PRAGMA synchronous = {DURABLE}")
    sql.execute("PRAGMA foreign_keys = ON")
    sql.execute("PRAGMA trusted_schema = OFF")


def _refuse_altered(sql: sqlite3.Connection) -> None:
    if _tables(sql) != _tables_of_today():
        raise DamageError


def _tables(sql: sqlite3.Connection) -> list[tuple[str, str, str | None]]:
    """Everything that the database says it is made of."""
    return sql.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


@cache
def _tables_of_today() -> list[tuple[str, str, str | None]]:
    """What it is to say; a table that came to have another column is damage, a trigger is not ours."""
    with closing(sqlite3.connect(":memory:")) as sql:
        for each in MIGRATIONS:
            sql.executescript(each)
        return _tables(sql)


def _look_over(sql: sqlite3.Connection) -> None:
    (verdict,) = sql.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise DamageError
