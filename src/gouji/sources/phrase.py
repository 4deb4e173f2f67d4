"""Where a phrase stands in a text, as whoever reads it would say.

Full-width characters are the same as others, and capitals as small letters; spaces beside Chinese characters
and commas between thousands are not there. A phrase may go on in the next line.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from gouji.model.geometry import Box, Provenance

LONGEST_PHRASE = 200
"""Characters; what is longer is not looked for."""
MOST_PASSAGES = 1000
"""So many are enough of one phrase."""
Passage = tuple[Provenance, ...]
"""Where a phrase stands: a box a line, at least one."""
_OF_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Passages:
    """Where a phrase stands, and where to look further."""

    found: tuple[Passage, ...]
    next_page: int = 0
    """The first page that was not looked at; 0 when all were."""


class Searchable:
    """A text in which phrases can be found."""

    def __init__(self, characters: Iterable[str]) -> None:
        letters: list[str] = []
        origins: list[int] = []
        apart = False
        for origin, character in enumerate(characters):
            for letter in _folded(character):
                if letter == " ":
                    apart = bool(letters)
                    continue
                if apart and not _is_chinese(letters[-1]) and not _is_chinese(letter):
                    letters.append(" ")
                    origins.append(origin)
                apart = False
                letters.append(letter)
                origins.append(origin)
        text = "".join(letters)
        commas = {each.start() for each in _OF_THOUSANDS.finditer(text)}
        self.text = _OF_THOUSANDS.sub("", text)
        self._origins = [origin for place, origin in enumerate(origins) if place not in commas]

    def find(self, phrase: Searchable) -> Iterator[tuple[int, int]]:
        """Where the phrase begins and ends, in characters as they were given; no two overlap."""
        size = len(phrase.text)
        start = self.text.find(phrase.text) if 0 < size <= LONGEST_PHRASE else -1
        while start >= 0:
            yield self._origins[start], self._origins[start + size - 1] + 1
            start = self.text.find(phrase.text, start + size)


def find_in_lines(lines: Sequence[str], phrase: str) -> Passages:
    """Where a phrase stands in a text file, of which the boxes are columns and lines."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    text = "\n".join(lines)
    found = []
    for start, end in Searchable(text).find(Searchable(phrase)):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        boxes = []
        for line in range(first, last + 1):
            left, right = max(start - starts[line], 0), min(end - starts[line], len(lines[line]))
            if left < right:
                boxes.append(Provenance(1, Box(left, line, right, line + 1)))
        found.append(tuple(boxes))
        if len(found) == MOST_PASSAGES:
            break
    return Passages(tuple(found))


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    if character.isspace():
        return " "
    return unicodedata.normalize("NFKC", character).casefold()


@lru_cache(maxsize=8192)
def _is_chinese(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in ("W", "F")
