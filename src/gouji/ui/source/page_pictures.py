"""Which picture is to be drawn next: one at a time, and what matters most first."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal

from gouji.errors import GoujiError
from gouji.sources.seen import Seen
from gouji.ui.reading.jobs import Jobs

if TYPE_CHECKING:
    from gouji.worker import Picture

_PATIENCE = 60
"""Milliseconds between scrolling or zooming and the asking for pages: where one passes by, none is drawn."""


class Wishes(Protocol):
    """Somebody who shows pictures of pages, and bounds the memory they take."""

    def lacking(self, hopeless: AbstractSet[int]) -> tuple[int, float] | None:
        """The page whose picture is lacking most, and its pixels a point; None when nothing is.

        Pages that could not be drawn are hopeless.
        """
        ...

    def take(self, page: int, picture: Picture) -> None: ...
    def forget(self) -> None:
        """All pictures are out of date."""
        ...


@dataclass(frozen=True, slots=True)
class _Asked:
    path: Path
    page: int
    wishes: Wishes
    turns: int
    seen: Seen | None


class PagePictures(QObject):
    """Asks the jobs for the pictures that are wished for, and hands them over."""

    drawn = Signal()
    """Nothing is lacking any more."""
    failed = Signal(object)
    """A `GoujiError` of the reading process."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wishes: list[Wishes] = []
        self._path: Path | None = None
        self._turns = 0
        self._hopeless: set[int] = set()
        self._asked: _Asked | None = None
        self._seen: Seen | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE)
        self._rest.timeout.connect(self._ask)
        jobs.drawn.connect(self._take)

    def serve(self, wishes: Wishes) -> None:
        """Serve somebody else too, after all others."""
        self._wishes.append(wishes)

    def show(self, path: Path | None, turns: int, first: Picture | None = None) -> None:
        """Draw the pages of another file from now on, or these turned otherwise: clockwise by quarters.

        The first need not be if its picture is there.
        """
        self._path, self._turns = path, turns
        self._begin_anew(first)

    def show_seen(self, seen: str) -> None:
        """Draw pages with what a reading saw on them from now on; plainly again if none is named."""
        self._seen = Seen(seen) if seen else None
        self._begin_anew()

    def look_again(self) -> None:
        """Something else may be lacking."""
        # Who scrolls on and on is to see something too.
        if not self._rest.isActive():
            self._rest.start()

    def _begin_anew(self, first: Picture | None = None) -> None:
        self._hopeless.clear()
        for wishes in self._wishes:
            wishes.forget()
        if first is not None:
            self._wishes[0].take(first.page, first)
        self._ask()

    def _ask(self) -> None:
        if self._path is None or self._asked is not None:
            return
        for wishes in self._wishes:
            lacking = wishes.lacking(self._hopeless)
            if lacking is not None:
                page, scale = lacking
                self._asked = _Asked(self._path, page, wishes, self._turns, self._seen)
                self._jobs.draw(self._path, page, scale, self._seen, self._turns)
                return
        self.drawn.emit()

    def _take(self, path: Path, page: int, answer: object) -> None:
        asked = self._asked
        if asked is None or (asked.path, asked.page) != (path, page):
            return
        self._asked = None
        if (path, asked.turns, asked.seen) == (self._path, self._turns, self._seen):
            if isinstance(answer, GoujiError):
                self._hopeless.add(page)
                self.failed.emit(answer)
            else:
                asked.wishes.take(page, cast("Picture", answer))
        self._ask()
