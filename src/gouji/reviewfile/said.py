"""What a report says in words, and places, from values of JSON ``gouji.report/1``."""

from __future__ import annotations

from gouji.model.form import Form
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Footnote, Period, Places, PrintedDate, Section
from gouji.reviewfile.part import Part

MOST_PAGES = 1_000_000
SIDES = 4
"""Of a box."""


def provenance(part: Part) -> Provenance | None:
    """A place on a page, if one is given."""
    return None if part.is_null else _place(part)


def places(part: Part) -> Places:
    """Places, one after the other; none where a file of an earlier version does not give them."""
    return () if part.is_null else tuple(_place(each) for each in part.entries())


def section(part: Part) -> Section:
    """A section; its places are as many as the lines of its text, or none."""
    found = Section(
        number=part["number"].text(),
        title=part["title"].text(),
        page=part["page"].whole(1, MOST_PAGES),
        text=part.get("text", "").text(),
        heading=part.get("heading").text_or_none(),
        heading_place=provenance(part.get("provenance")),
        places=places(part.get("places")),
    )
    if found.places and len(found.places) != found.text.count("\n") + 1:
        part["places"].refuse()
    return found


def footnote(part: Part, form: Form) -> Footnote:
    """A note under one of the tables of the form."""
    table = part["table"]
    if table.text() not in form.by_id:
        table.refuse()
    return Footnote(table.text(), part["text"].text(), provenance(part.get("provenance")))


def period(part: Part) -> Period | None:
    """The time that the figures are about, if it is given."""
    if part.is_null:
        return None
    return Period(part["start"].day(), part["end"].day(), places(part.get("places")))


def printed_date(part: Part) -> PrintedDate:
    """A date that stands alone."""
    return PrintedDate(part["date"].day(), part["text"].text(), provenance(part.get("provenance")))


def _place(part: Part) -> Provenance:
    edges = [each.length() for each in part["box"].entries()]
    if len(edges) != SIDES:
        part["box"].refuse()
    return Provenance(part["page"].whole(1, MOST_PAGES), Box(*edges))
