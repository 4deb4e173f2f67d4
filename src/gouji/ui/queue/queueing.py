"""Works the queue off: what comes in and goes out, which report is opened next, how the open one stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gouji.errors import GoujiError, NothingToReadError
from gouji.model.summary import Summary
from gouji.queue.entry import Progress, State, progress_after
from gouji.ui.desk.desk import Desk
from gouji.ui.queue.model import QueueModel
from gouji.ui.queue.order import QueueOrder
from gouji.ui.queue.reading_ahead import ReadingAhead

if TYPE_CHECKING:
    from gouji.queue.gather import Gathered

_PAUSE = 500
"""Milliseconds after a change until the queue is remembered."""


class Queueing(QObject):
    """Outlives the window; the queue outlives the program."""

    noticed = Signal(str)
    """What there is to know, and no trouble."""
    arrived = Signal()
    """Reports came into the queue, which is to be seen now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._jobs = desk.jobs
        self.model = QueueModel(self)
        self.ahead = ReadingAhead(desk, self.model)
        self.order = QueueOrder(self.model, self)
        self._aim: Path | None = None
        """What was asked for last; a file that will not open is not asked for again and again."""
        self._behind: list[Path] = []
        """What was open before, the last at the end."""
        self._farewell = ""
        """What there is to say of the report that was left."""
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PAUSE)
        self._clock.timeout.connect(self.remember)
        self.model.changed.connect(self._clock.start)
        self._jobs.loaded.connect(self._note_trouble)
        self._jobs.exchanged.connect(lambda *_: self._renew_marks())
        desk.opened.connect(self._note_opened)
        desk.bridge.changed.connect(self._renew)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What is done, by the ids of the actions."""
        return {
            "open": self.choose_and_open,
            "finish": self.finish,
            "unfinish": self.unfinish,
            "go_back": self.go_back,
        }

    def restore(self) -> None:
        """Go on with the queue of the last time; files that changed since are read again."""
        from gouji.queue.record import read_record  # noqa: PLC0415 -- the window is painted without it

        entries = read_record(self._desk.journaling.last_queue())
        if entries:
            self.model.add(entries)
            self._renew_marks()
            self._jobs.gather([each.path for each in entries], self._take_stamps)
            self.arrived.emit()

    def remember(self) -> None:
        """Have the queue outlive the program."""
        from gouji.queue.record import write_record  # noqa: PLC0415 -- as above

        self._clock.stop()
        self._desk.journaling.remember_queue(write_record(self.model.queue))

    def take(self, paths: Sequence[Path]) -> None:
        """Open what was handed over: a file by itself, of several the first, with the queue beside it."""
        if len(paths) == 1 and not paths[0].is_dir():
            self._desk.open(paths[0])
        elif paths:
            self._jobs.gather(paths, self._take_and_open)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files, and those in folders, into the queue; what is open stays open."""
        if paths:
            self._jobs.gather(paths, self._take_gathered)

    def choose_files(self) -> None:
        """Ask for files to put into the queue."""
        self.add(self._desk.questions.files_to_open(self._folder()))

    def choose_folder(self) -> None:
        """Ask for a folder whose files to put into the queue."""
        folder = self._desk.questions.folder_to_open(self._folder())
        if folder is not None:
            self.add([folder])

    def choose_and_open(self) -> None:
        """Ask what to open, one file or several."""
        self.take(self._desk.questions.files_to_open(self._folder()))

    def open(self, path: Path) -> None:
        """Open a report of the queue."""
        self._aim = path
        self._desk.open(path)

    def remove(self, paths: Iterable[Path]) -> None:
        """Take files out of the queue; they stay where they are, and so does what was done to them."""
        gone = list(paths)
        self.ahead.leave_out(gone)
        self.model.remove(gone)
        self.ahead.go_on()

    def remove_reviewed(self) -> None:
        """Take out what is done, but for the report on the desk."""
        done = [each.path for each in self.model.queue if each.state is State.REVIEWED]
        self.remove(path for path in done if path != self.model.open_path)

    def finish(self) -> None:
        """Mark the open report as reviewed, and open the next that is not."""
        session = self._desk.bridge.session
        if session is None:
            return
        current = self.model.open_path
        target = self.model.queue.next_after(self._aim or current, self.order.paths)
        session.mark_reviewed(reviewed=True)
        self._farewell = self._parting(session.report.unit or session.report.source.name)
        if target is None or target == current:
            if len(self.model.queue):
                self._farewell += self.tr(". No other report is left to review.")
            self._say_farewell()
        else:
            self.open(target)

    def unfinish(self) -> None:
        """Take the word back that the open report is reviewed."""
        session = self._desk.bridge.session
        if session is not None:
            session.mark_reviewed(reviewed=False)

    def go_back(self) -> None:
        """Open the report that was open before; else the one above in the queue."""
        queue, current = self.model.queue, self.model.open_path
        while self._behind and (self._behind[-1] not in queue or self._behind[-1] == current):
            self._behind.pop()
        order = self.order.paths
        if self._behind:
            self.open(self._behind[-1])
        elif current in order[1:]:
            self.open(order[order.index(current) - 1])

    def _folder(self) -> Path:
        return self._desk.path.parent if self._desk.path else Path.home()

    def _take_and_open(self, found: Gathered) -> None:
        self._put(found)
        entries = [self.model.queue.match(each.path) for each in found.entries]
        wanted = [each for each in entries if each is not None]
        if wanted:
            self.open(next((each for each in wanted if each.is_next), wanted[0]).path)
        self.ahead.go_on()

    def _take_gathered(self, found: Gathered) -> None:
        self._put(found)
        self.ahead.go_on()

    def _put(self, found: Gathered) -> None:
        if not found.entries:
            self._desk.trouble.emit(NothingToReadError(found.asked))
            return
        new = self.model.add(found.entries)
        if not found.is_whole:
            told = self.tr("{number} files were taken: there is more in these folders than is taken at once.")
            self.noticed.emit(told.format(number=len(new)))
        self.arrived.emit()

    def _take_stamps(self, found: Gathered) -> None:
        """Read again what is not the file any more that it was."""
        pairs = ((self.model.queue.entry(each.path), each.stamp) for each in found.entries)
        self.model.put(
            *(
                replace(entry, stamp=stamp, progress=Progress.WAITING)
                for entry, stamp in pairs
                if entry is not None and entry.stamp != stamp
            )
        )
        self.ahead.go_on()

    def _renew_marks(self) -> None:
        """Take the word of the journal on what is reviewed, which knows that of colleagues as well."""
        read = [(each, each.summary.sha256) for each in self.model.queue if each.summary is not None]
        known = self._desk.journaling.known(sha256 for _, sha256 in read)
        self.model.put(
            *(
                replace(entry, is_reviewed=known[sha256].is_reviewed)
                for entry, sha256 in read
                if sha256 in known
            )
        )

    def _note_trouble(self, path: Path, answer: object) -> None:
        """What could not be opened says why in its line."""
        entry = self.model.queue.entry(path)
        # What is on the desk all the same was found in the journal, or in another encoding.
        if entry is not None and path != self.model.open_path and isinstance(answer, GoujiError):
            self.model.put(replace(entry, progress=progress_after(answer), trouble=answer))

    def _note_opened(self, _view: object) -> None:
        before, entry = self.model.open_path, self.model.queue.match(self._desk.path)
        path = None if entry is None else entry.path
        if self._behind[-1:] == [path]:
            self._behind.pop()
        elif before is not None and before != path:
            self._behind.append(before)
        self._aim = None
        self.model.set_open(path)
        self._renew()
        self._say_farewell()

    def _renew(self, _addresses: object = None) -> None:
        """Say in the line of the open report how it stands now."""
        session, entry = self._desk.bridge.session, self.model.queue.entry(self.model.open_path)
        if session is not None and entry is not None:
            summary = Summary.of(session.review, session.findings)
            self.model.put(
                replace(
                    entry,
                    progress=Progress.READ,
                    summary=summary,
                    trouble=None,
                    is_reviewed=session.is_reviewed,
                )
            )

    def _parting(self, name: str) -> str:
        """What there is to say of a report that is marked as reviewed: only what may have been overlooked."""
        session = self._desk.bridge.session
        left = Summary.of(session.review, session.findings) if session is not None else None
        if left is None or not (left.is_open or left.doubtful):
            return self.tr("{name}: reviewed").format(name=name)
        if not left.is_open:
            told = self.tr("{name}: reviewed, with {number} doubtful figures that were not confirmed")
            return told.format(name=name, number=left.doubtful)
        told = self.tr("{name}: reviewed, with {number} problems that were not decided on")
        return told.format(name=name, number=left.errors + left.warnings)

    def _say_farewell(self) -> None:
        told, self._farewell = self._farewell, ""
        if told:
            self.noticed.emit(told)
