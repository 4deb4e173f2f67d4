"""Which report lies on the desk: opens, saves, exports and puts away, and asks before anything is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gouji.checking.second_opinion import NO_OPINION, Opinion
from gouji.errors import (
    ChangedFileError,
    FileMissingError,
    GoujiError,
    PasswordNeededError,
    PicturedPagesError,
    SourceGoneError,
    WrongPasswordError,
)
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.desk.journaling import Journaling
from gouji.ui.desk.opening import REVIEW_ENDING, Opening, Wish
from gouji.ui.desk.questions import Leaving, Questions
from gouji.ui.grid.describe import cell_name
from gouji.ui.look.language import current_language
from gouji.ui.reading.jobs import Jobs, Writer
from gouji.ui.settings.settings import Settings
from gouji.ui.source.encodings import Encodings

if TYPE_CHECKING:
    from gouji.model.loaded import Loaded, SourceView
    from gouji.model.report import Report

WORKBOOK_ENDING = ".xlsx"
LETTER_ENDING = ".docx"
PRINTED_ENDING = ".pdf"
"""Of the tables as they are printed."""


class Desk(QObject):
    """Outlives the window; has no widget but its questions."""

    opened = Signal(object)
    """The `SourceView` of the report that is open now, or None."""
    leaving = Signal()
    """Another report is about to take the place of the open one: the last moment to finish with that."""
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
        self._afterwards: Callable[[], object] | None = None
        self._opening = Opening(jobs)
        self._opening.busy.connect(self.busy)
        self._opening.reading.connect(self.reading)
        self._opening.recognising.connect(self.recognising)
        self._opening.came.connect(self._take)
        jobs.read_again.connect(self._hear)
        jobs.written.connect(self._note_written)
        self.journaling.trouble.connect(self.trouble)
        self.journaling.settled.connect(self._note_settled)

    def open(self, path: Path) -> None:
        """Read a file and put it on the desk in the place of the one before."""
        self.leave(lambda: self._opening.ask(Wish(path, encoding=self._encodings.expected(path))))

    def open_as(self, path: Path, encoding: str) -> None:
        """Read a text in an encoding and put it on the desk in the place of the one before."""
        if self.source is not None and path == self.source.path:
            self.read_as(encoding)
        else:
            self.leave(lambda: self._opening.ask(Wish(path, encoding=encoding, chosen=True)))

    def read_as(self, encoding: str) -> None:
        """Read the open text again in another encoding; corrections go along."""
        session = self.bridge.session
        if self.source is not None:
            self._opening.ask(Wish(self.source.path, encoding=encoding, again=True, chosen=True))
        elif session is not None:
            self.trouble.emit(FileMissingError(session.report.source.name))

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
            printed = target.suffix.lower() == PRINTED_ENDING
            self._write(target, None, _write_tables if printed else None)

    def save_problems(self) -> None:
        """Ask where to write the list of problems that is sent back, and write it."""
        path = self._proposed(self.tr("-problems") + LETTER_ENDING)
        target = self.questions.problems_target(path) if path else None
        if target is not None:
            self._write(target, None)

    def print_problems(self) -> None:
        """Ask on which printer to print the list of problems that is sent back, and print it."""
        from gouji.ui.desk.printing import print_problems  # noqa: PLC0415 -- few print, all wait for the window

        session = self.bridge.session
        if session is not None:
            try:
                print_problems(session.review, session.findings, self.questions.printer, current_language())
            except GoujiError as trouble:
                self.trouble.emit(trouble)

    def print_tables(self) -> None:
        """Ask on which printer to print the corrected tables, and print them."""
        from gouji.ui.desk.printing import print_tables  # noqa: PLC0415 -- few print, all wait for the window

        session = self.bridge.session
        if session is not None:
            choose = self.questions.printer_of_tables
            try:
                print_tables(session.review, session.findings, choose, current_language())
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
        """Stop reading or recognising a file; what was open stays open, unless some pages had been read."""
        self._opening.cancel()

    def _take(self, wish: Wish, answer: object) -> None:
        found = cast("Loaded | GoujiError", answer)
        if not (wish.chosen or wish.again) and self._encodings.is_wrong(wish.path, found, wish.encoding):
            self._opening.ask(replace(wish, encoding=self._encodings.right(found), chosen=True))
        elif isinstance(found, GoujiError):
            self._take_trouble(wish, found)
        elif wish.again and self.bridge.session is not None:
            self._show_again(wish, self.bridge.session, found)
        else:
            self._show(wish, found)

    def _take_trouble(self, wish: Wish, trouble: GoujiError) -> None:
        """Ask for a password, show what was kept of a file that is gone, or say what is wrong."""
        if isinstance(trouble, PasswordNeededError | WrongPasswordError):
            password = self.questions.password(wish.path, again=isinstance(trouble, WrongPasswordError))
            if password is not None:
                self._opening.ask(replace(wish, password=password))
            return
        is_gone = isinstance(trouble, FileMissingError) and not wish.again
        kept = self.journaling.kept_at(wish.path) if is_gone else None
        if kept is None:
            self.trouble.emit(trouble)
        else:
            self._show(wish, kept)
            self.trouble.emit(SourceGoneError(wish.path))

    def _show(self, wish: Wish, loaded: Loaded) -> None:
        self.leaving.emit()
        self.path = path = wish.path
        self.jobs.keep(path)
        self.source = loaded.view
        self.settings.remember(path)
        self.at_ease.emit()
        self._forget_opinion()
        self._note_encoding(wish, loaded)
        session, told = self.journaling.take_up(loaded)
        self.bridge.show(session)
        self.journaling.remember_open(path)
        self.opened.emit(loaded.view)
        for each in told:
            self.trouble.emit(each)
        if loaded.unread:
            self.trouble.emit(PicturedPagesError(path, pages=", ".join(map(str, loaded.unread))))
        self._ask_second(wish, loaded)
        if loaded.changed is not None and self.questions.read_changed(loaded.changed.name):
            self._opening.ask(Wish(loaded.changed, wish.password, again=True))

    def _show_again(self, wish: Wish, before: ReviewSession, loaded: Loaded) -> None:
        """Show another reading of the source, with the corrections of the figures it reads as before."""
        self.leaving.emit()
        session = ReviewSession(loaded.review)
        left = session.carry_over(before.without_found)
        names = [cell_name(before.report.form, each.address) for each in left]
        if left and not self.questions.leave_behind(loaded.review.document.report.source.name, names):
            return
        self.source = loaded.view
        self.at_ease.emit()
        self._forget_opinion()
        self._note_encoding(wish, loaded)
        session, told = self.journaling.go_on(session, None if loaded.view is None else loaded.view.path)
        if self.path is not None and self.path.suffix.lower() == REVIEW_ENDING:
            session.mark_unsaved()
        self.bridge.show(session)
        self.opened.emit(loaded.view)
        for each in told:
            self.trouble.emit(each)
        self._ask_second(wish, loaded)

    def _note_encoding(self, wish: Wish, loaded: Loaded) -> None:
        if wish.chosen and wish.encoding is not None:
            self._encodings.note(loaded, wish.encoding)

    def _put_away(self) -> None:
        self._opening.forget()
        self.path = self.source = None
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

    def _ask_second(self, wish: Wish, loaded: Loaded) -> None:
        if loaded.view is not None and loaded.can_be_read_again:
            self.jobs.ask_second(loaded.view.path, wish.password)

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

    def _write(
        self,
        target: Path,
        then: Callable[[], object] | None,
        writer: Writer | None = None,
        *,
        in_place: bool = False,
    ) -> None:
        session = self.bridge.session
        if session is not None:
            self._afterwards = then
            self.busy.emit(target.name)
            language = current_language()
            self.jobs.write(session.review, session.findings, target, language, writer, in_place=in_place)

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


def _write_tables(review: Review, findings: list[Finding], target: Path, language: str) -> None:
    """Write the tables as they are printed; imported when first written."""
    from gouji.ui.desk.printing import write_tables  # noqa: PLC0415 -- few print, all wait for the window

    write_tables(review, findings, target, language)
