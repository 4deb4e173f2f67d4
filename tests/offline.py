"""Runs a program that is killed as soon as it, or any process of it, makes a socket for a network.

``python -m tests.offline PROGRAM ARGUMENT ...``. The kernel sees to that, so that it holds for Qt and for
every library in C as well. Sockets between processes of one machine are no network and are allowed.
"""

from __future__ import annotations

import ctypes
import os
import platform
import socket
import struct
import sys

from gouji.worker.linux import call, renounce_privileges

MACHINES = {"x86_64": (317, 41), "aarch64": (277, 198)}
"""The numbers of the system calls ``seccomp`` and ``socket``."""
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER, _FAMILY = 0, 16
"""Where the call and its first argument stand in ``struct seccomp_data``."""
_ALLOW, _KILL_PROCESS = 0x7FFF_0000, 0x8000_0000
_SET_FILTER = 1


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def refuse_networks() -> None:
    """Have this process, and all it will start, killed at a socket of any family but the local one."""
    seccomp, make_socket = MACHINES[platform.machine()]
    instructions = (
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_EQUAL, 0, 2, make_socket),
        (_LOAD, 0, 0, _FAMILY),
        (_JUMP_EQUAL, 0, 1, int(socket.AF_UNIX)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL_PROCESS),
    )
    content = b"".join(struct.pack("=HBBI", *each) for each in instructions)
    program = _Program(len(instructions), content)
    renounce_privileges()
    call(seccomp, ctypes.c_uint(_SET_FILTER), ctypes.c_uint(0), ctypes.byref(program))


def main() -> None:
    """Become the program."""
    refuse_networks()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 -- what it is for


if __name__ == "__main__":
    main()
