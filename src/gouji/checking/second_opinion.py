"""Two readings of one file compared: where they differ the first is doubted, unless the sums speak for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gouji.checking.equations import weigh
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading, Report
from gouji.model.rule import EquationRule, Outcome, Relation, Rule

SURE = (Reading.CLEAR, Reading.BLANK)


@dataclass(frozen=True)
class Opinion:
    """What a second reading says of the first."""

    doubted: Mapping[Address, Cell]
    """The cells of the first reading that it speaks against, as they stand from now on."""
    agreed: int
    """How many cells it found with the same figure, or blank as well."""


NO_OPINION = Opinion({}, 0)
"""Where the second reading found nothing that could be compared, or there is none."""


def compare(first: Report, second: Report, rules: Iterable[Rule]) -> Opinion:
    """The opinion that a second reading of the same file is.

    A cell of which the first reading is sure is doubted where the second is sure of something else. The
    sums weigh what either says: nothing is doubted that would make the second reading break an equation
    which the first keeps, and where the second reading has no figure or is itself in doubt, it is heard only
    if it keeps an equation which the first does not. A cell that it did not find, and a reading on another
    form, say nothing.

    Both readings know the same forms, labels and sums: of a mistake in those this tells nothing.
    """
    if first.form.id != second.form.id:
        return NO_OPINION
    speaking_for, speaking_against = _witnesses(Document(first), Document(second), rules)
    doubted: dict[Address, Cell] = {}
    agreed = 0
    for address, cell in first.cells.items():
        other = second.cells[address]
        if other.reading is Reading.MISSING:
            continue
        if other.value == cell.value:
            agreed += 1
            continue
        alone = other.value is not None and other.reading is Reading.CLEAR
        heard = (alone or address in speaking_for) and address not in speaking_against
        if heard and cell.reading in SURE:
            doubted[address] = _doubted(cell, other)
    return Opinion(doubted, agreed)


def _doubted(cell: Cell, other: Cell) -> Cell:
    second = (other.raw or "").strip()
    return replace(cell, reading=Reading.DOUBTFUL, doubt=Doubt.SECOND_OPINION, second=second)


def _witnesses(first: Document, second: Document, rules: Iterable[Rule]) -> tuple[set[Address], set[Address]]:
    """The cells in equations that only the second reading keeps, and in those that only the first does."""
    only_second: set[Address] = set()
    only_first: set[Address] = set()
    for rule in rules:
        if isinstance(rule, EquationRule) and rule.relation is Relation.EQUAL:
            for equation in rule.equations(first.report.form):
                kept = [weigh(equation, each).outcome is Outcome.KEPT for each in (first, second)]
                if kept[0] != kept[1]:
                    (only_first if kept[0] else only_second).update(equation.members)
    return only_second, only_first
