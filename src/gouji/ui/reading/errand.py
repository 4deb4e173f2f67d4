"""Work for a reading process of its own, one piece at a time, that may be given up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gouji.errors import ReaderStoppedError
from gouji.ui.reading.reader import Reader

Answer = Callable[[object], None]
Tell = Callable[[int, int], None]
Ask = Callable[[Reader, Answer, Tell], None]
"""Asks the process for the work, which answers once and may tell before how far it is."""
Submit = Callable[..., None]
"""Has a function called on the thread that asks processes for work."""


class Errand(QObject):
    """Has a process while there is work; what comes late from work that was given up is not heard.

    The process stands aside: whoever looks at the window waits for that, and not for the errand.
    """

    _told = Signal(int, int, int)
    """Number of the work, how much of it is done, and all."""
    _answered = Signal(int, object)

    def __init__(self, make_reader: Callable[[], Reader], submit: Submit, *, stays: bool = False) -> None:
        """With `stays` the process is kept after an answer, for the work to come."""
        super().__init__()
        self._make_reader = make_reader
        self._submit = submit
        self._stays = stays
        self._reader: Reader | None = None
        self._unanswered = False
        self._number = 0
        self._hear: Answer | None = None
        self._hear_progress: Tell | None = None
        self._told.connect(self._pass_on)
        self._answered.connect(self._arrive)

    def begin(self, path: Path, ask: Ask, hear: Answer, tell: Tell | None = None) -> None:
        """Have work on a file done, in the place of any other; `hear` and `tell` are called on this thread.

        Where the process cannot be had the answer is `ReaderStoppedError`.
        """
        self.give_up()
        self._hear, self._hear_progress = hear, tell
        self._submit(self._start, self._number, path, ask)

    def give_up(self) -> None:
        """End the work, if any is going on."""
        if self._hear is not None:
            self._forget()
            self._submit(self._drop)

    def rest(self) -> None:
        """Let the process go until there is other work; what is going on is not given up."""
        self._submit(self._release)

    def end(self) -> None:
        """End the process, once nothing is asked of it any more."""
        self._forget()
        self._stop()

    def _forget(self) -> None:
        self._number += 1
        self._hear = self._hear_progress = None

    def _start(self, number: int, path: Path, ask: Ask) -> None:
        # Work that is no longer wanted need not begin.
        if number != self._number:
            return
        self._unanswered = True
        try:
            if self._reader is None:
                self._reader = self._make_reader()
                self._reader.start(aside=True)
            ask(self._reader, partial(self._answer, number), partial(self._told.emit, number))
        except OSError:
            self._reader = None
            self._answer(number, ReaderStoppedError(path))

    def _answer(self, number: int, found: object) -> None:
        self._unanswered = False
        self._answered.emit(number, found)

    def _drop(self) -> None:
        # A process that was done meanwhile is free for the next work.
        if not self._stays or self._unanswered:
            self._stop()

    def _release(self) -> None:
        if not self._unanswered:
            self._stop()

    def _stop(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.stop()

    def _pass_on(self, number: int, done: int, whole: int) -> None:
        if number == self._number and self._hear_progress is not None:
            self._hear_progress(done, whole)

    def _arrive(self, number: int, found: object) -> None:
        if number == self._number and self._hear is not None:
            hear = self._hear
            self._forget()
            if not self._stays:
                self._submit(self._drop)
            hear(found)
