"""Words put back into the lines they were set in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from gouji.sources.page import Word

SPACE = 0.15
"""A gap wider than this part of the height is a space between Latin words or figures."""


def text_lines(words: Iterable[Word]) -> list[list[Word]]:
    """The words line by line from top to bottom, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.box.top + word.box.bottom, word.box.x0)):
        if lines and _shares_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.box.x0) for line in lines]


def joined(line: Sequence[Word]) -> str:
    """The text of a line; Chinese is set without spaces, other words keep theirs."""
    text = "".join(word.text for word in line[:1])
    for left, right in pairwise(line):
        latin = left.text[-1].isascii() and right.text[0].isascii()
        spaced = right.box.x0 - left.box.x1 > SPACE * left.box.height
        text += (" " if latin and spaced else "") + right.text
    return text


def _shares_line(one: Word, other: Word) -> bool:
    middle = (other.box.top + other.box.bottom) / 2
    return one.box.top < middle < one.box.bottom
