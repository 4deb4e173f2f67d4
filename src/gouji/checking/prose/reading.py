"""The sentences of a section read for the figures that a rule is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from gouji.checking.prose.context import (
    ABOUT,
    clause_start,
    is_elsewhere,
    is_exact,
    is_narrow,
    is_other_time,
    is_part,
    opening,
    topic,
)
from gouji.checking.prose.flow import Sentence, sentences
from gouji.checking.prose.numerals import Figure, read_numeral
from gouji.library.words import pattern, words
from gouji.model.prose_rule import ClaimRule, Saying, says_any

NONE = Figure(0)
DISPUTES = "disputes"
HEADED = "依申请"
"""In the heading over sentences on reviews and suits that do not say again what these are about."""


class Share(NamedTuple):
    """A percentage behind a figure: what part of some whole it is said to be."""

    words: str
    printed: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in a sentence, and what it is said of."""

    saying: Saying
    sentence: Sentence
    words: str
    printed: str
    """The figure as printed; empty where the words say without one that there is none."""
    figure: Figure
    is_narrow: bool
    """Whether it may be only the office's own share."""
    is_at_most: bool
    """Whether what the table holds may be more."""
    share: Share | None = None
    is_one_of_several: bool = False
    """Whether the prose says other figures of the same: each may be of a part, which was not said."""


@lru_cache(maxsize=512)
def read_claims(rule: ClaimRule, text: str, year: int | None, unit: str | None) -> tuple[Claim, ...]:
    """All claims of a section's text that the rule can judge, in order."""
    found = [claim for sentence in sentences(text) for claim in _read(rule, sentence, year, unit)]
    figures = defaultdict(set)
    for claim in found:
        figures[claim.saying].add(claim.figure.value)
    return tuple(replace(each, is_one_of_several=len(figures[each.saying]) > 1) for each in found)


def _read(rule: ClaimRule, sentence: Sentence, year: int | None, unit: str | None) -> Iterator[Claim]:
    """The first saying that reads a figure has it."""
    taken: list[tuple[int, int]] = []
    for found in _found(rule, sentence):
        start, end = found.span
        if any(first < end and start < last for first, last in taken):
            continue
        figure = read_numeral(found.printed) if found.printed else NONE
        if figure and found.is_meant(rule) and not found.is_of_others(year, unit):
            taken.append(found.span)
            yield found.claim(figure, unit)


def _found(rule: ClaimRule, sentence: Sentence) -> Iterator[Found]:
    for saying in rule.sayings:
        for says in saying.says:
            for match in says.find(sentence.text):
                yield Found(saying, sentence, match, clause_start(sentence.text, match.start()))


class Found(NamedTuple):
    """Words of a sentence that read like a saying."""

    saying: Saying
    sentence: Sentence
    match: re.Match[str]
    clause: int
    """Where the part of the sentence begins that they stand in."""

    @property
    def printed(self) -> str:
        """The figure; empty where the words say without one that there is none."""
        return self.match["figure"] if self.match.re.groupindex else ""

    @property
    def span(self) -> tuple[int, int]:
        """Of the figure, or else of the words."""
        return self.match.span("figure") if self.printed else self.match.span()

    def is_meant(self, rule: ClaimRule) -> bool:
        """Whether the words are about the rule's things, all of them, and the figure is a plain count."""
        said = self.sentence.text[: self.match.end()]
        return not (
            says_any(self.saying.without, said[self.clause :])
            or says_any(rule.apart, said)
            or not self._is_about(rule.topic)
            or (self.printed and not self._is_whole_count(rule.topic))
        )

    def is_of_others(self, year: int | None, unit: str | None) -> bool:
        """Whether the figure is of another time or of other offices."""
        text = self.sentence.text
        return is_other_time(text[: self.match.start()], year) or is_elsewhere(text[: self.span[0]], unit)

    def claim(self, figure: Figure, unit: str | None) -> Claim:
        text = self.sentence.text
        start, end = self.span
        return Claim(
            saying=self.saying,
            sentence=self.sentence,
            words=self.match[0],
            printed=self.printed,
            figure=figure,
            is_narrow=is_narrow(text[:end], unit),
            is_at_most=says_any(self.saying.at_most, text[opening(text, self.clause) : start]),
            share=_share(text, self.match) if self.printed else None,
        )

    def _is_about(self, about: str) -> bool:
        sentence = self.sentence
        until = self.clause if self.saying.own_topic else self.match.end()
        if topic(sentence.before + sentence.text[:until]) != about:
            return False
        return about != DISPUTES or bool(ABOUT.search(sentence.text) or HEADED in sentence.before)

    def _is_whole_count(self, about: str) -> bool:
        text, (start, end) = self.sentence.text, self.span
        is_whole = self.saying.whole or about == DISPUTES or not is_part(text, self.clause, start)
        return is_whole and is_exact(text, self.clause, start, end) and not self.sentence.is_torn(start, end)


def _share(text: str, match: re.Match[str]) -> Share | None:
    found = next((found for each in _shares() if (found := each.match(text, match.end()))), None)
    return Share(match[0] + found[0], found["share"]) if found else None


@cache
def _shares() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern(text)) for text in words().shares)
