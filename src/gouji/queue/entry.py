"""One report of a queue, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gouji.errors import GoujiError, NoTextError, PasswordNeededError, WrongPasswordError
from gouji.model.summary import Summary


class Progress(StrEnum):
    """How far the reading ahead of a file has come."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    SKIPPED = "skipped"
    """Reading ahead was cancelled before its turn."""
    SCAN = "scan"
    """Its pages are pictures: it is recognised when it is opened, not before."""
    LOCKED = "locked"
    """It opens with a password only."""
    FAILED = "failed"


class State(StrEnum):
    """How a report stands, in the order of a review."""

    WAITING = "waiting"
    """待审: nothing wrong is known of it."""
    OPEN = "open"
    """有问题: an error or a warning is not decided on."""
    CORRECTED = "corrected"
    """已更正: corrections are in force, and nothing is open."""
    REVIEWED = "reviewed"
    """已审: the reviewer is done with it."""
    FAILED = "failed"
    """It cannot be read, and says why."""


Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: another file at the same place has another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the queue."""

    path: Path
    stamp: Stamp | None = None
    """None where the file was not found."""
    progress: Progress = Progress.WAITING
    summary: Summary | None = None
    """What was read of it last; None until then."""
    trouble: GoujiError | None = None
    """Why it was not read, or not to the end."""
    is_reviewed: bool = False

    @property
    def name(self) -> str:
        """Whose report it is; the name of the file until that is known."""
        return (self.summary and self.summary.unit) or self.path.name

    @property
    def state(self) -> State:
        if self.is_reviewed:
            return State.REVIEWED
        if self.progress is Progress.FAILED:
            return State.FAILED
        if self.summary is not None and self.summary.is_open:
            return State.OPEN
        if self.summary is not None and self.summary.corrections:
            return State.CORRECTED
        return State.WAITING

    @property
    def is_settled(self) -> bool:
        """Whether it neither waits to be read nor is being read."""
        return self.progress not in (Progress.WAITING, Progress.READING)

    @property
    def is_next(self) -> bool:
        """Whether it is worth opening next: not reviewed, and not known to be unreadable."""
        return self.state not in (State.REVIEWED, State.FAILED)


def progress_after(trouble: GoujiError) -> Progress:
    """How far reading has come where it ended in trouble."""
    if isinstance(trouble, NoTextError):
        return Progress.SCAN
    if isinstance(trouble, PasswordNeededError | WrongPasswordError):
        return Progress.LOCKED
    return Progress.FAILED
