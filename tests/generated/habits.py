"""How an invented office prints its report: which disguises are on, told in words where reading fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")

PLACEHOLDERS = ("", "/", "-", "—", "－", "无", "——")
NUMBERINGS = ("statutory", "narrow", "comma", "wide stop", "spaced", "lost")
QUOTES = ("“”", '""', "「」", "‘’", "")


@dataclass(frozen=True)
class Habits:
    """What differs from a report that is printed as the statute prescribes; the defaults are that report."""

    form: str = "2021"
    digits: int = 3
    """The longest figures have so many, but for sums."""
    zeros: float = 0.0
    """The share of figures that are 0."""
    broken: int = 0
    """How many figures are not what the sums demand."""
    blank: str = ""
    """What is printed in a blank cell."""
    blanks: float = 0.0
    """The share of the figures 0 that are left blank."""
    blank_columns: int = 0
    """How many whole columns are left blank."""
    decimals: int = 0
    """Places of amounts of money."""
    units: bool = False
    """Amounts of money bear their unit."""
    annotations: int = 0
    """How many figures bear a note."""
    full_width: bool = False
    """Figures are set in full-width digits."""
    separators: bool = False
    """Figures bear thousands separators."""
    padded: bool = False
    """Spaces of several kinds stand around figures."""
    torn: int = 0
    """How many figures have a space inside."""
    variants: bool = False
    """Labels in other wordings that are known."""
    typos: int = 0
    """How many row labels have a character too few, or a wrong one."""
    strange_head: bool = False
    """A head over a column is another word."""
    numbering: str = "statutory"
    """How labels are numbered, one of `NUMBERINGS`."""
    quotes: str = "“”"
    narrow_brackets: bool = False
    spaced_labels: bool = False
    """Spaces stand inside labels."""
    upright: bool = False
    """Labels of groups are written downwards."""
    shifted: int = 0
    """How many headings that are not prescribed stand before the sections, so that numbers are shifted."""
    lost_heading: int = -1
    """Index of the section whose heading is lost; -1 for none."""
    renamed: bool = False
    """Headings in other wordings that are known."""
    unnumbered: bool = False
    """Headings have no numbers."""
    contents: bool = False
    """A list of contents before the report."""
    metadata: bool = False
    """A table of metadata before the report."""
    lists: bool = False
    """Lists 一、二、 in section five."""
    notes: bool = False
    """Notes under tables."""
    numbers_in_prose: bool = False
    cut: bool = False
    """A table is printed in two parts, with a page number between them."""
    lost_totals: float = 0.0
    """The share of rows whose total is not printed."""
    lost_row: bool = False
    """A row of the table of requests is not printed."""
    lost_column: bool = False
    """A column of the table of requests is not printed."""

    def __str__(self) -> str:
        told = ((each.name, getattr(self, each.name), each.default) for each in fields(self))
        return ", ".join(f"{name}={value!r}" for name, value, default in told if value != default) or "plain"


def draw_habits(random: Random, forms: Sequence[str] = ("2019", "2021", "2021-hybrid")) -> Habits:
    """Any habits: some reports have hardly any disguise, some have many."""
    often = random.choice((0.0, 0.1, 0.25))

    def rarely(value: Choice, default: Choice, share: float = 1.0) -> Choice:
        return value if random.random() < often * share else default

    return Habits(
        form=random.choice(list(forms)),
        digits=random.choice((1, 1, 2, 2, 3, 4, 5, 6, 9)),
        zeros=random.choice((0.0, 0.2, 0.5, 0.8, 0.9, 0.97, 1.0)),
        broken=rarely(random.choice((1, 1, 2, 5, 20)), 0),
        blank=random.choice(PLACEHOLDERS),
        blanks=rarely(random.choice((0.05, 0.3, 0.7, 1.0)), 0.0),
        blank_columns=rarely(random.randint(1, 6), 0),
        decimals=random.choice((0, 0, 1, 2, 6)),
        units=rarely(value=True, default=False),
        annotations=rarely(random.choice((1, 1, 2, 3)), 0),
        full_width=rarely(value=True, default=False),
        separators=rarely(value=True, default=False),
        padded=rarely(value=True, default=False),
        torn=rarely(random.choice((1, 2)), 0, 0.3),
        variants=rarely(value=True, default=False),
        typos=rarely(random.choice((1, 1, 2, 4)), 0, 0.5),
        strange_head=rarely(value=True, default=False, share=0.3),
        numbering=rarely(random.choice(NUMBERINGS), "statutory"),
        quotes=rarely(random.choice(QUOTES), "“”"),
        narrow_brackets=rarely(value=True, default=False),
        spaced_labels=rarely(value=True, default=False),
        upright=rarely(value=True, default=False),
        shifted=rarely(random.choice((1, 2)), 0),
        lost_heading=rarely(random.randrange(6), -1, 0.5),
        renamed=rarely(value=True, default=False),
        unnumbered=rarely(value=True, default=False, share=0.5),
        contents=rarely(value=True, default=False),
        metadata=rarely(value=True, default=False),
        lists=rarely(value=True, default=False),
        notes=rarely(value=True, default=False),
        numbers_in_prose=rarely(value=True, default=False),
        cut=rarely(value=True, default=False, share=0.7),
        lost_totals=rarely(random.choice((0.1, 0.8)), 0.0, 0.3),
        lost_row=rarely(value=True, default=False, share=0.3),
        lost_column=rarely(value=True, default=False, share=0.3),
    )
