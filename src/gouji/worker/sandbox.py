"""What the reading process may still do once it serves: read what it is handed and think, nothing else.

Limits on resources hold on every Unix. On Linux, Landlock takes away writing, executing and connecting, and
the opening of files but for the program's own; a filter of system calls takes away sockets, new processes and
the meddling with others. Both are set for good: nothing that a file does to a library in this process can
take them back. Where the system has neither, the process goes on without and `confine` says so.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from gouji.sources.limits import MOST_OPEN_FILES


@dataclass(frozen=True, slots=True)
class Confinement:
    """What holds a process back by now."""

    limits: bool
    """No core dumps, few open files; and none written where there is no Landlock."""
    landlock: int
    """The version of Landlock that is in force; 0 where there is none."""
    filter: bool
    """No sockets, no new processes."""


def confine(*, is_told_paths: bool) -> Confinement:
    """Give up for good what reading a file does not need; of this process and its threads to come.

    One that is told paths keeps the right to open them.
    """
    landlocked, filtered = 0, False
    if sys.platform == "linux":
        from gouji.worker import landlock, seccomp  # noqa: PLC0415 -- for Linux alone
        from gouji.worker.readable import readable_places  # noqa: PLC0415 -- as above

        landlocked = landlock.restrict(None if is_told_paths else readable_places())
        filtered = seccomp.restrict()
    return Confinement(_limit(no_new_files=bool(landlocked)), landlocked, filtered)


def available() -> tuple[bool, bool]:
    """Whether the system has Landlock, and a filter for this kind of machine."""
    if sys.platform != "linux":
        return False, False
    from gouji.worker import landlock, seccomp  # noqa: PLC0415 -- for Linux alone

    return landlock.version() > 0, seccomp.is_known()


def _limit(*, no_new_files: bool) -> bool:
    if sys.platform == "win32":
        return False
    import resource  # noqa: PLC0415 -- not on every system

    # The system counts processes for the whole user, and threads as such: only the filter stops new ones.
    limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_NOFILE: MOST_OPEN_FILES}
    if not no_new_files:
        # Where new files cannot be opened, what is open already, as for messages, may be written.
        limits[resource.RLIMIT_FSIZE] = 0
    for limit, most in limits.items():
        _, hard = resource.getrlimit(limit)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (lowest, lowest))
    return True
