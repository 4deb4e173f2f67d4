"""The report of the year before as JSON values and back: whose it is, and the figures that are compared."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from gouji.library import forms
from gouji.model.comparison import Reference
from gouji.model.report import MISSING, Cell, Reading
from gouji.reviewfile.part import Part

LAST_YEAR = 9999


def reference_values(reference: Reference | None) -> dict[str, Any] | None:
    """The report as JSON values; cells that were not found are left out."""
    if reference is None:
        return None
    return {
        "form": reference.form.id,
        "unit": reference.unit,
        "year": reference.year,
        "source": {"name": reference.name, "sha256": reference.sha256},
        "cells": {
            str(address): {"value": cell.value, "reading": str(cell.reading)}
            for address, cell in reference.cells.items()
            if cell.reading is not Reading.MISSING
        },
    }


def read_reference(part: Part) -> Reference | None:
    """The report again; `RefusedError` where the values are none."""
    if part.is_null:
        return None
    form = part["form"].named({form.id: form for form in forms()})
    cells = dict.fromkeys(form.addresses, MISSING)
    for name, cell in part["cells"].members():
        if name not in form.by_name:
            cell.refuse()
        cells[form.by_name[name]] = _cell(cell)
    return Reference(
        form=form,
        name=part["source"]["name"].text(),
        sha256=part["source"]["sha256"].text(),
        unit=part.get("unit").text_or_none(),
        year=None if part.get("year").is_null else part["year"].whole(1, LAST_YEAR),
        cells=MappingProxyType(cells),
    )


def _cell(part: Part) -> Cell:
    value, reading = part["value"].number_or_none(), part["reading"].choice(Reading)
    if value is not None and reading in (Reading.BLANK, Reading.MISSING):
        part["reading"].refuse()
    return Cell(value, None, reading)
