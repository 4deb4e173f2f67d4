"""What an office does otherwise than the rules that ship: ``rules.toml`` in its settings folder.

[rules."history.jump"]
off = true

[rules."form.year"]
severity = "info"
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from gouji.errors import DeclarationError, GoujiError, NoPermissionError, RuleSettingsError
from gouji.library.declaration import Entry
from gouji.library.rules import all_rules, rules_for
from gouji.model.rule import Rule, Severity

FILE = "rules.toml"
FOLDER_VARIABLE = "GOUJI_CONFIG"
"""Names another settings folder than the system's."""


class RuleSettings(NamedTuple):
    """The rules that an office switched off, and those that weigh something else for it."""

    off: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = MappingProxyType({})
    trouble: GoujiError | None = None
    """Why the file could not be used; all rules are then in force as they ship."""


def settings_folder() -> Path:
    """Where the program keeps what belongs to its user."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 -- reading a report needs no settings

    return user_config_path("Gouji", appauthor=False, roaming=True)


@cache
def rule_settings() -> RuleSettings:
    """The settings as they were when they were first asked for."""
    try:
        return read_rule_settings(settings_folder() / FILE)
    except GoujiError as trouble:
        return RuleSettings(trouble=trouble)


@cache
def rules_in_force(form_id: str) -> tuple[Rule, ...]:
    """The rules for one form as the office has set them."""
    return adjusted(rules_for(form_id), rule_settings())


def adjusted(rules: tuple[Rule, ...], settings: RuleSettings) -> tuple[Rule, ...]:
    """The rules without those that are off, each with the severity that is set for it."""
    return tuple(
        replace(rule, severity=settings.severities[rule.id]) if rule.id in settings.severities else rule
        for rule in rules
        if rule.id not in settings.off
    )


def read_rule_settings(path: Path) -> RuleSettings:
    """The settings in a file, none where there is none; `RuleSettingsError` where it is not well written."""
    try:
        return _read(Entry.read(path), {rule.id for rule in all_rules()})
    except (FileNotFoundError, NotADirectoryError):
        return RuleSettings()
    except DeclarationError as error:
        raise RuleSettingsError(path, **error.details) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise RuleSettingsError(path, line=line, problem="UTF-8") from error
    except OSError as error:
        raise NoPermissionError(path) from error


def _read(entry: Entry, known: AbstractSet[str]) -> RuleSettings:
    off: list[str] = []
    severities: dict[str, Severity] = {}
    rules = entry.table("rules") if entry.keys else entry
    for name in list(rules.keys):
        if name not in known:
            meant = get_close_matches(name, known, n=1)
            rules.refuse(f"there is no rule {name!r}" + (f", meant is {meant[0]!r}" if meant else ""), name)
        rule = rules.table(name)
        if "off" not in rule.keys and "severity" not in rule.keys:
            rule.close()
            rule.refuse("off or severity is missing")
        if rule.flag("off"):
            off.append(name)
        if "severity" in rule.keys:
            severities[name] = rule.choice("severity", Severity)
        rule.close()
    entry.close()
    return RuleSettings(tuple(off), MappingProxyType(severities))
