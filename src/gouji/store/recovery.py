"""What can still be read from a damaged desk, taken over into a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gouji.errors import DamagedDeskError
from gouji.store.chain import Link, follow, root
from gouji.store.stored import StoredBranch, StoredReview, branches, is_link, review_numbered
from gouji.store.transfer import Travelling, TravellingBranch, bring_in

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What damage comes to; SQLite quotes it, and Python cannot always read that."""
_NUMBERS = (
    "SELECT id FROM review",
    "SELECT id FROM review ORDER BY id DESC",
    "SELECT DISTINCT review FROM branch",
)
"""Three ways to the same numbers: where one ends at a damaged page, another may go on."""
_LINKS = (
    "SELECT number, at, kind, content, digest FROM entry WHERE branch = ? ORDER BY number",
    "SELECT number, at, kind, content, digest FROM entry WHERE branch = ? ORDER BY number DESC",
)


def recover(aside: Path, into: sqlite3.Connection) -> DamagedDeskError:
    """Take over every review that holds, and the part that holds of the others; says how many there are."""
    saved = lost = 0
    damaged = sqlite3.connect(f"{aside.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        into.execute("BEGIN IMMEDIATE")
        for number in sorted(_numbers(damaged)):
            found = _review(damaged, number)
            is_saved = found is not None and _take_over(found, into) and found.is_whole
            saved += is_saved
            lost += not is_saved
        into.execute("COMMIT")
    finally:
        damaged.close()
    return DamagedDeskError(aside, saved=saved, lost=lost)


def _take_over(found: Travelling, into: sqlite3.Connection) -> bool:
    """Whether it could be brought in; what contradicts itself cannot."""
    into.execute("SAVEPOINT review")
    try:
        bring_in(into, found)
    except sqlite3.IntegrityError:
        into.execute("ROLLBACK TO review")
        return False
    finally:
        into.execute("RELEASE review")
    return True


def _numbers(damaged: sqlite3.Connection) -> set[int]:
    found = (row[0] for query in _NUMBERS for row in _rows(damaged, query))
    return {number for number in found if isinstance(number, int)}


def _rows(damaged: sqlite3.Connection, query: str, *values: int) -> Iterator[tuple[Any, ...]]:
    """The rows as far as they can be read."""
    try:
        yield from damaged.execute(query, values)
    except UNREADABLE:
        return


def _review(damaged: sqlite3.Connection, number: int) -> Travelling | None:
    try:
        review = review_numbered(damaged, number)
        found = [] if review is None else branches(damaged, number)
    except UNREADABLE:
        return None
    if review is None:
        return None
    return Travelling(review, tuple(_branch(damaged, review, each) for each in found))


def _branch(damaged: sqlite3.Connection, review: StoredReview, branch: StoredBranch) -> TravellingBranch:
    found: dict[int, Link] = {}
    for query in _LINKS:
        for number, *link in _rows(damaged, query, branch.id):
            if is_link(link):
                found[number] = Link(*link)
    links = (found[number] for number in range(1, branch.entries + 1) if number in found)
    found_chain = follow(links, root(review.sha256), branch.entries)
    return TravellingBranch(branch.name, branch.base, found_chain, branch.is_merged)
