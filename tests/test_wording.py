"""Every sentence is there in every language, with the same fields."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import gouji
from gouji import errors
from gouji.errors import GoujiError
from gouji.resources import resource
from gouji.wording import LANGUAGES, say, system_language

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language by its key, ``group.name``."""
    text = resource("translations", f"messages.{language}.toml").read_text(encoding="utf-8")
    return {
        f"{group}.{name}": said
        for group, names in tomllib.loads(text).items()
        for name, said in names.items()
    }


def fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}


def troubles(kind: type[GoujiError] = GoujiError) -> Iterator[type[GoujiError]]:
    """Every kind of trouble, however far down."""
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from troubles(child)


def literal_keys() -> Iterator[tuple[str, str]]:
    """Every key that the code asks for by name, and where."""
    for path in Path(gouji.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, f"{path.name}:{node.lineno}"


def test_every_language_says_the_same_things_with_the_same_fields() -> None:
    first = {key: fields(said) for key, said in sentences(LANGUAGES[0]).items()}
    for language in LANGUAGES[1:]:
        assert {key: fields(said) for key, said in sentences(language).items()} == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    assert [key for key, said in sentences(language).items() if not said.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_with_a_file_has_its_sentence_which_names_the_file(language: str) -> None:
    said = sentences(language)
    assert {key for key in said if key.startswith("errors.")} == {
        f"errors.{kind.__name__}" for kind in troubles()
    }
    for kind in troubles():
        wanted = fields(said[f"errors.{kind.__name__}"])
        assert "file" in wanted
        sentence = kind("folder/report.pdf", **dict.fromkeys(wanted - {"file"}, "…")).sentence(language)
        assert "report.pdf" in sentence
        assert "\n" not in sentence


def test_every_sentence_that_the_code_asks_for_is_there() -> None:
    said = sentences(LANGUAGES[0])
    assert [place for key, place in literal_keys() if key not in said] == []


def test_a_sentence_that_is_not_there_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        say("errors.NoSuchError", "zh")


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
    ],
)
def test_the_language_is_the_system_s(
    locale: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in LOCALES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in locale.items():
        monkeypatch.setenv(variable, value)
    assert system_language() == language
