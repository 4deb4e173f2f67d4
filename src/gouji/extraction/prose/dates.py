"""The time that a report is about, and the dates that stand alone in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from gouji.library.phrases import phrases
from gouji.model.prose import Period, PrintedDate, PrintedLine, Prose

NUMERALS = {
    digit: str(value)
    for value, digits in enumerate(("〇零○Ｏ", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for digit in digits
}
"""Chinese digits as years are written with."""

_CHINESE = "".join(NUMERALS)


def find_period(texts: Iterable[Prose]) -> Period | None:
    """The first and the last day that a sentence gives for the figures, in the first text that has one."""
    for text in texts:
        for match in _period().finditer(text.text):
            first, last = _day(match, "1"), _day(match, "2")
            if first and last and first < last and _is_about_figures(text.text, *match.span()):
                return Period(first, last, text.places_of(match.start(), match.end()))
    return None


def find_dates(lines: Iterable[PrintedLine]) -> Iterator[PrintedDate]:
    """The dates that stand on lines of their own."""
    for line in lines:
        match = _alone().fullmatch(line.text)
        day = _day(match, "1") if match else None
        if day is not None:
            yield PrintedDate(day, line.text, line.place)


def _is_about_figures(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a place speaks of statistics."""
    before = max(text.rfind(mark, 0, start) for mark in "。；") + 1
    after = min((index for mark in "。；" if (index := text.find(mark, end)) >= 0), default=len(text))
    sentence = text[before:after]
    return any(word in sentence for word in phrases().period)


def _day(match: re.Match[str], which: str) -> date | None:
    """The day that was printed; None where there is no such day."""
    year, month, day = (match[f"{part}{which}"] for part in ("year", "month", "day"))
    try:
        return date(int(_digits(year or match["year1"])), _number(month), _number(day))
    except ValueError:
        return None


def _digits(text: str) -> str:
    return "".join(NUMERALS.get(character, character) for character in text)


def _number(text: str) -> int:
    """A number up to 99, as dates are written: ``15``, ``十五``, ``三十一``; 元 is the first month."""
    if text == "元":
        return 1
    tens, ten, ones = text.partition("十")
    if not ten:
        return int(_digits(text))
    return 10 * int(_digits(tens) or "1") + int(_digits(ones) or "0")


def _pattern(which: str, *, whole: bool = True) -> str:
    """The pattern of a day, in figures or Chinese; the year of the second of two may be left out."""
    year = rf"(?P<year{which}>20[0-9]{{2}}|[二２][{_CHINESE}]{{3}})\s*[年./-]\s*"
    month = rf"(?P<month{which}>[0-9]{{1,2}}|元|[{_CHINESE}十]{{1,2}})\s*[月./-]\s*"
    day = rf"(?P<day{which}>[0-9]{{1,2}}|[{_CHINESE}十]{{1,3}})\s*日?"
    return (year if whole else f"(?:{year})?") + month + day


@cache
def _period() -> re.Pattern[str]:
    until = "|".join(map(re.escape, phrases().until))
    return re.compile(rf"{_pattern('1')}\s*[起始]?\s*(?:{until})+\s*{_pattern('2', whole=False)}")


@cache
def _alone() -> re.Pattern[str]:
    head = rf"(?:(?:{'|'.join(map(re.escape, phrases().dates))})\s*[:：]?\s*)?"
    return re.compile(rf"\s*[（(]?\s*{head}{_pattern('1')}(?:\s*[0-9]{{1,2}}:[0-9:]+)?\s*[）)]?\s*")
