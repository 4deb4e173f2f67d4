"""The labels of an invented report: in known variants, with other numbers, quotes, spaces and slips."""

from __future__ import annotations

import re
from random import Random

from gouji.model.form import Form
from tests.generated.habits import Habits

NUMBERED = re.compile(r"（([一二三四五六七八九十])）|([一二三四五六七八九十])、|([0-9])\.")
STYLES = {
    "statutory": ("（{}）", "{}、", "{}."),
    "narrow": ("({})", "{}、", "{}."),
    "comma": ("（{}）", "{}、", "{}、"),
    "wide stop": ("({}) ", "{}．", "{}．"),
    "spaced": ("（ {} ）", "{} 、", "{}. "),
    "lost": ("", "", ""),
}
"""How the numbers of the three ranks are printed, by the name of the habit."""
SHORT = 4
"""Labels of so many characters are often set wide: 总　计."""
SHORTEST_TYPO = 7
"""Shorter labels become another word by a slip."""


class Wording:
    """Prints the labels of one report."""

    def __init__(self, form: Form, habits: Habits, random: Random) -> None:
        self._habits = habits
        self._random = random
        tables = tuple(form)
        heads = [head for table in tables for head in (*table.rows.values(), *table.columns.values())]
        self._variants = {head.label: head.variants for head in heads if head.variants}
        long = [head.label for head in tables[1].rows.values() if len(head.label) >= SHORTEST_TYPO]
        columns = [column.label for column in tables[1].columns.values()]
        self._strange = random.choice(columns) if habits.strange_head else None
        self._slips = set(random.sample(long, habits.typos))

    def label(self, text: str) -> str:
        """A label of a table as printed."""
        habits, random = self._habits, self._random
        if text == self._strange:
            return "某某"
        if habits.variants and text in self._variants and random.random() < 0.7:
            text = random.choice(self._variants[text])
        text = self._slipped(text) if text in self._slips else text
        text = NUMBERED.sub(self._renumbered, text, count=1) if NUMBERED.match(text) else text
        text = text.replace("“", habits.quotes[:1]).replace("”", habits.quotes[1:])
        if habits.narrow_brackets:
            text = text.replace("（", "(").replace("）", ")")
        return self._spaced(text) if habits.spaced_labels else text

    def _renumbered(self, match: re.Match[str]) -> str:
        rank = next(index for index, number in enumerate(match.groups()) if number)
        return STYLES[self._habits.numbering][rank].format(match[rank + 1])

    def _slipped(self, text: str) -> str:
        place = self._random.randrange(3, len(text))
        return text[:place] + self._random.choice(("", "某")) + text[place + 1 :]

    def _spaced(self, text: str) -> str:
        random = self._random
        if 1 < len(text) <= SHORT:
            return random.choice((" ", "\u3000", "  ")).join(text)
        place = random.randrange(1, max(len(text), 2))
        return random.choice((text, f"{text[:place]} {text[place:]}", f" {text}", f"{text}\u3000"))
