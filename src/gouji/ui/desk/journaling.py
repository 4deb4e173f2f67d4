"""Keeps the review in view: takes it up from the journal, tries again what could not be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gouji.errors import GoujiError
from gouji.model.correction import Document
from gouji.model.history import History, Started
from gouji.model.loaded import Loaded
from gouji.model.review import Review
from gouji.session import ReviewSession
from gouji.sources.encoding import ENCODINGS

if TYPE_CHECKING:
    from gouji.store.journal import Journal
    from gouji.store.keeping import Keeping
    from gouji.store.known import Known

RETRY = 1_500
"""Milliseconds between two tries to keep what could not be kept."""
_OPEN = "open"
_QUEUE = "queue"
_ENCODING = "encoding"


class Journaling(QObject):
    """Without a folder nothing is kept, and the desk asks before a change is lost."""

    trouble = Signal(object)
    """A `GoujiError` to tell the reviewer."""
    settled = Signal()
    """What could not be kept is kept by now."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self._folder = folder
        self._journal: Journal | None = None
        self._keeping: Keeping | None = None
        self._sha256 = ""
        self._clock = QTimer(self)
        self._clock.setInterval(RETRY)
        self._clock.timeout.connect(self._retry)

    def begin(self) -> None:
        """Open the journal, once the window is painted; trouble with it never stops the start."""
        if self._folder is None:
            return
        from gouji.store.journal import Journal  # noqa: PLC0415 -- SQLite costs time that the window has not

        self._journal = Journal(self._folder)
        try:
            self._journal.open()
        except GoujiError as error:
            self.trouble.emit(error)

    def take_up(self, loaded: Loaded) -> tuple[ReviewSession, list[GoujiError]]:
        """The session on what was read, going on where the journal ends; and what there is to tell."""
        self.let_go()
        if self._journal is None:
            return ReviewSession(loaded.review, loaded.before), []
        from gouji.store.resume import resume  # noqa: PLC0415 -- as the journal

        path = None if loaded.view is None else loaded.view.path
        resumed = resume(self._journal, loaded.review, loaded.before, path)
        session = ReviewSession(loaded.review, history=resumed.history)
        self._attach(session, resumed.keeping)
        # The last that is told is the first that is read.
        told = [*reversed(resumed.told)]
        if self._journal.trouble is not None:
            told.append(self._journal.trouble)
            self._journal.trouble = None
        return session, told

    def go_on(
        self, session: ReviewSession, path: Path | None
    ) -> tuple[ReviewSession, tuple[GoujiError, ...]]:
        """The session to go on with, on another reading of what was in view; and what there is to tell.

        Where the source is another file now, what was done to that one earlier comes along.
        """
        keeping = self._keeping
        if self._journal is None or keeping is None:
            return session, ()
        if session.report.source.sha256 == self._sha256:
            keeping.keep(Started(session.history), session.history)
            self._attach(session, keeping)
            return session, ()
        from gouji.store.resume import resume  # noqa: PLC0415 -- as the journal

        self.let_go()
        resumed = resume(self._journal, session.review, None, path)
        if resumed.history.review(session.report) == session.history.review(session.report):
            resumed.keeping.keep(Started(session.history), session.history)
        else:
            session = ReviewSession(session.review, history=resumed.history)
        self._attach(session, resumed.keeping)
        return session, resumed.told

    def let_go(self) -> None:
        """Let others have the review that was in view."""
        keeping, self._keeping = self._keeping, None
        self._clock.stop()
        if keeping is not None:
            keeping.release()

    def stop(self) -> None:
        """Let go of everything."""
        self.let_go()
        if self._journal is not None:
            # Nobody waits for the window any more.
            with suppress(GoujiError):
                self._journal.compact()
            self._journal.close()

    def remember_open(self, path: Path | None) -> None:
        """Remember which file is open, for the next start."""
        self._remember(_OPEN, "" if path is None else str(path))

    def last_open(self) -> Path | None:
        """The file that was open when the program ended, if it is still there or was kept."""
        try:
            found = self._journal and self._journal.remembered(_OPEN)
        except GoujiError:
            return None
        path = Path(found) if found else None
        return path if path and (path.is_file() or self.kept_at(path)) else None

    def kept_at(self, path: Path) -> Loaded | None:
        """The review whose source was at the path last, as it was read first; None where none is known."""
        if self._journal is None:
            return None
        from gouji.store.stored import review_at  # noqa: PLC0415 -- as the journal

        try:
            with self._journal.reading() as sql:
                found = review_at(sql, path)
        except GoujiError:
            return None
        report = found.report() if found is not None else None
        return None if report is None else Loaded(Review(Document(report)), None)

    def note_encoding(self, path: Path, sha256: str, encoding: str) -> None:
        """Remember in which encoding a text is to be read: this content, and what is found at the path."""
        for name in (path, sha256):
            self._remember(f"{_ENCODING} {name}", encoding)

    def encoding_of(self, name: Path | str) -> str | None:
        """The encoding that was chosen for a path, or for the content with a SHA-256."""
        try:
            found = self._journal and self._journal.remembered(f"{_ENCODING} {name}")
        except GoujiError:
            return None
        return found if found in ENCODINGS else None

    def remember_queue(self, content: str) -> None:
        """Remember which reports are in the queue."""
        self._remember(_QUEUE, content)

    def last_queue(self) -> str:
        """What was remembered of the queue; empty where nothing was."""
        try:
            return (self._journal and self._journal.remembered(_QUEUE)) or ""
        except GoujiError:
            return ""

    def known(self, sha256s: Iterable[str]) -> Mapping[str, Known]:
        """What the journal knows of files, by their digests; nothing where it cannot be read."""
        if self._journal is None:
            return {}
        from gouji.store.known import known  # noqa: PLC0415 -- as the journal

        try:
            with self._journal.reading() as sql:
                return known(sql, sha256s)
        except GoujiError:
            return {}

    def history_of(self, sha256: str) -> History | None:
        """What was done to a file so far; None where nothing is known of that."""
        if self._journal is None:
            return None
        from gouji.store.known import history_of  # noqa: PLC0415 -- as the journal

        try:
            with self._journal.reading() as sql:
                return history_of(sql, sha256)
        except GoujiError:
            return None

    def remember_view(self, view: dict[str, Any]) -> None:
        """Remember how the review in view is looked at."""
        if self._journal is not None and self._keeping is not None:
            try:
                self._journal.remember_view(self._sha256, json.dumps(view))
            except GoujiError:
                # Whatever is the matter is told as soon as a change cannot be kept.
                return

    def last_view(self) -> dict[str, Any]:
        """How the review in view was looked at last; nothing where that is not known."""
        try:
            content = self._journal and self._journal.view(self._sha256)
            found = json.loads(content) if content else {}
        except (GoujiError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _remember(self, name: str, content: str) -> None:
        if self._journal is not None:
            try:
                self._journal.remember(name, content)
            except GoujiError:
                return

    def _attach(self, session: ReviewSession, keeping: Keeping) -> None:
        self._keeping = keeping
        self._sha256 = session.report.source.sha256
        keeping.on_change = self._note_change
        session.keep_with(keeping)

    def _note_change(self) -> None:
        trouble = self._keeping.trouble if self._keeping is not None else None
        if trouble is None:
            self._clock.stop()
            self.settled.emit()
        else:
            self._clock.start()
            self.trouble.emit(trouble)

    def _retry(self) -> None:
        if self._keeping is not None:
            self._keeping.retry()
