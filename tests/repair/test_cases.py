"""The rows of `cases.toml`: what was printed, what it should be, and why."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gouji.checking import check
from gouji.library import rules_for
from gouji.model.correction import Document
from gouji.model.report import Cell, Doubt, Reading
from gouji.repair import repairs, why
from tests.factory import BLANK, MISSING, Figure, make_document

FORM = "2021"
TEXT = (Path(__file__).parent / "cases.toml").read_text(encoding="utf-8")
SOUND: str = tomllib.loads(TEXT)["sound"]
CASES: list[dict[str, Any]] = tomllib.loads(TEXT)["case"]
SIGNS = {"·": BLANK, "?": MISSING}


@dataclass(frozen=True)
class Row:
    """One case."""

    what: str
    printed: dict[str, str]
    repair: dict[str, int]
    why: str
    settles: int
    doubtful: dict[str, str]

    @property
    def document(self) -> Document:
        figures = sound_figures()
        figures |= {address: SIGNS.get(text) or int(text) for address, text in self.printed.items()}
        for address, text in self.doubtful.items():
            value = figures[address]
            assert isinstance(value, int)
            figures[address] = Cell(value, text, Reading.DOUBTFUL, None, Doubt.ANNOTATION)
        return make_document(FORM, figures)


ROWS = [Row(**{"doubtful": {}, **case}) for case in CASES]


def sound_figures() -> dict[str, Figure]:
    """The report that is drawn at the head of the cases."""
    figures: dict[str, Figure] = {}
    table, columns = "", [""]
    for line in SOUND.split("\n"):
        match line.split():
            case [("requests" | "disputes") as table, *columns]:
                continue
            case [row, *texts]:
                pairs = zip(columns, texts, strict=True)
                figures |= {f"{table}.{row}.{column}": int(text) for column, text in pairs}
    return figures


def test_the_report_is_sound_before_anything_goes_wrong() -> None:
    assert check(make_document(FORM, sound_figures()), arithmetic()) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_the_first_repair_is_the_true_one_and_says_why(row: Row) -> None:
    (table,) = repairs(row.document, arithmetic())
    first = table[0]
    assert {str(address): value for address, value in first.values.items()} == row.repair
    assert why(first, row.document, "zh") == row.why
    assert len(first.settles) == row.settles


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_the_report_would_have_been_right(row: Row) -> None:
    """The cases themselves hold no slips: what is to be repaired is what was sound before."""
    sound = sound_figures()
    if len(row.repair) > 1 or row.printed.keys() == row.repair.keys():
        assert {address: sound.get(address, 0) for address in row.repair} == row.repair


def arithmetic() -> list[Any]:
    """The rules of sums alone: what the invented report says in words is nothing."""
    return [rule for rule in rules_for(FORM) if rule.id.startswith(("requests.", "disputes."))]
