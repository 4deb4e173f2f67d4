"""How cells stand: the gravest thing that any equation says of them."""

from __future__ import annotations

from gouji.checking import check
from gouji.checking.standing import Standing, standings
from gouji.library import rules_for
from gouji.model.form import Address
from tests.factory import BLANK, MISSING, Figure, make_document

RULES = rules_for("2021")


def standing(figures: dict[str, Figure]) -> dict[str, Standing]:
    """The standings of the cells in row 行政复议, by column."""
    document = make_document("2021", {f"disputes.review.{name}": each for name, each in figures.items()})
    found = standings(document, RULES, check(document, RULES))
    return {name: found[Address("disputes", "review", name)] for name in ("upheld", "corrected", "total")}


def test_a_figure_in_a_kept_equation_is_proved() -> None:
    assert set(standing({"upheld": 2, "total": 2}).values()) == {Standing.PROVED}


def test_a_figure_in_a_broken_equation_is_broken() -> None:
    assert set(standing({"upheld": 2, "total": 3}).values()) == {Standing.BROKEN}


def test_an_equation_with_a_blank_proves_nothing() -> None:
    """The blank may hide a figure that another slip makes up for."""
    assert set(standing({"upheld": 2, "corrected": BLANK, "total": 2}).values()) == {Standing.UNPROVED}


def test_an_equation_that_lacks_a_figure_cannot_be_checked() -> None:
    assert set(standing({"upheld": 2, "total": MISSING}).values()) == {Standing.NOT_CHECKABLE}


def test_a_figure_that_one_equation_breaks_on_and_another_holds_with_is_disputed() -> None:
    """A wrong figure stands in a row that breaks and in a column that, by bad luck, holds."""
    document = make_document(
        "2021", {"requests.new.natural_person": 5, "requests.carried_out.natural_person": 5}
    )
    found = standings(document, RULES, check(document, RULES))
    assert found[Address("requests", "new", "natural_person")] is Standing.DISPUTED
    assert found[Address("requests", "carried_in", "natural_person")] is Standing.PROVED


def test_a_cell_in_no_equation_is_unproved() -> None:
    document = make_document("2021")
    found = standings(document, RULES, [])
    assert found[Address("proactive", "fees", "amount")] is Standing.UNPROVED


def test_a_single_impossible_figure_is_broken() -> None:
    document = make_document("2021", {"proactive.licensing.decisions": -1})
    found = standings(document, RULES, check(document, RULES))
    assert found[Address("proactive", "licensing", "decisions")] is Standing.BROKEN
