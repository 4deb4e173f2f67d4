"""The sheet 勾稽校验: every equation as a live formula over the sheets of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell  # type: ignore[import-untyped]  # it has no stubs

from gouji.checking.explain import where
from gouji.export.workbook.book import Book, Formula, Sheet, Span, Value
from gouji.export.workbook.contents import Contents
from gouji.export.workbook.fitting import SLIM, text_height, wide_enough
from gouji.export.workbook.formulas import CONCLUSIONS, Formulas, References, formulas
from gouji.export.workbook.styles import (
    BAD,
    BOXED,
    CENTERED,
    GOOD,
    HEAD,
    NOTE,
    OPEN,
    STRONG,
    SUM,
    TITLE,
    Style,
)
from gouji.model.rule import Balance, Equation, EquationRule, Finding, Outcome

COLUMNS: Mapping[str, float] = {
    "number": 6,
    "rule": 54,
    "place": 64,
    "left": 11,
    "relation": 6,
    "right": 11,
    "difference": 9,
    "empty": 6,
    "conclusion": 13,
}
"""The columns by their wording, with their widths."""
HEAD_ROW = 3
SUMMARY_ROW = 2
COLOURS: Mapping[Outcome, Style] = {
    Outcome.KEPT: GOOD,
    Outcome.BROKEN: BAD,
    Outcome.NOT_CHECKABLE: OPEN,
}


def write_equations(book: Book, contents: Contents, references: References) -> None:
    """Add the sheet; its formulas settle when a figure of the tables is changed."""
    sheet = book.add_sheet("勾稽校验")
    _write_heading(sheet, contents)
    balances = []
    for row, (rule, equation) in enumerate(_equations(contents), start=HEAD_ROW + 1):
        names = {name: xl_rowcol_to_cell(row, column) for column, name in enumerate(COLUMNS)}
        worked_out = formulas(equation, contents, references, names)
        _write_row(sheet, row, (rule.title[contents.language], _place(rule, equation, contents)), worked_out)
        balances.append(worked_out.balance)
    _set_widths(sheet, balances)
    _write_summary(sheet, [balance.outcome for balance in balances], contents)
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, 0)
    sheet.worksheet.repeat_rows(HEAD_ROW)
    sheet.print_on_a4(contents.say("page_of"), landscape=True, pages_high=0)


def _write_heading(sheet: Sheet, contents: Contents) -> None:
    sheet.worksheet.set_row(0, 30)
    sheet.put(Span(0, 0, 1, len(COLUMNS)), contents.say("equations_heading"), TITLE)
    note = contents.say("equations_note")
    sheet.worksheet.set_row(1, text_height([note], [sum(COLUMNS.values())]))
    sheet.put(Span(1, 0, 1, len(COLUMNS)), note, NOTE)
    for column, name in enumerate(COLUMNS):
        sheet.put(Span(HEAD_ROW, column), contents.say(name), HEAD)
    sheet.worksheet.set_row(HEAD_ROW, SLIM + 4)


def _set_widths(sheet: Sheet, balances: list[Balance]) -> None:
    sums = {
        "left": [balance.left for balance in balances],
        "right": [balance.right for balance in balances],
        "difference": [balance.difference for balance in balances],
    }
    for column, (name, width) in enumerate(COLUMNS.items()):
        sheet.worksheet.set_column(column, column, wide_enough(width, sums.get(name, [])))


def _equations(contents: Contents) -> Iterator[tuple[EquationRule, Equation]]:
    for rule in contents.rules:
        if isinstance(rule, EquationRule):
            for equation in rule.equations(contents.form):
                yield rule, equation


def _place(rule: EquationRule, equation: Equation, contents: Contents) -> str:
    # A place is told of findings only; every equation has one.
    finding = Finding(rule, equation.at, Outcome.KEPT, equation.members, equation)
    return where(finding, contents.form, contents.language)


def _write_row(sheet: Sheet, row: int, texts: tuple[str, str], worked_out: Formulas) -> None:
    content: tuple[tuple[Value, Style], ...] = (
        (row - HEAD_ROW, CENTERED),
        (texts[0], BOXED),
        (texts[1], BOXED),
        (worked_out.left, SUM),
        (worked_out.relation, CENTERED),
        (worked_out.right, SUM),
        (worked_out.difference, SUM),
        (worked_out.empty, SUM),
        (worked_out.conclusion, CENTERED),
    )
    for column, (value, style) in enumerate(content):
        sheet.put(Span(row, column), value, style)
    sheet.worksheet.set_row(row, text_height(texts, list(COLUMNS.values())[1:3]))


def _write_summary(sheet: Sheet, outcomes: list[Outcome], contents: Contents) -> None:
    """How many equations come to each conclusion, live; and the colours of the conclusions."""
    column = len(COLUMNS) - 1
    first, last = HEAD_ROW + 1, HEAD_ROW + len(outcomes)
    cells = xl_range_abs(first, column, last, column)
    parts: list[str] = []
    result = ""
    for outcome, name in CONCLUSIONS.items():
        word = contents.say(name)
        lead = f"{'　' if parts else ''}{word} "
        parts.append(f'"{lead}"&COUNTIF({cells},"{word}")')
        result += f"{lead}{outcomes.count(outcome)}"
        look = sheet.book.look(COLOURS[outcome])
        condition = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        sheet.worksheet.conditional_format(first, column, last, column, condition)
    sheet.put(Span(SUMMARY_ROW, 0, 1, len(COLUMNS)), Formula("=" + "&".join(parts), result), STRONG)
