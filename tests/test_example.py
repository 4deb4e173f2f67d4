"""The example that ships breaks what it means to break, and nothing else.

mistake on purpose                                       | error rules that break
---------------------------------------------------------|----------------------------------------------------
11 for 14 in a row of outcomes, column of businesses     | the sum of that row, the sum of that column
a case carried out: a person's, printed as another's     | the balance of both columns, but not of the total
a total of 0 over 6 + 0 + 1 + 1 suits                    | the sum of that row
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gouji.checking import check
from gouji.library import rules_for
from gouji.loader import load
from gouji.model.correction import Change, Correction, Document, Mistake
from gouji.model.form import Address
from gouji.model.report import Number, Reading
from gouji.model.rule import Finding, Outcome, Severity
from gouji.repair import suggest
from gouji.resources import resource
from tests.factory import form, now

MADE_FROM = Path(__file__).parents[1] / "packaging" / "example.toml"
FILES = sorted(resource("examples").iterdir())

BROKEN = [
    ("requests.balance", "natural_person", 1),
    ("requests.balance", "other_org", -1),
    ("requests.outcomes", "business", 3),
    ("requests.applicants", "unavailable_not_held", 3),
    ("disputes.outcomes", "direct_suit", -8),
]


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.suffix[1:])
def document(request: pytest.FixtureRequest) -> Document:
    return load(request.param).review.document


def made_from() -> dict[str, Any]:
    return tomllib.loads(MADE_FROM.read_text(encoding="utf-8"))


def true_figures() -> dict[Address, Number]:
    """Every figure of the invented office, before the mistakes."""
    figures = made_from()["figures"]
    return {
        Address(table.id, row.id, column.id): Decimal(printed) if "." in printed else int(printed)
        for table in form("2021")
        for block in table.blocks
        for row in block.rows
        for column, printed in zip(block.columns, figures[table.id][row.id].split(), strict=True)
    }


def errors(document: Document) -> list[Finding]:
    found = check(document, rules_for(document.report.form.id))
    return [finding for finding in found if finding.rule.severity is Severity.ERROR]


def test_both_files_ship() -> None:
    assert [path.suffix for path in FILES] == [".pdf", ".txt"]


def test_every_figure_is_read_as_it_was_printed(document: Document) -> None:
    mistakes = {Address.parse(cell): int(printed) for cell, printed in made_from()["mistakes"].items()}
    printed = true_figures() | mistakes
    assert {address: document.value(address) for address in document.report.form.addresses} == printed
    assert {document.cell(address).reading for address in printed} == {Reading.CLEAR}


def test_the_report_says_whose_it_is_and_of_which_year(document: Document) -> None:
    office, title = made_from()["title"]
    assert (document.report.form.id, document.report.year) == ("2021", 2025)
    assert document.report.unit == office
    assert document.report.title == office + title
    assert [section.number for section in document.report.sections] == list("一二三四五六")


def test_the_mistakes_break_these_rules_and_no_others(document: Document) -> None:
    found = errors(document)
    assert {finding.outcome for finding in found} == {Outcome.BROKEN}
    differences = [
        (finding.rule.id, finding.at, finding.balance and finding.balance.difference) for finding in found
    ]
    assert differences == BROKEN


def test_one_figure_mends_the_slip_and_one_the_empty_total(document: Document) -> None:
    rules = rules_for(document.report.form.id)
    mending = {
        (finding.rule.id, finding.at): [dict(each.values) for each in suggest(finding, document, rules)]
        for finding in errors(document)
    }
    slip = {Address.parse("requests.unavailable_not_held.business"): 14}
    assert mending["requests.outcomes", "business"] == [slip]
    assert mending["requests.applicants", "unavailable_not_held"] == [slip]
    assert mending["disputes.outcomes", "direct_suit"] == [{Address.parse("disputes.direct_suit.total"): 8}]


def test_with_the_mistakes_put_right_nothing_is_broken(document: Document) -> None:
    true = true_figures()
    changes = [
        put_right(address, document, true[address]) for address in map(Address.parse, made_from()["mistakes"])
    ]
    mended = document.with_changes(changes)
    assert check(mended, rules_for(mended.report.form.id)) == []


def put_right(address: Address, document: Document, true: Number) -> Change:
    correction = Correction(address, document.value(address), true, Mistake.SOURCE, "", now())
    return Change(address, None, correction)
