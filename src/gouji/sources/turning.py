"""Pages that are seen sideways or upside down, turned until their text is upright, and back."""

from __future__ import annotations

from dataclasses import replace

from gouji.model.geometry import Box
from gouji.sources.page import Page, Ruling


def turned(box: Box, quarters: int, width: float, height: float) -> Box:
    """The place of a box after its page, of this size, was turned clockwise by quarters."""
    match quarters % 4:
        case 0:
            return box
        case 1:
            return Box(height - box.bottom, box.x0, height - box.top, box.x1)
        case 2:
            return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
        case _:
            return Box(box.top, width - box.x1, box.bottom, width - box.x0)


def upright(page: Page) -> Page:
    """The page turned so that its text can be read."""
    if not page.sideways:
        return page

    def turn(box: Box) -> Box:
        return turned(box, page.sideways, page.width, page.height)

    lying = page.sideways % 2
    return replace(
        page,
        width=page.height if lying else page.width,
        height=page.width if lying else page.height,
        words=tuple(word._replace(box=turn(word.box)) for word in page.words),
        rulings=tuple(Ruling(turn(ruling.box)) for ruling in page.rulings),
        cut=tuple(map(turn, page.cut)),
        sideways=0,
    )
