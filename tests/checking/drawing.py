"""Tests drawn as tables: a docstring with figures, and marks on the cells that must light up.

    rule: requests.balance
    requests     natural_person  business
    new          51!             0
    total        50!             0

``!`` after a figure: the cell is a member of a broken equation; ``~``: of one that cannot be checked.
``·`` is a blank cell, ``?`` one that was not found; ``≈`` before a figure: its reading is in doubt.
Cells that are not drawn hold 0. A line ``form: 2019`` names another form than 2021.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gouji.checking import check
from gouji.library import rules_for
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Number, Reading
from gouji.model.rule import Finding, Outcome
from tests.factory import BLANK, MISSING, Figure, make_document

TABLES = ("proactive", "requests", "disputes")
MARKS = {"!": Outcome.BROKEN, "~": Outcome.NOT_CHECKABLE}


@dataclass(frozen=True)
class Drawing:
    """A document, the rule it is drawn for, and the cells that must light up."""

    document: Document
    rule: str
    marked: dict[Address, Outcome]

    def findings(self) -> list[Finding]:
        """What the drawn rule finds."""
        rules = [rule for rule in rules_for(self.document.report.form.id) if rule.id == self.rule]
        return check(self.document, rules)

    def lit(self) -> dict[Address, Outcome]:
        """The members of all that the drawn rule finds."""
        return {address: finding.outcome for finding in self.findings() for address in finding.members}


def draw(picture: str) -> Drawing:
    """What a docstring shows."""
    lines = [line.split() for line in picture.splitlines() if line.strip()]
    said = {words[0]: words[1] for words in lines if words[0] in ("rule:", "form:")}
    figures, marked = draw_figures(lines[lines.index(["rule:", said["rule:"]]) + 1 :])
    return Drawing(make_document(said.get("form:", "2021"), figures), said["rule:"], marked)


def draw_figures(lines: Sequence[Sequence[str]]) -> tuple[dict[str, Figure], dict[Address, Outcome]]:
    """The figures of drawn tables, and the marked cells; a table begins with its name and its columns."""
    figures: dict[str, Figure] = {}
    marked: dict[Address, Outcome] = {}
    table, columns = "", [""]
    for words in lines:
        if words[0] in TABLES:
            table, *columns = words
        elif table:
            for column, text in zip(columns, words[1:], strict=True):
                address = Address(table, words[0], column)
                figures[str(address)] = _figure(text.rstrip("!~"))
                if text[-1] in MARKS:
                    marked[address] = MARKS[text[-1]]
    return figures, marked


def _figure(text: str) -> Figure:
    if text in ("·", "?"):
        return BLANK if text == "·" else MISSING
    number: Number = Decimal(text.lstrip("≈")) if "." in text else int(text.lstrip("≈"))
    return Cell(number, text, Reading.DOUBTFUL, None, Doubt.TORN) if text[0] == "≈" else number
