"""What a report says in words, places, and decisions, as values of JSON ``gouji.report/1``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gouji.model.geometry import Provenance
from gouji.model.prose import Footnote, Period, PrintedDate, Section


def provenance(place: Provenance | None) -> dict[str, Any] | None:
    """A place on a page; None stays None."""
    if place is None:
        return None
    box = place.box
    return {"page": place.page, "box": [box.x0, box.top, box.x1, box.bottom]}


def places(found: Iterable[Provenance]) -> list[dict[str, Any] | None]:
    """Places, one after the other."""
    return [provenance(each) for each in found]


def section(found: Section) -> dict[str, Any]:
    """A section with the place of every line of its text."""
    return {
        "number": found.number,
        "title": found.title,
        "page": found.page,
        "heading": found.heading,
        "provenance": provenance(found.heading_place),
        "text": found.text,
        "places": places(found.places),
    }


def footnote(note: Footnote) -> dict[str, Any]:
    """A note under a table."""
    return {"table": note.table, "text": note.text, "provenance": provenance(note.place)}


def period(found: Period | None) -> dict[str, Any] | None:
    """The first and the last day that the figures are about."""
    if found is None:
        return None
    return {
        "start": found.start.isoformat(),
        "end": found.end.isoformat(),
        "places": places(found.places),
    }


def printed_date(found: PrintedDate) -> dict[str, Any]:
    """A date that stands alone."""
    return {"date": found.day.isoformat(), "text": found.text, "provenance": provenance(found.place)}
