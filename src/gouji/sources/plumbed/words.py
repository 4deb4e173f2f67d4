"""The characters of a page that can be read, and the words pdfplumber makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import normalize

from pdfplumber.page import Page
from pdfplumber.utils.text import dedupe_chars, extract_words

from gouji.model.geometry import Box
from gouji.sources.page import Word
from gouji.sources.pdf.words import ILLEGIBLE, RADICALS

LEANING = 0.05
"""Text that rises or falls by more than this part of its length is a watermark."""
GAP = 0.3
"""A gap wider than this part of the height of a character ends a word."""
Matrix = Sequence[float]
Character = dict[str, Any]


def upright(page: Page) -> Page:
    """The page, turned so that most of its text can be read."""
    quarters = Counter(_quarters(character["matrix"]) for character in page.chars)
    turn = max(quarters, key=quarters.__getitem__, default=0)
    if not turn:
        return page
    # pdfplumber asks the one and pdfminer the other by how much a page is turned.
    turned = (page.rotation + 90 * turn) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate = turned
    return Page(page.pdf, page.page_obj, page.page_number)


def words(page: Page) -> list[Word]:
    """The words of a page whose text is upright, line by line."""
    readable = list(_readable(page))
    found = extract_words(readable, x_tolerance_ratio=GAP, extra_attrs=["latin"])
    return [Word(word["text"], Box(word["x0"], word["top"], word["x1"], word["bottom"])) for word in found]


def _readable(page: Page) -> Iterator[Character]:
    """The characters that are set level, within the visible part of the page, each once."""
    left, top, right, bottom = page.cropbox
    for character in dedupe_chars(page.chars):
        middle = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
        visible = left <= middle[0] <= right and top <= middle[1] <= bottom
        if visible and _is_level(character["matrix"]):
            text = _plain(character["text"])
            # Figures must not become a part of the label beside them.
            yield {**character, "text": text, "latin": text.isascii() and not text.isspace()}


def _plain(text: str) -> str:
    """What a character means, whichever of its forms was printed."""
    if text.startswith("(cid:"):
        return ILLEGIBLE
    return normalize("NFKC", text).translate(RADICALS)


def _is_level(matrix: Matrix) -> bool:
    along, rise, *_ = matrix
    return along > 0 and abs(rise) <= LEANING * along


def _quarters(matrix: Matrix) -> int:
    """By how many quarters clockwise a page must be turned for a character to stand upright."""
    along, rise, *_ = matrix
    if abs(along) >= abs(rise):
        return 0 if along >= 0 else 2
    return 1 if rise > 0 else 3
