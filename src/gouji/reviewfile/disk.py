"""A review file on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import simplejson

from gouji.errors import BadReviewFileError, EmptyFileError, FileTooLargeError
from gouji.model.review import Review
from gouji.reviewfile.decode import decode
from gouji.sources.file import SourceFile, opened

LARGEST = 64 * 1024 * 1024
"""More bytes than any review file has."""


def read_review(source: Path | SourceFile) -> Review:
    """Reopen a review file; raises a `GoujiError` in any trouble with it."""
    with opened(source) as file:
        # One byte more than is allowed tells a file that has grown since.
        content = file.content(LARGEST + 1)
    if len(content) > LARGEST:
        raise FileTooLargeError(file.path)
    if not content.strip():
        raise EmptyFileError(file.path)
    return decode(parse(content, file.path), file.path)


def parse(content: bytes, path: Path | str = "") -> Any:
    """The JSON values in the bytes; `BadReviewFileError` when they are not JSON in UTF-8."""
    try:
        return simplejson.loads(content.decode("utf-8-sig"), use_decimal=True)
    except UnicodeDecodeError as error:
        raise BadReviewFileError(path, where="UTF-8") from error
    except simplejson.JSONDecodeError as error:
        raise BadReviewFileError(path, where=f"JSON {error.lineno}:{error.colno}") from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        # A number of thousands of digits, or a thousand brackets in each other.
        raise BadReviewFileError(path, where="JSON") from error
