"""The making of summaries, in the reading process."""

from __future__ import annotations

from typing import Any

from gouji.checking import check
from gouji.errors import NoTextError
from gouji.library import rules_in_force
from gouji.loader import load
from gouji.model.history import History
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.model.summary import Summary
from gouji.reviewfile.entries import EntryKind, read_entry
from gouji.reviewfile.part import Part
from gouji.reviewfile.summarised import summary_values
from gouji.sources.file import SourceFile


def summarise(file: SourceFile, request: dict[str, Any]) -> dict[str, Any]:
    """The summary of a file, with what was done to it if the request tells that, as JSON values.

    `NoTextError` also where some of its pages are pictures. Raises the `GoujiError` that names any other
    trouble with the file.
    """
    loaded = load(file, request["password"], request["encoding"])
    if loaded.unread:
        raise NoTextError(file.path)
    review = loaded.review
    if request["history"] is not None:
        review = _in_force(request["history"], review.document.report)
    rules = rules_in_force(review.document.report.form.id)
    return summary_values(Summary.of(review, check(review.document, rules, review.comparison)))


def _in_force(values: dict[str, Any], report: Report) -> Review:
    """What the history makes of a report, as far as that prints the same figures."""
    history = History().after(read_entry(EntryKind.START, Part(values)))
    fitted, _ = history.fitted(report)
    return fitted.review(report)
