"""The figures of an invented report: values that obey the sums or break them, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from gouji.model.form import Address, Form, Quantity
from gouji.model.report import Number
from tests.generated.habits import Habits
from tests.generated.manuscript import Entry

Values = dict[Address, Number]

OUTCOMES = slice(2, -2)
"""Where the outcome rows stand among the rows of the table of requests."""
NOTES = ("（其中修订 {} 件）", "（含自然失效{}件）", "(含上年{}件)", " （其中新制定 {} 件）")
FULL_WIDTH = str.maketrans("0123456789,.-", "０１２３４５６７８９，．－")
PADS = (" ", "  ", "\u3000", "\u00a0", "\u2002", "\u200b")


def draw_values(form: Form, habits: Habits, random: Random) -> tuple[Values, set[Address]]:
    """A value for every cell, and the cells of the columns that are left blank, whose values are 0."""
    empty = set(_blank_columns(form, habits, random))
    values = _proactive(form, habits, random, empty) | _requests(form, habits, random, empty)
    for row in form.by_id["disputes"].rows:
        addresses = [Address("disputes", row, column) for column in form.by_id["disputes"].columns]
        parts = [0 if each in empty else draw(habits, random) for each in addresses[:-1]]
        values |= dict(zip(addresses, (*parts, sum(parts)), strict=True))
    for address in random.sample(form.addresses, habits.broken):
        if address not in empty:
            values[address] = _broken(values[address], random)
    return values, empty


def draw(habits: Habits, random: Random) -> int:
    """A figure of up to so many digits, each length as likely."""
    if random.random() < habits.zeros:
        return 0
    digits = random.randint(1, habits.digits)
    return random.randint(10 ** (digits - 1), 10**digits - 1)


def _blank_columns(form: Form, habits: Habits, random: Random) -> Iterator[Address]:
    columns = [(table.id, column) for table in form for column in table.columns]
    chosen = set(random.sample(columns, habits.blank_columns))
    yield from (address for address in form.addresses if (address.table, address.column) in chosen)


def _proactive(form: Form, habits: Habits, random: Random, empty: set[Address]) -> Values:
    values: Values = {}
    for address in form.by_id["proactive"].addresses:
        value: Number = draw(habits, random)
        quantity = form.column(address).quantity
        if quantity is Quantity.CHANGE:
            value *= random.choice((1, -1))
        elif quantity is Quantity.AMOUNT and habits.decimals:
            value = Decimal(f"{value}.{random.randrange(10**habits.decimals):0{habits.decimals}}")
        values[address] = 0 if address in empty else value
    return values


def _requests(form: Form, habits: Habits, random: Random, empty: set[Address]) -> Values:
    table = form.by_id["requests"]
    values: Values = {}
    for column in list(table.columns)[:-1]:
        still = Address("requests", "new", column) in empty
        drawn = {row: 0 if still else draw(habits, random) for row in list(table.rows)[OUTCOMES]}
        drawn["total"], drawn["carried_out"] = sum(drawn.values()), 0 if still else draw(habits, random)
        drawn["carried_in"] = min(draw(habits, random), drawn["total"] + drawn["carried_out"])
        drawn["new"] = drawn["total"] + drawn["carried_out"] - drawn["carried_in"]
        values |= {Address("requests", row, column): value for row, value in drawn.items()}
    for row in table.rows:
        addresses = [Address("requests", row, column) for column in table.columns]
        values[addresses[-1]] = sum(values[each] for each in addresses[:-1])
    return values


def _broken(value: Number, random: Random) -> Number:
    digits = str(abs(int(value)))
    wrong = random.choice((int(value) + 1, abs(int(value) - 1), int(digits + "0"), int(digits[::-1]), 0))
    return wrong if wrong != value else int(value) + 7


def print_values(
    form: Form, values: Values, empty: set[Address], habits: Habits, random: Random
) -> dict[Address, Entry]:
    """What is printed in every cell; a blank one has no value."""
    noted = set(random.sample(form.by_id["proactive"].addresses, habits.annotations))
    torn = set(random.sample(form.addresses, habits.torn))
    entries = {}
    for address, value in values.items():
        if address in empty or (not value and random.random() < habits.blanks):
            entries[address] = Entry("" if address in empty else habits.blank, None)
            continue
        text = _digits(value, habits, torn=address in torn)
        if address in noted:
            text += random.choice(NOTES).format(random.randint(1, 30))
        if habits.units and form.column(address).quantity is Quantity.AMOUNT:
            text += random.choice(("元", "万元", " 元"))
        if habits.full_width:
            text = text.translate(FULL_WIDTH)
        entries[address] = Entry(_padded(text, habits, random), value)
    return entries


def _digits(value: Number, habits: Habits, *, torn: bool) -> str:
    text = f"{value:,}" if habits.separators else str(value)
    if torn and len(text) > 2 and text.isdigit():
        return f"{text[:-1]} {text[-1]}"
    return text


def _padded(text: str, habits: Habits, random: Random) -> str:
    if not habits.padded:
        return text
    return random.choice(("", *PADS)) + text + random.choice(("", *PADS))
