"""Suggestions as values that JSON knows, and back; and the seeking of them in the reading process."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from types import MappingProxyType
from typing import Any

from gouji.model.form import Address, Form
from gouji.model.report import Number
from gouji.model.rule import FindingKey
from gouji.model.suggestion import Reason, Slip, Suggestion
from gouji.reviewfile import decode
from gouji.reviewfile.part import Part
from gouji.worker.messages import checked

PATIENCE = 2.0
"""Seconds after which a search ends with what was found until then."""
MOST_SUGGESTIONS = 1000
"""More than any search finds."""


def seek(review: dict[str, Any]) -> list[dict[str, Any]]:
    """What is suggested for a review; the `GoujiError` where it is none."""
    # Neither the other side nor the reading of a file needs any of these.
    from gouji.checking.prose import stated_figures  # noqa: PLC0415
    from gouji.library import rules_in_force  # noqa: PLC0415
    from gouji.repair import suggestions  # noqa: PLC0415

    document = decode(review).document
    end = monotonic() + PATIENCE
    found = suggestions(
        document,
        rules_in_force(document.report.form.id),
        stated_figures(document.report),
        cancelled=lambda: monotonic() > end,
    )
    return [_to_json(each) for each in found]


def suggestions_from_json(reply: dict[str, Any], form: Form) -> list[Suggestion]:
    """The suggestions again, all of them for cells of the form."""
    with checked():
        found = Part(reply)["suggestions"].entries(MOST_SUGGESTIONS)
        return [_from_json(each, form.by_name) for each in found]


def _to_json(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "values": {str(address): value for address, value in suggestion.values.items()},
        "reasons": [
            [str(each.slip), str(each.cell), each.other and str(each.other)] for each in suggestion.reasons
        ],
        "settles": [list(key) for key in suggestion.settles],
    }


def _from_json(part: Part, cells: Mapping[str, Address]) -> Suggestion:
    values = {_cell(each, cells, name): _figure(each) for name, each in part["values"].members()}
    return Suggestion(
        MappingProxyType(values),
        tuple(_reason(each, cells) for each in part["reasons"].entries()),
        tuple(_key(each) for each in part["settles"].entries()),
    )


def _reason(part: Part, cells: Mapping[str, Address]) -> Reason:
    slip, cell, other = part.entries(3, least=3)
    return Reason(
        slip.choice(Slip),
        _cell(cell, cells, cell.text()),
        None if other.is_null else _cell(other, cells, other.text()),
    )


def _key(part: Part) -> FindingKey:
    rule, at = part.entries(2, least=2)
    return FindingKey(rule.text(), at.text())


def _cell(part: Part, cells: Mapping[str, Address], name: str) -> Address:
    if name not in cells:
        part.refuse()
    return cells[name]


def _figure(part: Part) -> Number:
    value = part.number_or_none()
    if value is None:
        part.refuse()
    return value
