"""The kinds of rules: what each says besides what all rules say, checked against the forms it is for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gouji.library.declaration import Entry
from gouji.library.equations import Common, equation_rule, refuse_unknown_cells, spread
from gouji.library.prose_kinds import claim_rule, list_rule, mention_rule, statement_rule
from gouji.model.comparing_rule import JumpRule, UnitsRule, YearsRule
from gouji.model.form import Form
from gouji.model.formal_rule import AuthorityRule, LayoutRule, Level, SectionsRule, YearRule
from gouji.model.rule import Each, Rule, Severity, ValueRule

Kind = Callable[[Entry, Common, Sequence[Form]], Rule]
"""Makes a rule of its entry; refuses what does not fit the forms."""


def _value_rule(_entry: Entry, common: Common, _forms: Sequence[Form]) -> Rule:
    return ValueRule(**common)


def _authority_rule(entry: Entry, common: Common, forms: Sequence[Form]) -> Rule:
    levels = tuple(map(_level, entry.entries("levels")))
    rule = AuthorityRule(
        **common, table=entry.text("table"), each=Each.ROW, row=entry.text("row"), levels=levels
    )
    for form in forms:
        if rule.table not in form.by_id:
            entry.refuse(f"form {form.id} has no table {rule.table!r}", "table")
        if rule.row not in form.by_id[rule.table].rows:
            entry.refuse(f"table {rule.table} of form {form.id} has no {rule.row!r}", "row")
    return rule


def _level(entry: Entry) -> Level:
    level = Level(_pattern(entry, "pattern"), entry.flag("may"))
    entry.close()
    return level


def _layout_rule(entry: Entry, common: Common, forms: Sequence[Form]) -> Rule:
    rule = LayoutRule(**common, obsolete=entry.texts("obsolete"))
    for name in rule.obsolete:
        if name not in {form.id for form in forms}:
            entry.refuse(f"there is no form {name!r}", "obsolete", name)
    return rule


def _year_rule(_entry: Entry, common: Common, _forms: Sequence[Form]) -> Rule:
    return YearRule(**common)


def _sections_rule(entry: Entry, common: Common, _forms: Sequence[Form]) -> Rule:
    return SectionsRule(**common, omission=_pattern(entry, "omission"))


def _years_rule(entry: Entry, common: Common, forms: Sequence[Form]) -> Rule:
    rule = YearsRule(
        **common,
        **spread(entry),
        previous=entry.texts("previous"),
        left=entry.texts("left", []),
        right=entry.texts("right"),
        other_unit=entry.choice("other_unit", Severity, common["severity"]),
    )
    refuse_unknown_cells(entry, rule, forms, {"left": rule.left, "right": rule.right})
    refuse_unknown_cells(entry, rule, forms, {"previous": rule.previous})
    return rule


def _jump_rule(entry: Entry, common: Common, _forms: Sequence[Form]) -> Rule:
    return JumpRule(
        **common,
        factor=entry.number("factor"),
        apart=entry.number("apart"),
        money_factor=entry.number("money_factor"),
    )


def _units_rule(_entry: Entry, common: Common, _forms: Sequence[Form]) -> Rule:
    return UnitsRule(**common)


KINDS: dict[str, Kind] = {
    "equation": equation_rule,
    "value": _value_rule,
    "authority": _authority_rule,
    "layout": _layout_rule,
    "year": _year_rule,
    "sections": _sections_rule,
    "years": _years_rule,
    "jump": _jump_rule,
    "units": _units_rule,
    "claim": claim_rule,
    "statement": statement_rule,
    "list": list_rule,
    "mention": mention_rule,
}


def _pattern(entry: Entry, key: str) -> re.Pattern[str]:
    text = entry.text(key)
    try:
        return re.compile(text)
    except re.error as error:
        entry.refuse(f"{key} is no pattern: {error}", key)
