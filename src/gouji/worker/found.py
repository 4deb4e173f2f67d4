"""Passages found in a PDF, as JSON and back."""

from __future__ import annotations

from typing import Any

from gouji.model.geometry import Box, Provenance
from gouji.reviewfile.part import Part, RefusedError
from gouji.sources.limits import MOST_PAGES
from gouji.sources.phrase import LONGEST_PHRASE, MOST_PASSAGES, Passage, Passages
from gouji.worker.frames import BrokenFrameError

_EDGES = ("x0", "top", "x1", "bottom")


def passages_to_json(passages: Passages) -> dict[str, Any]:
    """Passages as values that JSON knows."""
    found = [
        [{"page": place.page} | dict(zip(_EDGES, place.box, strict=True)) for place in passage]
        for passage in passages.found
    ]
    return {"found": found, "next": passages.next_page}


def passages_from_json(reply: dict[str, Any]) -> Passages:
    """The passages again; `BrokenFrameError` when the values are none, or too many."""
    try:
        part = Part(reply)
        found = tuple(_passage(each) for each in _few(part["found"], MOST_PASSAGES))
        return Passages(found, part["next"].whole(0, MOST_PAGES))
    except RefusedError as error:
        raise BrokenFrameError from error


def _passage(part: Part) -> Passage:
    places = tuple(_place(each) for each in _few(part, LONGEST_PHRASE))
    if not places:
        part.refuse()
    return places


def _place(part: Part) -> Provenance:
    x0, top, x1, bottom = (part[edge].length() for edge in _EDGES)
    return Provenance(part["page"].whole(1, MOST_PAGES), Box(x0, top, x1, bottom))


def _few(part: Part, most: int) -> list[Part]:
    entries = list(part.entries())
    if len(entries) > most:
        part.refuse()
    return entries
