"""Rules about a report as a paper: who may report what, on which form, for which year, in which sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from gouji.model.rule import Rule, SpreadRule


class Level(NamedTuple):
    """A level of authority, told from the name of a unit."""

    pattern: re.Pattern[str]
    """What is found in the names of units of this level."""
    may: bool
    """Whether a unit of this level may have the documents."""


@dataclass(frozen=True, slots=True)
class AuthorityRule(SpreadRule):
    """Documents that only units of some level may issue: figures in a row are 0 for all others."""

    row: str
    levels: tuple[Level, ...]
    """The first whose pattern is found in the name of a unit decides."""

    def may(self, unit: str) -> bool | None:
        """Whether the unit may have the documents; None where its name does not tell."""
        return next((level.may for level in self.levels if level.pattern.search(unit)), None)


@dataclass(frozen=True, slots=True)
class LayoutRule(Rule):
    """The report is written on the form that is prescribed for its year."""

    obsolete: tuple[str, ...]
    """Ids of forms that were in use, but prescribed for no year."""


class YearRule(Rule):
    """Title, period and dates of a report are about the same year."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SectionsRule(Rule):
    """All sections of the form are there, in its order, and none is empty."""

    omission: re.Pattern[str]
    """What an excerpt prints in place of the prose that it leaves out; its empty sections tell nothing."""
