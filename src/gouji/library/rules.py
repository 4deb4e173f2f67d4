"""Loads the rules: ``resources/rules/*.toml``, each entry checked against the forms it is for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gouji.library.declaration import Entry
from gouji.library.equations import equation_rule
from gouji.library.forms import forms
from gouji.model.form import Form
from gouji.model.rule import EquationRule, Rule, Severity
from gouji.resources import folder

if TYPE_CHECKING:
    from gouji.library.kinds import Kind

EQUATIONS = "arithmetic.toml"
"""The one file that equations stand in."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules that ship, in the order of their files."""
    paths = sorted((folder() / "rules").glob("*.toml"))
    return tuple(rule for path in paths for rule in _shipped(path.name))


@cache
def rules_for(form_id: str) -> tuple[Rule, ...]:
    """The rules that ship for one form."""
    return tuple(rule for rule in all_rules() if form_id in rule.forms)


@cache
def equations_for(form_id: str) -> tuple[EquationRule, ...]:
    """The equations among them: what takes part in reading, where the rest is not even loaded."""
    rules = _shipped(EQUATIONS)
    return tuple(rule for rule in rules if isinstance(rule, EquationRule) and form_id in rule.forms)


@cache
def _shipped(name: str) -> tuple[Rule, ...]:
    return read_rules(folder() / "rules" / name, forms())


def read_rules(path: Path, forms: tuple[Form, ...]) -> tuple[Rule, ...]:
    """The rules declared in one file; `DeclarationError` when one does not fit the forms it is for."""
    entry = Entry.read(path)
    by_id = {form.id: form for form in forms}
    found = tuple(_rule(each, by_id) for each in entry.entries("rule"))
    entry.close()
    return found


def _rule(entry: Entry, forms: Mapping[str, Form]) -> Rule:
    make = _kind(entry)
    named = entry.texts("forms", list(forms))
    for name in named:
        if name not in forms:
            entry.refuse(f"there is no form {name!r}", "forms", name)
    common = {
        "id": entry.text("id"),
        "title": entry.wordings("title"),
        "sentence": entry.wordings("sentence"),
        "basis": entry.text("basis"),
        "severity": entry.choice("severity", Severity),
        "forms": named,
    }
    rule = make(entry, common, [forms[name] for name in named])
    entry.close()
    return rule


def _kind(entry: Entry) -> Kind:
    """What makes a rule of the entry's kind, which is an equation where it says nothing else."""
    kind = entry.text("kind", "equation")
    if kind == "equation":
        return equation_rule
    from gouji.library.kinds import KINDS  # noqa: PLC0415 -- no other kind takes part in reading

    if kind not in KINDS:
        entry.refuse(f"kind {kind!r} is none of {', '.join(KINDS)}", "kind")
    return KINDS[kind]
