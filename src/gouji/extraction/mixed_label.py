"""Labels of rows among pieces of other labels, as they are read where no lines part those of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from gouji.extraction.book import Book, is_part_of_known
from gouji.extraction.label import fold

SHORTEST_BARE = 4
"""A label that is printed without its number and has fewer characters may be a piece of any other."""


def only_row_in(book: Book, text: str, rows: Iterable[int]) -> int | None:
    """The only one of the rows whose whole label stands in a text, and with it but pieces of other labels.

    Those are pieces of the labels of its groups, printed beside its own lines or between them; or a piece
    of one other label, or of a title, before or behind it.
    """
    printed = _characters(text)
    found = [row for row in rows if _holds(book, printed, row)]
    return found[0] if len(found) == 1 else None


def _holds(book: Book, printed: str, row: int) -> bool:
    head = book.rows[row][1]
    groups = "".join(map(_characters, head.groups))
    texts = [head.label, *head.variants]
    labels = {_characters(text) for text in texts}
    labels |= {fold(text).words for text in texts if len(fold(text).words) >= SHORTEST_BARE}
    return any(_is_among(label, printed, groups) for label in labels)


def _is_among(label: str, printed: str, groups: str) -> bool:
    """Whether all of a label is printed, and all else is a piece of another or of its groups."""
    if printed.endswith(label) and is_part_of_known(printed.removesuffix(label)):
        return True
    if printed.startswith(label) and is_part_of_known(printed.removeprefix(label)):
        return True
    return _is_within(label, printed) and Counter(printed) - Counter(label) <= Counter(groups)


def _is_within(label: str, printed: str) -> bool:
    """Whether the characters of a label are printed in their order, whatever stands between them."""
    rest = iter(printed)
    return all(character in rest for character in label)


@lru_cache(maxsize=4096)
def _characters(text: str) -> str:
    """The letters and digits of a text, its number among them."""
    number, words = fold(text)
    return number.strip("()") + words
