"""What an office does otherwise than the rules that ship."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from gouji.errors import NoPermissionError, RuleSettingsError
from gouji.library import all_rules, rules_for
from gouji.library.handbook import rules_page
from gouji.library.settings import adjusted, read_rule_settings, settings_folder
from gouji.model.rule import Severity
from gouji.wording import LANGUAGES

GOOD = """\
# Fees are looked at by somebody else.
[rules."history.jump"]
off = true

[rules."form.year"]
severity = "info"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_rules_are_switched_off_and_weigh_something_else(tmp_path: Path) -> None:
    settings = read_rule_settings(write(tmp_path, GOOD))
    rules = {rule.id: rule.severity for rule in adjusted(rules_for("2021"), settings)}
    shipped = {rule.id: rule.severity for rule in rules_for("2021")}
    assert rules.keys() == shipped.keys() - {"history.jump"}
    assert rules["form.year"] is Severity.INFO
    assert {rule for rule in rules if rules[rule] is not shipped[rule]} == {"form.year"}


@pytest.mark.parametrize("text", ["", "# nothing\n", '[rules."form.year"]\noff = false\n'])
def test_where_nothing_is_set_the_rules_are_as_they_ship(text: str, tmp_path: Path) -> None:
    for path in (write(tmp_path, text), tmp_path / "none" / "rules.toml"):
        assert adjusted(rules_for("2021"), read_rule_settings(path)) == rules_for("2021")


@pytest.mark.parametrize(
    ("good", "bad", "line", "problem"),
    [
        ("history.jump", "history.jmup", 2, "no rule 'history.jmup', meant is 'history.jump'"),
        ("off = true", "of = true", 3, "unknown key 'of'"),
        ("off = true", "off = 1", 3, "off must be bool"),
        ("off = true", "", 2, "off or severity is missing"),
        ('"info"', '"grave"', 6, "'grave' is none of"),
        ('"info"', "3", 6, "severity must be str"),
        ('"info"', '"info"\nsince = 2026', 7, "unknown key 'since'"),
        ("form.year", "form.yaer", 5, "no rule 'form.yaer'"),
        ("[rules", "[rule", 2, "unknown key 'rule'"),
        ("off = true", "off = ", 3, ""),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(
    good: str, bad: str, line: int, problem: str, tmp_path: Path
) -> None:
    path = write(tmp_path, GOOD.replace(good, bad, 1))
    with pytest.raises(RuleSettingsError) as caught:
        read_rule_settings(path)
    assert (caught.value.path, caught.value.details["line"]) == (path, line)
    assert problem in str(caught.value.details["problem"])


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_bytes(b"# one\n\xff\xfe")
    with pytest.raises(RuleSettingsError) as caught:
        read_rule_settings(path)
    assert caught.value.details["line"] == 2
    path.unlink()
    path.mkdir()
    with pytest.raises(NoPermissionError):
        read_rule_settings(path)


def test_the_folder_is_the_system_s_unless_another_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOUJI_CONFIG", str(tmp_path))
    assert settings_folder() == tmp_path
    monkeypatch.delenv("GOUJI_CONFIG")
    assert settings_folder().name == "Gouji"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_page_tells_every_rule(language: str) -> None:
    page = rules_page(language)
    for rule in all_rules():
        assert rule.id in page
        assert f"<p>{escape(rule.sentence[language])}</p>" in page
