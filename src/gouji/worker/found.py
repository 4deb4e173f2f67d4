"""Passages found in a PDF, as JSON and back."""

from __future__ import annotations

from typing import Any

from gouji.model.geometry import Box, Provenance
from gouji.reviewfile.part import Part
from gouji.sources.phrase import LONGEST_PHRASE, MOST_PASSAGES, Passage, Passages
from gouji.worker.messages import checked

_EDGES = ("x0", "top", "x1", "bottom")


def passages_to_json(passages: Passages) -> dict[str, Any]:
    """Passages as values that JSON knows."""
    found = [
        [{"page": place.page} | dict(zip(_EDGES, place.box, strict=True)) for place in passage]
        for passage in passages.found
    ]
    return {"found": found, "next": passages.next_page or None}


def passages_from_json(reply: dict[str, Any], pages: range) -> Passages:
    """The passages again, all of them on the pages that were asked for."""
    with checked():
        part = Part(reply)
        found = tuple(_passage(each, pages) for each in part["found"].entries(MOST_PASSAGES))
        further = part["next"]
        return Passages(found, 0 if further.is_null else further.whole(pages.start + 1, pages.stop - 1))


def _passage(part: Part, pages: range) -> Passage:
    return tuple(_place(each, pages) for each in part.entries(LONGEST_PHRASE, least=1))


def _place(part: Part, pages: range) -> Provenance:
    x0, top, x1, bottom = (part[edge].length() for edge in _EDGES)
    return Provenance(part["page"].whole(pages.start, pages.stop - 1), Box(x0, top, x1, bottom))
