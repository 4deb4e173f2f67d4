"""What is worked out from a review, as values of JSON ``gouji.report/1``: findings, messages, suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gouji.checking.explain import explain
from gouji.library import rule_settings, rules_in_force
from gouji.model.correction import Document
from gouji.model.quotation import Quotation
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.model.suggestion import Suggestion
from gouji.repair import offered, why
from gouji.reviewfile.corrected import decision_values
from gouji.reviewfile.saying import places


def told(findings: Sequence[Finding], review: Review, language: str) -> dict[str, Any]:
    """The findings in the language, each with what would settle it, and how the office has set the rules."""
    document, settings = review.document, rule_settings()
    mends = offered(findings, document, rules_in_force(document.report.form.id))
    return {
        "rules_off": list(settings.off),
        "rules_changed": {rule: str(each) for rule, each in settings.severities.items()},
        "findings": [_finding(each, review, mends.get(each.key, ()), language) for each in findings],
    }


def _finding(finding: Finding, review: Review, mends: Iterable[Suggestion], language: str) -> dict[str, Any]:
    document, balance = review.document, finding.balance
    decision = review.decision(finding)
    return {
        "rule": finding.rule.id,
        "at": finding.at,
        "severity": str(finding.rule.severity),
        "outcome": str(finding.outcome),
        "left": None if balance is None else balance.left,
        "right": None if balance is None else balance.right,
        "difference": None if balance is None else balance.difference,
        "cells": [str(address) for address in finding.members],
        **({} if finding.quotation is None else _quotation(finding.quotation)),
        "facts": dict(finding.facts),
        "places": places(finding.places),
        "message": explain(finding, document, language),
        "decision": None if decision is None else decision_values(decision),
        "suggestions": [_suggestion(each, document, language) for each in mends],
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "section": quotation.section,
        "sentence": quotation.sentence,
        "span": [quotation.start, quotation.end],
        "words": quotation.words,
        "claimed": quotation.claimed,
        "tried": [each.value for each in quotation.tried],
    }


def _suggestion(suggestion: Suggestion, document: Document, language: str) -> dict[str, Any]:
    cells = {str(address): value for address, value in suggestion.values.items()}
    return {"cells": cells, "reason": why(suggestion, document, language)}
