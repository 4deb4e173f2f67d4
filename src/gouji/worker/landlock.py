"""Landlock: the Linux kernel's way for a process to give up rights to files and the network for good.

The structures and numbers are those of ``linux/landlock.h``; each version knows more rights than the last.
No library: those that there are for Python are trials or no longer kept up, and this needs three calls.
"""

from __future__ import annotations

import ctypes
import os

from gouji.worker.linux import call, renounce_privileges

_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_ASK_VERSION = 1

_EXECUTE, _WRITE_FILE = 1 << 0, 1 << 1
_REMOVE_AND_MAKE = 0b1_1111_1111 << 4
_REFER, _TRUNCATE, _IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
_FILES = ((1, _EXECUTE | _WRITE_FILE | _REMOVE_AND_MAKE), (2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEVICE))
"""Since which version which rights to files can be taken away; those to read are left."""
_NETWORK = ((4, 0b11),)
"""To bind and connect with TCP."""
_SCOPES = ((6, 0b11),)
"""To speak to sockets without a file and to signal processes outside."""


class _Ruleset(ctypes.Structure):
    """What is taken away: everything that is named here, as there is no rule that allows a part of it."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


def version() -> int:
    """The version that the kernel has; 0 where it has none or it is switched off."""
    try:
        return call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    except OSError:
        return 0


def restrict() -> int:
    """Give up to write, execute and connect; the version in force then, 0 where there is none."""
    known = version()
    try:
        return _restrict(known) if known else 0
    except OSError:
        return 0


def _restrict(known: int) -> int:
    rules = _Ruleset(*(_rights(each, known) for each in (_FILES, _NETWORK, _SCOPES)))
    ruleset = call(
        _CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(ctypes.sizeof(rules)), ctypes.c_uint32(0)
    )
    try:
        renounce_privileges()
        call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)
    return known


def _rights(since: tuple[tuple[int, int], ...], known: int) -> int:
    rights = 0
    for version_of_right, right in since:
        if version_of_right <= known:
            rights |= right
    return rights
