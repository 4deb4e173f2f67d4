"""Words put back into the lines they were set in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from gouji.model.geometry import Box
from gouji.sources.page import Word

SPACE = 0.15
"""A gap wider than this part of the height is a space between Latin words or figures."""
WIDE_SPACE = 1.0
"""A gap wider than this part of the height stands between columns."""
APART = 0.6
"""A gap wider than this part of the height parts the texts of two cells, where all their lines keep it."""
FEWEST_DOWN = 4
"""So many single characters, each below the one before, are set downwards."""


def text_lines(words: Iterable[Word]) -> list[list[Word]]:
    """The words line by line from top to bottom, each line from left to right."""
    lines: list[list[Word]] = []
    ordered = sorted(words, key=lambda word: (word.box.top + word.box.bottom, word.box.x0))
    if len(ordered) < 2:  # noqa: PLR2004 -- most cells hold a word or none
        return [ordered] if ordered else []
    for word in ordered:
        if lines and _shares_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.box.x0) for line in lines]


def joined(line: Sequence[Word]) -> str:
    """The text of a line within a cell; Chinese is set without spaces, other words keep theirs."""
    return _joined(line, lambda left, right: _gap(left, right) > SPACE and _are_ascii(left, right))


def spread(line: Sequence[Word]) -> str:
    """The text of a line, with a space between whatever may stand in different columns."""

    def is_parted(left: Word, right: Word) -> bool:
        if left.text[-1].isdigit() and right.text[0].isdigit():
            return True
        return _gap(left, right) > (SPACE if _are_ascii(left, right) else WIDE_SPACE)

    return _joined(line, is_parted)


def _joined(line: Sequence[Word], is_parted: Callable[[Word, Word], bool]) -> str:
    text = "".join(word.text for word in line[:1])
    for left, right in pairwise(line):
        text += (" " if is_parted(left, right) else "") + right.text
    return text


def _are_ascii(left: Word, right: Word) -> bool:
    return left.text[-1].isascii() and right.text[0].isascii()


def _gap(left: Word, right: Word) -> float:
    """The room between two words, in heights of the first."""
    return (right.box.x0 - left.box.x1) / max(left.box.height, 1.0)


def cell_text(words: Sequence[Word]) -> str:
    """The text of a cell, its lines joined; where it is set downwards, in the order of the file."""
    if len(words) < 2 or _runs_down(words):  # noqa: PLR2004 -- as most cells do
        return "".join([word.text for word in words])
    return "".join(joined(line) for line in text_lines(words))


def stand_apart(words: Sequence[Word]) -> list[list[Word]]:
    """Words that are labels in parts between which a gap runs from top to bottom, from left to right.

    Empty where figures are among them: those stand apart in one cell as well.
    """
    if any(word.text.isascii() and not word.text.rstrip(".").isdigit() for word in words):
        return []
    parts: list[list[Word]] = []
    end = 0.0
    for word in sorted(words, key=lambda word: word.box.x0):
        if parts and word.box.x0 - end <= APART * word.box.height:
            parts[-1].append(word)
        else:
            parts.append([word])
        end = max(end, word.box.x1) if len(parts[-1]) > 1 else word.box.x1
    inside = {id(word): index for index, part in enumerate(parts) for word in part}
    # Characters set downwards follow each other in the order of the file.
    ordered: list[list[Word]] = [[] for _ in parts]
    for word in words:
        ordered[inside[id(word)]].append(word)
    return ordered if all(any(not each.text.isascii() for each in part) for part in ordered) else []


def is_wrapped_figure(words: Sequence[Word]) -> bool:
    """Whether a cell holds figures only, on several lines or in several pieces, that may be those of two."""
    return len(words) > 1 and all(word.text.isdigit() for word in words)


def around(words: Sequence[Word]) -> Box:
    """The smallest box around all the words, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*[word.box for word in words], strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _runs_down(words: Sequence[Word]) -> bool:
    """Whether single characters follow each other downwards, in one column or in several."""
    if len(words) < FEWEST_DOWN or any(len(word.text) > 1 or word.text.isascii() for word in words):
        return False
    steps = [(left.box, right.box) for left, right in pairwise(words)]
    down = [abs(one.x0 - other.x0) < one.width / 2 and other.top > one.top for one, other in steps]
    return sum(down) > len(down) / 2


def _shares_line(one: Word, other: Word) -> bool:
    """Whether the middle of one is level with the other: the box of 一 is a thin one, level with few."""
    _, top, _, bottom = one.box
    _, other_top, _, other_bottom = other.box
    return top < (other_top + other_bottom) / 2 < bottom or other_top < (top + bottom) / 2 < other_bottom
