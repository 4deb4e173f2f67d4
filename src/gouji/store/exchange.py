"""A whole desk as one file, to hand a batch to a colleague: JSON, a review a line, compressed.

The first line says what the file is and how many reviews follow. Sources are not in it, nor where they stand
on this machine; the reports are, as they were read, and the whole history of each.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from gouji.errors import (
    BadDeskFileError,
    BadReviewFileError,
    FileMissingError,
    FileTooLargeError,
    IsFolderError,
    NoPermissionError,
)
from gouji.reviewfile import decode, parse
from gouji.reviewfile.disk import LARGEST
from gouji.reviewfile.part import Part, RefusedError
from gouji.store.chain import Link, compact, follow, now, root
from gouji.store.journal import Journal
from gouji.store.stored import StoredReview, is_name, packed, reviews, unpacked
from gouji.store.transfer import Travelling, TravellingBranch, bring_in, take_out

SCHEMA = "gouji.desk/1"
MOST_REVIEWS = 100_000
MOST_ENTRIES = 1_000_000
LARGEST_COPY = 64 * LARGEST
"""More bytes than any desk has, once they are unpacked."""


@dataclass(frozen=True, slots=True)
class Brought:
    """How many reviews were new to a desk, and how many it knew."""

    new: int
    known: int


def copy_desk(journal: Journal) -> bytes:
    """The content of a file that `bring_desk` lays on another desk; raises what the journal does."""
    with journal.reading() as sql:
        lines = [_review(take_out(sql, each)) for each in reviews(sql)]
    head = {"schema": SCHEMA, "reviews": len(lines)}
    content = "".join(f"{compact(line)}\n" for line in [head, *lines])
    return gzip.compress(content.encode(), 6, mtime=0)


def bring_desk(journal: Journal, path: Path) -> Brought:
    """Lay all reviews of a copied desk on this one, or none where anything is wrong with the file.

    What either desk knows is known afterwards; where both went on with a review, the two are brought
    together when it is opened. `BadDeskFileError` where the file is no copy of a desk.
    """
    with journal.writing() as sql:
        found = new = 0
        for travelling in _travellers(path):
            found += 1
            new += bring_in(sql, travelling)
        return Brought(new, found - new)


def _review(travelling: Travelling) -> dict[str, Any]:
    review = travelling.review
    return {
        "sha256": review.sha256,
        "name": review.name,
        "report": parse(unpacked(review.packed)),
        "branches": [_branch(each) for each in travelling.branches],
    }


def _branch(branch: TravellingBranch) -> dict[str, Any]:
    return {
        "name": branch.name,
        "base": branch.base and branch.base.hex(),
        "merged": branch.is_merged,
        "entries": [
            {"at": each.at, "kind": each.kind, "content": each.content, "digest": each.digest.hex()}
            for each in branch.chain.links
        ],
    }


def _travellers(path: Path) -> Iterator[Travelling]:
    try:
        with gzip.open(path) as file:
            yield from _read(file, path)
    except FileNotFoundError as error:
        raise FileMissingError(path) from error
    except IsADirectoryError as error:
        raise IsFolderError(path) from error
    except PermissionError as error:
        raise NoPermissionError(path) from error
    except (OSError, EOFError, zlib.error) as error:
        raise BadDeskFileError(path, where="gzip") from error


def _read(file: gzip.GzipFile, path: Path) -> Iterator[Travelling]:
    where, size = 1, 0
    try:
        head = Part(parse(file.readline(LARGEST)))
        if head["schema"].text() != SCHEMA:
            head["schema"].refuse()
        wanted = head["reviews"].whole(0, MOST_REVIEWS)
        for line in islice(iter(lambda: file.readline(LARGEST), b""), wanted + 1):
            where, size = where + 1, size + len(line)
            if size > LARGEST_COPY:
                raise FileTooLargeError(path)
            yield _traveller(Part(parse(line)))
        if where != wanted + 1:
            head["reviews"].refuse()
    except (RefusedError, BadReviewFileError) as error:
        raise BadDeskFileError(path, where=where) from error


def _traveller(part: Part) -> Travelling:
    """The review; `RefusedError` or `BadReviewFileError` where it is none."""
    report = decode(part["report"].value).document.report
    sha256 = part["sha256"].text()
    if sha256 != report.source.sha256:
        part["sha256"].refuse()
    branches = tuple(_travelling_branch(each, sha256) for each in part["branches"].entries())
    if len({each.name for each in branches}) != len(branches):
        part["branches"].refuse()
    review = StoredReview(0, sha256, part["name"].text(), "", 0, now(), packed(report))
    return Travelling(review, branches)


def _travelling_branch(part: Part, sha256: str) -> TravellingBranch:
    links = [_link(each) for each in islice(part["entries"].entries(), MOST_ENTRIES)]
    chain = follow(links, root(sha256), len(links))
    if not chain.is_whole:
        part["entries"].refuse()
    base = None if part["base"].is_null else _digest(part["base"])
    if not is_name(part["name"].text()):
        part["name"].refuse()
    return TravellingBranch(part["name"].text(), base, chain, part["merged"].yes_or_no())


def _link(part: Part) -> Link:
    at, kind, content, digest = (part[name] for name in ("at", "kind", "content", "digest"))
    return Link(at.text(), kind.text(), content.text(), _digest(digest))


def _digest(part: Part) -> bytes:
    return bytes.fromhex(part.sha256())
