"""The title of a report, and the unit and year it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from gouji.extraction.lines.line import Line
from gouji.extraction.prose.dates import NUMERALS
from gouji.extraction.prose.written import printed
from gouji.library.phrases import phrases
from gouji.library.script import simplified
from gouji.model.prose import Places, PrintedLine

LONGEST_TITLE = 80
SHORTEST_UNIT = 3
MOST_LINES = 3
"""A title is wrapped over at most so many lines."""

_YEAR = rf"(?:20[0-9]{{2}}|[二２][{''.join(NUMERALS)}]{{3}})"
_PERIOD = re.compile(r"(20[0-9]{2})年0?1月0?1日")
_SPACE = re.compile(r"\s+")
_EDGES = " 　《》“”\"'「」:：-—,，.。"


class Title(NamedTuple):
    """What the title says, as far as there is one."""

    text: str | None = None
    unit: str | None = None
    year: int | None = None
    places: Places = ()


def find_title(lines: Sequence[Line]) -> Title:
    """The title among the lines before the first section; else the year of the period they give."""
    found = [PrintedLine(_SPACE.sub("", text), place) for line in lines for text, place in printed(line)]
    titles = _titles(found)
    first = next(titles, None)
    if first is not None:
        return first if first.unit else next((title for title in titles if title.unit), first)
    period = _PERIOD.search("".join(text for text, _ in found))
    return Title(year=int(period[1])) if period else Title()


def _titles(lines: Sequence[PrintedLine]) -> Iterator[Title]:
    """The titles that lines make, those on one line first."""
    plain = [simplified(text) for text, _ in lines]
    for count in range(1, MOST_LINES + 1):
        for start in range(len(lines) - count + 1):
            here = "".join(plain[start : start + count])
            match = _pattern().search(here) if _may_be_title(here) else None
            if match is not None:
                wrapped = lines[start : start + count]
                title = _read("".join(text for text, _ in wrapped), match)
                yield title._replace(places=tuple(place for _, place in wrapped))


def _may_be_title(text: str) -> bool:
    """Whether a text is worth a closer look: it is short, and about what reports are about."""
    return len(text) <= LONGEST_TITLE and phrases().topic in text


def _read(text: str, match: re.Match[str]) -> Title:
    """The title that was found in the text with simplified characters."""
    spans = (match.span(name) for name in ("before", "between", 0))
    before, between, whole = (text[start:end].strip(_EDGES) for start, end in spans)
    unit = (before or between) or None
    digits = "".join(NUMERALS.get(digit, digit) for digit in match["year"])
    return Title(whole, unit if unit and len(unit) >= SHORTEST_UNIT else None, int(digits))


@cache
def _pattern() -> re.Pattern[str]:
    topic, kind = re.escape(phrases().topic), re.escape(phrases().kind)
    words = r"[^，。；：、]"
    return re.compile(
        rf"(?P<before>{words}*?)(?P<year>{_YEAR})年度?(?P<between>{words}*?){topic}{words}{{0,8}}{kind}(?=[》”）)]*$)"
    )
