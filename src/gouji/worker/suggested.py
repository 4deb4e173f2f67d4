"""Suggestions as values that JSON knows, and back; and the seeking of them in the reading process."""

from __future__ import annotations

from time import monotonic
from types import MappingProxyType
from typing import Any

from gouji.model.form import Address
from gouji.model.rule import FindingKey
from gouji.model.suggestion import Reason, Slip, Suggestion
from gouji.reviewfile import decode
from gouji.worker.frames import BrokenFrameError

PATIENCE = 2.0
"""Seconds after which a search ends with what was found until then."""


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


def suggestions_from_json(values: list[Any]) -> list[Suggestion]:
    """The suggestions again; `BrokenFrameError` when the values are none."""
    try:
        return [_from_json(each) for each in values]
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenFrameError from error


def _to_json(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "values": {str(address): value for address, value in suggestion.values.items()},
        "reasons": [
            [str(each.slip), str(each.cell), each.other and str(each.other)] for each in suggestion.reasons
        ],
        "settles": [list(key) for key in suggestion.settles],
    }


def _from_json(values: dict[str, Any]) -> Suggestion:
    return Suggestion(
        MappingProxyType({Address.parse(address): value for address, value in values["values"].items()}),
        tuple(
            Reason(Slip(slip), Address.parse(cell), None if other is None else Address.parse(other))
            for slip, cell, other in values["reasons"]
        ),
        tuple(FindingKey(str(rule), str(at)) for rule, at in values["settles"]),
    )
