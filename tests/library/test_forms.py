from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gouji.errors import DeclarationError
from gouji.library import forms, read_form
from gouji.model.form import Address, Form, Quantity
from gouji.resources import resource
from tests.library.breaking import wrongly_refused

SHIPPED = sorted(resource("forms").glob("*.toml"))


def form(name: str) -> Form:
    return next(each for each in forms() if each.id == name)


@pytest.mark.parametrize(
    ("name", "proactive", "requests", "disputes"),
    [("2021", 10, 175, 15), ("2019", 22, 161, 15), ("2021-hybrid", 10, 161, 15)],
)
def test_each_form_has_the_cells_that_the_statute_prescribes(
    name: str, proactive: int, requests: int, disputes: int
) -> None:
    counted = Counter(address.table for address in form(name).addresses)
    assert counted == {"proactive": proactive, "requests": requests, "disputes": disputes}
    assert len(form(name).cells) == len(form(name).addresses)


def test_forms_come_newest_first() -> None:
    assert [each.id for each in forms()] == ["2021", "2021-hybrid", "2019"]


def test_sections_are_the_six_prescribed_ones_in_order() -> None:
    for each in forms():
        assert "".join(section.number for section in each.sections) == "一二三四五六"
        assert [section.table for section in each.sections if section.table] == [table.id for table in each]


def test_quantities_are_those_of_the_columns() -> None:
    """
    cell                               | takes
    -----------------------------------|--------
    2021 proactive.fees.amount         | amount
    2019 proactive.procurement.amount  | amount
    2019 proactive.licensing.change    | change
    2019 proactive.fees.change         | change
    2021 requests.new.total            | count
    """
    drawn = (test_quantities_are_those_of_the_columns.__doc__ or "").splitlines()[3:-1]
    for line in drawn:
        name, address, quantity = line.replace("|", " ").split()
        assert form(name).column(Address.parse(address)).quantity is Quantity(quantity), line


def test_a_label_brings_its_variants() -> None:
    row = form("2021").row(Address.parse("proactive.normative_documents.issued"))
    assert row.label == "行政规范性文件"
    assert "规范性文件" in row.variants


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_one_broken_line_of_a_shipped_form_is_refused_with_that_line(path: Path, tmp_path: Path) -> None:
    assert wrongly_refused(path, tmp_path / path.name, lambda bad: read_form(bad, {})) == []


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ('id = "2021"', 'id = "2020"', "id must be the name of the file"),
        ("years = [2021, 2099]", "years = [2021]", "first and the last year"),
        ("years = [2021, 2099]", "years = [2021, 2020]", "first and the last year"),
        ('table = "requests"', 'table = "request"', "no table 'request'"),
        ('id = "penalties"', 'id = "licensing"', "'licensing' is declared twice"),
        ('id = "research"', 'id = "business"', "'business' is declared twice"),
        ('quantity = "amount"', 'quantity = "money"', "'money' is none of count, change, amount"),
        ('id = "disputes"', 'id = "requests"', "'requests' is declared twice"),
        ('heading = "第二十条第（六）项"', 'headin = "第二十条第（六）项"', "unknown key 'headin'"),
    ],
)
def test_what_is_wrong_in_meaning_is_refused_with_its_line(
    good: str, bad: str, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "2021.toml"
    text = resource("forms", "2021.toml").read_text(encoding="utf-8")
    line = text[: text.index(good)].count("\n") + 1
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(DeclarationError) as caught:
        read_form(path, {})
    assert caught.value.details["line"] == line
    assert problem in str(caught.value.details["problem"])
