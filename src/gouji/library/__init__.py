"""The forms and rules that ship, loaded strictly."""

from gouji.library.forms import forms, read_form
from gouji.library.rules import all_rules, equations_for, read_rules, rules_for
from gouji.library.settings import rule_settings, rules_in_force

__all__ = [
    "all_rules",
    "equations_for",
    "forms",
    "read_form",
    "read_rules",
    "rule_settings",
    "rules_for",
    "rules_in_force",
]
