"""Larger repairs are sought in the reading process, and come out of it as they were found there."""

from __future__ import annotations

from decimal import Decimal
from queue import Queue
from types import MappingProxyType
from typing import Any

import pytest

from gouji.errors import GoujiError, ReaderStoppedError
from gouji.library import forms, rules_in_force
from gouji.model.correction import Change, Correction, Document, Mistake
from gouji.model.form import Address
from gouji.model.rule import FindingKey
from gouji.model.suggestion import Reason, Slip, Suggestion
from gouji.repair import suggestions
from gouji.worker import ReadingProcess
from gouji.worker.frames import BrokenFrameError
from gouji.worker.suggested import _to_json, suggestions_from_json
from tests.factory import BLANK, MISSING, Figure, make_document, now
from tests.test_repair import consistent
from tests.worker.asking import PATIENCE

ROW = "requests.granted"
FORM = next(form for form in forms() if form.id == "2021")


def exchanged() -> Document:
    """A report in which two figures stand in each other's place, and some are not there."""
    figures: dict[str, Figure] = {**consistent(3)}
    one, other = f"{ROW}.natural_person", f"{ROW}.business"
    wrong = {one: figures[other], other: figures[one], "requests.new.research": BLANK}
    return make_document("2021", figures | wrong | {"disputes.review.total": MISSING})


def sought(process: ReadingProcess, document: Document) -> list[Suggestion] | GoujiError:
    answers: Queue[Any] = Queue()
    process.suggest(document, answers.put)
    found: list[Suggestion] | GoujiError = answers.get(timeout=PATIENCE)
    return found


def test_what_the_process_finds_is_what_would_be_found_here(process: ReadingProcess) -> None:
    document = exchanged()
    found = sought(process, document)
    assert found == suggestions(document, rules_in_force("2021"))
    assert found
    assert not isinstance(found, GoujiError)
    assert [reason.slip for reason in found[0].reasons] == [Slip.EXCHANGED]


def test_the_process_knows_what_was_corrected(process: ReadingProcess) -> None:
    document = exchanged()
    for cell in ("natural_person", "business"):
        address = Address.parse(f"{ROW}.{cell}")
        right = consistent(3)[str(address)]
        correction = Correction(address, document.value(address), right, Mistake.SOURCE, "", now())
        document = document.with_changes([Change(address, None, correction)])
    assert sought(process, document) == []


def test_a_search_is_given_up_with_its_process(process: ReadingProcess) -> None:
    answers: Queue[Any] = Queue()
    process.suggest(exchanged(), answers.put)
    process.stop()
    assert isinstance(answers.get(timeout=PATIENCE), list | ReaderStoppedError)
    assert isinstance(sought(process, exchanged()), list)


def test_suggestions_come_back_from_json_as_they_were() -> None:
    one, other = Address.parse(f"{ROW}.business"), Address.parse(f"{ROW}.total")
    suggestion = Suggestion(
        MappingProxyType({one: 12, other: Decimal("3.50")}),
        (Reason(Slip.WRONG_PLACE, one, other), Reason(Slip.UNEXPLAINED, other)),
        (FindingKey("requests.balance", "total"),),
    )
    assert suggestions_from_json({"suggestions": [_to_json(suggestion)]}, FORM) == [suggestion]


@pytest.mark.parametrize(
    "rubbish",
    [
        {},
        {"values": {"a.b": 1}, "reasons": [], "settles": []},
        {"values": {"requests.new.nobody": 1}, "reasons": [], "settles": []},
        {"values": {f"{ROW}.total": "1"}, "reasons": [], "settles": []},
        {"values": {f"{ROW}.total": None}, "reasons": [], "settles": []},
        {"values": {}, "reasons": [["unexplained", "requests.new.nobody", None]], "settles": []},
        {"values": {}, "reasons": [["no such slip", "a.b.c", None]], "settles": []},
        {"values": {}, "reasons": [], "settles": [["one"]]},
        7,
    ],
)
def test_what_is_no_suggestion_is_refused(rubbish: Any) -> None:
    with pytest.raises(BrokenFrameError):
        suggestions_from_json({"suggestions": [rubbish]}, FORM)
