"""Finds a phrase in the source and in the tables, and goes from place to place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gouji.errors import GoujiError
from gouji.model.form import Address
from gouji.sources.phrase import MOST_PASSAGES, Passage, Passages
from gouji.ui.bridge import Bridge
from gouji.ui.reading.jobs import Jobs
from gouji.ui.search.find_bar import FindBar
from gouji.ui.search.found_in_tables import found_in_tables
from gouji.ui.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

    from gouji.model.loaded import SourceView


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the phrase stands: in the source, in the tables, or the same figure in both."""

    passage: Passage
    """Empty where only the tables have it."""
    cell: Address | None


class Searching(QObject):
    """Asks for the pages from the one in view on, around to the one before it."""

    marked = Signal(object, object)
    """All places in the source that were found, and those of the hit at hand."""

    def __init__(self, bar: FindBar, bridge: Bridge, selection: Selection, jobs: Jobs) -> None:
        super().__init__(bar)
        self._bar, self._bridge, self._selection, self._jobs = bar, bridge, selection, jobs
        self._source: SourceView | None = None
        self._page = 1
        self._phrase = ""
        self._ahead: list[range] = []
        """Pages that are still to be looked at."""
        self._passages: list[Passage] = []
        self._cells: list[Address] = []
        self._hits: list[Hit] = []
        self._hit: Hit | None = None
        bar.changed.connect(self.look_for)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._forget)
        jobs.found.connect(self._take)
        bridge.changed.connect(self._renew)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What is done, by the ids of the actions."""
        return {
            "find": self._bar.open,
            "find_next": partial(self._step_or_open, 1),
            "find_previous": partial(self._step_or_open, -1),
        }

    def show_source(self, source: SourceView | None) -> None:
        """Look in another source from now on."""
        self._source = source
        self._page = 1
        self._forget()
        if self._bar.isVisible():
            self.look_for(self._bar.phrase.text())

    def note_page(self, page: int, _pages: int) -> None:
        """From which page on to look."""
        self._page = page

    def look_for(self, phrase: str) -> None:
        """Look for another phrase, and go to the first place from here on."""
        self._forget()
        self._phrase = phrase.strip()
        session = self._bridge.session
        if session is None or not self._phrase:
            return
        self._cells = found_in_tables(session, self._phrase)
        if self._source is not None:
            pages = len(self._source.page_sizes) or 1
            here = min(self._page, pages)
            self._ahead = [each for each in (range(here, pages + 1), range(1, here)) if each]
        self._ask()
        self._list_hits()
        self._begin()

    def step(self, by: int) -> None:
        """Go to the next place, or back, around the ends."""
        if self._hits:
            here = self._hits.index(self._hit) if self._hit in self._hits else -1 if by > 0 else 0
            self._go(self._hits[(here + by) % len(self._hits)])

    def _step_or_open(self, by: int) -> None:
        if self._bar.isVisible():
            self.step(by)
        else:
            self._bar.open()
            self.look_for(self._bar.phrase.text())

    def _ask(self) -> None:
        if self._source is not None and self._ahead:
            self._jobs.find(self._source, self._phrase, self._ahead[0])

    def _take(self, path: Path, phrase: str, pages: range, answer: object) -> None:
        asked = self._source and (self._source.path, self._phrase, *self._ahead[:1])
        if asked != (path, phrase, pages):
            return
        self._ahead.pop(0)
        if not isinstance(answer, GoujiError):
            found = cast("Passages", answer)
            self._passages = sorted([*self._passages, *found.found], key=lambda passage: passage[0].page)
            if found.next_page in pages:
                self._ahead.insert(0, range(found.next_page, pages.stop))
        if len(self._passages) >= MOST_PASSAGES:
            self._ahead.clear()
        self._ask()
        self._list_hits()
        self._begin()

    def _renew(self, _addresses: object) -> None:
        session = self._bridge.session
        if session is not None and self._phrase:
            self._cells = found_in_tables(session, self._phrase)
            self._list_hits()
            # Whoever corrects a figure that was found stays where it is.
            self._show()

    def _list_hits(self) -> None:
        figures = self._figures()
        self._hits = [Hit(passage, figures.get(passage)) for passage in self._passages]
        met = {hit.cell for hit in self._hits}
        self._hits += [Hit((), cell) for cell in self._cells if cell not in met]
        if self._hit not in self._hits:
            self._hit = None

    def _begin(self) -> None:
        """Go to the first place from the page in view on, unless one is at hand already."""
        ahead = (hit for hit in self._hits if hit.passage and hit.passage[0].page >= self._page)
        first = next(ahead, None)
        if first is None and not self._ahead:
            first = next(iter(self._hits), None)
        if self._hit is None and first is not None:
            self._go(first)
        else:
            self._show()

    def _figures(self) -> Mapping[Passage, Address]:
        """The cells that were read from where a passage stands."""
        session = self._bridge.session
        read: dict[int, list[tuple[Address, Passage]]] = {}
        for address, cell in session.report.cells.items() if session else ():
            if cell.provenance is not None:
                read.setdefault(cell.provenance.page, []).append((address, (cell.provenance,)))
        found = {}
        for passage in self._passages:
            box = passage[0].box
            x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
            for address, (place,) in read.get(passage[0].page, ()):
                if place.box.contains(x, y):
                    found[passage] = address
                    break
        return found

    def _go(self, hit: Hit) -> None:
        self._hit = hit
        if hit.cell is not None:
            self._selection.show_cell(hit.cell)
        self._show()

    def _show(self) -> None:
        hit = self._hit
        place = self._hits.index(hit) + 1 if hit in self._hits else 0
        self._bar.show_count(place, len(self._hits), is_all=not self._ahead, where=self._where(hit))
        self.marked.emit([each for passage in self._passages for each in passage], hit.passage if hit else ())

    def _where(self, hit: Hit | None) -> str:
        if hit is None or self._source is None:
            return ""
        if not hit.passage:
            return self.tr("in the tables")
        page = hit.passage[0].page
        return self.tr("page {page}").format(page=page) if self._source.page_sizes else ""

    def _forget(self) -> None:
        self._phrase = ""
        self._ahead.clear()
        self._passages, self._cells, self._hits = [], [], []
        self._hit = None
        self._show()
