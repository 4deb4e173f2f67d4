"""The entries of a branch as they stand in the journal: a chain, each link sealed with those before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import simplejson

from gouji.errors import BadReviewFileError
from gouji.model.history import Entry, History, HistoryError
from gouji.reviewfile import parse
from gouji.reviewfile.entries import entry_values, read_entry
from gouji.reviewfile.part import Part, RefusedError


@dataclass(frozen=True, slots=True)
class Link:
    """One entry in writing: when it was kept, what it says in JSON, and the seal on the chain up to it."""

    at: str
    kind: str
    content: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Chain:
    """The links that hold, what they say, and whether those are all that there ever were."""

    links: tuple[Link, ...]
    entries: tuple[Entry, ...]
    history: History
    is_whole: bool


def root(source_sha256: str) -> bytes:
    """What the first link of a review is sealed with."""
    return sha256(source_sha256.encode()).digest()


def now() -> str:
    """The moment, with its time zone."""
    return datetime.now().astimezone().isoformat()


def compact(values: Any) -> str:
    """JSON on one line, without a space too many; decimals keep every digit."""
    return simplejson.dumps(values, use_decimal=True, ensure_ascii=False, separators=(",", ":"))


def forge(entry: Entry, before: bytes) -> Link:
    """The link that says the entry, after one with the digest."""
    kind, values = entry_values(entry)
    content, at = compact(values), now()
    return Link(at, str(kind), content, _seal(before, at, str(kind), content))


def follow(links: Iterable[Link], before: bytes, wanted: int | None = None) -> Chain:
    """What the links say, up to the first that does not hold; so many of them should there be."""
    held: list[Link] = []
    entries: list[Entry] = []
    history = History()
    for link in links:
        try:
            if link.digest != _seal(before, link.at, link.kind, link.content):
                return Chain(tuple(held), tuple(entries), history, is_whole=False)
            entry = read_entry(link.kind, Part(parse(link.content.encode())))
            history = history.after(entry)
        except (RefusedError, BadReviewFileError, HistoryError):
            return Chain(tuple(held), tuple(entries), history, is_whole=False)
        held.append(link)
        entries.append(entry)
        before = link.digest
    return Chain(tuple(held), tuple(entries), history, wanted is None or wanted == len(held))


def common_length(one: Sequence[Link], other: Sequence[Link]) -> int:
    """With how many links both begin."""
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine.digest != theirs.digest:
            break
        length += 1
    return length


def fold(entries: Iterable[Entry]) -> History:
    """What the entries amount to."""
    history = History()
    for entry in entries:
        history = history.after(entry)
    return history


def _seal(before: bytes, at: str, kind: str, content: str) -> bytes:
    return sha256(b"\0".join((before, at.encode(), kind.encode(), content.encode()))).digest()
