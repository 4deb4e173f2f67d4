"""Loads the wording of a report outside its tables: ``resources/phrases.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from gouji.library.declaration import Entry
from gouji.resources import resource


@dataclass(frozen=True, slots=True)
class Phrases:
    """What titles and notes are recognised by."""

    topic: str
    kind: str
    notes: tuple[str, ...]
    annotations: Mapping[str, tuple[str, ...]]
    """By the label of a column, the words that annotations of its figures use."""


@cache
def phrases() -> Phrases:
    """The phrases that ship; `DeclarationError` when they are not well declared."""
    entry = Entry.read(resource("phrases.toml"))
    found = Phrases(entry.text("topic"), entry.text("kind"), entry.texts("notes"), entry.lists("annotations"))
    entry.close()
    return found
