"""Labels of rows among pieces of other labels, as they are read where no lines part those of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from gouji.extraction.labels.book import Book, is_part_of_known
from gouji.extraction.labels.label import fold

SHORTEST_BARE = 4
"""A label that is printed without its number and has fewer characters may be a piece of any other."""


def only_row_in(book: Book, text: str, rows: Iterable[int]) -> int | None:
    """The only one of the rows whose whole label stands in a text, and with it but pieces of other labels.

    Those are the end of the label above it and the beginning of the one below, or a title there; and pieces
    of the labels of its groups, printed beside its own lines or between them.
    """
    printed = _characters(text)
    found = [row for row in rows if _holds(book, printed, row)]
    return found[0] if len(found) == 1 else None


def _holds(book: Book, printed: str, row: int) -> bool:
    groups = Counter("".join(map(_characters, book.rows[row][1].groups)))
    return any(
        _is_all(label, between, groups)
        for label in _wordings(book, row)
        if _is_within(label, printed)
        for between in _between_others(book, printed, row)
    )


def _wordings(book: Book, row: int) -> set[str]:
    """The characters of the label of a row in all its wordings, without its number too if it is long."""
    head = book.rows[row][1]
    texts = [head.label, *head.variants]
    bare = {fold(text).words for text in texts}
    return {*map(_characters, texts), *(words for words in bare if len(words) >= SHORTEST_BARE)}


def _between_others(book: Book, printed: str, row: int) -> Iterator[str]:
    """What may be left of a text without a piece of another label before it, and one behind it."""
    starts = [start for start in range(len(printed)) if _is_piece(book, printed[:start])]
    ends = [
        end
        for end in range(1, len(printed) + 1)
        if _is_piece(book, printed[end:]) or _begins(book, printed[end:], row + 1)
    ]
    for start in starts:
        yield from (printed[start:end] for end in ends if end > start)


def _is_piece(book: Book, characters: str) -> bool:
    """Whether characters are a piece of a label or title, and not the whole label of a row."""
    return is_part_of_known(characters) and characters not in book.row_words


def _begins(book: Book, characters: str, row: int) -> bool:
    """Whether characters are what the label of a row begins with, and not all of it."""
    if row == len(book.rows):
        return False
    return any(label.startswith(characters) and label != characters for label in _wordings(book, row))


def _is_all(label: str, printed: str, groups: Counter[str]) -> bool:
    """Whether a text is a label and pieces of its groups, and nothing else."""
    return _is_within(label, printed) and Counter(printed) - Counter(label) <= groups


def _is_within(label: str, printed: str) -> bool:
    """Whether the characters of a label are printed in their order, whatever stands between them."""
    rest = iter(printed)
    return all(character in rest for character in label)


@lru_cache(maxsize=4096)
def _characters(text: str) -> str:
    """The letters and digits of a text, its number among them."""
    number, words = fold(text)
    return number.strip("()") + words
