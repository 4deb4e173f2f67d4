"""Figures in the prose, each compared with all that it may soundly mean in the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from gouji.checking.prose.finding import found_in
from gouji.checking.prose.meanings import worked_out
from gouji.checking.prose.reading import Claim, read_claims
from gouji.checking.prose.shares import check_share
from gouji.library import rules_for
from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.prose import Section
from gouji.model.prose_rule import ClaimRule
from gouji.model.quotation import Tried
from gouji.model.report import Number, Report
from gouji.model.rule import Balance, Finding, Outcome, Severity


def check_claims(rule: ClaimRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The figures that no sound meaning agrees with, each once."""
    told = set()
    for section, claim in _claims(rule, document.report):
        for finding in (_check(rule, section, claim, document), check_share(rule, section, claim, document)):
            if finding is not None and finding.key not in told:
                told.add(finding.key)
                yield finding


def stated_figures(report: Report) -> Mapping[Address, tuple[Number, ...]]:
    """By the address of a cell, the figures that the prose may state for it; the cell's own may differ.

    Left out are figures that may be those of a part, and sums of cells.
    """
    found: dict[Address, tuple[Number, ...]] = {}
    for rule in rules_for(report.form.id):
        if isinstance(rule, ClaimRule):
            for _, claim in _claims(rule, report):
                for address in _single_cells(claim, report):
                    stated = found.get(address, ())
                    if claim.figure.value not in stated:
                        found[address] = (*stated, claim.figure.value)
    return found


def _single_cells(claim: Claim, report: Report) -> Iterator[Address]:
    if claim.is_narrow or claim.is_at_most or claim.figure.exact_to != 1:
        return
    for meaning in claim.saying.means:
        added, taken_away = meaning.added(report.form), meaning.taken_away(report.form)
        if len(added) == 1 and not taken_away:
            yield added[0]


def _claims(rule: ClaimRule, report: Report) -> list[tuple[Section, Claim]]:
    return [
        (section, claim)
        for section in report.sections
        if section.number in rule.sections
        for claim in read_claims(rule, section.text, report.year, report.unit)
    ]


def _check(rule: ClaimRule, section: Section, claim: Claim, document: Document) -> Finding | None:
    values = [worked_out(meaning, document) for meaning in claim.saying.means]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or any(_agrees(claim, value) for value in known):
        return None
    smaller = all(claim.figure.value < value for value in known)
    if smaller and claim.is_one_of_several:
        return None
    is_share = smaller and claim.is_narrow
    tried = {value: each.name for each, value in reversed(list(zip(claim.saying.means, known, strict=True)))}
    return found_in(
        replace(rule, severity=Severity.INFO) if is_share else rule,
        section,
        claim.sentence,
        claim.words,
        printed=claim.printed,
        claimed=claim.figure.value,
        tried=tuple(Tried(name, str(value)) for value, name in reversed(tried.items())),
        is_share=is_share,
        cells=claim.saying.means[0].members(document.report.form),
        balance=Balance(claim.figure.value, known[0], Outcome.BROKEN),
    )


def _agrees(claim: Claim, value: Number) -> bool:
    return claim.figure.agrees(value) or (claim.is_at_most and claim.figure.value <= value)
