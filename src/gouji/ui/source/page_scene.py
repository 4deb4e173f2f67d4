"""The pages of a PDF below each other, all turned alike, and the boxes that are drawn on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsScene

from gouji.model.geometry import Provenance
from gouji.ui.source.page_item import PageItem, Thumbnail

GAP = 12.0
"""Points between two pages."""
TURNS = 4
"""Quarters in a whole turn."""
_PADDING = 0.5


class PageScene(QGraphicsScene):
    """Places on pages are points as they were read, however the pages are turned."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pages: list[PageItem] = []
        self.turns = 0
        """By how many quarters all pages are turned clockwise."""
        self._tops: list[float] = []

    def show_pages(self, sizes: Sequence[tuple[float, float]], turns: int, thumbnail: Thumbnail) -> None:
        """Hold the pages of another file."""
        self.pages = []
        self.clear()
        self.pages = [PageItem(number, *size, thumbnail) for number, size in enumerate(sizes, start=1)]
        for page in self.pages:
            self.addItem(page)
        self.turn_to(turns)

    def turn_to(self, turns: int) -> None:
        """Turn all pages so that they are so many quarters from upright."""
        self.turns = turns % TURNS
        seen = [page.size.transposed() if self.turns % 2 else page.size for page in self.pages]
        widest = max((size.width() for size in seen), default=0.0)
        top = 0.0
        self._tops = []
        for page, size in zip(self.pages, seen, strict=True):
            page.lay((widest - size.width()) / 2, top, self.turns)
            self._tops.append(top)
            top += size.height() + GAP
        self.setSceneRect(-GAP, -GAP, widest + 2 * GAP, top + GAP)

    def pages_in(self, seen: QRectF) -> list[PageItem]:
        """The pages that reach into a part of the scene, the one with most of it first."""
        first = max(bisect_right(self._tops, seen.top()) - 1, 0)
        near = self.pages[first : bisect_left(self._tops, seen.bottom())]
        shares = [(page.sceneBoundingRect().intersected(seen).height(), page) for page in near]
        return [page for share, page in sorted(shares, key=lambda pair: -pair[0]) if share > 0]

    def page_at(self, point: QPointF) -> PageItem | None:
        """The page that a point of the scene lies on."""
        room = QRectF(point.x(), point.y(), 1, 1)
        return next((page for page in self.pages_in(room) if page.sceneBoundingRect().contains(point)), None)

    def rect(self, place: Provenance) -> QRectF:
        """Where a place is in the scene; empty where there is no such page."""
        if not self._has(place):
            return QRectF()
        return self.pages[place.page - 1].mapRectToScene(_room(place))

    def box(
        self, places: Iterable[Provenance], pen: QPen, fill: QBrush | None = None, height: float = 1
    ) -> list[QGraphicsItem]:
        """Draw boxes around places, higher above the page or lower; those on no page are left out."""
        pen.setCosmetic(True)
        boxes: list[QGraphicsItem] = []
        for place in places:
            if self._has(place):
                box = QGraphicsRectItem(_room(place), self.pages[place.page - 1])
                box.setPen(pen)
                box.setBrush(fill or QBrush())
                box.setZValue(height)
                boxes.append(box)
        return boxes

    def wipe(self, boxes: list[QGraphicsItem]) -> None:
        """Take drawn boxes away, and out of their list."""
        for box in boxes:
            self.removeItem(box)
        boxes.clear()

    def _has(self, place: Provenance) -> bool:
        return 1 <= place.page <= len(self.pages)


def _room(place: Provenance) -> QRectF:
    box = place.box
    room = QRectF(box.x0, box.top, box.width, box.height)
    return room.adjusted(-_PADDING, -_PADDING, _PADDING, _PADDING)
