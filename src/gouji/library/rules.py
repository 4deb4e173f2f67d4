"""Loads the rules: ``resources/rules/*.toml``, each entry checked against the forms it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from gouji.library.declaration import Entry
from gouji.library.forms import forms
from gouji.model.form import Form
from gouji.model.rule import Each, EquationRule, Relation, Rule, Severity, ValueRule
from gouji.resources import folder


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules that ship, in the order of their files."""
    paths = sorted((folder() / "rules").glob("*.toml"))
    return tuple(rule for path in paths for rule in read_rules(path, forms()))


@cache
def rules_for(form_id: str) -> tuple[Rule, ...]:
    """The rules that ship for one form."""
    return tuple(rule for rule in all_rules() if form_id in rule.forms)


def read_rules(path: Path, forms: tuple[Form, ...]) -> tuple[Rule, ...]:
    """The rules declared in one file; `DeclarationError` when one does not fit the forms it is for."""
    entry = Entry.read(path)
    by_id = {form.id: form for form in forms}
    found = tuple(_rule(each, by_id) for each in entry.entries("rule"))
    entry.close()
    return found


def _rule(entry: Entry, forms: Mapping[str, Form]) -> Rule:
    kind = entry.text("kind", "equation")
    if kind not in KINDS:
        entry.refuse(f"kind {kind!r} is none of {', '.join(KINDS)}", "kind")
    named = entry.texts("forms", list(forms))
    for name in named:
        if name not in forms:
            entry.refuse(f"there is no form {name!r}", "forms", name)
    common = {
        "id": entry.text("id"),
        "title": entry.wordings("title"),
        "basis": entry.text("basis"),
        "severity": entry.choice("severity", Severity),
        "forms": named,
    }
    rule = KINDS[kind](entry, common, [forms[name] for name in named])
    entry.close()
    return rule


def _equation_rule(entry: Entry, common: dict[str, Any], forms: list[Form]) -> Rule:
    rule = EquationRule(
        **common,
        table=entry.text("table"),
        each=entry.choice("each", Each),
        left=entry.texts("left"),
        right=entry.texts("right"),
        relation=entry.choice("relation", Relation, Relation.EQUAL),
    )
    for form in forms:
        _refuse_unknown_cells(entry, rule, form)
    return rule


def _refuse_unknown_cells(entry: Entry, rule: EquationRule, form: Form) -> None:
    if rule.table not in form.by_id:
        entry.refuse(f"form {form.id} has no table {rule.table!r}", "table")
    table = form.by_id[rule.table]
    known = table.rows if rule.each is Each.COLUMN else table.columns
    for side, names in (("left", rule.left), ("right", rule.right)):
        for name in names:
            if name not in known:
                entry.refuse(f"table {rule.table} of form {form.id} has no {name!r}", side, name)
    if not any(rule.equations(form)):
        entry.refuse(f"no part of table {rule.table} of form {form.id} has all these cells")


def _value_rule(_entry: Entry, common: dict[str, Any], _forms: list[Form]) -> Rule:
    return ValueRule(**common)


KINDS: dict[str, Callable[[Entry, dict[str, Any], list[Form]], Rule]] = {
    "equation": _equation_rule,
    "value": _value_rule,
}
