"""Reviews as rows of the desk, read and written within a transaction of the caller's."""

from __future__ import annotations

import re
import secrets
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gouji.errors import BadReviewFileError
from gouji.model.correction import Document
from gouji.model.history import Entry
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.reviewfile import decode, dumps, encode, parse
from gouji.reviewfile.disk import LARGEST
from gouji.store.chain import Chain, Link, follow, forge, now, root

_REVIEW = "SELECT id, sha256, name, path, size, opened, report FROM review "


@dataclass(frozen=True, slots=True)
class StoredReview:
    """A review as the desk knows it, without its history."""

    id: int
    sha256: str
    name: str
    path: str
    """Where the source was seen last; empty where it never was on this machine."""
    size: int
    opened: str
    packed: bytes
    """The report in JSON, compressed."""

    def report(self) -> Report | None:
        """The report as it was read first; None where that is damaged."""
        try:
            return decode(parse(unpacked(self.packed))).document.report
        except BadReviewFileError:
            return None


@dataclass(frozen=True, slots=True)
class StoredBranch:
    """One hand's history of a review: how many entries it has, and the digest of the last."""

    id: int
    name: str
    base: bytes | None
    entries: int
    head: bytes
    is_merged: bool


_REVIEW_KINDS = (int, str, str, str, int, str, bytes)
_BRANCH_KINDS = (int, str, bytes | None, int, bytes, int)
_LINK_KINDS = (str, str, str, bytes)
_NAME = re.compile(r"[0-9a-f]{32}")


def is_name(text: str) -> bool:
    """Whether it can be the name of a branch, which is that of a file too."""
    return _NAME.fullmatch(text) is not None


def is_link(row: Sequence[Any]) -> bool:
    """Whether every part of a link is what it has to be."""
    return _is_of(row, _LINK_KINDS)


def _is_of(row: Sequence[Any], kinds: Sequence[Any]) -> bool:
    return all(isinstance(value, kind) for value, kind in zip(row, kinds, strict=True))


def _refuse_damaged(row: Sequence[Any], kinds: Sequence[Any]) -> None:
    """A damaged page may hold other kinds of values than its table allows."""
    if not _is_of(row, kinds):
        raise sqlite3.DatabaseError


def _stored(row: Sequence[Any]) -> StoredReview:
    _refuse_damaged(row, _REVIEW_KINDS)
    return StoredReview(*row)


def packed(report: Report) -> bytes:
    """The report in JSON, compressed."""
    return zlib.compress(dumps(encode(Review(Document(report)))).encode(), 6)


def unpacked(content: bytes) -> bytes:
    """The JSON again; nothing where it is damaged or too large, which is no JSON then."""
    try:
        inflate = zlib.decompressobj()
        found = inflate.decompress(content, LARGEST)
    except zlib.error:
        return b""
    return found if inflate.eof else b""


def reviews(sql: sqlite3.Connection) -> Iterator[StoredReview]:
    """All reviews, in the order in which they came to the desk."""
    for row in sql.execute(_REVIEW + "ORDER BY id"):
        yield _stored(row)


