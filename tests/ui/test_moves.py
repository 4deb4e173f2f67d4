"""Where the keys lead, on every form."""

from __future__ import annotations

import pytest

from gouji.library import forms
from gouji.model.form import Address, Form
from gouji.ui.grid.moves import Move, step
from tests.factory import form


@pytest.mark.parametrize("each", forms(), ids=lambda form: form.id)
def test_next_visits_every_cell_and_back_returns(each: Form) -> None:
    here, seen = each.addresses[0], []
    while here not in seen:
        seen.append(here)
        here = step(each, here, Move.NEXT)
    assert seen == list(each.addresses)
    for address in reversed(seen):
        assert address == here or step(each, here, Move.BACK) == address
        here = address


@pytest.mark.parametrize(
    ("start", "move", "end"),
    [
        ("requests.new.natural_person", Move.RIGHT, "requests.new.business"),
        ("requests.new.natural_person", Move.LEFT, "requests.new.natural_person"),
        ("requests.new.natural_person", Move.DOWN, "requests.carried_in.natural_person"),
        ("requests.new.natural_person", Move.LINE_END, "requests.new.total"),
        ("requests.new.total", Move.BOTTOM, "requests.carried_out.total"),
        ("requests.carried_out.natural_person", Move.TOP, "requests.new.natural_person"),
        ("requests.new.total", Move.FIRST, "proactive.regulations.issued"),
        ("requests.new.total", Move.LAST, "disputes.suit_after_review.total"),
        ("proactive.fees.amount", Move.DOWN, "requests.new.public_interest"),
        ("requests.carried_out.total", Move.DOWN, "disputes.suit_after_review.total"),
        ("proactive.normative_documents.repealed", Move.DOWN, "proactive.licensing.decisions"),
        ("disputes.suit_after_review.total", Move.DOWN, "disputes.suit_after_review.total"),
    ],
)
def test_steps(start: str, move: Move, end: str) -> None:
    assert step(form("2021"), Address.parse(start), move) == Address.parse(end)
