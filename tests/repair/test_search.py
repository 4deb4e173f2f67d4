"""All of the smallest repairs are found: compared with trying every set of cells there is."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from gouji.checking import check
from gouji.library import rules_for
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.repair import repairs
from gouji.repair.cover import KEPT
from gouji.repair.system import System, structure_of
from tests.balanced import balanced_figures
from tests.factory import BLANK, Figure, form, make_document
from tests.slips import plant
from tests.typeset import seeded

Values = frozenset[tuple[Address, int]]
FORM = form("2019")
RULES = [rule for rule in rules_for(FORM.id) if rule.id.startswith("requests.")]
TINY = 1e-6


def slipped(seed: int, count: int) -> Document:
    """A report of small figures with some slips in its requests."""
    random = seeded(f"search {seed}")
    printed = balanced_figures(FORM, random, largest=9, zeros=0.3)
    right = {address: int(text) for address, text in printed.items() if "." not in text}
    figures: dict[str, Figure] = {str(address): value for address, value in right.items()}
    while True:
        slips = plant(FORM, right, random, count)
        wrong = {cell: value for slip in slips for cell, value in slip.changes.items()}
        if all(cell.table == "requests" for cell in wrong):
            slipped = {str(cell): BLANK if value is None else value for cell, value in wrong.items()}
            return make_document(FORM.id, figures | slipped)


def by_trying(document: Document, size: int) -> set[Values]:
    """Every set of so many cells that can change so that all equations hold, by least squares."""
    structure = structure_of(RULES, FORM)
    system = System(structure, document)
    place = next(iter(structure.places))
    rows = sorted(place)
    matrix = np.zeros((len(rows), len(structure.cells)))
    for row, equation in enumerate(rows):
        for cell, sign in structure.members[equation]:
            matrix[row, cell] = sign
    lack = np.array([float(system.lack[equation]) for equation in rows])
    cells = [cell for cell in range(matrix.shape[1]) if matrix[:, cell].any()]
    return {
        values
        for chosen in fitting(matrix[:, cells], lack, size)
        if (values := solved(system, matrix, lack, [cells[each] for each in chosen])) is not None
    }


def fitting(matrix: np.ndarray, lack: np.ndarray, size: int) -> set[tuple[int, ...]]:
    """The sets of columns that span what is lacking; all but two are taken out of the space first."""
    count = matrix.shape[1]
    if size == 1:
        return {(cell,) for cell in range(count) if is_spanned(matrix[:, [cell]], lack)}
    found = set()
    for fixed in combinations(range(count), size - 2):
        basis = np.linalg.qr(matrix[:, fixed])[0] if fixed else np.zeros((len(lack), 1))
        rest, left = matrix - basis @ (basis.T @ matrix), lack - basis @ (basis.T @ lack)
        gram, seen = rest.T @ rest, rest.T @ left
        own = np.diag(gram)
        determinant = np.outer(own, own) - gram**2
        with np.errstate(divide="ignore", invalid="ignore"):
            explained = (
                np.outer(seen**2, own) + np.outer(own, seen**2) - 2 * gram * np.outer(seen, seen)
            ) / determinant
        fits = (np.abs(explained - left @ left) < TINY * (1 + lack @ lack)) & (determinant > TINY)
        pairs = zip(*np.nonzero(np.triu(fits, 1)), strict=True)
        found |= {tuple(sorted({*fixed, int(one), int(other)})) for one, other in pairs}
    return {chosen for chosen in found if len(chosen) == size}


def is_spanned(columns: np.ndarray, lack: np.ndarray) -> bool:
    return np.array_equal(columns @ whole_growths(columns, lack), lack)


def whole_growths(columns: np.ndarray, lack: np.ndarray) -> np.ndarray:
    """What comes nearest to what is lacking, in whole cases."""
    growths: np.ndarray = np.rint(np.linalg.lstsq(columns, lack, rcond=None)[0])
    return growths


def solved(system: System, matrix: np.ndarray, lack: np.ndarray, cells: list[int]) -> Values | None:
    """The whole figures that cells take on; None where one does not change, or would be less than 0."""
    if not is_spanned(matrix[:, cells], lack):
        return None
    growths = whole_growths(matrix[:, cells], lack)
    values = [(system.values[cell] or 0) + int(growth) for cell, growth in zip(cells, growths, strict=True)]
    if any(value < 0 for value in values) or 0 in growths:
        return None
    addresses = (system.structure.cells[cell] for cell in cells)
    return frozenset(zip(addresses, map(int, values), strict=True))


@pytest.mark.parametrize("seed", range(16))
def test_the_smallest_repairs_are_those_that_trying_finds(seed: int) -> None:
    document = slipped(seed, 1 + seed % 3)
    tables = list(repairs(document, RULES))
    (found,) = tables
    size = len(found[0].values)
    if size > 3 or len(found[0].settles) < len(check(document, RULES)):
        assert all(by_trying(document, fewer) == set() for fewer in (1, 2, 3))
        return
    assert all(by_trying(document, fewer) == set() for fewer in range(1, size))
    expected = by_trying(document, size)
    values = {frozenset((address, int(value)) for address, value in each.values.items()) for each in found}
    assert len(values) == len(found) == min(KEPT, len(expected))
    assert values <= expected
