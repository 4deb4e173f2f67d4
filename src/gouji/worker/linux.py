"""The calls to the Linux kernel that Python has no names for."""

from __future__ import annotations

import ctypes
import os

_PR_SET_NO_NEW_PRIVS = 38


def call(number: int, *arguments: object) -> int:
    """The result of a system call by its number; `OSError` where the kernel refuses it."""
    result: int = _library().syscall(ctypes.c_long(number), *arguments)
    return _checked(result)


def renounce_privileges() -> None:
    """Never gain any again, as the kernel asks of whoever confines itself."""
    _checked(_library().prctl(_PR_SET_NO_NEW_PRIVS, *(ctypes.c_ulong(each) for each in (1, 0, 0, 0))))


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
