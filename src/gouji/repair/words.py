"""Says in words why a suggestion is likely: which slips would explain it, with their figures."""

from __future__ import annotations

from gouji.model.correction import Document
from gouji.model.form import Address, Form
from gouji.model.report import Number
from gouji.model.suggestion import Reason, Slip, Suggestion
from gouji.wording import say

_OF_NEIGHBOURS = (Slip.EXCHANGED, Slip.MOVED, Slip.COPIED, Slip.RUN_TOGETHER)


def why(suggestion: Suggestion, document: Document, language: str) -> str:
    """The slips that explain a suggestion, one after the other."""
    said = (_said(reason, suggestion, document, language) for reason in suggestion.reasons)
    return say("repair.and", language).join(dict.fromkeys(said))


def _said(reason: Reason, suggestion: Suggestion, document: Document, language: str) -> str:
    form = document.report.form
    other = reason.other or reason.cell
    before, after = document.value(reason.cell), suggestion.values[reason.cell]
    name = _side if reason.slip in _OF_NEIGHBOURS else _head
    return say(
        f"repair.{reason.slip}",
        language,
        before=_figure(before),
        after=after,
        by=abs(after - (before or 0)),
        other=name(reason.cell, other, form, language),
        others=_figure(suggestion.values.get(other, document.value(other))),
    )


def _side(cell: Address, other: Address, form: Form, language: str) -> str:
    """On which side of a cell its neighbour stands."""
    printed = form.by_id[cell.table].addresses
    is_after = printed.index(other) > printed.index(cell)
    sides = ("left", "right") if cell.row == other.row else ("above", "below")
    return say(f"repair.{sides[is_after]}", language)


def _head(cell: Address, other: Address, form: Form, language: str) -> str:
    """A cell of the same row by the label of its column; of the same column by that of its row."""
    if cell.row == other.row:
        return say("repair.column", language, label=form.column(other).label)
    return say("repair.row", language, label=form.row(other).label)


def _figure(value: Number | None) -> str:
    return "□" if value is None else str(value)
