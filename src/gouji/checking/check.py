"""Checks a document against all its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gouji.checking.equations import check_equations
from gouji.checking.values import check_values
from gouji.model.correction import Document
from gouji.model.rule import EquationRule, Finding, Rule, ValueRule

CHECKERS: dict[type[Rule], Callable[[Any, Document], Iterator[Finding]]] = {
    EquationRule: check_equations,
    ValueRule: check_values,
}


def check(document: Document, rules: Iterable[Rule]) -> list[Finding]:
    """Everything that is broken or cannot be checked, in rule order."""
    return [finding for rule in rules for finding in CHECKERS[type(rule)](rule, document)]
