"""The window's side of the reading process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import Any

from gouji.errors import GoujiError, ReaderStoppedError
from gouji.loader import Loaded
from gouji.worker.frames import BrokenFrameError, receive, send
from gouji.worker.messages import error_from_json, loaded_from_json

COMMAND = (sys.executable, "-m", "gouji.worker")
TIME_LIMIT = 60.0
"""Seconds after which a file that is still being read is given up and the process ended."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: rows of 4-byte pixels in the order blue, green, red, unused."""

    page: int
    scale: float
    width: int
    height: int
    pixels: bytes


class ReadingProcess:
    """A reading process that is started when first asked and started again when it died.

    Answers come on a background thread, each as a result or as the `GoujiError` that prevented it;
    requests are answered in the order they were made.
    """

    def __init__(self, command: tuple[str, ...] = COMMAND, time_limit: float = TIME_LIMIT) -> None:
        self._command = command
        self._time_limit = time_limit
        self._connection: _Connection | None = None
        self._passwords: dict[Path, str | None] = {}

    def start(self) -> None:
        """Have the process ready before the first file is chosen."""
        self._connected()

    def load(self, path: Path, password: str | None, answer: Callable[[Loaded | GoujiError], None]) -> None:
        """Ask for a file to be read."""
        self._passwords[path] = password

        def receive_loaded(reply: dict[str, Any], _payload: bytes) -> None:
            answer(loaded_from_json(reply["loaded"]))

        self._ask({"do": "load"}, path, receive_loaded, answer)

    def recognise(
        self,
        path: Path,
        password: str | None,
        tell: Callable[[int, int], None],
        answer: Callable[[Loaded | GoujiError], None],
    ) -> None:
        """Ask for a scan to be read from its pictures; `stop` gives it up.

        `tell` hears after every page how many are done, of how many. Other requests wait until the end:
        have a process of its own for this.
        """
        self._passwords[path] = password

        def receive_loaded(reply: dict[str, Any], _payload: bytes) -> None:
            answer(loaded_from_json(reply["loaded"]))

        self._ask({"do": "recognise"}, path, receive_loaded, answer, tell)

    def draw(
        self, path: Path, page: int, scale: float, answer: Callable[[Picture | GoujiError], None]
    ) -> None:
        """Ask for one page of a PDF; pages count from 1, scale 1 is 72 dots per inch."""

        def receive_picture(reply: dict[str, Any], payload: bytes) -> None:
            answer(Picture(page, scale, int(reply["width"]), int(reply["height"]), payload))

        self._ask({"do": "draw", "page": page, "scale": scale}, path, receive_picture, answer)

    def stop(self) -> None:
        """End the process; waiting requests are answered with `ReaderStoppedError`."""
        if self._connection is not None:
            self._connection.stop()
            self._connection = None

    def _ask(
        self,
        request: dict[str, Any],
        path: Path,
        receive: Callable[[dict[str, Any], bytes], None],
        refuse: Callable[[GoujiError], None],
        tell: Callable[[int, int], None] | None = None,
    ) -> None:
        request |= {"path": str(path), "password": self._passwords.get(path)}
        self._connected().ask(request, _Waiting(path, receive, refuse, tell))

    def _connected(self) -> _Connection:
        if self._connection is None or not self._connection.is_alive:
            self._connection = _Connection(self._command, self._time_limit)
        return self._connection


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who waits for an answer about which file."""

    path: Path
    receive: Callable[[dict[str, Any], bytes], None]
    refuse: Callable[[GoujiError], None]
    tell: Callable[[int, int], None] | None = None

    def settle(self, reply: dict[str, Any], payload: bytes) -> None:
        if "error" in reply:
            self.refuse(error_from_json(reply["error"]))
        else:
            self.receive(reply, payload)

    def give_up(self) -> None:
        self.refuse(ReaderStoppedError(self.path))


class _Connection:
    """One running process, the thread that listens to it, and who waits for its answers."""

    def __init__(self, command: tuple[str, ...], time_limit: float) -> None:
        self._time_limit = time_limit
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 -- our own module
        self._numbers = count(1)
        self._waiting: dict[int, tuple[_Waiting, Timer]] = {}
        self._lock = Lock()
        self._ended = False
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        return self._listener.is_alive() and self._process.poll() is None

    def ask(self, request: dict[str, Any], waiting: _Waiting) -> None:
        number = next(self._numbers)
        timer = self._timer()
        with self._lock:
            ended = self._ended
            if not ended:
                self._waiting[number] = waiting, timer
        if ended:
            waiting.give_up()
            return
        timer.start()
        self._send(request | {"id": number})

    def _timer(self) -> Timer:
        timer = Timer(self._time_limit, self._process.kill)
        timer.daemon = True
        return timer

    def stop(self) -> None:
        self._process.kill()
        self._listener.join()

    def _send(self, request: dict[str, Any]) -> None:
        assert self._process.stdin is not None  # noqa: S101 -- opened as a pipe above
        try:
            send(self._process.stdin, request)
        except (OSError, ValueError):
            # The process died; its listener answers everyone who waits.
            self._process.kill()

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 -- opened as a pipe above
        try:
            while True:
                reply, payload = receive(self._process.stdout)
                waiting = self._heard(reply)
                if waiting.tell is not None and "done" in reply:
                    waiting.tell(int(reply["done"]), int(reply["pages"]))
                else:
                    waiting.settle(reply, payload)
        except (BrokenFrameError, KeyError):
            self._process.kill()
        finally:
            self._end()

    def _heard(self, reply: dict[str, Any]) -> _Waiting:
        """Who waits for this reply; after word of progress the time begins anew."""
        with self._lock:
            waiting, timer = self._waiting.pop(reply["id"])
            timer.cancel()
            if "done" in reply:
                timer = self._timer()
                self._waiting[reply["id"]] = waiting, timer
                timer.start()
        return waiting

    def _end(self) -> None:
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        with self._lock:
            self._ended = True
            left = list(self._waiting.values())
            self._waiting.clear()
        for waiting, timer in left:
            timer.cancel()
            waiting.give_up()
