"""Single strokes between a right figure and a wrong one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouji.model.report import Number
from gouji.model.suggestion import Slip
from gouji.repair.slips import digit_changes, digit_slip
from tests.factory import form
from tests.slips import SLIPS
from tests.test_repair import consistent

ROWS = """
right    wrong    slip
12510    1251     lost_digit
1251     251      lost_digit
1051     51       lost_digit
100      10       lost_digit
130      1330     doubled_digit
7        77       doubled_digit
212      2512     extra_digit
5        50       extra_digit
1342     1324     swapped_digits
1573     7573     misread_digit
680      686      misread_digit
35       39       wrong_digit
4        9        wrong_digit
10       1        lost_digit
35       49       -
1234     4321     -
1234     1432     -
12       3456     -
8        8        -
"""


@pytest.mark.parametrize("row", ROWS.split("\n")[2:-1])
def test_a_stroke_is_told_from_no_stroke(row: str) -> None:
    right, wrong, slip = row.split()
    assert digit_slip(int(right), int(wrong)) == (None if slip == "-" else Slip(slip))


@pytest.mark.parametrize(("right", "wrong"), [(Decimal("12.5"), 12), (-3, 3), (3, -3), (12, Decimal("1.2"))])
def test_what_is_no_plain_number_has_no_digits_to_slip(right: Number, wrong: Number) -> None:
    assert digit_slip(right, wrong) is None


@given(
    st.sampled_from(("lost_digit", "doubled_digit", "swapped_digits", "misread_digit")), st.integers(0, 99)
)
def test_every_planted_stroke_is_recognised(kind: str, seed: int) -> None:
    figures = {form("2021").addresses[60]: next(iter(consistent(seed).values())) + 10 * seed}
    (cell,) = figures
    for (wrong,) in (outcome.values() for outcome in SLIPS[kind](form("2021"), figures, cell)):
        assert wrong is not None
        assert wrong == figures[cell] or digit_slip(figures[cell], wrong) is not None


@pytest.mark.parametrize(
    ("before", "after", "count"), [(1251, 12510, 1), (50, 51, 1), (1324, 1342, 2), (None, 12, 2), (7, 7, 0)]
)
def test_digits_that_change_are_counted(before: int | None, after: int, count: int) -> None:
    assert digit_changes(before, after) == count
