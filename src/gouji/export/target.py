"""Puts a finished file in its place, whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gouji.errors import CannotWriteError
from gouji.wording import say

CAUSES = {
    "ENOENT": "no_folder",
    "ENOTDIR": "no_folder",
    "EACCES": "no_permission",
    "EPERM": "no_permission",
    "EROFS": "read_only",
    "ENOSPC": "disk_full",
    "EDQUOT": "disk_full",
    "EFBIG": "disk_full",
    "EISDIR": "is_folder",
    "EBUSY": "in_use",
    "ETXTBSY": "in_use",
    "ENAMETOOLONG": "long_name",
    "ENXIO": "no_file",
    **dict.fromkeys(
        ("ENODEV", "ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ETIMEDOUT"),
        "gone",
    ),
}
"""The wording for each of the system's names for trouble."""
WINDOWS = {32: "in_use", 33: "in_use", 53: "gone", 59: "gone", 64: "gone", 67: "gone", 121: "gone"}
"""What Windows says when another program holds the file open, or a share is not there any more."""


@dataclass(frozen=True, slots=True)
class Made:
    """The content of a finished file, and how to tell that what was read back says the same."""

    content: bytes
    agrees: Callable[[bytes], bool]


def replace_file(target: Path, made: Made, language: str) -> None:
    """Put the content at the target; `CannotWriteError` in any trouble, the old file being untouched then."""
    # A target that is a link stays one: the file it leads to is replaced.
    goal = Path(os.path.realpath(target))
    temporary = goal.with_name(f".gouji-{secrets.token_hex(4)}{goal.suffix[:8]}")
    try:
        _refuse_unfit(goal)
        try:
            back = _write_and_read(temporary, made.content, goal)
            if back != made.content or not made.agrees(back):
                raise CannotWriteError(target, cause=say("targets.differs", language))
            temporary.replace(goal)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWriteError(target, cause=_cause(error, language)) from error
    _sync_folder(goal.parent)


def _refuse_unfit(goal: Path) -> None:
    """Refuse what a rename would replace without asking: it needs leave for the folder only."""
    if goal.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if goal.exists() and not goal.is_file():
        # A device or a pipe: a file would take its place.
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    if goal.exists() and not os.access(goal, os.W_OK):
        raise PermissionError(errno.EROFS, os.strerror(errno.EROFS))


def _write_and_read(temporary: Path, content: bytes, goal: Path) -> bytes:
    """What the disk holds after the content was written; the file is as open to others as the old one was."""
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if goal.exists():
        shutil.copymode(goal, temporary)
    return temporary.read_bytes()


def _cause(error: OSError, language: str) -> str:
    """The trouble in plain words; the system's own where there are none."""
    name = WINDOWS.get(getattr(error, "winerror", None) or 0)
    name = name or CAUSES.get(errno.errorcode.get(error.errno or 0, ""))
    return say(f"targets.{name}", language) if name else error.strerror or type(error).__name__


def _sync_folder(folder: Path) -> None:
    """Have the new name outlast a power cut, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
