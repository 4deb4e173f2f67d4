"""Writes a review in the format that the target's ending names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from gouji.errors import CannotWriteError, UnknownTargetError
from gouji.export.problems import problem_list
from gouji.export.target import Made, replace_file
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.reviewfile import decode, dumps, encode, parse
from gouji.wording import say

Writer = Callable[[Review, Sequence[Finding], str], Made]


def write(review: Review, findings: Sequence[Finding], target: Path, language: str) -> None:
    """Write the review to the target, whole or not at all.

    `UnknownTargetError` when the ending names no format, `CannotWriteError` in any trouble with the target.
    """
    writer = WRITERS.get(target.suffix.lower())
    if writer is None:
        raise UnknownTargetError(target)
    _write(review, findings, target, language, writer)


def write_json(review: Review, findings: Sequence[Finding], target: Path, language: str) -> None:
    """Write the review file, whatever the target's ending."""
    _write(review, findings, target, language, _review_file)


def _write(review: Review, findings: Sequence[Finding], target: Path, language: str, writer: Writer) -> None:
    put(review, writer(review, findings, language), target, language)


def put(review: Review, made: Made, target: Path, language: str) -> None:
    """Put what was made of a review at the target, never over the file that it was read from."""
    if _is_source(target, review.document.report.source.sha256):
        raise CannotWriteError(target, cause=say("targets.is_source", language))
    replace_file(target, made, language)


def _is_source(target: Path, sha256: str) -> bool:
    """Whether the file that would be replaced is the one the report was read from."""
    try:
        if not target.is_file():
            return False
        with target.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        # Not to be read: for the writing to find out.
        return False


def _review_file(review: Review, findings: Sequence[Finding], language: str) -> Made:
    content = (dumps(encode(review, findings, language)) + "\n").encode()
    return Made(content, lambda back: decode(parse(back)) == review)


def _workbook(review: Review, findings: Sequence[Finding], language: str) -> Made:
    from gouji.export.workbook import make_workbook  # noqa: PLC0415 -- loads two workbook libraries

    return make_workbook(review, findings, language)


def _letter(review: Review, findings: Sequence[Finding], language: str) -> Made:
    from gouji.export.problems.letter import make_letter  # noqa: PLC0415 -- loads python-docx

    return make_letter(problem_list(review, findings, language))


WRITERS: dict[str, Writer] = {".xlsx": _workbook, ".json": _review_file, ".docx": _letter}
