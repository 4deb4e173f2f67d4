"""A correction, and a decision on a finding, as JSON values and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gouji.model.correction import Correction, Mistake
from gouji.model.form import Address
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
    address = by_name.get(part["cell"].text())
    if address is None:
        part["cell"].refuse()
    return Correction(
        address=address,
        before=part["before"].number_or_none(),
        after=part["after"].number_or_none(),
        mistake=part["mistake"].choice(Mistake),
        reason=part["reason"].text(),
        at=part["at"].moment(),
    )


def decision_values(decision: Decision) -> dict[str, Any]:
    """The reviewer's word, its reason and its time."""
    return {"state": str(decision.state), "reason": decision.reason, "at": decision.at.isoformat()}


def read_decision(part: Part) -> Decision:
    """The reviewer's word again."""
    return Decision(part["state"].choice(DecisionState), part["reason"].text(), part["at"].moment())
