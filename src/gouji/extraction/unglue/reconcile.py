"""The cells of figures that were printed without anything between them, cut apart by the sums of the form.

A figure is clear only where two witnesses agree: its row has a single cut that adds up, and the sums of
its columns are kept. What one of them alone decides is doubtful; what neither decides has no value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from gouji.extraction.binding.runs import Run
from gouji.extraction.numerals import read_figure
from gouji.extraction.proof.sums import column_sums
from gouji.extraction.unglue.choice import Choice, choose, known_figures
from gouji.extraction.unglue.combination import Figures, shift
from gouji.extraction.unglue.cuts import DASHES, Cut, amount
from gouji.model.form import Address, Form
from gouji.model.geometry import Provenance
from gouji.model.report import Cell, Doubt, Number, Reading

Cells = dict[Address, Cell]


def cut_runs(runs: Sequence[Run], cells: Mapping[Address, Cell], form: Form) -> Cells:
    """The cells of the runs; `cells` are those of the form that were found otherwise."""
    runs = list(_single(runs, cells))
    if not runs:
        return {}
    figures: dict[Address, Number] = {
        address: cell.value or 0
        for address, cell in cells.items()
        if cell.value is not None or cell.reading is Reading.BLANK
    }
    choices = choose(runs, figures, form.id)
    figures = known_figures(choices, figures)
    # A run with fewer digits than cells shows that blank cells leave no trace, so that others may hide some.
    whole = all(len(run.text) >= len(run.addresses) for run in runs)
    witnessed = _witnessed(figures, form.id) if whole else {}
    found: Cells = {}
    for choice in choices:
        found |= _cells(choice, witnessed, whole=whole)
    return found


def _single(runs: Sequence[Run], cells: Mapping[Address, Cell]) -> Iterator[Run]:
    """The runs whose cells were not found before; in doubt where the same cells are printed twice."""
    rows = [run.rows for run in runs]
    for index, run in enumerate(runs):
        if run.rows in rows[:index] or any(address in cells for address in run.addresses):
            continue
        same = [other for other in runs if other.rows == run.rows and other.slot.text != run.text]
        yield replace(run, doubt=Doubt.REPEATED) if same else run


def _cells(choice: Choice, witnessed: Mapping[Address, bool], *, whole: bool) -> Cells:
    run = choice.run
    if choice.chosen is None:
        place = Provenance(run.slot.page, run.slot.box)
        cell = Cell(None, run.slot.text, Reading.DOUBTFUL, place, run.doubt or Doubt.GLUED)
        return dict.fromkeys(run.addresses, cell)
    found: Cells = {}
    start = 0
    forced = len(run.text) == len(run.addresses)
    # No sum tells a 0 from a blank cell, and two dashes may be one blank cell or two.
    vague = not forced and any(dash in run.text for dash in DASHES)
    for address, figure in zip(run.addresses, choice.chosen, strict=True):
        end = start + len(figure)
        # Where no sum runs down the column of a cell, there must be as many digits as cells.
        known = whole and choice.alone and witnessed.get(address, forced)
        sure = (known and not (vague and not amount(figure))) or _all_zero(choice.chosen)
        place = Provenance(run.slot.page, run.box(start, end))
        found[address] = _cell(run.slot.text[start:end], place, run.doubt if sure else Doubt.GLUED)
        start = end
    return found


def _cell(text: str, place: Provenance, doubt: Doubt | None) -> Cell:
    figure = read_figure(text)
    if figure is None:
        return Cell(None, text, Reading.DOUBTFUL, place, Doubt.NOT_A_NUMBER)
    return Cell(figure.value, text, Reading.DOUBTFUL if doubt else figure.reading, place, doubt)


def _all_zero(cut: Cut) -> bool:
    """Whether nothing but zeros was printed, which are as many however they are cut."""
    return set(cut) == {"0"}


def _witnessed(figures: Figures, form_id: str) -> dict[Address, bool]:
    """By the cells with sums down their columns, whether all of these are kept."""
    found: dict[Address, bool] = {}
    for each in chain.from_iterable(column_sums(form_id).values()):
        kept = all(member in figures for member in each.members) and shift([each], figures) == (0,)
        for member in each.members:
            found[member] = kept and found.get(member, True)
    return found
