"""What the desk knows of files by their digests, without taking any of them up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gouji.model.history import History
from gouji.reviewfile.entries import EntryKind
from gouji.store.stored import branches, chain, review_of


@dataclass(frozen=True, slots=True)
class Known:
    """A review on the desk, at a glance."""

    entries: int
    """How many entries its history has, in all hands."""
    is_reviewed: bool
    """Whether the last word on it, in any hand, is that it is done."""


_KNOWN = f"""
    SELECT review.sha256, sum(branch.entries), max(coalesce((
        SELECT json_extract(entry.content, '$.reviewed') FROM entry
        WHERE entry.branch = branch.id AND entry.kind IN ('{EntryKind.MARK}', '{EntryKind.START}')
        ORDER BY entry.number DESC LIMIT 1), 0))
    FROM review JOIN branch ON branch.review = review.id
    WHERE NOT branch.merged AND review.sha256 IN (SELECT value FROM json_each(?))
    GROUP BY review.sha256
"""  # noqa: S608 -- our own words


def known(sql: sqlite3.Connection, sha256s: Iterable[str]) -> Mapping[str, Known]:
    """The reviews of these files, as far as there are any."""
    rows = sql.execute(_KNOWN, (json.dumps(sorted(set(sha256s))),))
    return {sha256: Known(entries, bool(is_reviewed)) for sha256, entries, is_reviewed in rows}


def history_of(sql: sqlite3.Connection, sha256: str) -> History | None:
    """The history of the review of a file as far as it holds, in the hand that had it first."""
    review = review_of(sql, sha256)
    found = [] if review is None else [each for each in branches(sql, review.id) if not each.is_merged]
    return chain(sql, found[0], sha256).history if found else None
