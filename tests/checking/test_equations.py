"""Equations drawn as tables; `!` on the cells of a broken one, `~` where it cannot be checked."""

from __future__ import annotations

from tests.checking.drawing import Drawing


def test_a_balance_that_holds_in_the_total_and_breaks_in_two_columns(drawing: Drawing) -> None:
    """A case in the wrong column: one too few here, one too many there.

    rule: requests.balance
    requests      natural_person  other_org  total
    new           51!             3!         54
    carried_in    2!              0!         2
    total         51!             4!         55
    carried_out   1!              0!         1
    """
    assert drawing.lit() == drawing.marked
    assert [finding.at for finding in drawing.findings()] == ["natural_person", "other_org"]
    differences = [finding.balance and finding.balance.difference for finding in drawing.findings()]
    assert differences == [1, -1]


def test_a_total_that_is_not_the_sum_of_its_applicants(drawing: Drawing) -> None:
    """Rows are summed on their own: the row beside it is not touched.

    rule: requests.applicants
    requests   natural_person business research public_interest legal_service other_org total
    granted    100135!        7!       0!       0!              3!            0!        100154!
    total      12             1        0        0               0             2         15
    """
    assert drawing.lit() == drawing.marked


def test_ten_reviews_that_sum_to_nothing(drawing: Drawing) -> None:
    """As printed in a published report: 10 + 1 + 0 + 0 = 0.

    rule: disputes.outcomes
    disputes            upheld  corrected  other_result  pending  total
    review              10!     1!         0!            0!       0!
    direct_suit         5       0          0             1        6
    suit_after_review   0       0          0             0        0
    """
    assert drawing.lit() == drawing.marked


def test_a_blank_counts_as_nothing_where_that_keeps_the_sum(drawing: Drawing) -> None:
    """Offices leave cells without cases empty.

    rule: disputes.outcomes
    disputes            upheld  corrected  other_result  pending  total
    review              4       ·          ·             1        5
    direct_suit         ·       ·          ·             ·        ·
    """
    assert drawing.findings() == []


def test_a_blank_that_hides_a_figure_cannot_be_checked(drawing: Drawing) -> None:
    """Either the blank stands for 2 or a figure is wrong: nobody can tell.

    rule: disputes.outcomes
    disputes            upheld  corrected  other_result  pending  total
    review              4~      ·~         0~            1~       7~
    direct_suit         ·~      ·~         ·~            ·~       3~
    """
    assert drawing.lit() == drawing.marked


def test_a_missing_figure_is_never_taken_for_nothing(drawing: Drawing) -> None:
    """Even where 0 would keep the sum.

    rule: disputes.outcomes
    disputes            upheld  corrected  other_result  pending  total
    review              0~      0~         0~            0~       ?~
    """
    assert drawing.lit() == drawing.marked


def test_the_outcomes_of_the_2021_form_have_three_other_rows(drawing: Drawing) -> None:
    """The rows of （六）其他处理 count towards the total.

    rule: requests.outcomes
    requests             natural_person
    granted              3
    denied_internal      1
    other_not_clarified  2
    other_misc           4
    total                10
    """
    assert drawing.findings() == []


def test_the_outcomes_of_the_hybrid_form_have_one_other_row(drawing: Drawing) -> None:
    """Its single row （六）其他处理 counts instead.

    form: 2021-hybrid
    rule: requests.outcomes
    requests             natural_person
    granted              3
    other                7
    total                10
    """
    assert drawing.findings() == []


def test_numbers_that_no_column_takes(drawing: Drawing) -> None:
    """Counts are whole and not negative; money has decimals, but is not negative either.

    rule: values.count
    proactive             issued  repealed
    regulations           1.5!    -1!
    normative_documents   2       0
    proactive             amount
    fees                  24252.311082
    """
    assert drawing.lit() == drawing.marked


def test_a_change_may_be_negative(drawing: Drawing) -> None:
    """本年增/减 of the 2019 form.

    form: 2019
    rule: values.count
    proactive    previous_items  change  decisions
    licensing    -3!             -3      12
    """
    assert drawing.lit() == drawing.marked
