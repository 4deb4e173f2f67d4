"""Decisions on findings: whose mistake the program proposes, and the figures that a decision rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gouji.model.correction import Document, Mistake
from gouji.model.form import Address
from gouji.model.report import Number, Reading
from gouji.model.rule import Decision, Finding

CLAIMED = "claimed"
"""Names the figure that the prose states."""
PREVIOUS = "previous"
"""Names the figure of last year's report."""


class Moved(NamedTuple):
    """A figure that is another now than when its finding was decided."""

    name: str
    """The address of a cell, or one of the names above."""
    before: Number | None
    after: Number | None


def proposed(finding: Finding, document: Document) -> Mistake:
    """A reading error where a doubtful or missing reading may explain it, else a source error.

    Of words that were recognised from a picture the reading explains it too.
    """
    unsure = any(_is_unsure(address, document) for address in finding.members)
    about_words = finding.quotation is not None or finding.balance is None
    unsure |= about_words and _is_recognised(document)
    return Mistake.READING if unsure else Mistake.SOURCE


def figures_of(finding: Finding, document: Document) -> Mapping[str, Number | None]:
    """The values in force of its cells by their addresses, and what prose and last year's report say."""
    figures = {str(address): document.value(address) for address in finding.members}
    if finding.quotation is not None and finding.quotation.claimed is not None:
        figures[CLAIMED] = finding.quotation.claimed
    previous = finding.facts.get(PREVIOUS)
    if previous is not None and not isinstance(previous, str):
        figures[PREVIOUS] = previous
    return figures


def moved(decision: Decision, finding: Finding, document: Document) -> list[Moved]:
    """The figures that changed since the decision; none where it does not tell what it rested on."""
    before, after = decision.figures, figures_of(finding, document)
    if before is None:
        return []
    names = dict.fromkeys((*before, *after))
    both = (Moved(name, before.get(name), after.get(name)) for name in names)
    return [each for each in both if each.before != each.after]


def _is_unsure(address: Address, document: Document) -> bool:
    unsure = document.cell(address).reading in (Reading.DOUBTFUL, Reading.MISSING)
    return unsure and address not in document.corrections


def _is_recognised(document: Document) -> bool:
    return any(cell.score is not None for cell in document.report.cells.values())
