"""Which page is to be drawn next: visible ones first, one at a time, and the far ones forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from gouji.errors import GoujiError
from gouji.sources.seen import Seen
from gouji.ui.jobs import Jobs
from gouji.ui.page_item import PageItem

if TYPE_CHECKING:
    from gouji.worker import Picture

MEMORY_LIMIT = 120 * 1024 * 1024
"""Bytes of pictures kept; those farthest from view go first."""
_PATIENCE = 60
"""Milliseconds that scrolling or zooming must rest before pages are asked for."""


class PagePictures(QObject):
    """Asks the jobs for pictures of the pages in view, and hands them to the page items."""

    drawn = Signal()
    """Every page in view has a sharp picture."""
    failed = Signal(object)
    """A `GoujiError` of the reading process."""

    def __init__(
        self,
        jobs: Jobs,
        in_view: Callable[[], Sequence[PageItem]],
        scale: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._in_view = in_view
        self._scale = scale
        self._path: Path | None = None
        self._pages: dict[int, PageItem] = {}
        self._asked: tuple[Path, int, float, Seen | None] | None = None
        self._seen: Seen | None = None
        self._failed: set[int] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE)
        self._rest.timeout.connect(self._ask)
        jobs.drawn.connect(self._take)

    def show(self, path: Path | None, pages: Sequence[PageItem], first: Picture | None = None) -> None:
        """Draw the pages of another file from now on; the first need not be if its picture is there."""
        self._path = path
        self._pages = {page.number: page for page in pages}
        self._failed.clear()
        if first is not None:
            self._pages[first.page].take_picture(_image(first), first.scale)
        self._ask()

    def show_seen(self, seen: str) -> None:
        """Draw pages with what a reading saw on them from now on; plainly again if none is named."""
        self._seen = Seen(seen) if seen else None
        self._failed.clear()
        for page in self._pages.values():
            page.take_picture(None, 0)
        self._ask()

    def look_again(self) -> None:
        """The view was scrolled or zoomed."""
        self._rest.start()

    def _ask(self) -> None:
        if self._path is None or self._asked is not None:
            return
        scale = self._scale()
        lacking = [page for page in self._in_view() if page.number not in self._failed]
        page = next((page for page in lacking if abs(page.scale_drawn - scale) > 0.01 * scale), None)
        if page is None:
            self.drawn.emit()
            return
        self._asked = (self._path, page.number, scale, self._seen)
        self._jobs.draw(self._path, page.number, scale, self._seen)

    def _take(self, path: Path, number: int, answer: object) -> None:
        if self._asked is None or self._asked[:2] != (path, number):
            return
        _, _, scale, seen = self._asked
        self._asked = None
        page = self._pages.get(number)
        if path == self._path and page is not None and seen is self._seen:
            if isinstance(answer, GoujiError):
                self._failed.add(number)
                self.failed.emit(answer)
            else:
                page.take_picture(_image(cast("Picture", answer)), scale)
                self._forget_far_pages()
        self._ask()

    def _forget_far_pages(self) -> None:
        kept = sum(page.memory for page in self._pages.values())
        middle = next((page.number for page in self._in_view()), 1)
        for page in sorted(self._pages.values(), key=lambda each: -abs(each.number - middle)):
            if kept <= MEMORY_LIMIT:
                return
            kept -= page.memory
            page.take_picture(None, 0)


def _image(picture: Picture) -> QImage:
    # The copy owns its memory; an image made of bytes does not.
    stride = 4 * picture.width
    return QImage(picture.pixels, picture.width, picture.height, stride, QImage.Format.Format_RGB32).copy()
