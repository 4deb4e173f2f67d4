"""The pages of a PDF: pictures, the box of the current cell, the boxes of the finding at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPen, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView, QWidget

from gouji.model.geometry import Provenance
from gouji.ui.jobs import Jobs
from gouji.ui.page_item import PageItem
from gouji.ui.page_pictures import PagePictures
from gouji.ui.palettes import colours

if TYPE_CHECKING:
    from gouji.worker import Picture

GAP = 12.0
"""Points between two pages."""
SMALLEST, LARGEST = 0.2, 6.0
STEP = 1.2
_PADDING = 0.5
_CELL_SCALE = 2.5
"""Pixels a point when the page is zoomed to a cell."""
_CLICK = 4
"""Pixels the mouse may move in a click."""


class PageView(QGraphicsView):
    """Pages below each other, fitted to the width unless the reviewer zooms."""

    clicked = Signal(int, float, float)
    """Page and place on it."""
    page_changed = Signal(int, int)
    """The page in view, and how many there are."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Source"))
        self.setAcceptDrops(False)
        self.pages: list[PageItem] = []
        self.highlights: list[QGraphicsItem] = []
        self._fitting = "width"
        self._pressed = QPoint()
        self.pictures = PagePictures(jobs, self.pages_in_view, self._pixels_a_point, self)
        self.verticalScrollBar().valueChanged.connect(self._look_again)

    def show_pages(
        self, path: Path | None, sizes: Sequence[tuple[float, float]], first: Picture | None = None
    ) -> None:
        """Show the pages of another file; the picture of the first may be there already."""
        self.highlights.clear()
        self._scene.clear()
        self.pages = [PageItem(number, *size) for number, size in enumerate(sizes, start=1)]
        widest = max((width for width, _ in sizes), default=0)
        top = 0.0
        for page, (width, height) in zip(self.pages, sizes, strict=True):
            page.setPos((widest - width) / 2, top)
            self._scene.addItem(page)
            top += height + GAP
        self._scene.setSceneRect(-GAP, -GAP, widest + 2 * GAP, top + GAP)
        self._fitting = "width"
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.pictures.show(path, self.pages, first)
        self._look_again()

    def room(self) -> tuple[float, float]:
        """Pixels from side to side, and the points that stay free beside a page in them."""
        return self.viewport().width() * self.devicePixelRatioF(), 2 * GAP

    def highlight(
        self, current: Provenance | None, others: Sequence[Provenance], words: Sequence[Provenance] = ()
    ) -> None:
        """Box the current cell, others and words, and bring the cell, or else the words, into view."""
        for item in self.highlights:
            self._scene.removeItem(item)
        chosen = colours(self.palette())
        light = QColor("#1d5fbf")  # pages are white in every palette
        fill = QColor(chosen.accent)
        fill.setAlphaF(0.14)
        self.highlights = [self._box(each, QPen(light, 1.2, Qt.PenStyle.DashLine)) for each in others]
        marked = [self._box(each, QPen(light, 1.2)) for each in words]
        if current is not None:
            marked.append(self._box(current, QPen(light, 2.2)))
        for box in marked:
            box.setBrush(fill)
        self.highlights += marked
        if marked:
            seen = marked[-1 if current is not None else 0]
            self.ensureVisible(seen.sceneBoundingRect(), 48, 96)

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
        current = self.pages_in_view()
        if current:
            self.ensureVisible(current[0].sceneBoundingRect(), 0, 0)

    def locate(self, place: Provenance) -> None:
        """Zoom to a cell."""
        self._fitting = ""
        self._zoom_to(max(self.transform().m11(), _CELL_SCALE))
        self.centerOn(self._rect(place).center())

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
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        shares = [(page.sceneBoundingRect().intersected(seen).height(), page) for page in self.pages]
        visible = [(share, page) for share, page in shares if share > 0]
        return [page for _, page in sorted(visible, key=lambda pair: -pair[0])]

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
            for page in self.pages:
                if page.sceneBoundingRect().contains(point):
                    inside = page.mapFromScene(point)
                    self.clicked.emit(page.number, inside.x(), inside.y())

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
            tallest = max(page.boundingRect().height() for page in self.pages) + 2 * GAP
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

    def _rect(self, place: Provenance) -> QRectF:
        page = self.pages[place.page - 1]
        box = place.box
        rect = QRectF(box.x0, box.top, box.width, box.height).adjusted(
            -_PADDING, -_PADDING, _PADDING, _PADDING
        )
        return rect.translated(page.pos())

    def _box(self, place: Provenance, pen: QPen) -> QGraphicsRectItem:
        pen.setCosmetic(True)
        box = self._scene.addRect(self._rect(place), pen)
        box.setZValue(1)
        return box
