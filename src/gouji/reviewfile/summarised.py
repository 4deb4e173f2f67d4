"""A summary of a report as JSON values and back, within bounds."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from gouji.library import forms
from gouji.model.summary import Summary
from gouji.reviewfile.compared import LAST_YEAR
from gouji.reviewfile.part import Part

LONGEST_UNIT = 400
"""More characters than the name of any office has."""
MOST = 100_000
"""More findings, or cells, than any report has."""
_COUNTS = ("errors", "warnings", "infos", "doubtful", "corrections")


def summary_values(summary: Summary) -> dict[str, Any]:
    """The summary as JSON values; of a unit's name no more than is read again."""
    return asdict(summary) | {"unit": summary.unit and summary.unit[:LONGEST_UNIT]}


def read_summary(part: Part) -> Summary:
    """The summary again; `RefusedError` where the values are none."""
    unit = part["unit"].text_or_none()
    if unit is not None and len(unit) > LONGEST_UNIT:
        part["unit"].refuse()
    return Summary(
        unit=unit,
        year=None if part["year"].is_null else part["year"].whole(1, LAST_YEAR),
        form=part["form"].named({form.id: form.id for form in forms()}),
        sha256=part["sha256"].sha256(),
        **{name: part[name].whole(0, MOST) for name in _COUNTS},
    )
