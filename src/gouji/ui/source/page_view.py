"""The pages of a PDF: pictures, the box of the current cell, the boxes of the finding at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPen, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsView

from gouji.model.geometry import Provenance
from gouji.ui.look.palettes import colours
from gouji.ui.reading.jobs import Jobs
from gouji.ui.source.page_item import PageItem, Thumbnail
from gouji.ui.source.page_pictures import PagePictures
from gouji.ui.source.page_scene import GAP, PageScene
from gouji.ui.source.pages_in_view import PagesInView

if TYPE_CHECKING:
    from gouji.worker import Picture

SMALLEST, LARGEST = 0.2, 6.0
STEP = 1.2
_CELL_SCALE = 2.5
"""Pixels a point when the page is zoomed to a cell."""
_CLICK = 4
"""Pixels the mouse may move in a click."""
_INK, _FOUND = "#1d5fbf", "#b86e00"
"""Of cells and words, and of what was found: pages are white in every palette."""
_ABOUT = (48, 96)
"""Pixels to be seen beside and above what is brought into view."""
Places = Sequence[Provenance]


class PageView(QGraphicsView):
    """Pages below each other, fitted to the width unless the reviewer zooms."""

    clicked = Signal(int, float, float)
    """Page and place on it."""
    page_changed = Signal(int, int)
    """The page in view, and how many there are."""

    def __init__(self, jobs: Jobs, thumbnail: Thumbnail = lambda _: None) -> None:
        super().__init__()
        self._scene = PageScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # A bar that comes and goes would take its width from a page that was just fitted.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Source"))
        self.setAcceptDrops(False)
        self.highlights: list[QGraphicsItem] = []
        self.found: list[QGraphicsItem] = []
        self._path: Path | None = None
        self._thumbnail = thumbnail
        self._fitting = "width"
        self._pressed = QPoint()
        self.pictures = PagePictures(jobs, self)
        self.pictures.serve(PagesInView(lambda: self.pages, self.pages_in_view, self._pixels_a_point))
        self.verticalScrollBar().valueChanged.connect(self._look_again)

    @property
    def pages(self) -> list[PageItem]:
        return self._scene.pages

    @property
    def turns(self) -> int:
        """By how many quarters the pages are turned clockwise."""
        return self._scene.turns

    def show_pages(
        self,
        path: Path | None,
        sizes: Sequence[tuple[float, float]],
        turns: int = 0,
        first: Picture | None = None,
    ) -> None:
        """Show the pages of another file, turned clockwise; the picture of the first may be there already."""
        self.highlights.clear()
        self.found.clear()
        self._path = path
        self._scene.show_pages(sizes, turns, self._thumbnail)
        self._fitting = "width"
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.pictures.show(path, turns, first)
        self._look_again()

    def room(self) -> tuple[float, float]:
        """Pixels from side to side, and the points that stay free beside a page in them."""
        return self.viewport().width() * self.devicePixelRatioF(), 2 * GAP

    def turn(self, quarters: int) -> None:
        """Turn all pages clockwise; what was in the middle stays there, and what is marked in view."""
        middle = self.mapToScene(self.viewport().rect().center())
        page = self._scene.page_at(middle) or next(iter(self.pages_in_view()), None)
        inside = page.mapFromScene(middle) if page is not None else None
        self._scene.turn_to(self.turns + quarters)
        self._fit()
        if page is not None and inside is not None:
            self.centerOn(page.mapToScene(inside))
        self._bring_into_view(self.highlights[-1:])
        self.pictures.show(self._path, self.turns)
        self._look_again()

    def highlight(self, current: Provenance | None, others: Places, words: Places = ()) -> None:
        """Box the current cell, others and words, and bring the cell, or else the words, into view."""
        self._scene.wipe(self.highlights)
        ink, fill = QColor(_INK), _thin(colours(self.palette()).accent, 0.14)
        own = () if current is None else (current,)
        self.highlights += self._scene.box(others, QPen(ink, 1.2, Qt.PenStyle.DashLine))
        marked = self._scene.box(words, QPen(ink, 1.2), fill) + self._scene.box(own, QPen(ink, 2.2), fill)
        self.highlights += marked
        self._bring_into_view(marked[-1:] if own else marked[:1])

    def show_found(self, found: Places, current: Places) -> None:
        """Mark what was found, and bring the one that is current into view."""
        self._scene.wipe(self.found)
        ink, fill = QColor(_FOUND), _thin(_FOUND, 0.15)
        at_hand = set(current)
        others = [each for each in found if each not in at_hand]
        self.found += self._scene.box(others, QPen(ink, 1), fill, 2)
        marked = self._scene.box(current, QPen(ink, 2.4), fill, 3)
        self.found += marked
        self._bring_into_view(marked)

    def zoom(self, steps: int) -> None:
        """Larger or smaller."""
        self._fitting = ""
        self._zoom_to(self.transform().m11() * STEP**steps)

    def fit_width(self) -> None:
        """As wide as the view."""
        self._fitting = "width"
        self._fit()

    def fit_page(self) -> None:
        """One whole page."""
        self._fitting = "page"
        self._fit()
        self._bring_into_view(self.pages_in_view()[:1], (0, 0))

    def locate(self, place: Provenance) -> None:
        """Zoom to a cell."""
        rect = self._scene.rect(place)
        if rect.isValid():
            self._fitting = ""
            self._zoom_to(max(self.transform().m11(), _CELL_SCALE))
            self.centerOn(rect.center())

    def show_page(self, number: int) -> None:
        """Have a page begin at the top of the view."""
        if 1 <= number <= len(self.pages):
            top = self.pages[number - 1].sceneBoundingRect().top() - GAP / 2
            self.verticalScrollBar().setValue(round(top * self.transform().m22()))

    def place(self) -> dict[str, float | str]:
        """Size and middle of what is in view."""
        middle = self.mapToScene(self.viewport().rect().center())
        return {
            "fitting": self._fitting,
            "scale": self.transform().m11(),
            "x": middle.x(),
            "y": middle.y(),
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        """Show a place again; numbers that are none are left out."""
        scale, x, y = (place.get(name) for name in ("scale", "x", "y"))
        self._fitting = (
            str(place.get("fitting")) if place.get("fitting") in ("", "width", "page") else "width"
        )
        if self._fitting:
            self._fit()
        elif isinstance(scale, int | float):
            self._zoom_to(scale)
        if isinstance(x, int | float) and isinstance(y, int | float):
            self.centerOn(x, y)

    def pages_in_view(self) -> list[PageItem]:
        """The pages that can be seen, the one with most to see first."""
        return self._scene.pages_in(self.mapToScene(self.viewport().rect()).boundingRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.button() == Qt.MouseButton.LeftButton and moved <= _CLICK:
            point = self.mapToScene(event.position().toPoint())
            page = self._scene.page_at(point)
            if page is not None:
                inside = page.mapFromScene(point)
                self.clicked.emit(page.number, inside.x(), inside.y())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            # The window was drawn to a finer screen, or to a coarser one.
            self.pictures.look_again()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setBackgroundBrush(QColor(colours(self.palette()).window))

    def _fit(self) -> None:
        if not self._fitting or not self.pages:
            return
        room = self.viewport().rect()
        rect = self._scene.sceneRect()
        scale = room.width() / rect.width()
        if self._fitting == "page":
            tallest = max(page.sceneBoundingRect().height() for page in self.pages) + 2 * GAP
            scale = min(scale, room.height() / tallest)
        self._zoom_to(scale)

    def _zoom_to(self, scale: float) -> None:
        scale = min(max(scale, SMALLEST), LARGEST)
        # A fitted page needs no bar, but rounding might ask for one.
        fitted, free = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(fitted if self._fitting else free)
        self.resetTransform()
        self.scale(scale, scale)
        self._look_again()

    def _pixels_a_point(self) -> float:
        return self.transform().m11() * self.devicePixelRatioF()

    def _look_again(self) -> None:
        self.pictures.look_again()
        seen = self.pages_in_view()
        if seen:
            self.page_changed.emit(seen[0].number, len(self.pages))

    def _bring_into_view(self, items: Sequence[QGraphicsItem], about: tuple[int, int] = _ABOUT) -> None:
        rect = QRectF()
        for item in items:
            rect |= item.sceneBoundingRect()
        if rect.isValid():
            self.ensureVisible(rect, *about)


def _thin(ink: str, strength: float) -> QBrush:
    """A colour through which print can be read."""
    colour = QColor(ink)
    colour.setAlphaF(strength)
    return QBrush(colour)
