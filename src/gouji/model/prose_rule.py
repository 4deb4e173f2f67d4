"""Rules about the prose of a report: what its sentences say, against what its tables hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from gouji.model.form import Address, Form
from gouji.model.rule import Rule

CLAUSE_ENDS = "，。；：！？（）\n"
"""What no phrase reaches across."""


def says_any(words: Iterable[str], said: str) -> bool:
    """Whether one of the words stands in what is said."""
    return any(word in said for word in words)


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A way to say something within a clause; its pattern is compiled only where one has the words for it."""

    pattern: str
    needs: tuple[tuple[str, ...], ...]
    """Of each of these, one word stands in everything that the pattern finds, one behind the other."""

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places in a text where it is said so."""
        # A text that does not hold the words one behind the other has no clause that does.
        if self._may_be_in(text) and any(map(self._may_be_in, _clauses(text))):
            # Python keeps the patterns that it compiled.
            yield from re.finditer(self.pattern, text)

    def _may_be_in(self, clause: str) -> bool:
        at = 0
        for words in self.needs:
            ends = [found + len(word) for word in words if (found := clause.find(word, at)) >= 0]
            if not ends:
                return False
            at = min(ends)
        return True


@lru_cache(maxsize=64)
def _clauses(text: str) -> list[str]:
    return re.split(f"[{CLAUSE_ENDS}]", text)


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """A figure that words may stand for: a sum of cells, less others."""

    name: Mapping[str, str]
    cells: Mapping[str, tuple[tuple[Address, ...], tuple[Address, ...]]]
    """By the id of the form, the cells that are added up and those that are taken away."""

    def members(self, form: Form) -> tuple[Address, ...]:
        return self.added(form) + self.taken_away(form)

    def added(self, form: Form) -> tuple[Address, ...]:
        return self.cells[form.id][0]

    def taken_away(self, form: Form) -> tuple[Address, ...]:
        return self.cells[form.id][1]


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """Ways to say one thing, and all that it may soundly mean."""

    says: tuple[Phrase, ...]
    """With a group ``figure``; without one, the words say that there is none."""
    means: tuple[Meaning, ...]
    without: tuple[str, ...]
    """Words before the figure, in its clause, that make it the figure of something else."""
    whole: bool
    """Whether the words stand for the whole wherever they are; else they count a part after 其中."""
    own_topic: bool
    """Whether the words in the clause of the figure do not change what is spoken of."""
    at_most: tuple[str, ...]
    """Words in the clause after which the figure may be less than what the table holds."""


@dataclass(frozen=True, slots=True)
class ProseRule(Rule):
    """A rule about the prose of some sections."""

    sections: tuple[str, ...]
    """Their numbers, by the form."""


@dataclass(frozen=True, slots=True)
class ClaimRule(ProseRule):
    """A figure in the prose agrees with the tables in one of its sound meanings."""

    topic: str
    """What must have been spoken of last for the figure to be one of these."""
    apart: tuple[str, ...]
    """Words anywhere before the figure in its sentence that make it the figure of something else."""
    sayings: tuple[Saying, ...]
    """The more exact ones first: the first that reads a figure has it."""
    bases: tuple[Meaning, ...]
    """What a percentage behind the figure may be of; empty where none is looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What a statement may be about, and the cells that must be 0 for it to be true."""

    words: tuple[str, ...]
    cells: Meaning


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """Ways to say that nothing is left over, and about what."""

    says: tuple[Phrase, ...]
    subjects: tuple[Subject, ...]
    without: tuple[str, ...]
    """Words anywhere in the sentence that name the exception themselves."""
    counted: tuple[Phrase, ...]
    """How the cases are counted that it is about; where any are given, it needs such a figure before it."""
    means: tuple[Meaning, ...]
    """What that figure must be for the statement to be about all cases."""


@dataclass(frozen=True, slots=True)
class StatementRule(ProseRule):
    """What the prose says of all cases is true of all cases in the tables."""

    topic: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ListRule(ProseRule):
    """The parts of a figure that the prose lists add up to it."""

    without: tuple[str, ...]
    """What says that the list is not complete, or counts something else."""
    ends: tuple[str, ...]
    """What a part cannot be called: the list has ended before it."""
    fewest: int
    """So many parts at least are taken for a complete list, where they reach half the figure."""
    nearest: int
    """So many are enough where they reach nine tenths of it."""


@dataclass(frozen=True, slots=True)
class MentionRule(ProseRule):
    """A section speaks of something that the form demands of it."""

    words: tuple[str, ...]
    omission: re.Pattern[str]
    """What an excerpt prints in place of the prose that it leaves out."""
