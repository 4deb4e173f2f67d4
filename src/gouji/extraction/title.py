"""The title of a report, and the unit and year it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from gouji.extraction.line import Line
from gouji.library.phrases import phrases

LONGEST_TITLE = 80
SHORTEST_UNIT = 3
MOST_LINES = 3
"""A title is wrapped over at most so many lines."""

_CHINESE_DIGITS = {
    digit: str(value)
    for value, digits in enumerate(("〇零○Ｏ", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for digit in digits
}
_YEAR = rf"(?:20[0-9]{{2}}|[二２][{''.join(_CHINESE_DIGITS)}]{{3}})"
_PERIOD = re.compile(r"(20[0-9]{2})年0?1月0?1日")
_SPACE = re.compile(r"\s+")
_EDGES = " 　《》“”\"'「」:：-—,，.。"


class Title(NamedTuple):
    """What the title says, as far as there is one."""

    text: str | None = None
    unit: str | None = None
    year: int | None = None


def find_title(lines: Sequence[Line]) -> Title:
    """The title among the lines before the first section; else the year of the period they give."""
    texts = list(_texts(lines))
    titles = [
        title
        for count in range(1, MOST_LINES + 1)
        for start in range(len(texts) - count + 1)
        if (title := _read("".join(texts[start : start + count])))
    ]
    if titles:
        return next((title for title in titles if title.unit), titles[0])
    period = _PERIOD.search("".join(texts))
    return Title(year=int(period[1])) if period else Title()


def _texts(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        for text in [line.text] if line.text else [slot.text for slot in line.labels]:
            yield _SPACE.sub("", text)


def _read(text: str) -> Title | None:
    if len(text) > LONGEST_TITLE:
        return None
    match = _pattern().search(text)
    if match is None:
        return None
    unit = (match["before"].strip(_EDGES) or match["between"].strip(_EDGES)) or None
    digits = "".join(_CHINESE_DIGITS.get(digit, digit) for digit in match["year"])
    return Title(match[0].strip(_EDGES), unit if unit and len(unit) >= SHORTEST_UNIT else None, int(digits))


@cache
def _pattern() -> re.Pattern[str]:
    topic, kind = re.escape(phrases().topic), re.escape(phrases().kind)
    words = r"[^，。；：、]"
    return re.compile(
        rf"(?P<before>{words}*?)(?P<year>{_YEAR})年度?(?P<between>{words}*?){topic}{words}{{0,8}}{kind}(?=[》”）)]*$)"
    )
