"""Invented figures that add up in every row and every column, as the statute demands."""

from __future__ import annotations

from random import Random

from gouji.model.form import Address, Form
from tests.typeset import draw_figures

OUTCOMES = slice(2, -2)
"""Where the outcome rows stand among the rows of the table of requests."""


def balanced_figures(
    form: Form, random: Random, *, largest: int = 99_999, zeros: float = 0.0
) -> dict[Address, str]:
    """Printed figures without a broken sum; a share of those that are free to choose are 0."""
    printed = draw_figures(form, random, largest=largest)

    def draw(most: int = largest) -> int:
        return 0 if random.random() < zeros else random.randint(0, most)

    values: dict[Address, int] = {}
    rows = list(form.by_id["requests"].rows)
    for column in list(form.by_id["requests"].columns)[:-1]:
        drawn = {row: draw() for row in rows[OUTCOMES]}
        drawn["total"], drawn["carried_out"] = sum(drawn.values()), draw()
        drawn["carried_in"] = min(draw(), drawn["total"] + drawn["carried_out"])
        drawn["new"] = drawn["total"] + drawn["carried_out"] - drawn["carried_in"]
        values |= {Address("requests", row, column): value for row, value in drawn.items()}
    for row in form.by_id["disputes"].rows:
        for column in list(form.by_id["disputes"].columns)[:-1]:
            values[Address("disputes", row, column)] = draw()
    for table in ("requests", "disputes"):
        for row in form.by_id[table].rows:
            total = sum(value for address, value in values.items() if address[:2] == (table, row))
            values[Address(table, row, "total")] = total
    for address in form.by_id["proactive"].addresses:
        if random.random() < zeros:
            printed[address] = "0"
    return printed | {address: str(value) for address, value in values.items()}
