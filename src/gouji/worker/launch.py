"""Two ways to have a reading process: a fresh one, and a copy of this process."""

from __future__ import annotations

import os
import signal
import sys
from threading import Lock
from typing import IO, Protocol, cast

from gouji.worker.channel import CHANNEL, Channel

COMMAND = (sys.executable, "-P", "-m", "gouji.worker")
"""Takes no modules from the folder that the program happened to be started in."""
_ASIDE = 5
"""How nice a process is to others that nobody is to notice."""


class Launched(Protocol):
    """A process at the other end of a channel, and of a pipe back."""

    @property
    def requests(self) -> Channel: ...
    @property
    def answers(self) -> IO[bytes]: ...
    def kill(self) -> None: ...
    def is_alive(self) -> bool: ...
    def wait(self) -> None: ...


class Spawned:
    """A fresh process; it takes as long as Python and the readers take to start."""

    def __init__(self, command: tuple[str, ...] = COMMAND, *, aside: bool = False) -> None:
        """One that stands aside has of the processor what the window leaves it."""
        import subprocess  # noqa: PLC0415 -- a copy needs none of it

        flags = 0
        if sys.platform == "win32" and aside:
            flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS
        self.requests, theirs = CHANNEL.pair()
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- our own module
                command, stdin=theirs, stdout=subprocess.PIPE, creationflags=flags
            )
        finally:
            os.close(theirs)
        self.answers = cast("IO[bytes]", self._process.stdout)
        if sys.platform != "win32" and aside:
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _ASIDE)

    def kill(self) -> None:
        self._process.kill()

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def wait(self) -> None:
        self._process.wait()


class Forked:
    """A copy of this process, ready at once; made on Unix, by a process that has no other threads.

    It is silent: whatever ends it is told by whoever waits for its answers. Confined before it has looked up
    what the office sets for rules, it reads, and neither suggests nor summarises.
    """

    def __init__(self) -> None:
        self.requests, theirs = CHANNEL.pair()
        back, away = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            self.requests.close()
            os.close(back)
            _serve(theirs, away)
        os.close(theirs)
        os.close(away)
        self.answers: IO[bytes] = os.fdopen(back, "rb")
        self._lock = Lock()
        self._reaped = False

    def kill(self) -> None:
        with self._lock:
            # The number of a process that was reaped may be another's by now.
            if not self._reaped:
                os.kill(self._pid, signal.SIGKILL)

    def is_alive(self) -> bool:
        return os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None

    def wait(self) -> None:
        os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOWAIT)
        with self._lock:
            os.waitpid(self._pid, 0)
            self._reaped = True


def _serve(requests: int, answers: int) -> None:
    """What the copy does; it must neither return nor print what its original had in mind."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        from gouji.worker.server import serve  # noqa: PLC0415 -- the window's side has no use for it

        serve(CHANNEL(requests), os.fdopen(answers, "wb"))
    finally:
        os._exit(0)
