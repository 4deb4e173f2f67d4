"""Lists of parts in the prose, added up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from gouji.checking.prose.context import PART
from gouji.checking.prose.finding import found_in
from gouji.checking.prose.flow import Sentence, sentences
from gouji.checking.prose.numerals import read_numeral
from gouji.library.words import FIGURE, words
from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.prose_rule import ListRule, says_any
from gouji.model.quotation import Tried
from gouji.model.rule import Balance, Finding, Outcome

SUM = {"zh": "所列各项之和", "en": "the parts together"}
HALF = 2
NEARLY_ALL = 10
OPEN = "等"
_NO_LABEL = re.compile(r"[0-9（）]|.{31}")


class Listed(NamedTuple):
    """A figure and the parts that the prose lists of it."""

    sentence: Sentence
    words: str
    """As far as the first part."""
    printed: str
    figure: int
    parts: tuple[int, ...]


def check_lists(rule: ListRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The lists that do not add up although they seem complete."""
    for section in document.report.sections:
        if section.number in rule.sections:
            for listed in _read(rule, section.text):
                if _is_wrong(rule, listed):
                    total = sum(listed.parts)
                    yield found_in(
                        rule,
                        section,
                        listed.sentence,
                        listed.words,
                        printed=listed.printed,
                        claimed=listed.figure,
                        tried=(Tried(SUM, f"{'+'.join(map(str, listed.parts))}={total}"),),
                        balance=Balance(listed.figure, total, Outcome.BROKEN),
                    )


def _is_wrong(rule: ListRule, listed: Listed) -> bool:
    """Whether the parts neither add up, nor overlap, nor leave much out.

    Parts overlap where one is the whole again, or where they tell all cases apart in more than one way.
    """
    figure, parts = listed.figure, listed.parts
    total = sum(parts)
    if figure in parts or total % figure == 0:
        return False
    if total > figure:
        return True
    if len(parts) >= rule.fewest and total * HALF >= figure:
        return True
    return len(parts) >= rule.nearest and total * NEARLY_ALL >= figure * (NEARLY_ALL - 1)


@lru_cache(maxsize=256)
def _read(rule: ListRule, text: str) -> tuple[Listed, ...]:
    return tuple(
        listed
        for sentence in sentences(text)
        for match in _heads().finditer(sentence.text)
        if (listed := _listed(rule, sentence, match))
    )


def _listed(rule: ListRule, sentence: Sentence, head: re.Match[str]) -> Listed | None:
    """The list behind ``N 条，其中``; None where it is open, nested or has fewer than two parts."""
    text, figure = sentence.text, _count(head["figure"])
    found = list(_parts(rule, text, head, figure or 0))
    parts = [value for each in found if (value := _count(each["figure"])) is not None]
    if PART in text[head.end() :] or words().rounded.search(text[: head.start()]):
        return None
    if not figure or len(found) < HALF or len(parts) < len(found) or sentence.is_torn(*head.span("figure")):
        return None
    end = found[-1].end()
    listed = text[head.end() : end]
    if text.startswith(OPEN, end) or says_any(rule.without, listed):
        return None
    return Listed(sentence, text[head.start() : found[0].end()], head["figure"], figure, tuple(parts))


def _parts(rule: ListRule, text: str, head: re.Match[str], figure: int) -> Iterator[re.Match[str]]:
    """The figures of the list, each with the unit of the whole, until something else is spoken of."""
    at, total, first = head.end(), 0, ""
    for match in _part(head["unit"]).finditer(text, at):
        label = text[at : match.start()]
        mark = label[:1] if at > head.end() else ""
        first = first or mark
        if mark != first and (mark == "；" or total == figure):
            return
        turned = total == figure and words().parts.search(label)
        if turned or says_any(rule.ends, label) or _NO_LABEL.search(label):
            return
        yield match
        at, total = match.end(), total + (_count(match["figure"]) or 0)


def _count(text: str) -> int | None:
    figure = read_numeral(text)
    return figure.value if figure and isinstance(figure.value, int) and figure.exact_to == 1 else None


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"{FIGURE}(?P<unit>{words().named['量']})[，；：（、]?{PART}[：，]?")


@cache
def _part(unit: str) -> re.Pattern[str]:
    return re.compile(FIGURE + re.escape(unit))
