"""Rules spread over a table: equations, which take part in reading, and what others share with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gouji.library.declaration import Entry
from gouji.model.form import Form
from gouji.model.rule import Each, EquationRule, Relation, SpreadRule

Common = dict[str, Any]
"""What every rule states, by the names of its fields."""


def equation_rule(entry: Entry, common: Common, forms: Sequence[Form]) -> EquationRule:
    """A rule of the kind ``equation``."""
    rule = EquationRule(
        **common,
        **spread(entry),
        left=entry.texts("left"),
        right=entry.texts("right"),
        relation=entry.choice("relation", Relation, Relation.EQUAL),
    )
    refuse_unknown_cells(entry, rule, forms, {"left": rule.left, "right": rule.right})
    for form in forms:
        if not rule.equations(form):
            entry.refuse(f"no part of table {rule.table} of form {form.id} has all these cells")
    return rule


def spread(entry: Entry) -> dict[str, Any]:
    """The table, and over what of it."""
    return {"table": entry.text("table"), "each": entry.choice("each", Each)}


def refuse_unknown_cells(
    entry: Entry, rule: SpreadRule, forms: Iterable[Form], sides: dict[str, tuple[str, ...]]
) -> None:
    """Every name stands in the table of each form, and in one sum once: a slip must show in a difference."""
    for form in forms:
        if rule.table not in form.by_id:
            entry.refuse(f"form {form.id} has no table {rule.table!r}", "table")
        table = form.by_id[rule.table]
        known = table.rows if rule.each is Each.COLUMN else table.columns
        taken: set[str] = set()
        for side, names in sides.items():
            for name in names:
                if name not in known:
                    entry.refuse(f"table {rule.table} of form {form.id} has no {name!r}", side, name)
                if name in taken:
                    entry.refuse(f"{name!r} stands twice in the equation", side, name)
                taken.add(name)
