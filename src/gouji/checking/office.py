"""Checks a superior's report against those of its units."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.checking.equations import judge
from gouji.model.comparing_rule import UnitsRule
from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.report import Number, Reading
from gouji.model.rule import Balance, Finding, Outcome


def check_units(rule: UnitsRule, document: Document, comparison: Comparison) -> Iterator[Finding]:
    """The figures that are not the sum of the units'; only cells that the forms of all units have."""
    units = comparison.units
    for address in document.report.form.addresses if units else ():
        if not all(address in unit.form for unit in units):
            continue
        value, cells = document.value(address), [unit.cell(address) for unit in units]
        readings = {document.cell(address).reading} if address not in document.corrections else set()
        readings |= {cell.reading for cell in cells}
        total = sum(cell.value or 0 for cell in cells)
        kept = (value or 0) == total
        unsure = value is None or any(
            cell.value is None or cell.reading is Reading.DOUBTFUL for cell in cells
        )
        outcome = judge(kept=kept, unsure=unsure, missing=Reading.MISSING in readings)
        if outcome is not Outcome.KEPT:
            balance = Balance(value or 0, total, outcome, (address,) if value is None else ())
            facts: dict[str, str | Number] = {"units": len(units), "total": total}
            facts["value"] = "□" if value is None else value
            wording = f"findings.units_{'broken' if outcome is Outcome.BROKEN else 'open'}"
            yield Finding(rule, str(address), outcome, (address,), None, balance, wording, facts)
