"""The characters of a page as words: runs of one kind of characters without a gap."""

from __future__ import annotations

import ctypes
import sys
import unicodedata
from collections.abc import Iterator
from math import pi
from typing import Any

from pypdfium2 import raw

from gouji.model.geometry import Box
from gouji.sources.page import Word
from gouji.sources.pdf.space import Space

GAP = 0.3
"""A gap wider than this part of the characters' height ends a word."""
UPRIGHT = 0.05
"""Radians by which text may lean; what leans more is a watermark."""
TOO_LARGE = 8
"""The room of a character is never so many times its ink in both directions."""
RADICALS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰", "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙"
)
"""Radicals that Unicode does not call compatible with the characters they look like."""
Character = tuple[str, Box]


def words(page: Any, space: Space) -> Iterator[Word]:
    """The words of a page in the order of the file."""
    run: list[Character] = []
    for character in _characters(page, space):
        if run and (character is None or not _continues(run[-1], character)):
            yield _word(run)
            run = []
        if character is not None:
            run.append(character)
    if run:
        yield _word(run)


def _characters(page: Any, space: Space) -> Iterator[Character | None]:
    """The characters with their boxes; None for white space."""
    text = raw.FPDFText_LoadPage(page.raw)
    try:
        for index in range(raw.FPDFText_CountChars(text)):
            # Halves of surrogate pairs and control characters are not printable either.
            character = chr(min(raw.FPDFText_GetUnicode(text, index), sys.maxunicode))
            if character.isspace() or not character.isprintable():
                yield None
            elif not _leans(text, index):
                yield plain(character), space.box(*_bounds(text, index))
    finally:
        raw.FPDFText_ClosePage(text)


def _bounds(text: Any, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the room that a character takes in its line.

    Where a font is scaled down by its matrix, as for vertical text, pdfium reports that room far too
    large; then the ink has to do.
    """
    room = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(room))
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(
        text, index, ctypes.byref(left), ctypes.byref(right), ctypes.byref(bottom), ctypes.byref(top)
    )
    width, height = right.value - left.value, top.value - bottom.value
    if room.right - room.left > TOO_LARGE * width and room.top - room.bottom > TOO_LARGE * height:
        return left.value, bottom.value, right.value, top.value
    return room.left, room.bottom, room.right, room.top


def _leans(text: Any, index: int) -> bool:
    angle: float = raw.FPDFText_GetCharAngle(text, index) % (pi / 2)
    return min(angle, pi / 2 - angle) > UPRIGHT


def plain(character: str) -> str:
    """The character itself where a printer wrote its radical or compatibility form, as Chromium does."""
    if "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff":
        return unicodedata.normalize("NFKC", character).translate(RADICALS)
    return character


def _continues(before: Character, after: Character) -> bool:
    """Whether both are of one kind and stand side by side."""
    if _kind(before[0]) != _kind(after[0]):
        return False
    left, right = before[1], after[1]
    height = max(left.height, right.height, 1.0)
    overlap = min(left.bottom, right.bottom) - max(left.top, right.top)
    return overlap > height / 2 and -height / 2 < right.x0 - left.x1 < GAP * height


def _kind(character: str) -> bool:
    """Figures and Latin letters stick together, and Chinese characters with their marks."""
    return character.isascii()


def _word(run: list[Character]) -> Word:
    box = run[0][1]
    for _, other in run[1:]:
        box = box.union(other)
    return Word("".join(character for character, _ in run), box)
