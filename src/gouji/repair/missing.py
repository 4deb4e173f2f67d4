"""Works out a figure that was not found from the others of an equation."""

from __future__ import annotations

from gouji.repair.search import Part
from gouji.repair.system import System


def worked_out(system: System, equation: int) -> Part | None:
    """The one figure that the equation lacks; None where it lacks none, or more, or the column refuses it.

    Of the other equations of the cell, those that lack nothing else may agree, and are settled as well.
    """
    unknown = system.unknown(equation)
    if len(unknown) != 1 or unknown[0] not in system.absent:
        return None
    (cell,) = unknown
    growth = system.asked_growth(cell, equation)
    if not system.takes(cell, growth) or not system.keeps_limits({cell: growth}):
        return None
    settles = frozenset(
        at
        for at, _ in system.structure.terms[cell]
        if system.structure.is_bound[at]
        and system.unknown(at) == unknown
        and system.asked_growth(cell, at) == growth
    )
    return Part(((cell, growth),), settles)
