"""Printed labels, folded: what is left of a label once print, typing and numbering are taken away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from gouji.library.script import simplified


class Label(NamedTuple):
    """A folded label: its number as printed in front, such as ``一``, ``(一)``, ``1``, and the words."""

    number: str
    words: str


_ORDINAL = re.compile(
    r"[(\[]\s*([一二三四五六七八九十]{1,3}|[0-9]{1,2})\s*[)\]]\s*[、.,:]*"
    r"|([一二三四五六七八九十]{1,3})\s*[、.,:)]+"
    r"|([0-9]{1,2})\s*[、.,:)]*(?=\s*[^\W0-9_])"
)
_NOT_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> Label:
    """The label without spaces, brackets, quotation marks and width of letters, its number set apart.

    Traditional characters count as the simplified ones that the forms print.
    """
    plain = simplified(normalize("NFKC", text)).strip()
    match = _ORDINAL.match(plain)
    if match is None:
        return Label("", _NOT_WORDS.sub("", plain))
    bracketed, chinese, arabic = match.groups()
    number = f"({bracketed})" if bracketed else chinese or arabic
    if bracketed and bracketed.isdigit():
        number = bracketed
    return Label(number, _NOT_WORDS.sub("", plain[match.end() :]))


def likeness(printed: str, words: str) -> float:
    """How alike two folded labels are, 0 to 1; a part of a label is like it by the share it covers."""
    if len(printed) >= SHORTEST_PART and printed in words:
        return PART_LIKENESS + (1 - PART_LIKENESS) * len(printed) / len(words)
    length, shared = len(printed) + len(words), sum(map(words.__contains__, printed))
    if length and 2 * shared / length < ALIKE:
        # Whatever their order, too few characters are the same: the matcher comes to no other end.
        return 0.0
    from difflib import SequenceMatcher  # noqa: PLC0415 -- well-printed reports never need it

    matcher = SequenceMatcher(None, printed, words, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


SHORTEST_PART = 4
PART_LIKENESS = 0.6
ALIKE = 0.7
"""Labels less alike than this are different labels."""
