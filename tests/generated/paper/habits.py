"""The habits of an office that prints: paper, type, rulings, page ends, and what stands around the tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from reportlab.lib.pagesizes import A3, A4, landscape

from tests.generated.paper.lettering import ADOBE, LATIN, TRUETYPE


class Rules(StrEnum):
    """Which lines of a table are drawn."""

    ALL = "all"
    CELLS = "a box around every cell, a little apart"
    LEVEL = "between the rows only"
    UPRIGHT = "around the table and between the columns"
    HEADS = "around the table and below its heads"
    NONE = "none"


class Pen(StrEnum):
    """How a line is drawn."""

    STROKE = "stroke"
    FILLED = "thin filled rectangle"
    DASHED = "dashed"
    DOUBLED = "doubled"


class Turn(StrEnum):
    """How a page is laid."""

    LEVEL = "level"
    ROTATED = "drawn sideways, and turned back by the file"
    SIDEWAYS = "drawn sideways"


@dataclass(frozen=True)
class Habits:
    """How reports are printed; lengths in points."""

    paper: tuple[float, float]
    margin: float
    face: str
    figure_face: str
    body: float
    small: float
    rules: Rules
    pen: Pen
    figures_at: float
    """Where figures stand in their cells: 0 left, 0.5 in the middle, 1 right."""
    labels_at: float
    high: bool
    """Whether cells begin at their tops; else they stand in their middles."""
    wraps: bool
    """Whether a figure that is too wide is wrapped; else it reaches over."""
    tears: bool
    """Whether a page may end within a row."""
    repeats: bool
    """Whether the heads are printed again on every page."""
    open_ends: bool
    """Whether a table has no line where a page cuts it."""
    ragged: bool
    """Whether pages end wherever they like."""
    padding: float
    turn: Turn
    quarters: int
    one_by_one: bool
    """Whether characters are drawn one by one."""
    bold_twice: bool
    """Whether heads are made bold by printing them twice."""
    page_number: str
    """With the number in place of `{}`; may be empty."""
    running_head: bool
    watermark: bool
    hidden: bool
    """Whether text that nobody sees is laid under the page."""


RULED = (Rules.ALL, Rules.CELLS)
"""Cells are enclosed by lines."""


def draw_habits(random: Random) -> Habits:
    """Any habits of those who rule every cell; the usual ones more often than the odd."""
    face = random.choice([TRUETYPE, TRUETYPE, ADOBE])
    turn = random.choices(list(Turn), [10, 1, 1])[0]
    return Habits(
        paper=random.choices([A4, landscape(A4), A3], [8, 2, 1])[0],
        margin=random.uniform(40, 90),
        face=face,
        figure_face=random.choice([face, face, *LATIN]),
        body=random.choice([10.5, 12, 14, 16]),
        small=random.choice([7, 7.5, 8, 9, 9, 10, 10.5, 12]),
        rules=random.choices(RULED, [5, 1])[0],
        pen=random.choices(list(Pen), [6, 2, 1, 1])[0],
        figures_at=random.choice([0.5, 0.5, 0.5, 0.0, 1.0]),
        labels_at=random.choice([0.0, 0.0, 0.5]),
        high=random.random() < 0.3,
        wraps=random.random() < 0.7,
        tears=random.random() < 0.35,
        repeats=random.random() < 0.3,
        open_ends=random.random() < 0.35,
        ragged=random.random() < 0.6,
        padding=random.choice([1.5, 3, 3, 5]),
        turn=turn,
        quarters=random.choice([1, 2, 3] if turn is Turn.ROTATED else [1, 3]),
        one_by_one=random.random() < 0.15,
        bold_twice=random.random() < 0.1,
        page_number=random.choice(
            ["", "— {} —", "- {} -", "第 {} 页", "第{}页 共9页", "{}", "{} / 9", "－{}－"]
        ),
        running_head=random.random() < 0.2,
        watermark=random.random() < 0.15,
        hidden=random.random() < 0.05,
    )
