"""A report whose prose agrees with its tables, and the same with one figure changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.checking.prose import stated_figures
from gouji.model.form import Address
from tests.checking.prose.cases import address_of, make_report, prose_findings

TEXT = (
    "（二）依申请公开。全年共收到政府信息公开申请{new}件，上年结转{carried_in}件；办结{total}件，结转下年度继续办理{carried_out}件。"
    "其中，予以公开{granted}件，部分公开{partly_granted}件，不予公开{denied_internal}件，"
    "无法提供{unavailable_not_held}件，不予处理{rejected_repeat}件，其他处理{other_misc}件。"
    "因政府信息公开被申请行政复议{review}件，被提起行政诉讼{suits}件。"
)
TIED = {
    "new": "text.new",
    "carried_in": "text.carried",
    "carried_out": "text.carried",
    "total": "text.done",
    "granted": "text.outcomes",
    "partly_granted": "text.outcomes",
    "denied_internal": "text.outcomes",
    "unavailable_not_held": "text.outcomes",
    "rejected_repeat": "text.outcomes",
    "other_misc": "text.outcomes",
    "review.total": "text.disputes",
    "direct_suit.total": "text.disputes",
}
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
WAYS: dict[str, Callable[[int], str]] = {
    "digits": str,
    "thousands": "{:,}".format,
    "full width": lambda figure: str(figure).translate(FULL_WIDTH),
    "spaced": " {} ".format,
    "broken over a line": lambda figure: "\n".join(str(figure)),
}
# A figure of 1 more may be that of another meaning; so may two figures that differ by as much.
counts = st.integers(2, 99_999)


@settings(deadline=None, max_examples=60)
@given(figures=st.fixed_dictionaries(dict.fromkeys(TIED, counts)), way=st.sampled_from(list(WAYS)))
def test_one_more_in_any_cell_is_found_by_its_rule_alone(figures: dict[str, int], way: str) -> None:
    write = WAYS[way]
    printed = {name: write(figure) for name, figure in figures.items() if "." not in name}
    text = TEXT.format(
        **printed, review=write(figures["review.total"]), suits=write(figures["direct_suit.total"])
    )
    assert prose_findings(make_report(text, figures)) == []
    for name, rule in TIED.items():
        changed = prose_findings(make_report(text, {**figures, name: figures[name] + 1}))
        assert [finding.rule.id for finding in changed] == [rule], name
        assert Address.parse(address_of(name)) in changed[0].members


def test_the_figures_that_the_prose_states_are_known_by_their_cells() -> None:
    text = (
        "全年共收到政府信息公开申请70件，办结69件，结转下年度1件。"
        "区政府办代表区政府收到政府信息公开申请17件。"
    )
    stated = stated_figures(make_report(text, {}).report)
    assert {str(address): figures for address, figures in stated.items()} == {
        "requests.new.total": (70,),
        "requests.total.total": (69,),
        "requests.carried_out.total": (1,),
    }


@pytest.mark.parametrize("year", [2021, None])
def test_a_report_without_a_year_or_unit_is_read_too(year: int | None) -> None:
    document = make_report("2021年收到政府信息公开申请5件。", {"new": 6}, year=year, unit=None)
    assert [finding.rule.id for finding in prose_findings(document)] == ["text.new"]
