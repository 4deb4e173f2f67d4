"""Which report lies on the desk: opens, saves, exports and puts away, and asks before anything is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gouji.checking.second_opinion import NO_OPINION, Opinion
from gouji.errors import (
    ChangedFileError,
    FileMissingError,
    GoujiError,
    NoTextError,
    PasswordNeededError,
    PicturedPagesError,
    SourceGoneError,
    WrongPasswordError,
)
from gouji.model.review import Review
from gouji.session import ReviewSession
from gouji.sources import can_recognise
from gouji.ui.bridge import Bridge
from gouji.ui.describe import cell_name
from gouji.ui.encodings import Encodings
from gouji.ui.jobs import Jobs
from gouji.ui.journaling import Journaling
from gouji.ui.language import current_language
from gouji.ui.questions import Leaving, Questions
from gouji.ui.settings import Settings

if TYPE_CHECKING:
    from gouji.model.loaded import Loaded, SourceView
    from gouji.model.report import Report

REVIEW_ENDING = ".json"
WORKBOOK_ENDING = ".xlsx"
LETTER_ENDING = ".docx"


class Desk(QObject):
    """Outlives the window; has no widget but its questions."""

    opened = Signal(object)
    """The `SourceView` of the report that is open now, or None."""
    busy = Signal(str)
    """The name of the file that is being read or written; empty when nothing is."""
    reading = Signal(object, object)
    """The path of a file that is about to be read, and its password; None twice when nothing is any more."""
    recognising = Signal(str, int, int)
    """The name of the scan being recognised, its pages that are done, and all; an empty name at the end."""
    trouble = Signal(object)
    """A `GoujiError` to tell the reviewer."""
    at_ease = Signal()
    """The last wish was granted: an earlier trouble is of no interest any more."""
    heard = Signal(object)
    """The `Opinion` of a second reading on the open report; None while there is none."""
    written = Signal(object)
    """The path that was written."""

    def __init__(
        self,
        bridge: Bridge,
        jobs: Jobs,
        settings: Settings,
        questions: Questions,
        journaling: Journaling | None = None,
    ) -> None:
        super().__init__()
        self.bridge = bridge
        self.jobs = jobs
        self.settings = settings
        self.questions = questions
        self.journaling = journaling or Journaling(None)
        self._encodings = Encodings(self.journaling)
        self.path: Path | None = None
        """The file that was opened, or the review file it was saved to since."""
        self.source: SourceView | None = None
        self.opinion: Opinion | None = None
        """Of a second reading on the report that is open."""
        self._wanted: Path | None = None
        self._password: str | None = None
        self._encoding: str | None = None
        self._chosen = False
        """Whether the reviewer asked for the encoding just now."""
        self._again = False
        """Whether what is wanted is the source of what is open, in another encoding or changed since."""
        self._afterwards: Callable[[], object] | None = None
        self._recognising = False
        self._partly: Loaded | None = None
        """What was read of a report with pages that are pictures, while these are recognised."""
        jobs.loaded.connect(self._take)
        jobs.recognised.connect(self._note_recognised)
        jobs.read_again.connect(self._hear)
        jobs.written.connect(self._note_written)
        self.journaling.trouble.connect(self.trouble)
        self.journaling.settled.connect(self._note_settled)

    def open(self, path: Path) -> None:
        """Read a file and put it on the desk in the place of the one before."""
        self.leave(lambda: self._load(path, None, self._encodings.expected(path)))

    def open_as(self, path: Path, encoding: str) -> None:
        """Read a text in an encoding and put it on the desk in the place of the one before."""
        if self.source is not None and path == self.source.path:
            self.read_as(encoding)
        else:
            self.leave(lambda: self._load(path, None, encoding, chosen=True))

    def read_as(self, encoding: str) -> None:
        """Read the open text again in another encoding; corrections go along."""
        session = self.bridge.session
        if self.source is not None:
            self._load(self.source.path, None, encoding, again=True, chosen=True)
        elif session is not None:
            self.trouble.emit(FileMissingError(session.report.source.name))

    def choose_and_open(self) -> None:
        """Ask which file to open."""
        folder = self.path.parent if self.path else Path.home()
        path = self.questions.file_to_open(folder)
        if path is not None:
            self.open(path)

    def close(self) -> None:
        """Put the report away."""
        self.leave(self._put_away)

    def save(self) -> None:
        """Save the review where it was saved before, or ask where."""
        self._save(None)

    def save_as(self) -> None:
        """Ask where to save the review."""
        self._save(None, ask=True)

    def export(self) -> None:
        """Ask where to write the tables, and write them."""
        path = self._proposed(WORKBOOK_ENDING)
        target = self.questions.export_target(path) if path else None
        if target is not None:
            self._write(target, None)

    def save_problems(self) -> None:
        """Ask where to write the list of problems that is sent back, and write it."""
        path = self._proposed(self.tr("-problems") + LETTER_ENDING)
        target = self.questions.problems_target(path) if path else None
        if target is not None:
            self._write(target, None)

    def print_problems(self) -> None:
        """Ask on which printer to print the list of problems that is sent back, and print it."""
        from gouji.ui.printing import print_problems  # noqa: PLC0415 -- few print, all wait for the window

        session = self.bridge.session
        if session is not None:
            try:
                print_problems(session.review, session.findings, self.questions.printer, current_language())
            except GoujiError as trouble:
                self.trouble.emit(trouble)

    def leave(self, then: Callable[[], object]) -> None:
        """The one door out of a report: goes on with `then` unless the reviewer would rather stay."""
        session = self.bridge.session
        if session is None or session.is_kept:
            then()
            return
        answer = self.questions.leaving(session.report.source.name)
        if answer is Leaving.SAVE:
            self._save(then)
        elif answer is Leaving.DISCARD:
            session.mark_saved()
            then()

    def give_up(self) -> None:
        """Stop recognising a scan; what was open stays open, unless some pages had been read."""
        if self._recognising:
            path, partly = self._wanted, self._partly
            self._wanted = None
            self._end_recognising()
            if path is not None and partly is not None:
                self._show(path, partly)
            self.reading.emit(None, None)

    def _load(
        self,
        path: Path,
        password: str | None,
        encoding: str | None = None,
        *,
        again: bool = False,
        chosen: bool = False,
    ) -> None:
        self._partly = None
        self.give_up()
        self._wanted = path
        self._password, self._encoding = password, encoding
        self._again = again
        self._chosen = chosen
        self.busy.emit(path.name)
        if path.suffix.lower() == REVIEW_ENDING:
            self.jobs.look_at(path)
        elif not again:
            self.reading.emit(path, password)
        self.jobs.load(path, password, encoding)

    def _take(self, path: Path, answer: object) -> None:
        if path != self._wanted:
            return
        if _is_pictured(answer) and not self._recognising and can_recognise():
            self._partly = None if isinstance(answer, GoujiError) else cast("Loaded", answer)
            self._recognise(path)
            return
        if isinstance(answer, GoujiError) and self._recognising and self._partly is not None:
            answer = self._partly
        self._wanted = None
        self._end_recognising()
        self.busy.emit("")
        found = cast("Loaded | GoujiError", answer)
        if not (self._chosen or self._again) and self._encodings.is_wrong(path, found, self._encoding):
            self._load(path, self._password, self._encodings.right(found), chosen=True)
        elif isinstance(answer, GoujiError):
            self._take_trouble(path, answer)
        elif self._again and self.bridge.session is not None:
            self._show_again(self.bridge.session, cast("Loaded", answer))
        else:
            self._show(path, cast("Loaded", answer))
        if self._wanted is None:
            self.reading.emit(None, None)

    def _take_trouble(self, path: Path, trouble: GoujiError) -> None:
        """Ask for a password, show what was kept of a file that is gone, or say what is wrong."""
        if isinstance(trouble, PasswordNeededError | WrongPasswordError):
            password = self.questions.password(path, again=isinstance(trouble, WrongPasswordError))
            if password is not None:
                self._load(path, password, self._encoding, again=self._again, chosen=self._chosen)
            return
        is_gone = isinstance(trouble, FileMissingError) and not self._again
        kept = self.journaling.kept_at(path) if is_gone else None
        if kept is None:
            self.trouble.emit(trouble)
        else:
            self._show(path, kept)
            self.trouble.emit(SourceGoneError(path))

    def _recognise(self, path: Path) -> None:
        self._recognising = True
        self.recognising.emit(path.name, 0, 0)
        self.jobs.recognise(path, self._password)

    def _note_recognised(self, path: Path, done: int, pages: int) -> None:
        if self._recognising and path == self._wanted:
            self.recognising.emit(path.name, done, pages)

    def _end_recognising(self) -> None:
        if self._recognising:
            self._recognising = False
            self.jobs.give_up()
            self.busy.emit("")
            self.recognising.emit("", 0, 0)

    def _show(self, path: Path, loaded: Loaded) -> None:
        self.path = path
        self.jobs.keep(path)
        self.source = loaded.view
        self.settings.remember(path)
        self.at_ease.emit()
        self._forget_opinion()
        self._note_encoding(loaded)
        session, told = self.journaling.take_up(loaded)
        self.bridge.show(session)
        self.journaling.remember_open(path)
        self.opened.emit(loaded.view)
        for each in told:
            self.trouble.emit(each)
        if loaded.unread:
            self.trouble.emit(PicturedPagesError(path, pages=", ".join(map(str, loaded.unread))))
        self._ask_second(loaded)
        if loaded.changed is not None and self.questions.read_changed(loaded.changed.name):
            self._load(loaded.changed, self._password, again=True)

    def _show_again(self, before: ReviewSession, loaded: Loaded) -> None:
        """Show another reading of the source, with the corrections of the figures it reads as before."""
        session = ReviewSession(loaded.review)
        left = session.carry_over(before.without_found)
        names = [cell_name(before.report.form, each.address) for each in left]
        if left and not self.questions.leave_behind(loaded.review.document.report.source.name, names):
            return
        self.source = loaded.view
        self.at_ease.emit()
        self._forget_opinion()
        self._note_encoding(loaded)
        session, told = self.journaling.go_on(session, None if loaded.view is None else loaded.view.path)
        if self.path is not None and self.path.suffix.lower() == REVIEW_ENDING:
            session.mark_unsaved()
        self.bridge.show(session)
        self.opened.emit(loaded.view)
        for each in told:
            self.trouble.emit(each)
        self._ask_second(loaded)

    def _note_encoding(self, loaded: Loaded) -> None:
        if self._chosen and self._encoding is not None:
            self._encodings.note(loaded, self._encoding)

    def _put_away(self) -> None:
        self._wanted = self.path = self.source = None
        self.at_ease.emit()
        self._forget_opinion()
        self.journaling.let_go()
        self.journaling.remember_open(None)
        self.bridge.show(None)
        self.opened.emit(None)

    def _hear(self, path: Path, found: object) -> None:
        """Take the second reading into account; where there is none, the first stands as it is."""
        session = self.bridge.session
        if session is not None and self.source is not None and self.source.path == path:
            self.opinion = (
                NO_OPINION if isinstance(found, GoujiError) else session.hear(cast("Report", found))
            )
            self.heard.emit(self.opinion)

    def _ask_second(self, loaded: Loaded) -> None:
        if loaded.view is not None and loaded.can_be_read_again:
            self.jobs.ask_second(loaded.view.path, self._password)

    def _forget_opinion(self) -> None:
        self.jobs.forget_second()
        self.opinion = None
        self.heard.emit(None)

    def _save(self, then: Callable[[], object] | None, *, ask: bool = False) -> None:
        proposed = self._proposed(REVIEW_ENDING)
        if proposed is None:
            return
        known = self.path is not None and self.path.suffix.lower() == REVIEW_ENDING and not ask
        target = self.path if known else self.questions.review_target(proposed)
        if target is not None:
            self._write(target, then, in_place=known)

    def _write(self, target: Path, then: Callable[[], object] | None, *, in_place: bool = False) -> None:
        session = self.bridge.session
        if session is not None:
            self._afterwards = then
            self.busy.emit(target.name)
            self.jobs.write(session.review, session.findings, target, current_language(), in_place=in_place)

    def _note_written(self, target: Path, review: Review, trouble: GoujiError | None) -> None:
        self.busy.emit("")
        then, self._afterwards = self._afterwards, None
        if trouble is not None:
            self.trouble.emit(trouble)
            if isinstance(trouble, ChangedFileError):
                self._save(then, ask=True)
            return
        session = self.bridge.session
        if target.suffix.lower() == REVIEW_ENDING and session is not None and session.review is review:
            session.mark_saved()
            self.path = target
            self.settings.remember(target)
            self.journaling.remember_open(target)
        self.at_ease.emit()
        self.written.emit(target)
        if then is not None:
            then()

    def _note_settled(self) -> None:
        self.at_ease.emit()
        self.bridge.changed.emit(frozenset())

    def _proposed(self, ending: str) -> Path | None:
        """A name beside the file that is open; None when none is."""
        session = self.bridge.session
        if session is None or self.path is None:
            return None
        return self.path.with_name(Path(session.report.source.name).stem + ending)


def _is_pictured(answer: object) -> bool:
    """Whether what came of reading a file says that recognition may find more."""
    if isinstance(answer, GoujiError):
        return isinstance(answer, NoTextError)
    return bool(cast("Loaded", answer).unread)
