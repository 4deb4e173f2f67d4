"""Equations as spreadsheet formulas that come to what the program itself works out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]  # it has no stubs

from gouji.checking.equations import weigh
from gouji.export.workbook.book import Formula
from gouji.export.workbook.contents import Contents
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.report import Reading
from gouji.model.rule import Balance, Equation, Outcome, Relation

PLACES = 6
"""Decimals that count; what a spreadsheet's binary fractions leave behind them is no difference."""
CONCLUSIONS: Mapping[Outcome, str] = {
    Outcome.KEPT: "kept",
    Outcome.BROKEN: "not_kept",
    Outcome.NOT_CHECKABLE: "not_checkable",
}
"""The wording of each outcome."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a cell of the form stands in the workbook, counted from 0."""

    sheet: str
    row: int
    column: int


References = dict[Address, Reference]


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas of one equation, for the cells of its row on the sheet 勾稽校验."""

    balance: Balance
    left: Formula
    relation: str
    right: Formula
    difference: Formula
    empty: Formula
    conclusion: Formula


def formulas(
    equation: Equation, contents: Contents, references: References, places: Mapping[str, str]
) -> Formulas:
    """The formulas, where `places` names the cells in which the other ones of the row stand.

    They follow the meaning of `weigh`: the sums count a blank as 0; where that does not keep the equation,
    and while a cell that the file lacks is not filled in, there is no conclusion.
    """
    document = contents.stored
    balance = weigh(equation, document)
    left, right = _ranges(equation.left, references), _ranges(equation.right, references)
    kept = f"{places['difference']}{'=' if equation.relation is Relation.EQUAL else '<='}0"
    words = {outcome: f'"{contents.say(word)}"' for outcome, word in CONCLUSIONS.items()}
    open_word = words[Outcome.NOT_CHECKABLE]
    conclusion = (
        f"IF({kept},{words[Outcome.KEPT]},IF({places['empty']}>0,{open_word},{words[Outcome.BROKEN]}))"
    )
    if missing := [address for address in equation.members if _is_missing(address, document)]:
        found = f"COUNT({_ranges(missing, references)})"
        conclusion = f"IF({found}<{len(missing)},{open_word},{conclusion})"
    return Formulas(
        balance=balance,
        left=Formula(f"=SUM({left})", balance.left),
        relation=str(equation.relation),
        right=Formula(f"=SUM({right})", balance.right),
        difference=Formula(f"=ROUND({places['left']}-{places['right']},{PLACES})", balance.difference),
        empty=Formula(f"={len(equation.members)}-COUNT({left},{right})", len(balance.unknown)),
        conclusion=Formula(f"={conclusion}", contents.say(CONCLUSIONS[balance.outcome])),
    )


def _is_missing(address: Address, document: Document) -> bool:
    return address not in document.corrections and document.cell(address).reading is Reading.MISSING


def _ranges(addresses: Iterable[Address], references: References) -> str:
    """The cells as formula arguments, neighbours below or beside each other joined to one range."""
    runs: list[list[Reference]] = []
    for reference in (references[address] for address in addresses):
        if runs and _continues(runs[-1], reference):
            runs[-1].append(reference)
        else:
            runs.append([reference])
    return ",".join(_range(run) for run in runs)


def _continues(run: list[Reference], reference: Reference) -> bool:
    last = run[-1]
    step = (reference.row - last.row, reference.column - last.column)
    direction = (last.row - run[0].row, last.column - run[0].column)
    if last.sheet != reference.sheet:
        return False
    return (step == (1, 0) and direction[1] == 0) or (step == (0, 1) and direction[0] == 0)


def _range(run: list[Reference]) -> str:
    corners = dict.fromkeys((run[0], run[-1]))
    names = (xl_rowcol_to_cell(each.row, each.column) for each in corners)
    return f"'{run[0].sheet}'!" + ":".join(names)
