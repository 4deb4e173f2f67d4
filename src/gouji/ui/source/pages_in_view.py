"""The wish for sharp pictures of the pages in view, within bounds of memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from math import sqrt
from typing import TYPE_CHECKING

from gouji.ui.source.page_item import PageItem

if TYPE_CHECKING:
    from gouji.worker import Picture

MEMORY_LIMIT = 96 * 1024 * 1024
"""Bytes of pictures kept; those farthest from view go first, those in view never."""
MOST_DOTS = MEMORY_LIMIT // 4
"""Dots of all pictures in view; beyond, they are drawn more coarsely."""
_USUAL = 2
"""As many pages are in view at a time when they are large."""
_SHARP = 0.01
"""Part of its size by which a picture may be off."""


class PagesInView:
    """Knows which page lacks a picture, and which picture is needed least."""

    def __init__(
        self,
        pages: Callable[[], Sequence[PageItem]],
        in_view: Callable[[], Sequence[PageItem]],
        scale: Callable[[], float],
    ) -> None:
        self._pages = pages
        self._in_view = in_view
        self._scale = scale

    def lacking(self, hopeless: AbstractSet[int]) -> tuple[int, float] | None:
        """The page with most to see that has no picture of the right size, and that size."""
        in_view, scale = self._in_view(), self._scale()
        for page in in_view:
            wanted = min(scale, _finest(page, len(in_view)))
            if page.number not in hopeless and abs(page.scale_drawn - wanted) > _SHARP * wanted:
                return page.number, wanted
        return None

    def take(self, number: int, picture: Picture) -> None:
        """Show a picture on its page."""
        page = self._pages()[number - 1]
        page.take_picture(picture, picture.scale)
        self._forget_far_pages()

    def forget(self) -> None:
        """Show no pictures until there are others."""
        for page in self._pages():
            page.take_picture(None, 0)

    def _forget_far_pages(self) -> None:
        kept = sum(page.memory for page in self._pages())
        in_view = {page.number for page in self._in_view()}
        middle = min(in_view, default=1)
        for page in sorted(self._pages(), key=lambda each: -abs(each.number - middle)):
            if kept <= MEMORY_LIMIT:
                return
            if page.number not in in_view:
                kept -= page.memory
                page.take_picture(None, 0)


def _finest(page: PageItem, in_view: int) -> float:
    """The most pixels a point with which so many pages like this one keep within bounds."""
    size = page.size
    return sqrt(MOST_DOTS / (max(in_view, _USUAL) * (size.width() + 1) * (size.height() + 1)))
