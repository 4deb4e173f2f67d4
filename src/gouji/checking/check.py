"""Checks a document against all its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gouji.checking.equations import check_equations
from gouji.checking.formal import check_authority, check_layout, check_sections, check_year
from gouji.checking.history import check_jumps, check_years
from gouji.checking.office import check_units
from gouji.checking.prose import check_claims, check_lists, check_mentions, check_statements
from gouji.checking.values import check_values
from gouji.model.comparing_rule import JumpRule, UnitsRule, YearsRule
from gouji.model.comparison import ALONE, Comparison
from gouji.model.correction import Document
from gouji.model.formal_rule import AuthorityRule, LayoutRule, SectionsRule, YearRule
from gouji.model.prose_rule import ClaimRule, ListRule, MentionRule, StatementRule
from gouji.model.rule import EquationRule, Finding, Rule, ValueRule

Checker = Callable[[Any, Document, Comparison], Iterator[Finding]]

CHECKERS: dict[type[Rule], Checker] = {
    EquationRule: check_equations,
    ValueRule: check_values,
    AuthorityRule: check_authority,
    LayoutRule: check_layout,
    YearRule: check_year,
    SectionsRule: check_sections,
    YearsRule: check_years,
    JumpRule: check_jumps,
    UnitsRule: check_units,
    ClaimRule: check_claims,
    StatementRule: check_statements,
    ListRule: check_lists,
    MentionRule: check_mentions,
}


def check(document: Document, rules: Iterable[Rule], comparison: Comparison = ALONE) -> list[Finding]:
    """Everything that is broken or cannot be checked, in rule order."""
    return [finding for rule in rules for finding in CHECKERS[type(rule)](rule, document, comparison)]
