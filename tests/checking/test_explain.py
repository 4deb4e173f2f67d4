"""Findings in words that a clerk understands."""

from __future__ import annotations

from gouji.checking import check
from gouji.checking.explain import explain
from gouji.library import rules_for
from tests.factory import MISSING, Figure, make_document


def explained(language: str, **figures: Figure) -> list[str]:
    """The sentences on the findings of a report with these figures."""
    document = make_document("2021", {name.replace("__", "."): each for name, each in figures.items()})
    return [explain(finding, document, language) for finding in check(document, rules_for("2021"))]


def test_a_broken_sum_is_told_with_its_figures_and_the_difference() -> None:
    broken: dict[str, Figure] = {"disputes__review__upheld": 10, "disputes__review__corrected": 1}
    (sentence,) = explained("zh", **broken)
    for part in ("“行政复议”行", "不成立", "0 = 10 + 1 + 0 + 0", "差 11"):
        assert part in sentence
    (sentence,) = explained("en", **broken)
    assert "row “行政复议”" in sentence
    assert "difference 11" in sentence


def test_a_figure_that_is_not_there_is_shown_as_a_gap() -> None:
    (sentence,) = explained("zh", disputes__review__total=MISSING)
    assert "无法核对，缺 1 个数" in sentence
    assert "□ = 0 + 0 + 0 + 0" in sentence


def test_a_long_sum_leaves_out_its_zeros() -> None:
    sentences = explained(
        "zh",
        requests__total__natural_person=8,
        requests__granted__natural_person=3,
        requests__other_misc__natural_person=4,
    )
    assert any("8 = 3 + 4，" in sentence for sentence in sentences)
    assert not any("+ 0 + 0 + 0 + 0 + 0 + 0 + 0" in sentence for sentence in sentences)


def test_a_long_sum_of_nothing_is_nothing() -> None:
    sentences = explained("zh", requests__total__business=5)
    assert any("5 = 0，" in sentence for sentence in sentences)


def test_an_impossible_figure_is_told_with_its_row_and_column() -> None:
    (sentence,) = explained("zh", proactive__licensing__decisions=-1)
    for part in ("“行政许可”行", "“本年处理决定数量”列", "现为 -1"):
        assert part in sentence
