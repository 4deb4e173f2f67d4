"""The queue as a text that outlives the program, and back; a damaged text is an empty queue."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gouji.queue.entry import Entry, Progress, Stamp
from gouji.queue.gather import MOST_FILES
from gouji.reviewfile.part import Part, RefusedError
from gouji.reviewfile.summarised import read_summary, summary_values

VERSION = 1
MOST_ENTRIES = 5 * MOST_FILES
_LARGEST: int = 2**63


def write_record(entries: Iterable[Entry]) -> str:
    """The entries in their order; what could not be read is read again next time."""
    return json.dumps({"version": VERSION, "entries": [_values(each) for each in entries]})


def read_record(text: str) -> list[Entry]:
    """The entries again; those without a summary wait to be read."""
    try:
        part = Part(json.loads(text))
        part["version"].whole(VERSION, VERSION)
        return [_entry(each) for each in part["entries"].entries(MOST_ENTRIES)]
    except (ValueError, RecursionError, RefusedError):
        return []


def _values(entry: Entry) -> dict[str, Any]:
    return {
        "path": str(entry.path),
        "stamp": entry.stamp,
        "reviewed": entry.is_reviewed,
        "summary": entry.summary and summary_values(entry.summary),
    }


def _entry(part: Part) -> Entry:
    summary = None if part["summary"].is_null else read_summary(part["summary"])
    return Entry(
        path=Path(part["path"].text()),
        stamp=None if part["stamp"].is_null else _stamp(part["stamp"]),
        progress=Progress.WAITING if summary is None else Progress.READ,
        summary=summary,
        is_reviewed=part["reviewed"].value is True,
    )


def _stamp(part: Part) -> Stamp:
    size, changed = part.entries()
    return size.whole(0, _LARGEST), changed.whole(-_LARGEST, _LARGEST)
