"""One running reading process, the thread that listens to it, and who waits for its answers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import Any

from gouji.errors import GoujiError, ReaderStoppedError
from gouji.sources.file import SourceFile, open_file
from gouji.worker.frames import BrokenFrameError, receive
from gouji.worker.launch import Launched
from gouji.worker.messages import error_to_json, progress_from_json
from gouji.worker.offer import Offer


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits for the answer to a request about which file, and how long it may take."""

    request: dict[str, Any]
    path: Path
    offer: Offer
    seconds: float
    read: Callable[[dict[str, Any], bytes], object]
    """Makes of a reply what was asked for, or the `GoujiError` in its place; else `BrokenFrameError`."""
    answer: Callable[[Any], None]
    tell: Callable[[int, int], None] | None = None

    def give_up(self) -> None:
        self.answer(ReaderStoppedError(self.path))


class Connection:
    """Answers come in the order of the requests, on the listening thread; so does the end.

    When the process dies, the request it was at is given up. `at_end` is told then, with those that had
    to wait for it, and whether there were any requests at all.
    """

    def __init__(self, process: Launched, at_end: Callable[[Connection, list[Waiting], bool], None]) -> None:
        self._process = process
        self._at_end = at_end
        self._numbers = count(1)
        self._waiting: dict[int, Waiting] = {}
        self._files: dict[Path, int] = {}
        self._clock: Timer | None = None
        self._lock = Lock()
        self._ended = False
        self.is_stopped = False
        """Whether it was ended on purpose."""
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        return self._listener.is_alive() and self._process.is_alive()

    def ask(self, waiting: Waiting) -> None:
        number = next(self._numbers)
        with self._lock:
            ended = self._ended
            # The name alone does not tell one file from another.
            file = self._files.setdefault(waiting.path, len(self._files))
            if not ended:
                self._waiting[number] = waiting
                if len(self._waiting) == 1:
                    self._wind_clock()
        if ended:
            waiting.give_up()
            return
        self._send(waiting.request | {"id": number, "file": file, "name": waiting.path.name})

    def stop(self) -> None:
        self.is_stopped = True
        self._process.kill()
        self._listener.join()

    def _wind_clock(self) -> None:
        """Begin the time of the request that the process is at now."""
        if self._clock is not None:
            self._clock.cancel()
        self._clock = None
        head = next(iter(self._waiting.values()), None)
        if head is not None:
            self._clock = Timer(head.seconds, self._process.kill)
            self._clock.daemon = True
            self._clock.start()

    def _listen(self) -> None:
        try:
            while True:
                self._hear(*receive(self._process.answers))
        except BrokenFrameError:
            self._process.kill()
        finally:
            self._end()

    def _hear(self, reply: dict[str, Any], payload: bytes) -> None:
        """Pass on a reply, or word of progress, after which the time begins anew, or hand over a file.

        What is no answer to the question is the end of the process; whoever asked it is answered then.
        """
        with self._lock:
            number = next(iter(self._waiting), 0)
            waiting = self._waiting.get(number)
        if waiting is None or reply.get("id") != number:
            raise BrokenFrameError
        if waiting.tell is not None and "done" in reply:
            waiting.tell(*progress_from_json(reply))
            with self._lock:
                self._wind_clock()
            return
        if "wants" in reply:
            waiting.offer.count()
            # A share that hangs must not keep anybody from hearing that the time is over.
            Thread(target=self._hand_over, args=(waiting.offer, reply), daemon=True).start()
            return
        found = waiting.read(reply, payload)
        with self._lock:
            self._waiting.pop(number, None)
            self._wind_clock()
        waiting.answer(found)

    def _hand_over(self, offer: Offer, reply: dict[str, Any]) -> None:
        """Send the file that the process wants, or what the trouble with it is."""
        try:
            path = offer.path(reply)
            if path is None:
                self._send({})
            else:
                with open_file(path) as file:
                    self._send({}, file)
        except GoujiError as error:
            self._send({"error": error_to_json(error) | {"path": error.path.name}})
        except BrokenFrameError:
            self._process.kill()

    def _send(self, message: dict[str, Any], file: SourceFile | None = None) -> None:
        try:
            self._process.requests.send(message, file)
        except (OSError, ValueError):
            # The process died; its listener answers everyone who waits.
            self._process.kill()

    def _end(self) -> None:
        self._process.wait()
        for stream in (self._process.requests, self._process.answers):
            # What was not sent yet cannot be any more.
            with suppress(OSError):
                stream.close()
        with self._lock:
            self._ended = True
            left = list(self._waiting.values())
            self._waiting.clear()
            self._wind_clock()
        for culprit in left[:1]:
            culprit.give_up()
        self._at_end(self, left[1:], bool(left))
