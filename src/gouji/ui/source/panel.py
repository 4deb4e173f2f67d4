"""The source beside the tables: pages or text, whichever the file has; a click leads to the cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gouji.model.form import Address
from gouji.model.geometry import Provenance
from gouji.ui.bridge import Bridge
from gouji.ui.grid.describe import cell_name
from gouji.ui.reading.jobs import Jobs
from gouji.ui.selection import Selection
from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import THUMBNAILS
from gouji.ui.source.page_view import PageView
from gouji.ui.source.text_view import TextView
from gouji.ui.source.thumbnails import Thumbnails

if TYPE_CHECKING:
    from gouji.model.loaded import SourceView
    from gouji.worker import Picture, Preview

_MISSED = (2.0, 2.0)
"""Points by which a click may miss a figure on a page, sideways and up or down."""
_MISSED_IN_TEXT = (0.5, 0.0)
"""Columns and lines; behind the last character of a line is still at it."""


class SourcePanel(QWidget):
    """Shows one source; pages and text answer to the same calls."""

    moved = Signal()
    """Another part of the source is in view, or in another size."""

    def __init__(self, bridge: Bridge, selection: Selection, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self._source: SourceView | None = None
        self._settings = settings
        self._preview: Preview | None = None
        self.thumbnails = Thumbnails(bridge)
        self.thumbnails.want(wanted=settings.thumbnails)
        settings.changed.connect(self._follow)
        self.pages = PageView(jobs, self.thumbnails.pages.picture)
        self.text = TextView()
        self._absent = QLabel(self.tr("The source of this review file is not beside it, or it has changed."))
        self._absent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._absent.setWordWrap(True)
        self._absent.setObjectName("note")
        self._stack = QStackedWidget()
        self._paged = QWidget()
        self._beside = _row(self._paged, self.thumbnails, self.pages)
        for view in (self._paged, self.text, self._absent):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.pages.clicked.connect(self._find_cell)
        self.text.clicked.connect(self._find_cell)
        self.pages.pictures.serve(self.thumbnails.pages)
        self.pages.page_changed.connect(self.thumbnails.follow)
        self.thumbnails.page_chosen.connect(self.pages.show_page)
        self.thumbnails.lacking.connect(self.pages.pictures.look_again)
        self.pages.page_changed.connect(self.moved)
        self.text.verticalScrollBar().valueChanged.connect(self.moved)
        selection.cell_changed.connect(self._highlight)
        selection.outline_changed.connect(self._highlight)

    @property
    def view(self) -> PageView | TextView | None:
        """The view in use; None without a source."""
        current = self._stack.currentWidget()
        return self.pages if current is self._paged else self.text if current is self.text else None

    @property
    def has_pages(self) -> bool:
        """Whether there are pages to turn, rather than text or nothing."""
        return self.view is self.pages

    @property
    def page(self) -> int:
        """The page in view; 1 where there are none."""
        return next((page.number for page in self.pages.pages_in_view()), 1)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What is done to the source, by the ids of the actions."""
        return {
            "zoom_in": lambda: self.view and self.view.zoom(1),
            "zoom_out": lambda: self.view and self.view.zoom(-1),
            "fit_width": lambda: self.view and self.view.fit_width(),
            "fit_page": lambda: self.view and self.view.fit_page(),
            "rotate_right": partial(self._turn, 1),
            "rotate_left": partial(self._turn, -1),
            "thumbnails": self._fold_thumbnails,
            "locate": self.locate,
        }

    @property
    def ahead(self) -> str:
        """The name of a source that is shown while its figures are still being read; else empty."""
        return self._preview.view.path.name if self._preview is not None else ""

    @property
    def is_ahead(self) -> bool:
        """Whether a source is shown whose figures are still being read."""
        return self._preview is not None

    def room(self) -> tuple[float, float]:
        """As of the page view, with the thumbnails unfolded as they will be beside several pages."""
        wide, beside = self.pages.room()
        # What was never shown has not its width yet.
        lacking = self.pages.width() + self.thumbnails.taken_width - self.width() if self.isVisible() else 0
        return wide - lacking * self.devicePixelRatioF(), beside

    def show_preview(self, preview: Preview) -> None:
        """Show the pages of a PDF before any figures of it are known."""
        self._source, self._preview = None, preview
        self.thumbnails.pages.show_findings(None)
        self._show(preview.view, 0, preview.picture)

    def show_source(self, source: SourceView | None) -> None:
        """Show another source, or that there is none."""
        ahead, self._preview = self._preview, None
        self._source = source
        turns = self._settings.turns(self._sha256) if source is not None else 0
        if ahead is None or source != ahead.view or turns:
            self._show(source, turns)
        self.thumbnails.pages.show_findings(self._bridge.session)

    def _show(self, source: SourceView | None, turns: int, first: Picture | None = None) -> None:
        sizes = source.page_sizes if source is not None else ()
        shown = self._absent if source is None else self._paged if source.lines is None else self.text
        self._stack.setCurrentWidget(shown)
        self.thumbnails.show_pages(sizes, turns)
        # Else pages would be drawn for the width that they have without thumbnails.
        self._beside.activate()
        self.pages.show_pages(source.path if source and sizes else None, sizes, turns, first)
        self.text.show_lines(source.lines or () if source is not None else ())

    def show_found(self, found: Sequence[Provenance], current: Sequence[Provenance]) -> None:
        """Mark what was found, and bring the place at hand into view."""
        if self.view is not None and not self.is_ahead:
            self.view.show_found(found, current)

    def locate(self) -> None:
        """Zoom to the current cell."""
        view, place = self.view, self._place(self._selection.cell)
        if view is not None and place is not None:
            view.locate(place)

    def place(self) -> dict[str, float | str]:
        """What is in view, to go there again; nothing without a source."""
        return self.view.place() if self.view is not None else {}

    def go_to(self, place: Mapping[str, object]) -> None:
        """Show what was in view before, in the size it had; what makes no sense is left out."""
        if self.view is not None:
            self.view.go_to(place)

    @property
    def _sha256(self) -> str:
        session = self._bridge.session
        return session.report.source.sha256 if session is not None else ""

    def _turn(self, quarters: int) -> None:
        """Turn the pages clockwise, and remember it."""
        if self.view is self.pages and self._source is not None:
            self.pages.turn(quarters)
            self.thumbnails.show_pages(self._source.page_sizes, self.pages.turns)
            self._settings.keep_turns(self._sha256, self.pages.turns)

    def _fold_thumbnails(self) -> None:
        self._settings.thumbnails = not self._settings.thumbnails

    def _follow(self, key: str) -> None:
        """Do at once what a setting says that was changed."""
        if key == THUMBNAILS.key:
            self.thumbnails.want(wanted=self._settings.thumbnails)

    def _highlight(self) -> None:
        view, finding = self.view, self._selection.finding
        if view is None or self.is_ahead:
            return
        cell = None if self._selection.at_words else self._selection.cell
        others = [self._place(each) for each in self._selection.outlined if each != cell]
        words = finding.places if finding is not None and self._source is not None else ()
        view.highlight(self._place(cell), [place for place in others if place is not None], words)

    def _place(self, address: Address | None) -> Provenance | None:
        session = self._bridge.session
        if session is None or address is None or self._source is None:
            return None
        return session.document.cell(address).provenance

    def _find_cell(self, page: int, x: float, y: float) -> None:
        session = self._bridge.session
        if session is None or self.is_ahead:
            return
        places = [(address, cell.provenance) for address, cell in session.report.cells.items()]
        here = [(address, place) for address, place in places if place and place.page == page]
        # What is hit comes before what is merely near, as the next of two figures that touch.
        for missed in ((0.0, 0.0), _MISSED if self.has_pages else _MISSED_IN_TEXT):
            found = [address for address, place in here if _is_at(place, x, y, missed)]
            if found:
                break
        if len(found) == 1:
            self._selection.show_cell(found[0])
        elif found:
            self._choose(found)

    def _choose(self, found: list[Address]) -> None:
        """Several cells were read from the same place: ask which is meant."""
        session = self._bridge.session
        if session is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for address in found:
            action = menu.addAction(cell_name(session.report.form, address))
            action.triggered.connect(partial(self._selection.show_cell, address))
        menu.popup(QCursor.pos())


def _row(room: QWidget, *parts: QWidget) -> QHBoxLayout:
    """Lay widgets beside each other, without a gap."""
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for part in parts:
        row.addWidget(part)
    return row


def _is_at(place: Provenance, x: float, y: float, missed: tuple[float, float]) -> bool:
    box, (beside, above) = place.box, missed
    return box.x0 - beside <= x <= box.x1 + beside and box.top - above <= y <= box.bottom + above
