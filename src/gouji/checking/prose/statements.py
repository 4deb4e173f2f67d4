"""Statements that nothing is left over, compared with the cells that count what is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gouji.checking.prose.context import PART, is_elsewhere, is_other_time, topic
from gouji.checking.prose.finding import found_in
from gouji.checking.prose.flow import Sentence, sentences
from gouji.checking.prose.meanings import worked_out
from gouji.checking.prose.numerals import Figure, read_numeral
from gouji.library.words import FIGURE, words
from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.prose import Section
from gouji.model.prose_rule import Meaning, Statement, StatementRule, Subject, says_any
from gouji.model.quotation import Tried
from gouji.model.rule import Balance, Finding, Outcome


class Stated(NamedTuple):
    """A statement in a sentence, and what it is about."""

    statement: Statement
    sentence: Sentence
    words: str
    subjects: tuple[Subject, ...]
    counted: Figure | None
    """Of how many cases it is said; None where of all."""


def check_statements(rule: StatementRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The statements that the tables deny, each once."""
    told = set()
    report = document.report
    for section in report.sections:
        if section.number in rule.sections:
            for stated in _read(rule, section.text, report.year, report.unit):
                finding = _check(rule, section, stated, document)
                if finding is not None and finding.key not in told:
                    told.add(finding.key)
                    yield finding


def _check(rule: StatementRule, section: Section, stated: Stated, document: Document) -> Finding | None:
    if stated.counted is not None:
        wholes = [worked_out(each, document) for each in stated.statement.means]
        if not any(whole is not None and stated.counted.agrees(whole) for whole in wholes):
            return None
    left = [(each.cells, worked_out(each.cells, document)) for each in stated.subjects]
    denied: list[tuple[Meaning, int]] = [(cells, int(value)) for cells, value in left if value]
    if not denied or any(value is None for _, value in left):
        return None
    return found_in(
        rule,
        section,
        stated.sentence,
        stated.words,
        tried=tuple(Tried(cells.name, str(value)) for cells, value in denied),
        cells=tuple(
            each
            for cells, _ in denied
            for each in cells.members(document.report.form)
            if document.value(each)
        ),
        balance=Balance(0, sum(value for _, value in denied), Outcome.BROKEN),
    )


@lru_cache(maxsize=512)
def _read(rule: StatementRule, text: str, year: int | None, unit: str | None) -> tuple[Stated, ...]:
    return tuple(
        stated
        for sentence in sentences(text)
        for statement in rule.statements
        if (stated := _stated(rule.topic, statement, sentence))
        and not is_other_time(sentence.text[: sentence.text.find(stated.words)], year)
        and not is_elsewhere(sentence.text, unit)
    )


def _stated(about: str, statement: Statement, sentence: Sentence) -> Stated | None:
    text = sentence.text
    match = next((found for each in statement.says for found in each.find(text)), None)
    if match is None or says_any(statement.without, text):
        return None
    if topic(sentence.before + text[: match.end()]) != about:
        return None
    said = text[: match.end()]
    subjects = tuple(each for each in statement.subjects if says_any(each.words, said))
    counted = _counted(statement, text[: match.start()])
    if not subjects or (statement.counted and counted is None):
        return None
    return Stated(statement, sentence, match[0], subjects, counted)


def _counted(statement: Statement, said: str) -> Figure | None:
    """The count of the cases that are spoken of, with no other figure after it but those of its parts."""
    found = [match for each in statement.counted for match in each.find(said)]
    if not found:
        return None
    last = max(found, key=lambda match: match.end("figure"))
    rest = said[last.end() :]
    if PART not in said[: last.start()] and (_parts_only(rest) or not re.search(_counts(), rest)):
        return read_numeral(last["figure"])
    return None


def _parts_only(rest: str) -> bool:
    return rest.lstrip("，、（；：").startswith(PART)


def _counts() -> str:
    return FIGURE + words().named["件"]
