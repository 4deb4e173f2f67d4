"""The pages for the strip of thumbnails: small pictures, and the findings on each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSizeF, Qt
from PySide6.QtGui import QImage

from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.findings.model import gravity
from gouji.ui.grid.model import DISPLAY, SPOKEN, TOOLTIP, Index
from gouji.ui.source.page_item import image_of

if TYPE_CHECKING:
    from gouji.worker import Picture

MEMORY_LIMIT = 6 * 1024 * 1024
"""Bytes of small pictures kept; those farthest from view go first."""
WIDTH = 64
"""Of a small picture, in pixels before those of a sharper screen are counted."""
TALLEST = 128
_FINER = 3
"""So many times finer they are drawn: a ruling is never thinner than a dot, and would blacken the page."""
PICTURE = int(Qt.ItemDataRole.UserRole) + 1
SIZE = PICTURE + 1
"""Width and height of the small picture as it is seen."""
GRAVITY = SIZE + 1
"""Of the gravest finding on the page that is still open; None without one."""


class ThumbnailsModel(QAbstractListModel):
    """One row a page. Of the pictures it wishes for those in view, and a few around them."""

    def __init__(self, bridge: Bridge, in_view: Callable[[], range], ratio: Callable[[], float]) -> None:
        """`in_view` gives the rows that can be seen, `ratio` the pixels of the screen for each of ours."""
        super().__init__()
        self._session: ReviewSession | None = None
        self._in_view = in_view
        self._ratio = ratio
        self._sizes: Sequence[tuple[float, float]] = ()
        self._turns = 0
        self._pictures: dict[int, QImage] = {}
        self._found: Mapping[int, Counter[int]] = {}
        bridge.changed.connect(self._count)

    def show_pages(self, sizes: Sequence[tuple[float, float]], turns: int) -> None:
        """Hold the pages of another file, turned clockwise by quarters."""
        self.beginResetModel()
        self._sizes, self._turns = sizes, turns
        self.forget()
        self.endResetModel()

    def show_findings(self, session: ReviewSession | None) -> None:
        """Say from now on where the open findings of a review are."""
        self._session = session
        self._count()

    def picture(self, page: int) -> QImage | None:
        """The small picture of a page, if there is one by now."""
        return self._pictures.get(page)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._sizes)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        page = index.row() + 1
        if not 1 <= page <= len(self._sizes):
            return None
        if role == DISPLAY:
            return str(page)
        if role == PICTURE:
            return self._pictures.get(page)
        if role == SIZE:
            return self._seen_size(page)
        if role == GRAVITY:
            return min(self._found.get(page, ()), default=None)
        return self._words(page) if role in (SPOKEN, TOOLTIP) else None

    def lacking(self, hopeless: AbstractSet[int]) -> tuple[int, float] | None:
        """The page in view, or the nearest to it, without a small picture, and its pixels a point."""
        seen = self._in_view()
        if not seen:
            return None
        around = range(max(seen.start - len(seen), 0), min(seen.stop + len(seen), self.rowCount()))
        for row in (*seen, *around):
            page = row + 1
            if page not in self._pictures and page not in hopeless:
                return page, self._scale(page) * self._ratio() * _FINER
        return None

    def take(self, page: int, picture: Picture) -> None:
        """Show a small picture."""
        drawn = image_of(picture)
        size = drawn.size() / _FINER
        self._pictures[page] = drawn.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        self._forget_far_pages()
        self._signal(page)

    def forget(self) -> None:
        """Show no small pictures until there are others."""
        self._pictures.clear()

    def _scale(self, page: int) -> float:
        width, height = self._sizes[page - 1]
        if self._turns % 2:
            width, height = height, width
        return min(WIDTH / max(width, 1), TALLEST / max(height, 1))

    def _seen_size(self, page: int) -> QSizeF:
        size = QSizeF(*self._sizes[page - 1]) * self._scale(page)
        return size.transposed() if self._turns % 2 else size

    def _forget_far_pages(self) -> None:
        seen = self._in_view()
        middle = (seen.start + seen.stop) // 2 + 1
        kept = sum(image.sizeInBytes() for image in self._pictures.values())
        for page in sorted(self._pictures, key=lambda each: -abs(each - middle)):
            if kept <= MEMORY_LIMIT:
                return
            kept -= self._pictures.pop(page).sizeInBytes()

    def _words(self, page: int) -> str:
        told = [self.tr("Page {page}").format(page=page)]
        found = self._found.get(page, Counter())
        for text, number in (
            (self.tr("errors {number}"), found[0]),
            (self.tr("warnings {number}"), found[1] + found[2]),
            (self.tr("not checkable {number}"), found[3]),
        ):
            if number:
                told.append(text.format(number=number))
        return ", ".join(told)

    def _count(self, _addresses: object = None) -> None:
        before, self._found = self._found, open_findings(self._session)
        for page in before.keys() | self._found.keys():
            if before.get(page) != self._found.get(page):
                self._signal(page)

    def _signal(self, page: int) -> None:
        index = self.index(page - 1)
        self.dataChanged.emit(index, index)


def open_findings(session: ReviewSession | None) -> Mapping[int, Counter[int]]:
    """How many undecided findings of each gravity have a cell, or words, on which page."""
    found: dict[int, Counter[int]] = {}
    for finding in session.findings if session else ():
        if session is None or session.review.decision(finding) is not None:
            continue
        places = [session.document.cell(each).provenance for each in finding.members]
        for page in {place.page for place in (*places, *finding.places) if place is not None}:
            found.setdefault(page, Counter())[gravity(finding)] += 1
    return found
