from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gouji.errors import DeclarationError
from gouji.library import all_rules, equations_for, forms, read_rules, rules_for
from gouji.model.rule import EquationRule
from gouji.resources import resource
from gouji.wording import LANGUAGES
from tests.library.breaking import wrongly_refused

SHIPPED = sorted(resource("rules").glob("*.toml"))


@pytest.mark.parametrize("name", [each.id for each in forms()])
def test_every_equation_stands_in_the_form(name: str) -> None:
    """
    rule                | one equation for each | so many in 2021 | in the other two
    --------------------|-----------------------|-----------------|-----------------
    requests.balance    | column                | 7               | 7
    requests.outcomes   | column                | 7               | 7
    requests.applicants | row                   | 25              | 23
    disputes.outcomes   | row                   | 3               | 3
    """
    form = next(each for each in forms() if each.id == name)
    counted = Counter(
        rule.id for rule in rules_for(name) if isinstance(rule, EquationRule) for _ in rule.equations(form)
    )
    drawn = [
        line.split("|") for line in (test_every_equation_stands_in_the_form.__doc__ or "").splitlines()[3:-1]
    ]
    expected = {row[0].strip(): int(row[2 if name == "2021" else 3]) for row in drawn}
    assert {rule: counted[rule] for rule in expected} == expected


def test_what_takes_part_in_reading_is_every_equation_of_the_form() -> None:
    for form in forms():
        equations = tuple(rule for rule in rules_for(form.id) if isinstance(rule, EquationRule))
        assert equations
        assert equations_for(form.id) == equations


def test_a_form_has_each_rule_once() -> None:
    for form in forms():
        assert max(Counter(rule.id for rule in rules_for(form.id)).values()) == 1


def test_every_rule_says_what_it_is_in_each_language() -> None:
    for rule in all_rules():
        assert sorted(rule.title) == sorted(LANGUAGES)
        assert all(title.strip() for title in (*rule.title.values(), rule.basis)), rule.id


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_one_broken_line_of_the_shipped_rules_is_refused_with_that_line(path: Path, tmp_path: Path) -> None:
    assert wrongly_refused(path, tmp_path / path.name, lambda bad: read_rules(bad, forms())) == []


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ('["new", "carried_in"]', '["new", "carried_ni"]', "no 'carried_ni'"),
        ('["total", "carried_out"]', '["total", "caried_out"]', "no 'caried_out'"),
        ('"unavailable_not_held",', '"unavailable_not_hold",', "no 'unavailable_not_hold'"),
        ('table    = "requests"', 'table    = "request"', "no table 'request'"),
        ('each     = "column"', 'each     = "row"', "no 'new'"),
        ('severity = "error"', 'severity = "grave"', "'grave' is none of error, warning, info"),
        ('forms    = ["2021"]', 'forms    = ["2022"]', "no form '2022'"),
        ('forms    = ["2021"]', 'forms    = ["2021", "2019"]', "form 2019 has no 'other_not_clarified'"),
        ("title.en = ", 'kind = "text"\ntitle.en = ', "kind 'text' is none of"),
    ],
)
def test_what_is_wrong_in_meaning_is_refused_with_its_line(
    good: str, bad: str, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "rules.toml"
    text = resource("rules", "arithmetic.toml").read_text(encoding="utf-8").replace(good, bad, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError) as caught:
        read_rules(path, forms())
    assert problem in str(caught.value.details["problem"])
    wrong = problem.rsplit("'", 2)[1] if "'" in problem else bad
    line = caught.value.details["line"]
    assert isinstance(line, int)
    assert f'"{wrong}"' in text.splitlines()[line - 1]
