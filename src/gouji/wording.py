"""Sentences for people, in their language, for everything that is not a widget.

The sentences stand in ``resources/translations/messages.<language>.toml``, grouped by what they are
about; widgets have Qt translations of their own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from gouji.resources import resource

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]


def say(key: str, language: str, **fields: object) -> str:
    """The sentence named ``group.name`` with its fields filled in.

    `KeyError` when there is no such sentence: a fault of the program, found by its tests.
    """
    group, name = key.split(".")
    return _sentences(language)[group][name].format_map(fields)


def system_language() -> str:
    """The language of the user's system: Chinese unless it plainly is another."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return _from_locale(value)
    import locale  # noqa: PLC0415 -- most systems say it in a variable

    return _from_locale(locale.getlocale()[0] or "")


def _from_locale(name: str) -> str:
    neutral = name.partition(".")[0] in ("", "C", "POSIX")
    return DEFAULT_LANGUAGE if neutral or name.lower().startswith(("zh", "chinese")) else "en"


@cache
def _sentences(language: str) -> Mapping[str, Mapping[str, str]]:
    import tomllib  # noqa: PLC0415 -- the window is painted without it

    text = resource("translations", f"messages.{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
