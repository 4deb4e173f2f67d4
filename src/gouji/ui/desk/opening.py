"""How a file becomes what the desk can show: read in the reading process, a scan recognised page by page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gouji.errors import GoujiError, NoTextError
from gouji.sources import can_recognise
from gouji.ui.reading.jobs import Jobs

if TYPE_CHECKING:
    from gouji.model.loaded import Loaded


REVIEW_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Wish:
    """A file that is wanted on the desk, and how it is to be read."""

    path: Path
    password: str | None = None
    encoding: str | None = None
    again: bool = False
    """Whether it is the source of what is open, in another encoding or changed since."""
    chosen: bool = False
    """Whether the reviewer asked for the encoding just now."""


class Opening(QObject):
    """Grants one wish at a time: the last."""

    busy = Signal(str)
    """The name of the file that is being read; empty when none is."""
    reading = Signal(object, object)
    """The path of a file that is about to be read, and its password; None twice when nothing is any more."""
    recognising = Signal(str, int, int)
    """The name of the scan being recognised, its pages that are done, and all; an empty name at the end."""
    came = Signal(object, object)
    """The `Wish`, and the `Loaded` or the `GoujiError` that came of it."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._wish: Wish | None = None
        self._recognising = False
        self._partly: Loaded | None = None
        """What was read of a report with pages that are pictures, while these are recognised."""
        jobs.loaded.connect(self._take)
        jobs.recognised.connect(self._note_recognised)

    def ask(self, wish: Wish) -> None:
        """Have a file read, in the place of any other."""
        self._partly = None
        self.give_up()
        self._wish = wish
        self.busy.emit(wish.path.name)
        if wish.path.suffix.lower() == REVIEW_ENDING:
            self._jobs.look_at(wish.path)
        elif not wish.again:
            self.reading.emit(wish.path, wish.password)
        self._jobs.load(wish.path, wish.password, wish.encoding)

    def forget(self) -> None:
        """Whatever comes is not wanted any more."""
        self._wish = None

    def cancel(self) -> None:
        """Stop reading or recognising a file: what was open stays, unless a part of the file was read."""
        if self._wish is not None and not self._recognising:
            self._wish = None
            # Before pages of what was open are asked for again.
            self._jobs.give_up_loading()
            self.busy.emit("")
            self.reading.emit(None, None)
        else:
            self.give_up()

    def give_up(self) -> None:
        """Stop recognising a scan; what was read of it besides is taken."""
        if self._recognising:
            wish, partly = self._wish, self._partly
            self._wish = None
            self._end_recognising()
            if wish is not None and partly is not None:
                self.came.emit(wish, partly)
            self.reading.emit(None, None)

    def _take(self, path: Path, answer: object) -> None:
        wish = self._wish
        if wish is None or path != wish.path:
            return
        if _is_pictured(answer) and not self._recognising and can_recognise():
            self._partly = None if isinstance(answer, GoujiError) else cast("Loaded", answer)
            self._recognise(wish)
            return
        if isinstance(answer, GoujiError) and self._recognising and self._partly is not None:
            answer = self._partly
        self._wish = None
        self._end_recognising()
        self.busy.emit("")
        self.came.emit(wish, answer)
        if self._wish is None:
            self.reading.emit(None, None)

    def _recognise(self, wish: Wish) -> None:
        self._recognising = True
        self.recognising.emit(wish.path.name, 0, 0)
        self._jobs.recognise(wish.path, wish.password)

    def _note_recognised(self, path: Path, done: int, pages: int) -> None:
        if self._recognising and self._wish is not None and path == self._wish.path:
            self.recognising.emit(path.name, done, pages)

    def _end_recognising(self) -> None:
        if self._recognising:
            self._recognising = False
            self._jobs.give_up()
            self.busy.emit("")
            self.recognising.emit("", 0, 0)


def _is_pictured(answer: object) -> bool:
    """Whether what came of reading a file says that recognition may find more."""
    if isinstance(answer, GoujiError):
        return isinstance(answer, NoTextError)
    return bool(cast("Loaded", answer).unread)
