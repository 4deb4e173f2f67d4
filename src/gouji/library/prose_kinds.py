"""The kinds of rules about prose: what each says besides what all rules say."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Sequence
from typing import Any

from gouji.library.declaration import Entry
from gouji.library.words import TOPICS, phrase
from gouji.model.form import Address, Form
from gouji.model.prose_rule import (
    ClaimRule,
    ListRule,
    Meaning,
    MentionRule,
    Phrase,
    Saying,
    Statement,
    StatementRule,
    Subject,
)
from gouji.model.rule import Rule

Common = dict[str, Any]
_TERM = re.compile(r"\s*([+-]?)\s*([\w.*]+)")


def claim_rule(entry: Entry, common: Common, forms: Sequence[Form]) -> Rule:
    """A rule of the kind ``claim``."""
    cells = entry.text("cells")
    return ClaimRule(
        **common,
        sections=entry.texts("sections"),
        topic=_topic(entry),
        apart=entry.texts("apart", []),
        bases=tuple(_meaning(each, "sum", cells, forms) for each in _optional(entry, "of")),
        sayings=tuple(_saying(each, cells, forms) for each in entry.entries("saying")),
    )


def statement_rule(entry: Entry, common: Common, forms: Sequence[Form]) -> Rule:
    """A rule of the kind ``statement``."""
    cells = entry.text("cells")
    return StatementRule(
        **common,
        sections=entry.texts("sections"),
        topic=_topic(entry),
        statements=tuple(_statement(each, cells, forms) for each in entry.entries("statement")),
    )


def list_rule(entry: Entry, common: Common, _forms: Sequence[Form]) -> Rule:
    """A rule of the kind ``list``."""
    return ListRule(
        **common,
        sections=entry.texts("sections"),
        without=entry.texts("without"),
        ends=entry.texts("ends"),
        fewest=entry.number("fewest"),
        nearest=entry.number("nearest"),
    )


def mention_rule(entry: Entry, common: Common, _forms: Sequence[Form]) -> Rule:
    """A rule of the kind ``mention``."""
    omission = entry.text("omission")
    try:
        omitted = re.compile(omission)
    except re.error as error:
        entry.refuse(f"omission is no pattern: {error}", "omission")
    return MentionRule(
        **common,
        sections=entry.texts("sections"),
        words=entry.texts("words"),
        omission=omitted,
    )


def _saying(entry: Entry, cells: str, forms: Sequence[Form]) -> Saying:
    saying = Saying(
        says=_phrases(entry, "says"),
        means=tuple(_meaning(each, "sum", cells, forms) for each in entry.entries("means")),
        without=entry.texts("without", []),
        whole=entry.flag("whole"),
        own_topic=entry.flag("own_topic"),
        at_most=entry.texts("at_most", []),
    )
    entry.close()
    return saying


def _statement(entry: Entry, cells: str, forms: Sequence[Form]) -> Statement:
    statement = Statement(
        says=_phrases(entry, "says"),
        without=entry.texts("without", []),
        counted=_phrases(entry, "counted", []),
        means=tuple(_meaning(each, "sum", cells, forms) for each in _optional(entry, "means")),
        subjects=tuple(_subject(each, cells, forms) for each in entry.entries("subjects")),
    )
    entry.close()
    return statement


def _subject(entry: Entry, cells: str, forms: Sequence[Form]) -> Subject:
    words = tuple(entry.text("words").split("|"))
    return Subject(words, _meaning(entry, "zero", cells, forms))


def _meaning(entry: Entry, key: str, cells: str, forms: Sequence[Form]) -> Meaning:
    """A sum of cells; each of its names must stand for cells of every form."""
    said = entry.text(key)
    terms = _TERM.findall(said)
    if "".join(sign + name for sign, name in terms) != said.replace(" ", ""):
        entry.refuse(f"{said!r} is no sum of cells", key)
    found = {}
    for form in forms:
        added: list[Address] = []
        taken_away: list[Address] = []
        for sign, name in terms:
            named = _cells(cells.replace("*", name, 1), form)
            if not named:
                entry.refuse(f"form {form.id} has no cell {name!r}", key)
            (taken_away if sign == "-" else added).extend(named)
        found[form.id] = (tuple(added), tuple(taken_away))
    meaning = Meaning({language: entry.text(language) for language in ("zh", "en")}, found)
    entry.close()
    return meaning


def _cells(name: str, form: Form) -> list[Address]:
    if "*" in name:
        return [form.by_name[each] for each in fnmatch.filter(form.by_name, name)]
    return [form.by_name[name]] if name in form.by_name else []


def _phrases(entry: Entry, key: str, default: list[str] | None = None) -> tuple[Phrase, ...]:
    found = []
    for text in entry.texts(key, default):
        try:
            found.append(phrase(text))
        except ValueError as error:
            entry.refuse(str(error), key, text)
    return tuple(found)


def _topic(entry: Entry) -> str:
    topic = entry.text("topic")
    if topic not in TOPICS:
        entry.refuse(f"topic {topic!r} is none of {', '.join(TOPICS)}", "topic")
    return topic


def _optional(entry: Entry, key: str) -> list[Entry]:
    return entry.entries(key) if key in entry.keys else []
