"""A correction, and a decision on a finding, as JSON values and back."""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Any

from gouji.model.correction import Correction, Mistake
from gouji.model.decided import CLAIMED, PREVIOUS
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.rule import Decision, DecisionState
from gouji.reviewfile.part import Part


def correction_values(correction: Correction) -> dict[str, Any]:
    """The correction with the name of its cell."""
    return {
        "cell": str(correction.address),
        "before": correction.before,
        "after": correction.after,
        "mistake": str(correction.mistake),
        "reason": correction.reason,
        "at": correction.at.isoformat(),
    }


def read_correction(part: Part, by_name: Mapping[str, Address]) -> Correction:
    """The correction of one of the named cells."""
    return Correction(
        address=part["cell"].named(by_name),
        before=part["before"].number_or_none(),
        after=part["after"].number_or_none(),
        mistake=part["mistake"].choice(Mistake),
        reason=part["reason"].text(),
        at=part["at"].moment(),
    )


def decision_values(decision: Decision) -> dict[str, Any]:
    """The reviewer's word, its reason, its time, and the figures it rests on."""
    values = {"state": str(decision.state), "reason": decision.reason, "at": decision.at.isoformat()}
    return values if decision.figures is None else {**values, "figures": dict(decision.figures)}


def read_decision(part: Part, cells: Container[str]) -> Decision:
    """The reviewer's word again, and the figures of the named cells that it rests on."""
    return Decision(
        part["state"].choice(DecisionState),
        part["reason"].text(),
        part["at"].moment(),
        _figures(part.get("figures"), cells),
    )


def _figures(part: Part, cells: Container[str]) -> Mapping[str, Number | None] | None:
    """What a decision rests on; an earlier version did not say."""
    if part.is_null:
        return None
    figures = {}
    for name, figure in part.members():
        if name not in cells and name not in (CLAIMED, PREVIOUS):
            figure.refuse()
        figures[name] = figure.number_or_none()
    return MappingProxyType(figures)
