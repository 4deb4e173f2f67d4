"""Prose as it is read: without line breaks, spaces and widths, and where each sentence of it is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

FARTHEST = 1000
"""So much of what was said before a sentence, besides the heading, may tell what it is about."""
LONGEST_SENTENCE = 2000
"""No sentence that a person wrote is longer; nothing is made of such."""
LONGEST = 25_000
"""More characters than the prose of any section that a person wrote; what follows is not looked at."""

# Full-width digits, letters and signs; Chinese marks stay, and Latin ones become theirs.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MARKS = {ord(latin): chinese for latin, chinese in zip(",;:()!?", "，；：（）！？", strict=True)}
_SPACE = re.compile(r"[\s\u3000\xa0\u2000-\u200d\u2060\ufeff]")
_PAGE_NUMBER = re.compile(r"[-—–－―_·•]+[0-9]{1,4}[-—–－―_·•]+|第[0-9]+页(?:[，/]?共[0-9]+页)?")
_HEADING = re.compile(
    r"[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.．](?![0-9])"
)
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_ENDS = "。！？；：…"
LONGEST_HEADING = 30


class Sentence(NamedTuple):
    """One sentence of flowing text, with the places of its characters in the section's text."""

    text: str
    before: str
    """What was said before it, from the last heading on."""
    places: tuple[int, ...]
    source: str
    """The text of the section."""

    @property
    def start(self) -> int:
        return self.places[0]

    @property
    def end(self) -> int:
        return self.places[-1] + 1

    def is_torn(self, start: int, end: int) -> bool:
        """Whether there is a space between these characters within a line: they may be of two figures."""
        gaps = zip(self.places[start : end - 1], self.places[start + 1 : end], strict=True)
        return any(after - before > 1 and "\n" not in self.source[before:after] for before, after in gaps)


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a section's text, in order."""
    return tuple(_sentences(text[:LONGEST]))


def _sentences(text: str) -> Iterator[Sentence]:
    flowing, places = _flow(text)
    headings = [
        0,
        *(at + 1 for at, mark in enumerate(flowing) if mark == "\n" and _HEADING.match(flowing, at + 1)),
    ]
    for found in _SENTENCE.finditer(flowing):
        start, end = found.span()
        if end - start > LONGEST_SENTENCE:
            continue
        heading = headings[bisect_right(headings, start) - 1]
        near = max(heading, start - FARTHEST)
        before = flowing[heading : min(near, heading + LONGEST_HEADING)] + flowing[near:start]
        yield Sentence(found[0], before, tuple(places[start:end]), text)


def _flow(text: str) -> tuple[str, list[int]]:
    """The text with its paragraphs one a line, and for each character its place in the original."""
    flowing: list[str] = []
    places: list[int] = []
    at, ended = 0, False
    for line in text.split("\n"):
        kept = [(place, mark) for place, mark in enumerate(line, start=at) if not _SPACE.match(mark)]
        plain = _plain("".join(mark for _, mark in kept))
        at += len(line) + 1
        if not plain or _PAGE_NUMBER.fullmatch(plain):
            continue
        if flowing and (ended or _HEADING.match(plain)):
            flowing.append("\n")
            places.append(kept[0][0])
        flowing.extend(plain)
        places.extend(place for place, _ in kept)
        ended = plain[-1] in _ENDS or _is_heading(plain)
    return "".join(flowing), places


def _is_heading(plain: str) -> bool:
    return bool(_HEADING.match(plain)) and len(plain) <= LONGEST_HEADING and not re.search("[，。；]", plain)


def _plain(text: str) -> str:
    """Each character as one that stands for all its kin."""
    narrow = text.translate(_NARROW)
    marks = list(narrow.translate(_MARKS))
    for found in re.finditer(r"(?<![0-9A-Za-z])\.|\.(?![0-9A-Za-z])", narrow):
        marks[found.start()] = "。"
    for found in re.finditer(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", narrow):
        # Between the digits of one figure, unless it was written as a mark of Chinese prose.
        if text[found.start()] == ",":
            marks[found.start()] = ","
    return "".join(marks)
