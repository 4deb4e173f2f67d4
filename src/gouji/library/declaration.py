"""A TOML file read strictly: what is not known is refused, with file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from gouji.errors import DeclarationError

Choice = TypeVar("Choice", bound=StrEnum)


class Entry:
    """One table of a TOML file; every key must be taken before `close`, and none twice.

    All methods raise `DeclarationError` naming the line when the file does not say what it must.
    """

    def __init__(self, path: Path, text: str, values: Mapping[str, Any], line: int = 1) -> None:
        self._path = path
        self._text = text
        self._values = dict(values)
        self._line = line

    @classmethod
    def read(cls, path: Path) -> Entry:
        """The whole file as an entry."""
        text = path.read_text(encoding="utf-8")
        try:
            return cls(path, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            raise DeclarationError(path, line=line[1] if line else 1, problem=str(error)) from error

    def text(self, key: str, default: str | None = None) -> str:
        return self._take(key, str, default)

    def number(self, key: str) -> int:
        return self._take(key, int)

    def flag(self, key: str) -> bool:
        return self._take(key, bool, False)

    def texts(self, key: str, default: list[str] | None = None) -> tuple[str, ...]:
        return tuple(self._take_list(key, str, default))

    def numbers(self, key: str) -> tuple[int, ...]:
        return tuple(self._take_list(key, int))

    def wordings(self, key: str) -> dict[str, str]:
        """A sentence in every language: ``key.zh = "…"``, ``key.en = "…"``."""
        found = self._take(key, dict)
        if sorted(found) != ["en", "zh"] or not all(isinstance(text, str) for text in found.values()):
            self.refuse(f"{key} must be given in zh and en", key)
        return found

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of lists of strings."""
        found = self._take(key, dict)
        for name, items in found.items():
            if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
                self.refuse(f"{name} must be a list of strings", name)
        return {name: tuple(items) for name, items in found.items()}

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        text = self.text(key, default)
        if text not in list(choices):
            self.refuse(f"{key} {text!r} is none of {', '.join(choices)}", text)
        return choices(text)

    def entries(self, key: str) -> list[Entry]:
        """A list of tables, each with the line it begins on."""
        found = self._take_list(key, dict)
        entries = []
        line = self._line
        for values in found:
            line = self._find(rf"^\[\[([\w.]+\.)?{key}\]\]|\bid = \"{re.escape(str(values.get('id')))}\"", line + 1)
            entries.append(Entry(self._path, self._text, values, line))
        return entries

    def close(self) -> None:
        """Refuse what was not taken."""
        for key in self._values:
            self.refuse(f"unknown key {key!r}", key)

    def refuse(self, problem: str, token: str = "") -> NoReturn:
        """Raise `DeclarationError` on the line of the token, looked for from where the entry begins."""
        line = self._find(rf"(?<!\w){re.escape(token)}(?!\w)", self._line) if token else self._line
        raise DeclarationError(self._path, line=line, problem=problem)

    def _take(self, key: str, kind: type[Any], default: Any = None) -> Any:
        value = self._values.pop(key, default)
        if value is None:
            self.refuse(f"{key} is missing")
        if not isinstance(value, kind):
            self.refuse(f"{key} must be {kind.__name__}, not {value!r}", key)
        return value

    def _take_list(self, key: str, kind: type[Any], default: list[Any] | None = None) -> list[Any]:
        items: list[Any] = self._take(key, list, default)
        for item in items:
            if not isinstance(item, kind):
                self.refuse(f"{key} must hold {kind.__name__}, not {item!r}", key)
        return items

    def _find(self, pattern: str, start: int) -> int:
        """The first line from `start` on that has the pattern, else the line the entry begins on."""
        lines = self._text.splitlines()
        for number in range(start, len(lines) + 1):
            if re.search(pattern, lines[number - 1]):
                return number
        return self._line
