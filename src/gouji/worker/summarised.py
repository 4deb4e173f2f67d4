"""What is said of summaries over the pipes: what they rest on, and what came of it, which is looked at."""

from __future__ import annotations

from typing import Any

from gouji.model.history import History, Started
from gouji.model.summary import Summary
from gouji.reviewfile.entries import entry_values
from gouji.reviewfile.part import Part
from gouji.reviewfile.summarised import read_summary
from gouji.worker.messages import checked


def history_to_json(history: History | None) -> dict[str, Any] | None:
    """What was done to a report so far, as values that JSON knows."""
    return None if history is None else entry_values(Started(history))[1]


def summary_from_json(reply: dict[str, Any]) -> Summary:
    """The summary again; `BrokenFrameError` where the reply holds none."""
    with checked():
        return read_summary(Part(reply)["summary"])
