"""Landlock: the Linux kernel's way for a process to give up rights to files and the network for good.

The structures and numbers are those of ``linux/landlock.h``; each version knows more rights than the last.
No library: those that there are for Python are trials or no longer kept up, and this needs four calls.
"""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from gouji.worker.linux import call, renounce_privileges

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _BENEATH = 1, 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_AND_MAKE = 0b1_1111_1111 << 4
_REFER, _TRUNCATE, _IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
_FILES = ((1, _EXECUTE | _WRITE_FILE | _REMOVE_AND_MAKE), (2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEVICE))
"""Since which version which rights to files can be taken away; none of these is left anywhere."""
_READING = _READ_FILE | _READ_FOLDER
"""Rights that are left in some places; every version knows them."""
_NETWORK = ((4, 0b11),)
"""To bind and connect with TCP."""
_SCOPES = ((6, 0b11),)
"""To speak to sockets without a file and to signal processes outside."""


class _Ruleset(ctypes.Structure):
    """What is taken away, but for what a rule allows."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Rule(ctypes.Structure):
    """What is allowed, in a folder and in all within it, or in a file."""

    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("place", ctypes.c_int32))


def version() -> int:
    """The version that the kernel has; 0 where it has none or it is switched off."""
    try:
        return call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    except OSError:
        return 0


def restrict(readable: Iterable[Path] | None) -> int:
    """Give up to write, execute and connect, and to read but in the places given, if any are.

    What is open already stays open. The version in force then, 0 where there is none.
    """
    known = version()
    try:
        return _restrict(known, readable) if known else 0
    except OSError:
        return 0


def _restrict(known: int, readable: Iterable[Path] | None) -> int:
    files, network, scopes = (_rights(each, known) for each in (_FILES, _NETWORK, _SCOPES))
    rules = _Ruleset(files if readable is None else files | _READING, network, scopes)
    ruleset = call(
        _CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(ctypes.sizeof(rules)), ctypes.c_uint32(0)
    )
    try:
        for path in readable or ():
            _allow_reading(ruleset, path)
        renounce_privileges()
        call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)
    return known


def _allow_reading(ruleset: int, path: Path) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        # What is not there, or may not be read anyway, needs no rule.
        return
    try:
        is_folder = stat.S_ISDIR(os.fstat(place).st_mode)
        rule = _Rule(_READING if is_folder else _READ_FILE, place)
        call(_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(place)


def _rights(since: tuple[tuple[int, int], ...], known: int) -> int:
    rights = 0
    for version_of_right, right in since:
        if version_of_right <= known:
            rights |= right
    return rights
