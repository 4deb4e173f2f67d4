"""A review with its whole history, out of one desk and into another, which may know it already."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from hashlib import sha256

from gouji.store.chain import Chain, common_length
from gouji.store.stored import (
    StoredReview,
    branch_named,
    branches,
    chain,
    insert_review,
    links,
    mark_merged,
    put_branch,
    put_links,
    review_of,
)


@dataclass(frozen=True, slots=True)
class TravellingBranch:
    """A branch with all that holds of it."""

    name: str
    base: bytes | None
    chain: Chain
    is_merged: bool


@dataclass(frozen=True, slots=True)
class Travelling:
    """A review on its way."""

    review: StoredReview
    branches: tuple[TravellingBranch, ...]

    @property
    def is_whole(self) -> bool:
        return all(each.chain.is_whole for each in self.branches)


def take_out(sql: sqlite3.Connection, review: StoredReview) -> Travelling:
    """The review with all that holds of its history."""
    found = branches(sql, review.id)
    return Travelling(
        review,
        tuple(
            TravellingBranch(each.name, each.base, chain(sql, each, review.sha256), each.is_merged)
            for each in found
        ),
    )


def bring_in(sql: sqlite3.Connection, arrived: Travelling) -> bool:
    """Lay the review on the desk; whether it was new there.

    What only it knows of one that is known is a branch to bring together.
    """
    known = review_of(sql, arrived.review.sha256)
    review = known or insert_review(sql, arrived.review)
    for branch in arrived.branches:
        _bring_branch(sql, review, branch)
    return known is None


def _bring_branch(sql: sqlite3.Connection, review: StoredReview, arrived: TravellingBranch) -> None:
    theirs = arrived.chain.links
    known = branch_named(sql, review.id, arrived.name)
    if known is None:
        _put_whole(sql, review, arrived)
        return
    ours = links(sql, known)
    common = common_length(ours, theirs)
    if common == len(theirs):
        return
    if common == len(ours) == known.entries:
        put_links(sql, known, theirs[common:])
        mark_merged(sql, known, merged=arrived.is_merged)
        return
    # Both went on from the same entry: theirs goes on under another name, the same whenever it comes.
    name = sha256(arrived.name.encode() + theirs[-1].digest).hexdigest()[:32]
    if branch_named(sql, review.id, name) is None:
        base = ours[common - 1].digest if common else None
        _put_whole(sql, review, replace(arrived, name=name, base=base, is_merged=False))


def _put_whole(sql: sqlite3.Connection, review: StoredReview, arrived: TravellingBranch) -> None:
    branch = put_branch(sql, review, arrived.name, arrived.base)
    put_links(sql, branch, arrived.chain.links)
    if arrived.is_merged:
        mark_merged(sql, branch)
