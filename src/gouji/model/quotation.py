"""Words of a report that do not agree with its tables, as a finding shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gouji.model.report import Number


class Tried(NamedTuple):
    """One sound meaning of the words, worked out on the tables."""

    name: Mapping[str, str]
    """What it is the figure of, in the languages of the window."""
    value: str
    """As it would be printed, a percentage with its sign."""


class Quotation(NamedTuple):
    """A sentence of the prose and the words in it that a rule is about."""

    section: str
    """The number of the section, by the form."""
    sentence: str
    start: int
    """The sentence's first character in the text of the section."""
    end: int
    """One past its last character there."""
    words: str
    """The words that were compared, without spaces."""
    printed: str = ""
    """The figure among them, as printed; empty where the words say it without one."""
    claimed: Number | None = None
    """The figure they state, a percentage in hundredths of the whole; None where they state none."""
    tried: tuple[Tried, ...] = ()
    """Every sound meaning, the likeliest first; none of them agrees."""
    is_share: bool = False
    """Whether the words name whose figure it is, so that it may be a part of what the tables hold."""
