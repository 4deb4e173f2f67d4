"""What is suggested for each finding where a review is handed over and nobody can ask for more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import monotonic

from gouji.checking.prose import stated_figures
from gouji.model.correction import Document
from gouji.model.rule import Finding, FindingKey, Rule
from gouji.model.suggestion import Suggestion
from gouji.repair.doors import suggest_each, suggestions

PATIENCE = 0.5
"""Seconds after which sets of cells are sought no further; most are found in a hundredth of it."""


def offered(
    findings: Iterable[Finding],
    document: Document,
    rules: Iterable[Rule],
    patience: float = PATIENCE,
) -> Mapping[FindingKey, list[Suggestion]]:
    """For each finding about an equation the single values that settle it, then the sets of cells that do.

    Figures that the prose gives are preferred.
    """
    rules = tuple(rules)
    told = [finding for finding in findings if finding.equation is not None]
    if not told:
        return {}
    named = stated_figures(document.report)
    end = monotonic() + patience
    found = suggestions(document, rules, named, cancelled=lambda: monotonic() > end)
    sets = [each for each in found if len(each.values) > 1]
    singles = suggest_each(told, document, rules, named)
    return {
        key: [*single, *(each for each in sets if key in each.settles)] for key, single in singles.items()
    }
