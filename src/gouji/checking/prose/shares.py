"""Percentages in the prose, compared to the digits they are printed with."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gouji.checking.prose.finding import found_in
from gouji.checking.prose.meanings import worked_out
from gouji.checking.prose.reading import Claim
from gouji.model.correction import Document
from gouji.model.prose import Section
from gouji.model.prose_rule import ClaimRule
from gouji.model.quotation import Tried
from gouji.model.rule import Balance, Finding, Outcome

WHOLE = 100


def check_share(rule: ClaimRule, section: Section, claim: Claim, document: Document) -> Finding | None:
    """The percentage behind a figure where it is of no sound whole, neither rounded nor cut off."""
    share = claim.share
    if share is None:
        return None
    stated = Decimal(share.printed)
    exponent = int(stated.as_tuple().exponent)
    last_digit = Decimal(1).scaleb(exponent)
    shares = _shares(rule, claim, document)
    if not shares or any(abs(value - stated) < last_digit for value, _ in shares):
        return None
    rounded: dict[Decimal, Mapping[str, str]] = {}
    for value, name in shares:
        rounded.setdefault(value.quantize(last_digit), name)
    return found_in(
        rule,
        section,
        claim.sentence,
        share.words,
        printed=f"{share.printed}%",
        claimed=stated,
        tried=tuple(Tried(name, f"{value}%") for value, name in rounded.items()),
        cells=claim.saying.means[0].members(document.report.form),
        balance=Balance(stated, next(iter(rounded)), Outcome.BROKEN),
    )


def _shares(rule: ClaimRule, claim: Claim, document: Document) -> list[tuple[Decimal, Mapping[str, str]]]:
    """The percentages it may soundly be; none where a figure was not found in the file."""
    wholes = [(worked_out(each, document), each.name) for each in rule.bases]
    values = [worked_out(each, document) for each in claim.saying.means]
    parts = [claim.figure.value, *(value for value in values if value is not None)]
    if len(parts) <= len(values) or any(whole is None for whole, _ in wholes):
        return []
    return [
        (Decimal(part) * WHOLE / whole, {language: f"{part} ÷ {of}" for language, of in name.items()})
        for part in parts
        for whole, name in wholes
        if whole
    ]
