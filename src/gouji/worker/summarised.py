"""Summaries of reports: made in the reading process, and looked at when they come out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gouji.checking import check
from gouji.errors import NoTextError
from gouji.library import rules_in_force
from gouji.loader import load
from gouji.model.summary import Summary
from gouji.reviewfile.part import Part
from gouji.reviewfile.summarised import read_summary, summary_values
from gouji.worker.messages import checked


def summarise(path: Path, password: str | None) -> dict[str, Any]:
    """The summary of a file as JSON values; `NoTextError` also where some of its pages are pictures.

    Raises the `GoujiError` that names any other trouble with the file.
    """
    loaded = load(path, password)
    if loaded.unread:
        raise NoTextError(path)
    review = loaded.review
    rules = rules_in_force(review.document.report.form.id)
    return summary_values(Summary.of(review, check(review.document, rules, review.comparison)))


def summary_from_json(reply: dict[str, Any]) -> Summary:
    """The summary again; `BrokenFrameError` where the reply holds none."""
    with checked():
        return read_summary(Part(reply)["summary"])
