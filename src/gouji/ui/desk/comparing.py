"""Last year's report beside the one on the desk: found by itself, chosen by hand, or put away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gouji.errors import GoujiError, OtherYearError, PasswordNeededError, WrongPasswordError
from gouji.model.comparison import Reference
from gouji.ui.desk.desk import Desk
from gouji.ui.desk.last_year import remarks

if TYPE_CHECKING:
    from gouji.model.loaded import Loaded


class Comparing(QObject):
    """Outlives the window. What is found must be of the unit and the year; by hand the year must fit."""

    noticed = Signal(str)
    """What there is to know of the report that was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._jobs = desk.jobs
        desk.opened.connect(self._look)
        self._jobs.previous_found.connect(self._take_found)
        self._jobs.previous_loaded.connect(self._take_chosen)

    def choose(self) -> None:
        """Ask which file is last year's report, and compare with it."""
        if self._desk.bridge.session is not None:
            folder = self._desk.path.parent if self._desk.path else Path.home()
            path = self._desk.questions.previous_file(folder)
            if path is not None:
                self._load(path, None)

    def put_away(self) -> None:
        """Compare with no other report."""
        self._jobs.forget_previous()
        session = self._desk.bridge.session
        if session is not None:
            session.set_previous(None)

    def _look(self, _view: object) -> None:
        """Look for last year's report, where none came with a review file."""
        self._jobs.forget_previous()
        session, path = self._desk.bridge.session, self._desk.path
        if session is not None and path is not None and session.review.previous is None:
            self._jobs.find_previous(path, session.report, self._desk.settings.recent)

    def _take_found(self, found: Reference | None) -> None:
        session = self._desk.bridge.session
        if session is not None and found is not None and session.review.previous is None:
            session.set_previous(found, as_found=True)

    def _load(self, path: Path, password: str | None) -> None:
        self._desk.busy.emit(path.name)
        self._jobs.load_previous(path, password)

    def _take_chosen(self, path: Path, answer: object) -> None:
        self._desk.busy.emit("")
        if isinstance(answer, PasswordNeededError | WrongPasswordError):
            again = isinstance(answer, WrongPasswordError)
            password = self._desk.questions.password(path, again=again)
            if password is not None:
                self._load(path, password)
        elif isinstance(answer, GoujiError):
            self._desk.trouble.emit(answer)
        else:
            self._compare(Reference.of(cast("Loaded", answer).review.document))

    def _compare(self, previous: Reference) -> None:
        session = self._desk.bridge.session
        if session is None:
            return
        try:
            session.set_previous(previous)
        except OtherYearError as error:
            self._desk.trouble.emit(error)
            return
        self._desk.at_ease.emit()
        told = remarks(session)
        if told:
            self.noticed.emit("  ".join(told))
