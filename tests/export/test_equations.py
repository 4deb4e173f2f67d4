"""The sheet 勾稽校验: live formulas whose results are the program's own, in LibreOffice too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from gouji.checking.equations import weigh
from gouji.library import forms, rules_for
from gouji.model.rule import Balance, EquationRule, Outcome
from tests.export.reviews import Handover, make_handover
from tests.factory import BLANK, MISSING, Figure

FIRST_ROW = 5
WORDS = {Outcome.KEPT: "成立", Outcome.BROKEN: "不成立", Outcome.NOT_CHECKABLE: "不可核对"}
Line = tuple[float, float, float, int, str]
Office = Callable[[Path], Workbook]

OUTCOMES: dict[str, Figure] = {
    # kept, with a blank and without
    "requests.new.natural_person": 51,
    "requests.granted.natural_person": 51,
    "requests.total.natural_person": 51,
    "requests.new.business": BLANK,
    # broken
    "disputes.review.upheld": 10,
    # not checkable: a blank does not keep it; a cell is missing, whatever the sums say
    "requests.new.research": 3,
    "requests.total.research": BLANK,
    "requests.new.total": MISSING,
    "requests.granted.total": MISSING,
    "disputes.direct_suit.total": MISSING,
    "disputes.suit_after_review.upheld": MISSING,
    "disputes.suit_after_review.pending": MISSING,
}


def told(book: Workbook) -> list[Line]:
    """Both sums, the difference, how many cells are empty, and the conclusion, of every equation."""
    rows = book["勾稽校验"].iter_rows(min_row=FIRST_ROW, values_only=True)
    return [(row[3], row[5], row[6], row[7], row[8]) for row in rows if row[0]]  # type: ignore[misc]  # openpyxl types no values


def balances(handover: Handover) -> list[Balance]:
    document = handover.review.document
    form = document.report.form
    return [
        weigh(equation, document)
        for rule in rules_for(form.id)
        if isinstance(rule, EquationRule)
        for equation in rule.equations(form)
    ]


def expected(handover: Handover) -> list[Line]:
    return [
        (
            float(each.left),
            float(each.right),
            float(each.difference),
            len(each.unknown),
            WORDS[each.outcome],
        )
        for each in balances(handover)
    ]


@pytest.mark.parametrize("form_id", [form.id for form in forms()])
def test_the_stored_results_are_what_the_program_works_out(form_id: str, tmp_path: Path) -> None:
    handover = make_handover(form_id, OUTCOMES)
    book = load_workbook(handover.write(tmp_path / "book.xlsx"), data_only=True)
    assert told(book) == expected(handover)
    assert {line[-1] for line in told(book)} == set(WORDS.values())


def test_every_sum_is_a_formula_over_the_tables(tmp_path: Path) -> None:
    sheet = load_workbook(make_handover().write(tmp_path / "book.xlsx"))["勾稽校验"]
    row = [cell.value for cell in sheet[FIRST_ROW]]
    assert row[3] == "=SUM('表三'!D6:D7)"
    assert row[5] == "=SUM('表三'!D29:D30)"
    assert row[6] == "=ROUND(D5-F5,6)"
    assert row[7] == "=4-COUNT('表三'!D6:D7,'表三'!D29:D30)"
    assert row[8] == '=IF(G5=0,"成立",IF(H5>0,"不可核对","不成立"))'


def test_a_missing_cell_is_waited_for(tmp_path: Path) -> None:
    handover = make_handover("2021", {"requests.carried_out.natural_person": MISSING})
    sheet = load_workbook(handover.write(tmp_path / "book.xlsx"))["勾稽校验"]
    conclusion = sheet.cell(FIRST_ROW, 9).value
    assert str(conclusion).startswith("=IF(COUNT('表三'!D30)<1,\"不可核对\",IF(")


def test_the_conclusions_are_counted_and_coloured(tmp_path: Path) -> None:
    path = make_handover("2021", OUTCOMES).write(tmp_path / "book.xlsx")
    sheet = load_workbook(path, data_only=True)["勾稽校验"]
    words = [line[-1] for line in told(load_workbook(path, data_only=True))]
    assert sheet["A3"].value == "　".join(f"{word} {words.count(word)}" for word in WORDS.values())
    rules = [rule for each in sheet.conditional_formatting for rule in each.rules]
    assert sorted(rule.formula[0] for rule in rules) == sorted(f'"{word}"' for word in WORDS.values())


@pytest.fixture(scope="module")
def office(resave: Callable[[Path], Path]) -> Office:
    """Has LibreOffice work a workbook out anew: stored results are dropped before it opens it."""
    return lambda path: load_workbook(resave(path), data_only=True)


@pytest.mark.office
def test_libreoffice_comes_to_the_same_results(office: Office, tmp_path: Path) -> None:
    handover = make_handover("2021", OUTCOMES)
    path = handover.write(tmp_path / "book.xlsx")
    load_workbook(path).save(path)
    assert told(office(path)) == expected(handover)


@pytest.mark.office
def test_a_superior_who_fills_and_changes_cells_sees_the_equations_settle(
    office: Office, tmp_path: Path
) -> None:
    filled: dict[str, Figure] = {
        "requests.total.research": 3,
        "requests.granted.research": 3,
        "requests.new.total": 54,
        "requests.granted.total": 54,
        "requests.total.total": 54,
        "requests.new.business": 1,
        "disputes.review.total": 10,
        "disputes.direct_suit.total": 0,
        "disputes.suit_after_review.upheld": 2,
    }
    places = {
        "表三": {"F29": 3, "F8": 3, "J6": 54, "J8": 54, "J29": 54, "E6": 1},
        "表四": {"E6": 10, "J6": 0, "K6": 2},
    }
    path = make_handover("2021", OUTCOMES).write(tmp_path / "book.xlsx")
    book = load_workbook(path)
    for sheet, figures in places.items():
        for place, figure in figures.items():
            book[sheet][place] = figure
    book.save(path)
    assert told(office(path)) == expected(make_handover("2021", OUTCOMES | filled))
