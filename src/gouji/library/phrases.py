"""Loads the wording of a report outside its tables: ``resources/phrases.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from gouji.library.declaration import Entry
from gouji.resources import resource


class Phrases(NamedTuple):
    """What titles, notes, dates and the time reported on are recognised by."""

    topic: str
    kind: str
    notes: tuple[str, ...]
    period: tuple[str, ...]
    """Words of the sentence that gives the time the figures are about."""
    until: tuple[str, ...]
    """What stands between the first and the last day."""
    dates: tuple[str, ...]
    """What stands before a date on a line of its own."""
    annotations: Mapping[str, tuple[str, ...]]
    """By the label of a column, the words that annotations of its figures use."""


@cache
def phrases() -> Phrases:
    """The phrases that ship; `DeclarationError` when they are not well declared."""
    entry = Entry.read(resource("phrases.toml"))
    found = Phrases(
        topic=entry.text("topic"),
        kind=entry.text("kind"),
        notes=entry.texts("notes"),
        period=entry.texts("period"),
        until=entry.texts("until"),
        dates=entry.texts("dates"),
        annotations=entry.lists("annotations"),
    )
    entry.close()
    return found