def review_of(sql: sqlite3.Connection, sha256: str) -> StoredReview | None:
    """The review of the source file."""
    row = sql.execute(_REVIEW + "WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else _stored(row)


def review_numbered(sql: sqlite3.Connection, number: int) -> StoredReview | None:
    """The review by its number on this desk."""
    row = sql.execute(_REVIEW + "WHERE id = ?", (number,)).fetchone()
    return None if row is None else _stored(row)


def review_at(sql: sqlite3.Connection, path: Path) -> StoredReview | None:
    """The review whose source was seen at the path last."""
    row = sql.execute(_REVIEW + "WHERE path = ? ORDER BY opened DESC", (str(path),)).fetchone()
    return None if row is None else _stored(row)


def put_review(sql: sqlite3.Connection, report: Report, path: Path | None) -> StoredReview:
    """Note the review of a report as opened now, from a source at the path if that is at hand."""
    source = report.source
    known = review_of(sql, source.sha256)
    place, size = ("", 0) if known is None else (known.path, known.size)
    if path is not None:
        place, size = str(path), _size(path)
    # The corrections are about the figures as they were read first.
    content = packed(report) if known is None else known.packed
    return insert_review(sql, StoredReview(0, source.sha256, source.name, place, size, now(), content))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        # Gone since it was read.
        return 0


def insert_review(sql: sqlite3.Connection, review: StoredReview) -> StoredReview:
    """Write a review in the place of what was known of it; with its number on this desk."""
    columns = (review.sha256, review.name, review.path, review.size, review.opened, review.packed)
    (number,) = sql.execute(
        "INSERT INTO review (sha256, name, path, size, opened, report) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, path = excluded.path,"
        " size = excluded.size, opened = excluded.opened, report = excluded.report RETURNING id",
        columns,
    ).fetchone()
    return StoredReview(int(number), *columns)


def branches(sql: sqlite3.Connection, review: int) -> list[StoredBranch]:
    """The branches of a review, the oldest first; those that were merged too."""
    rows = sql.execute(
        "SELECT id, name, base, entries, head, merged FROM branch WHERE review = ? ORDER BY id", (review,)
    )
    return [_stored_branch(row) for row in rows]


def _stored_branch(row: Sequence[Any]) -> StoredBranch:
    _refuse_damaged(row, _BRANCH_KINDS)
    number, name, base, entries, head, merged = row
    if not is_name(name):
        raise sqlite3.DatabaseError
    return StoredBranch(number, name, base, entries, head, bool(merged))


def branch_named(sql: sqlite3.Connection, review: int, name: str) -> StoredBranch | None:
    """The branch of the name, which no other has on any desk."""
    return next((each for each in branches(sql, review) if each.name == name), None)


def new_name() -> str:
    """A name for a branch that no other has on any desk."""
    return secrets.token_hex(16)


def put_branch(
    sql: sqlite3.Connection, review: StoredReview, name: str, base: bytes | None = None
) -> StoredBranch:
    """Begin a branch of a review, on another where that has the base as a digest."""
    head = root(review.sha256)
    (number,) = sql.execute(
        "INSERT INTO branch (review, name, base, head) VALUES (?, ?, ?, ?) RETURNING id",
        (review.id, name, base, head),
    ).fetchone()
    return StoredBranch(int(number), name, base, 0, head, is_merged=False)


def links(sql: sqlite3.Connection, branch: StoredBranch) -> list[Link]:
    """The links of a branch, as they are written."""
    rows = sql.execute(
        "SELECT at, kind, content, digest FROM entry WHERE branch = ? ORDER BY number", (branch.id,)
    )
    return [_link(row) for row in rows]


def _link(row: Sequence[Any]) -> Link:
    _refuse_damaged(row, _LINK_KINDS)
    return Link(*row)


def chain(sql: sqlite3.Connection, branch: StoredBranch, sha256: str) -> Chain:
    """What a branch says, as far as it holds."""
    return follow(links(sql, branch), root(sha256), branch.entries)


def put_links(sql: sqlite3.Connection, branch: StoredBranch, new: Sequence[Link]) -> None:
    """Add links to the end of a branch."""
    sql.executemany(
        "INSERT INTO entry (branch, number, at, kind, content, digest) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (branch.id, number, each.at, each.kind, each.content, each.digest)
            for number, each in enumerate(new, start=branch.entries + 1)
        ],
    )
    if new:
        sql.execute(
            "UPDATE branch SET entries = ?, head = ? WHERE id = ?",
            (branch.entries + len(new), new[-1].digest, branch.id),
        )


def put_entries(sql: sqlite3.Connection, branch: StoredBranch, entries: Sequence[Entry]) -> bytes:
    """Add entries to the end of a branch; the digest of the last."""
    new: list[Link] = []
    for entry in entries:
        new.append(forge(entry, new[-1].digest if new else branch.head))
    put_links(sql, branch, new)
    return new[-1].digest if new else branch.head


def mark_merged(sql: sqlite3.Connection, branch: StoredBranch, *, merged: bool = True) -> None:
    """Note that what the branch says is part of another, or is not any more."""
    sql.execute("UPDATE branch SET merged = ? WHERE id = ?", (int(merged), branch.id))
