"""A filter of system calls, as a program for the kernel: no sockets, no new processes, no hand on others.

A list of what is refused, not of what is allowed: that would break with the next version of a library, while
what is refused here no reader has a use for. Of the machines, those are known whose numbers stand below.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Sequence

from gouji.worker.linux import call, renounce_privileges

_MACHINES = {"x86_64": (0xC000_003E, 0), "aarch64": (0xC000_00B7, 1)}
"""The name of each machine in ``linux/audit.h``, and the place of its numbers in what follows."""
_SECCOMP, _CLONE, _CLONE3 = (317, 277), (56, 220), (435, 435)
_REFUSED = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "io_uring_setup": (425, 425),
    "execve": (59, 221),
    "execveat": (322, 281),
    "fork": (57, None),
    "vfork": (58, None),
    "kill": (62, 129),
    "tkill": (200, 130),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "mount": (165, 40),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
    "add_key": (248, 217),
    "keyctl": (250, 219),
}

_LOAD, _JUMP_EQUAL, _JUMP_NOT_BELOW, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
"""Where in ``struct seccomp_data`` they stand."""
_ALLOW, _KILL, _FAIL = 0x7FFF_0000, 0x8000_0000, 0x0005_0000
_OTHER_NUMBERS = 0x4000_0000
"""From here on x86 counts the calls of another, older interface."""
_CLONE_THREAD = 0x0001_0000
_SET_FILTER = 1


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def is_known() -> bool:
    """Whether there is a filter for this machine; the kernel may still refuse it."""
    return os.uname().machine in _MACHINES


def restrict() -> bool:
    """Put the filter in force; False where the kernel has none or the machine is not known."""
    known = _MACHINES.get(os.uname().machine)
    if known is None:
        return False
    machine, place = known
    numbers = (numbers[place] for numbers in _REFUSED.values())
    refused = [number for number in numbers if number is not None]
    content = _program(machine, _CLONE[place], _CLONE3[place], refused)
    program = _Program(len(content) // 8, content)
    try:
        renounce_privileges()
        call(_SECCOMP[place], ctypes.c_uint(_SET_FILTER), ctypes.c_uint(0), ctypes.byref(program))
    except OSError:
        return False
    return True


def _program(machine: int, clone: int, clone3: int, refused: Sequence[int]) -> bytes:
    """The instructions, 8 bytes each: how, how many to skip if so and if not, and with what number."""
    no_such_call, not_permitted = _FAIL | errno.ENOSYS, _FAIL | errno.EPERM
    instructions = [
        (_LOAD, 0, 0, _MACHINE),
        (_JUMP_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_NOT_BELOW, 0, 1, _OTHER_NUMBERS),
        (_RETURN, 0, 0, not_permitted),
        # What clone3 is to make stands where no filter can see it: libraries fall back on clone.
        (_JUMP_EQUAL, 0, 1, clone3),
        (_RETURN, 0, 0, no_such_call),
    ]
    for number in refused:
        instructions += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, not_permitted)]
    instructions += [
        (_JUMP_EQUAL, 1, 0, clone),
        (_RETURN, 0, 0, _ALLOW),
        # A thread is a clone too, and allowed.
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_JUMP_SET, 0, 1, _CLONE_THREAD),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, not_permitted),
    ]
    return b"".join(struct.pack("=HBBI", *each) for each in instructions)
