"""Reads the files of the queue ahead, one after the other, as long as the desk does not read itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from gouji.errors import GoujiError
from gouji.model.history import History
from gouji.queue.entry import Entry, Progress, progress_after
from gouji.ui.desk.desk import Desk
from gouji.ui.queue.model import QueueModel

if TYPE_CHECKING:
    from gouji.model.summary import Summary

_AGAIN = (Progress.FAILED, Progress.SKIPPED)


class ReadingAhead(QObject):
    """What comes of a file is put into its entry; one bad file is an entry that says why, and no more."""

    progressed = Signal()
    """It came further, was paused, or goes on."""

    def __init__(self, desk: Desk, model: QueueModel) -> None:
        super().__init__()
        self._jobs = desk.jobs
        self._journaling = desk.journaling
        self._model = model
        self.is_paused = False
        self._path: Path | None = None
        """The file that is read."""
        self._history: History | None = None
        """What was done to it before, once that is known."""
        self._desk_is_busy = False
        self._jobs.summarised.connect(self._take)
        desk.busy.connect(self._note_busy)
        # Recognition takes minutes.
        desk.recognising.connect(lambda *_: self._note_busy(""))

    def go_on(self) -> None:
        """Have the next file read, if there is nothing against it."""
        if self.is_paused or self._desk_is_busy or self._path is not None:
            return
        entry = self._model.queue.to_read()
        if entry is None:
            self._jobs.rest_from_reading_ahead()
        else:
            self._path = entry.path
            self._model.put(replace(entry, progress=Progress.READING))
            self._jobs.summarise(entry.path, None, self._journaling.encoding_of(entry.path))
        self.progressed.emit()

    def pause(self, *, paused: bool) -> None:
        """Read no other file, or go on."""
        self.is_paused = paused
        self.progressed.emit()
        self.go_on()

    def cancel(self) -> None:
        """Read none of the files that wait."""
        self._give_up()
        waiting = [each for each in self._model.queue if not each.is_settled]
        self._model.put(*(replace(each, progress=Progress.SKIPPED) for each in waiting))
        self.pause(paused=False)

    def retry(self, paths: Iterable[Path] = ()) -> None:
        """Read files again; without any, all that could not be read, or were left out."""
        chosen = set(paths)
        again = [
            each
            for each in self._model.queue
            if each.path in chosen or (not chosen and each.progress in _AGAIN)
        ]
        self._model.put(*(replace(each, progress=Progress.WAITING, trouble=None) for each in again))
        self.pause(paused=False)

    def leave_out(self, paths: Collection[Path]) -> None:
        """Do not read on in files that are taken out of the queue."""
        if self._path in paths:
            self._give_up()

    def _give_up(self) -> None:
        self._jobs.forget_summary()
        self._path, self._history = None, None

    def _take(self, path: Path, found: object) -> None:
        if path != self._path:
            return
        entry = self._model.queue.entry(path)
        # Of the report on the desk more is known.
        if entry is not None and entry.progress is Progress.READING:
            if isinstance(found, GoujiError):
                self._model.put(replace(entry, progress=progress_after(found), trouble=found))
            elif self._is_asked_again(path, cast("Summary", found).sha256):
                return
            else:
                self._put(entry, cast("Summary", found))
        self._path, self._history = None, None
        self.go_on()

    def _is_asked_again(self, path: Path, sha256: str) -> bool:
        """Whether something was done to the file before, with which it is summarised again."""
        if self._history is None:
            self._history = self._journaling.history_of(sha256)
            if self._history not in (None, History()):
                self._jobs.summarise(path, self._history, self._journaling.encoding_of(path))
                return True
        return False

    def _put(self, entry: Entry, summary: Summary) -> None:
        if self._history is not None:
            is_reviewed = self._history.is_reviewed
        else:
            before = entry.summary
            is_reviewed = entry.is_reviewed and before is not None and before.sha256 == summary.sha256
        if self._model.queue.tells(entry.path, summary):
            self._model.remove([entry.path])
            return
        self._model.put(
            replace(entry, progress=Progress.READ, summary=summary, trouble=None, is_reviewed=is_reviewed)
        )

    def _note_busy(self, name: str) -> None:
        self._desk_is_busy = bool(name)
        # What the desk has just read is shown first, and need not be read ahead.
        QTimer.singleShot(0, self, self.go_on)
