"""The source beside the tables: pages or text, whichever the file has; a click leads to the cell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gouji.model.form import Address
from gouji.model.geometry import Provenance
from gouji.ui.bridge import Bridge
from gouji.ui.describe import cell_name
from gouji.ui.jobs import Jobs
from gouji.ui.page_view import PageView
from gouji.ui.selection import Selection
from gouji.ui.text_view import TextView

if TYPE_CHECKING:
    from gouji.model.loaded import SourceView
    from gouji.worker import Preview

_NEAR = 2.0
"""Points by which a click may miss a figure on a page."""


class SourcePanel(QWidget):
    """Shows one source; pages and text answer to the same calls."""

    moved = Signal()
    """Another part of the source is in view, or in another size."""

    def __init__(self, bridge: Bridge, selection: Selection, jobs: Jobs) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self._source: SourceView | None = None
        self._preview: Preview | None = None
        self.pages = PageView(jobs)
        self.text = TextView()
        self._absent = QLabel(self.tr("The source of this review file is not beside it, or it has changed."))
        self._absent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._absent.setWordWrap(True)
        self._absent.setObjectName("note")
        self._stack = QStackedWidget()
        for view in (self.pages, self.text, self._absent):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.pages.clicked.connect(self._find_cell)
        self.text.clicked.connect(self._find_cell)
        self.pages.page_changed.connect(self.moved)
        self.text.verticalScrollBar().valueChanged.connect(self.moved)
        selection.cell_changed.connect(self._highlight)
        selection.outline_changed.connect(self._highlight)

    @property
    def view(self) -> PageView | TextView | None:
        """The view in use; None without a source."""
        current = self._stack.currentWidget()
        return current if isinstance(current, PageView | TextView) else None

    @property
    def ahead(self) -> str:
        """The name of a source that is shown while its figures are still being read; else empty."""
        return self._preview.view.path.name if self._preview is not None else ""

    @property
    def is_ahead(self) -> bool:
        """Whether a source is shown whose figures are still being read."""
        return self._preview is not None

    def show_preview(self, preview: Preview) -> None:
        """Show the pages of a PDF before any figures of it are known."""
        self._source, self._preview = None, preview
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_pages(preview.view.path, preview.view.page_sizes, preview.picture)

    def show_source(self, source: SourceView | None) -> None:
        """Show another source, or that there is none."""
        ahead, self._preview = self._preview, None
        self._source = source
        if ahead is not None and source == ahead.view:
            return
        is_text = source is not None and source.lines is not None
        self.pages.show_pages(None, ())
        self.text.show_lines(())
        if source is None:
            self._stack.setCurrentWidget(self._absent)
        elif is_text:
            self._stack.setCurrentWidget(self.text)
            self.text.show_lines(source.lines or ())
        else:
            self._stack.setCurrentWidget(self.pages)
            self.pages.show_pages(source.path, source.page_sizes)

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
        near = _NEAR if self.view is self.pages else 0.0
        found = [
            address
            for address, cell in session.report.cells.items()
            if cell.provenance and cell.provenance.page == page and _is_at(cell.provenance, x, y, near)
        ]
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


def _is_at(place: Provenance, x: float, y: float, near: float) -> bool:
    box = place.box
    if not near:
        # A cursor stands before or behind a character: both ends count.
        return box.x0 <= x <= box.x1 and box.top <= y < box.bottom
    return box.x0 - near <= x <= box.x1 + near and box.top - near <= y <= box.bottom + near
