"""Loads how reports say things: ``resources/words.toml``, and patterns written with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from gouji.library.declaration import Entry
from gouji.model.prose_rule import CLAUSE_ENDS, Phrase
from gouji.resources import resource

NUMERALS = "〇零○一二两三四五六七八九十百千万亿"
FIGURE = rf"(?P<figure>(?<![0-9.])[0-9][0-9,]*(?:\.[0-9]+)?[万亿]?|(?<![{NUMERALS}])[{NUMERALS}]+)"
"""A figure with nothing of another before it."""
SHARE = r"(?P<share>[0-9]{1,3}(?:\.[0-9]+)?)%"
HOLES = {"数": FIGURE, "比": SHARE, "年": r"20[0-9]{2}年"}
STOPS = CLAUSE_ENDS + "、"
"""What parts one thing said from the next."""
GAP = rf"[^{CLAUSE_ENDS}0-9]{{0,20}}?"
END = rf"(?=[{STOPS}]|$)"
TOPICS = ("applications", "disputes", "others")
_SYMBOL = re.compile(
    r"\{(?P<name>[^{}]+)\}|(?P<gap>…)|(?P<end>\$$)|(?P<mark>[\[\]|])|(?P<plain>[^{}…$\[\]|]+|.)", re.DOTALL
)
_MARKS = {"[": "(?:", "]": ")?", "|": "|"}


class Words(NamedTuple):
    """Words by what they tell; each pattern finds any of its words."""

    lists: Mapping[str, tuple[str, ...]]
    """The words, by the name that phrases call them."""
    named: Mapping[str, str]
    """Patterns of these."""
    shares: tuple[str, ...]
    """Patterns of what may follow a figure and its unit."""
    vague: re.Pattern[str]
    """A unit, and behind it what makes its figure no exact count."""
    rounded: re.Pattern[str]
    """Before a figure, at the end of what is searched."""
    compared: re.Pattern[str]
    parts: re.Pattern[str]
    together: re.Pattern[str]
    topics: Mapping[str, str]
    """What is spoken of, by the word that tells it."""
    topic_words: re.Pattern[str]
    narrow: re.Pattern[str]
    wide: re.Pattern[str]
    whole_year: tuple[str, ...]
    other_time: tuple[str, ...]


@cache
def words() -> Words:
    """The words that ship."""
    return read_words(resource("words.toml"))


def read_words(path: Path) -> Words:
    """The words declared in a file; `DeclarationError` when they are not well declared."""
    entry = Entry.read(path)
    lists = entry.lists("words")
    named = {name: alternatives(each) for name, each in lists.items()}
    figures, topics, scope, time = (entry.table(key) for key in ("figures", "topics", "scope", "time"))
    spoken = {word: name for name in TOPICS for word in topics.texts(name)}
    found = Words(
        lists={name: tuple(each) for name, each in lists.items()},
        named=named,
        shares=figures.texts("shares"),
        vague=re.compile(named["件"] + alternatives(figures.texts("vague"))),
        rounded=re.compile(alternatives(figures.texts("rounded")) + "$"),
        compared=re.compile(alternatives(figures.texts("compared"))),
        parts=re.compile(alternatives(figures.texts("parts"))),
        together=re.compile(alternatives(figures.texts("together"))),
        topics=spoken,
        topic_words=re.compile(alternatives(spoken)),
        narrow=re.compile(alternatives(scope.texts("narrow"))),
        wide=re.compile(alternatives(scope.texts("wide"))),
        whole_year=time.texts("whole"),
        other_time=time.texts("other"),
    )
    for each in (figures, topics, scope, time, entry):
        each.close()
    return found


def alternatives(each: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(each, key=len, reverse=True))) + ")"


def phrase(text: str) -> Phrase:
    """The phrase that a saying is written as, see ``resources/rules/prose.toml``.

    `ValueError` where `pattern` raises it, when its brackets do not pair, or a clause ends within it.
    """
    symbols = list(_SYMBOL.finditer(text))
    said = "".join("".join(words().lists.get(each["name"], ())) + (each["plain"] or "") for each in symbols)
    if not set(CLAUSE_ENDS).isdisjoint(said):
        problem = "a clause ends within it"
        raise ValueError(problem)
    return Phrase(pattern(text), tuple(_needs(symbols)))


def pattern(text: str) -> str:
    """The pattern of what is written as sayings are; `ValueError` when it names words that are not there."""
    return "".join(map(_pattern, _SYMBOL.finditer(text)))


def _needs(symbols: Iterable[re.Match[str]]) -> Iterator[tuple[str, ...]]:
    """What every text holds that the symbols find: all that stands outside of brackets."""
    depth = 0
    for symbol in symbols:
        depth += {"[": 1, "]": -1}.get(symbol[0], 0)
        if depth < 0 or (depth == 0 and symbol[0] == "|"):
            problem = f"{symbol[0]} stands outside of brackets"
            raise ValueError(problem)
        if depth == 0 and symbol["name"] in words().named:
            yield words().lists[symbol["name"]]
        elif depth == 0 and symbol["plain"]:
            yield (symbol[0],)
    if depth:
        problem = "a bracket is not closed"
        raise ValueError(problem)


def _pattern(symbol: re.Match[str]) -> str:
    if name := symbol["name"]:
        if name not in HOLES and name not in words().named:
            problem = f"there are no words named {name!r}"
            raise ValueError(problem)
        return HOLES[name] if name in HOLES else words().named[name]
    if symbol["gap"]:
        return GAP
    if symbol["end"]:
        return END
    return _MARKS[symbol[0]] if symbol["mark"] else re.escape(symbol[0])
