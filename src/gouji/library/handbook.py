"""The help page on rules, made from the very files they are read from."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gouji.library.forms import forms
from gouji.library.rules import all_rules
from gouji.library.settings import rule_settings
from gouji.model.rule import Rule
from gouji.wording import say


def rules_page(language: str) -> str:
    """All rules as HTML: title, what to look at, severity for this office, basis, forms; each rule once."""
    rules = {(rule.id, rule.title[language]): rule for rule in all_rules()}
    heading = f"<h1>{escape(say('handbook.heading', language))}</h1>"
    return "\n".join([heading, *(line for rule in rules.values() for line in _entry(rule, language))])


def _entry(rule: Rule, language: str) -> Iterator[str]:
    ids = {
        name for each in all_rules() if each.id == rule.id and each.title == rule.title for name in each.forms
    }
    titles = "、".join(form.id for form in forms() if form.id in ids)
    note = say(
        "handbook.note",
        language,
        rule=rule.id,
        severity=severity_in_force(rule, language),
        basis=rule.basis,
        forms=titles,
    )
    yield f"<h3>{escape(rule.title[language])}</h3>"
    yield f"<p>{escape(rule.sentence[language])}</p>"
    yield f"<p><small>{escape(note)}</small></p>"


def severity_in_force(rule: Rule, language: str) -> str:
    """The severity that the rule has for this office, or that it is off, in words."""
    settings = rule_settings()
    severity = settings.severities.get(rule.id, rule.severity)
    return say(f"severities.{'off' if rule.id in settings.off else severity}", language)
