"""A review file on disk."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import simplejson

from gouji.errors import (
    BadReviewFileError,
    DamagedFileError,
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    IsFolderError,
    NoPermissionError,
)
from gouji.model.review import Review
from gouji.reviewfile.decode import decode

LARGEST = 64 * 1024 * 1024
"""More bytes than any review file has."""


def read_review(path: Path) -> Review:
    """Reopen a review file; raises a `GoujiError` in any trouble with it."""
    content = _read(path)
    if not content.strip():
        raise EmptyFileError(path)
    return decode(parse(content, path), path)


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


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        _refuse_unfit(path, status)
        # One byte more than is allowed tells a file that has grown since.
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except PermissionError as error:
        raise NoPermissionError(path) from error
    except FileNotFoundError as error:
        raise FileMissingError(path) from error
    except OSError as error:
        missing = not path.parent.is_dir()
        raise (FileMissingError(path) if missing else DamagedFileError(path, kind="JSON")) from error
    if len(content) > LARGEST:
        raise FileTooLargeError(path)
    return content


def _refuse_unfit(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsFolderError(path)
    if not stat.S_ISREG(status.st_mode):
        raise DamagedFileError(path, kind="JSON")
    if status.st_size > LARGEST:
        raise FileTooLargeError(path)
