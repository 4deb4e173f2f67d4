"""Which slips would explain the changes of a few cells: the least strange story that can be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise, permutations

from gouji.model.form import Address
from gouji.model.suggestion import Reason, Slip
from gouji.repair.cost import strangeness
from gouji.repair.sheet import Sheet, in_line
from gouji.repair.traces import single_slips

Story = tuple[Reason, ...]
ROTATED = 3
"""So many cells side by side can stand one place on; of two it is an exchange."""


def tell(sheet: Sheet) -> Story:
    """The least strange story of all the changes of a sheet."""
    return min(_stories(sheet, tuple(sheet.changes)), key=strangeness)


def _stories(sheet: Sheet, cells: tuple[Address, ...]) -> Iterator[Story]:
    """The first cell by itself or together with others, and then the rest."""
    if not cells:
        yield ()
        return
    first, *others = cells
    alone = Reason(*min(single_slips(sheet, first), key=lambda found: strangeness((Reason(*found),))))
    yield from ((alone, *rest) for rest in _stories(sheet, tuple(others)))
    for other in others:
        left = tuple(each for each in others if each != other)
        for pair in _of_two(sheet, first, other):
            yield from ((*pair, *rest) for rest in _stories(sheet, left))
    if len(cells) == ROTATED and _is_rotated(sheet, cells):
        yield (Reason(Slip.ROTATED, first, others[-1]),)


def _of_two(sheet: Sheet, one: Address, other: Address) -> Iterator[Story]:
    """What two cells tell together, whichever of them comes first."""
    for first, second in ((one, other), (other, one)):
        for slip, holds in _JOINT.items():
            if holds(sheet, first, second):
                yield (Reason(slip, first, second),)
        if _is_followed(sheet, first, second):
            slips = single_slips(sheet, first)
            cause = min((Reason(*found) for found in slips), key=lambda reason: strangeness((reason,)))
            yield cause, Reason(Slip.FOLLOWED, second, first)


def _is_exchanged(sheet: Sheet, one: Address, other: Address) -> bool:
    """Whether each of two cells gets the figure of the other."""
    both = sheet.before(one), sheet.before(other)
    return both == (sheet.after(other), sheet.after(one)) and 0 not in both


def _is_moved(sheet: Sheet, one: Address, other: Address) -> bool:
    """Whether the figure of the first belongs to the second, which holds nothing."""
    taken = sheet.before(other) == 0 == sheet.after(one)
    return taken and sheet.before(one) == sheet.after(other) and sheet.are_neighbours(one, other)


def _is_run_together(sheet: Sheet, one: Address, other: Address) -> bool:
    """Whether the first holds the figures of both as one, and the second nothing."""
    if sheet.before(other) != 0 or other not in sheet.beside(one):
        return False
    figures = str(sheet.after(one)), str(sheet.after(other))
    return str(sheet.before(one)) in ("".join(figures), "".join(reversed(figures)))


def _is_wrong_place(sheet: Sheet, one: Address, other: Address) -> bool:
    """Whether some cases move from the first to the second, along a row or a column."""
    return sheet.growth(one) == -sheet.growth(other) < 0 and in_line(one, other)


def _is_followed(sheet: Sheet, cause: Address, total: Address) -> bool:
    """Whether a total took over what was wrong in one of its members."""
    sums = sheet.sums.get(total, ())
    return sheet.growth(cause) == sheet.growth(total) and any(cause in members for members in sums)


def _is_rotated(sheet: Sheet, cells: tuple[Address, ...]) -> bool:
    """Whether three cells side by side each get the figure of the one before, and the first of the last."""
    return any(
        in_line(*order)
        and all(sheet.are_neighbours(*pair) for pair in pairwise(order))
        and all(sheet.after(each) == sheet.before(order[place - 1]) for place, each in enumerate(order))
        for order in permutations(cells)
    )


_JOINT: dict[Slip, Callable[[Sheet, Address, Address], bool]] = {
    Slip.EXCHANGED: lambda sheet, one, other: (
        sheet.are_neighbours(one, other) and _is_exchanged(sheet, one, other)
    ),
    Slip.EXCHANGED_AFAR: lambda sheet, one, other: in_line(one, other) and _is_exchanged(sheet, one, other),
    Slip.MOVED: _is_moved,
    Slip.RUN_TOGETHER: _is_run_together,
    Slip.WRONG_PLACE: _is_wrong_place,
}
